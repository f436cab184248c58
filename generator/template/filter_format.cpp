// Filters that write dates, numbers and markup.
#include <fmt/format.h>

#include "base/time.h"
#include "formats/json/json.h"
#include "formats/locale/locale.h"
#include "formats/markdown/markdown.h"
#include "formats/qr/qr.h"
#include "template/escape.h"
#include "template/filter_functions.h"

namespace cenacle::tmpl {

namespace {

Value subject(const Node& node, Run& run) { return node.a->evaluate(*node.a, run); }

bool has_json(const Shape& shape) {
  switch (shape.form) {
    case Form::nothing:
    case Form::text:
    case Form::integer:
    case Form::boolean:
    case Form::date:
    case Form::time:
      return true;
    case Form::list:
      return has_json(*shape.element);
    default:
      return false;
  }
}

/// A JSON string that is safe in an attribute between apostrophes too.
void append_quoted(std::string* out, std::string_view text) {
  for (const char c : json::quoted(text)) {
    switch (c) {
      case '&':
        out->append("\\u0026");
        break;
      case '\'':
        out->append("\\u0027");
        break;
      case '>':
        out->append("\\u003e");
        break;
      default:
        out->push_back(c);
    }
  }
}

void append_json(std::string* out, const Value& value, const Shape& shape, Run& run) {
  if (!value.there) {
    out->append("null");
    return;
  }
  switch (shape.form) {
    case Form::text:
      run.arena.work(value.text.size());
      return append_quoted(out, value.text);
    case Form::integer:
      out->append(std::to_string(value.integer));
      return;
    case Form::boolean:
      out->append(value.boolean ? "true" : "false");
      return;
    case Form::date:
      return append_quoted(out, base::iso(value.date));
    case Form::time:
      return append_quoted(out, locale::iso_with_offset(value.time->local, value.time->zone));
    default:
      break;
  }
  out->push_back('[');
  const std::size_t size = size_of(value.list);
  run.arena.work(size);
  for (std::size_t i = 0; i < size; ++i) {
    if (i > 0) out->push_back(',');
    append_json(out, element_of(value.list, i), *shape.element, run);
  }
  out->push_back(']');
}

}  // namespace

const Shape* check_date(FilterCall& call) {
  call.node.shape = call.subject.shape;
  call.node.constant = Value(std::string_view("long"));
  if (!call.arguments.empty()) {
    const std::string_view style = call.constant(0);
    if (!locale::Locale::is_date_style(style))
      return call.fail(
          diag::code::template_argument, call.arguments[0].where, "there is no date style " + quoted(style),
          "the styles are \"long\", \"medium\", \"short\", \"day\", \"month\", \"weekday\" and \"iso\", or "
          "an ICU skeleton such as \"yMMMd\"");
    call.node.constant = Value(style);
  }
  return call.shapes().of(Form::text);
}

Value date_text(const Node& node, Run& run) {
  const Value value = subject(node, run);
  const base::Date date = node.shape->form == Form::date ? value.date : base::date_of(value.time->local);
  return run.text(run.locale.date(date, node.constant.text));
}

const Shape* check_time(FilterCall& call) {
  call.node.constant = Value(std::string_view("short"));
  if (!call.arguments.empty()) {
    const std::string_view style = call.constant(0);
    if (style != "short" && style != "iso" && style != "zone")
      return call.fail(diag::code::template_argument, call.arguments[0].where,
                       "there is no time style " + quoted(style), "the styles are \"short\", \"iso\" and \"zone\"");
    call.node.constant = Value(style);
  }
  return call.shapes().of(Form::text);
}

Value time_text(const Node& node, Run& run) {
  const Moment& moment = *subject(node, run).time;
  const std::string_view style = node.constant.text;
  if (style == "iso") return run.text(locale::iso_with_offset(moment.local, moment.zone));
  return run.text(style == "zone" ? run.locale.zone_name(moment.zone) : run.locale.time(moment.local));
}

Value plural_text(const Node& node, Run& run) {
  const std::int64_t number = subject(node, run).integer;
  const Node* const word = run.locale.is_singular(number) ? node.b : node.c;
  std::string_view rest = word->evaluate(*word, run).text;
  if (rest.find("{n}") == std::string_view::npos) return Value(rest);
  const std::string digits = run.locale.number(number);
  std::string out;
  for (std::size_t at; (at = rest.find("{n}")) != std::string_view::npos; rest.remove_prefix(at + 3))
    out.append(rest.substr(0, at)).append(digits);
  return run.text(out.append(rest));
}

/// Black on white whatever the page's colours are, with the quiet zone of 4 modules that the standard asks for.
Value qr_html(const Node& node, Run& run) {
  const std::string_view text = subject(node, run).text;
  const qr::Matrix matrix = qr::encode(text);
  if (matrix.width == 0) return Value(std::string_view());
  run.arena.work(matrix.dark.size());
  const int side = matrix.width + 8;
  std::string out = R"(<svg class="qr" role="img" aria-label=")";
  append_html(&out, node.b->evaluate(*node.b, run).text);
  out += fmt::format(R"(" viewBox="-4 -4 {0} {0}"><path fill="#fff" d="M-4-4h{0}v{0}h-{0}z"/>)", side);
  out += fmt::format(R"(<path stroke="#000" shape-rendering="crispEdges" d="{}"/></svg>)", qr::path_of(matrix));
  return run.text(out);
}

Value number_text(const Node& node, Run& run) { return run.text(run.locale.number(subject(node, run).integer)); }
Value money_text(const Node& node, Run& run) { return run.text(run.locale.money(subject(node, run).integer)); }

const Shape* check_json(FilterCall& call) {
  call.node.shape = call.subject.shape;
  if (!has_json(*call.subject.shape))
    return call.fail(
        diag::code::template_type, call.subject.where,
        call.source(call.subject) + " is " + with_article(*call.subject.shape) + ", which has no JSON here",
        "name the values: `list | map(\"field\") | json`");
  return call.shapes().of(call.escape() == Escape::none ? Form::text : Form::html);
}

Value json_text(const Node& node, Run& run) {
  std::string out;
  append_json(&out, subject(node, run), *node.shape, run);
  return run.text(out);
}

Value markdown_html(const Node& node, Run& run) {
  markdown::Options options;
  options.french = run.locale.language().starts_with("fr");
  const std::string_view text = subject(node, run).text;
  run.arena.work(text.size());
  return run.text(markdown::to_html(text, options));
}

const Shape* check_raw(FilterCall& call) {
  return call.shapes().of(call.escape() == Escape::none ? Form::text : Form::html);
}

Value unchanged(const Node& node, Run& run) { return subject(node, run); }

}  // namespace cenacle::tmpl

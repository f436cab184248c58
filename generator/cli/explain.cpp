// The verb `explain`: the page of a code, what a template may use, the story of a person.
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/registration_verbs.h"
#include "cli/verbs.h"
#include "diag/codes.h"
#include "formats/json/json.h"
#include "mail/mails.h"
#include "site/archetypes.h"
#include "site/pages_of_tree.h"
#include "site/papers.h"
#include "template/template.h"

namespace cenacle::cli {

namespace {

int show(const Context& context, std::string_view subject, std::string_view text) {
  if (context.format == Format::json) {
    json::Writer writer;
    writer.begin_object().key("subject").text(subject).key("text").text(text).end_object();
    fmt::print("{}", writer.take());
  } else {
    fmt::print("{}", text);
  }
  return Exit::done;
}

int list_codes(const Context& context) {
  if (context.format == Format::text) {
    for (const diag::Code& code : diag::all_codes()) fmt::print("{}\n", code.name);
    return Exit::done;
  }
  json::Writer writer;
  writer.begin_array();
  for (const diag::Code& code : diag::all_codes())
    writer.begin_object()
        .key("code")
        .text(code.name)
        .key("severity")
        .text(code.severity == diag::Severity::error ? "error" : "warning")
        .end_object();
  fmt::print("{}", writer.end_array().take());
  return Exit::done;
}

}  // namespace

int explain(const Context& context, const std::string& subject, bool list) {
  if (list) return list_codes(context);
  if (const auto page = diag::explanation(subject); !page.empty()) return show(context, subject, page);
  std::vector<std::string_view> known;
  std::string page_of_template;
  const auto look_among = [&](const auto& kinds) {
    for (const auto& kind : kinds) {
      known.push_back(kind.name);
      if (kind.name == subject)
        page_of_template = fmt::format("{}: {}\n\n{}", kind.name, kind.doc, tmpl::describe(*kind.root()));
    }
  };
  look_among(site::template_kinds()), look_among(site::archetype_kinds()), look_among(site::paper_kinds());
  look_among(mail::mail_kinds());
  if (!page_of_template.empty()) return show(context, subject, page_of_template);
  if (const auto told = explain_person(context, subject)) return *told;
  for (const diag::Code& code : diag::all_codes()) known.push_back(code.name);
  const auto near = base::closest(subject, known);
  fmt::print(stderr, "cenacle: nothing is called `{}`{}\n", subject,
             near ? fmt::format("; did you mean `{}`?", *near) : "");
  return Exit::mistakes;
}

}  // namespace cenacle::cli

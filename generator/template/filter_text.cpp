// Filters on texts.
#include "base/text.h"
#include "formats/locale/locale.h"
#include "template/filter_functions.h"

namespace cenacle::tmpl {

namespace {

std::string_view subject(const Node& node, Run& run) {
  const std::string_view text = node.a->evaluate(*node.a, run).text;
  run.arena.work(text.size());
  return text;
}

/// The byte offset of the `n`th code point, or the end.
std::size_t offset_of(std::string_view text, std::size_t n) {
  std::size_t at = 0;
  while (n-- > 0 && at < text.size()) base::next_code_point(text, &at);
  return std::min(at, text.size());
}

}  // namespace

Value capitalize_text(const Node& node, Run& run) { return run.text(run.locale.capitalize(subject(node, run))); }
Value lower_text(const Node& node, Run& run) { return run.text(run.locale.lower(subject(node, run))); }
Value slug_text(const Node& node, Run& run) { return run.text(locale::slug(subject(node, run))); }
Value strip_html(const Node& node, Run& run) { return run.text(without_markup(subject(node, run))); }
Value trim_text(const Node& node, Run& run) { return Value(base::trim(subject(node, run))); }
Value upper_text(const Node& node, Run& run) { return run.text(run.locale.upper(subject(node, run))); }
Value url_text(const Node& node, Run& run) { return run.text(percent_encoded(subject(node, run))); }

/// An address of the portal as the page being rendered sees it; one that is whole already stays.
Value link_text(const Node& node, Run& run) {
  const std::string_view address = subject(node, run);
  const auto end_of_scheme = address.find_first_of(":/?#");
  const bool whole = address.empty() || address.front() == '/' || address.front() == '#' ||
                     (end_of_scheme != std::string_view::npos && address[end_of_scheme] == ':');
  if (whole || run.up.empty()) return Value(address);
  return run.text(std::string(run.up) + std::string(address));
}

Value replace_text(const Node& node, Run& run) {
  std::string_view rest = subject(node, run);
  const std::string_view a = node.b->evaluate(*node.b, run).text, b = node.c->evaluate(*node.c, run).text;
  if (a.empty()) return Value(rest);
  std::string out;
  for (std::size_t at; (at = rest.find(a)) != std::string_view::npos; rest.remove_prefix(at + a.size())) {
    run.arena.work(b.size());
    out.append(rest.substr(0, at)).append(b);
  }
  return run.text(out.append(rest));
}

/// At most `n` characters, the "…" among them; the last word is left out rather than cut, when there is another.
Value truncate_text(const Node& node, Run& run) {
  const std::string_view text = subject(node, run);
  const std::int64_t n = node.b->evaluate(*node.b, run).integer;
  if (n <= 0) return Value(std::string_view{});
  if (base::code_points(text) <= static_cast<std::size_t>(n)) return Value(text);
  const std::size_t cut = offset_of(text, static_cast<std::size_t>(n) - 1);
  std::string_view kept = text.substr(0, cut);
  constexpr std::string_view spaces = " \t\r\n";
  if (spaces.find(text[cut]) == std::string_view::npos) {
    const std::size_t word = kept.find_last_of(spaces);
    if (word != std::string_view::npos) kept = kept.substr(0, word);
  }
  kept = base::trim(kept);
  while (!kept.empty() && std::string_view(",;:-").find(kept.back()) != std::string_view::npos) kept.remove_suffix(1);
  return run.text(std::string(base::trim(kept)) + "…");
}

}  // namespace cenacle::tmpl

// Mistakes with their places: where in which file, and by which chain of files and calls it was reached.
#include "template/report.h"

#include "base/text.h"

namespace cenacle::tmpl {

namespace {

constexpr std::size_t most_mistakes = 200;  // of one compilation
constexpr std::size_t most_notes = 12;

std::string_view phrase(Origin::How how) {
  switch (how) {
    case Origin::How::given:
      break;
    case Origin::How::included:
      return "included from here";
    case Origin::How::extended:
      return "extended from here";
    case Origin::How::imported:
      return "imported from here";
    case Origin::How::called:
      return "called from here";
  }
  return "";
}

}  // namespace

diag::Place place_of(const Where& where) {
  if (!where.origin || !where.origin->file) return {};
  const Source& source = where.origin->file->source;
  return diag::place_in(source.path, source.text, where.span.offset, where.span.length, source.first_line);
}

void append_notes(std::vector<diag::Note>* notes, const Origin* origin, bool calls) {
  for (; origin && origin->from && notes->size() < most_notes; origin = origin->from) {
    if (origin->how == Origin::How::called && !calls) return;
    notes->push_back({std::string(phrase(origin->how)), place_of({origin->from, origin->at})});
  }
}

void Report::add(diag::Code code, const Where& where, std::string summary, std::string help,
                 std::vector<diag::Note> notes) {
  diag::Place place = place_of(where);
  if (seen_.size() >= most_mistakes || !seen_.insert({place, summary}).second) return;
  append_notes(&notes, where.origin);
  diagnostics_.add(code, std::move(place), std::move(summary), std::move(help), std::move(notes));
}

void Report::add_file(diag::Code code, std::string_view path, std::string summary, std::string help) {
  diag::Place place{std::string(path)};
  seen_.insert({place, summary});
  diagnostics_.add(code, std::move(place), std::move(summary), std::move(help));
}

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

std::string quoted_listing(std::span<const std::string_view> names) {
  constexpr std::size_t most = 12;
  std::vector<std::string> with_quotes;
  for (const std::string_view name : names.first(std::min(names.size(), most))) with_quotes.push_back(quoted(name));
  if (names.size() > most) with_quotes.push_back(std::to_string(names.size() - most) + " more");
  return base::listing(std::vector<std::string_view>(with_quotes.begin(), with_quotes.end()));
}

std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates, std::string otherwise) {
  const auto near = base::closest(name, candidates);
  return near ? "did you mean " + quoted(*near) + "?" : otherwise;
}

}  // namespace cenacle::tmpl

// Content lines from libical's properties, folded our way.
#include "formats/ical/lines.h"

#include <libical/ical.h>

#include <cstdlib>
#include <memory>

#include "formats/ical/text.h"

namespace cenacle::ical {

namespace {

struct Free {
  void operator()(char* text) const { std::free(text); }
  void operator()(icalproperty* property) const { icalproperty_free(property); }
};

}  // namespace

void Lines::add(icalproperty_impl* property) {
  const std::unique_ptr<icalproperty, Free> own(property);
  const std::unique_ptr<char, Free> text(icalproperty_as_ical_string_r(property));
  if (!text) return;
  std::string_view rest(text.get());
  if (rest.ends_with("\r\n")) rest.remove_suffix(2);
  constexpr std::string_view fold_mark = "\r\n ";
  std::size_t at = rest.find(fold_mark);
  if (at == rest.npos) {
    fold(rest, out_);
    return;
  }
  unfolded_.clear();
  for (; at != rest.npos; at = rest.find(fold_mark)) {
    unfolded_.append(rest.substr(0, at));
    rest.remove_prefix(at + fold_mark.size());
  }
  fold(unfolded_.append(rest), out_);
}

void Lines::add_verbatim(const char* name, const std::string& value) {
  unfolded_.assign(name).append(":").append(value);
  fold(unfolded_, out_);
}

}  // namespace cenacle::ical

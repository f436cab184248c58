// Keys as one line, and the words of what is held back.
#include "workflow/action.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "base/text.h"

namespace cenacle::workflow {

namespace {

std::string encoded(std::string_view field) {
  std::string out;
  for (const char it : field) {
    if (it == '/')
      out += "%2F";
    else if (it == '%')
      out += "%25";
    else
      out += it;
  }
  return out;
}

/// Nothing for what `encoded` never writes.
std::optional<std::string> decoded(std::string_view field) {
  std::string out;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '%') {
      out += field[i];
      continue;
    }
    const std::string_view code = field.substr(i, 3);
    if (code != "%2F" && code != "%25") return std::nullopt;
    out += code == "%2F" ? '/' : '%';
    i += 2;
  }
  return out;
}

constexpr std::array<std::string_view, 8> whys = {"answered", "cancelled", "too-late",   "adopted",
                                                  "bounced",  "opted-out", "no-address", "done"};

}  // namespace

std::string Key::text() const {
  return fmt::format("{}/{}/{}/{}/{}", encoded(workflow), encoded(step), encoded(subject), revision,
                     encoded(recipient));
}

std::optional<Key> Key::of(std::string_view text) {
  const std::vector<std::string_view> fields = base::split(text, '/');
  if (fields.size() != 5) return std::nullopt;
  Key key;
  const char* const end = fields[3].data() + fields[3].size();
  const auto [stopped, error] = std::from_chars(fields[3].data(), end, key.revision);
  if (error != std::errc() || stopped != end) return std::nullopt;
  std::string* const texts[] = {&key.workflow, &key.step, &key.subject, nullptr, &key.recipient};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (texts[i] == nullptr) continue;
    auto field = decoded(fields[i]);
    if (!field) return std::nullopt;
    *texts[i] = std::move(*field);
  }
  return key;
}

std::string_view word(Held::Why why) { return whys[static_cast<std::size_t>(why)]; }

}  // namespace cenacle::workflow

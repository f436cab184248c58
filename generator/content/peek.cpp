// What must be known of the portal before it is loaded: its language and its day, from portal.toml alone.
#include "content/peek.h"

#include "content/load.h"
#include "formats/locale/locale.h"
#include "formats/toml/toml.h"

namespace cenacle::content {

Peek peek(const base::FileSystem& files) {
  Peek found{model::Portal().language, model::Portal().time_zone};
  const auto text = files.read("content/portal.toml");
  if (!text) return found;
  diag::Diagnostics unheard;  // whoever loads the portal reports its mistakes
  const toml::Node portal = toml::parse(*text, "content/portal.toml", 1, unheard);
  const auto take = [&](std::string_view key, std::string* value) {
    const toml::Node* const written = portal.find(key);
    if (written != nullptr && written->kind == toml::Kind::text) *value = written->text;
  };
  Peek written = found;
  take("language", &written.language);
  take("time_zone", &written.time_zone);
  if (written.language == "en") found.language = written.language;
  if (locale::is_time_zone(written.time_zone)) found.time_zone = written.time_zone;
  return found;
}

base::Date today(const base::FileSystem& files, base::Instant now) {
  return base::date_of(locale::to_local(now, peek(files).time_zone));
}

}  // namespace cenacle::content

// The portal's day, without loading the portal.
#include "content/load.h"
#include "formats/locale/locale.h"
#include "formats/toml/toml.h"

namespace cenacle::content {

base::Date today(const base::FileSystem& files, base::Instant now) {
  std::string zone = model::Portal().time_zone;
  if (const auto text = files.read("content/portal.toml")) {
    diag::Diagnostics unheard;  // whoever loads the portal reports its mistakes
    const toml::Node portal = toml::parse(*text, "content/portal.toml", 1, unheard);
    const toml::Node* named = portal.find("time_zone");
    if (named != nullptr && named->kind == toml::Kind::text && locale::is_time_zone(named->text)) zone = named->text;
  }
  return base::date_of(locale::to_local(now, zone));
}

}  // namespace cenacle::content

// A portal, opened: content, links, rules and theme, with all their mistakes. What `check` and `build` begin with.
#include "cli/portal.h"

#include "diag/codes.h"
#include "rules/rules.h"

namespace cenacle::cli {

namespace {

constexpr std::string_view holidays_path = "workflows/public-holidays.toml";

}  // namespace

OpenPortal open_portal(const base::FileSystem& files, content::LoadOptions options, std::string_view cache,
                       diag::Diagnostics& diagnostics) {
  OpenPortal open;
  open.content = content::load(files, std::move(options), cache, diagnostics);
  if (!open.content.portal) return open;
  const model::Portal& portal = *open.content.portal;
  if (diagnostics.errors() == 0) content::check_openness(open.content, diagnostics);
  open.links = std::make_unique<content::Links>(open.content);
  open.theme = site::Theme::load(files, portal.theme, *open.content.language, diagnostics);
  if (auto text = files.read(calendar::lock_path)) {
    open.lock_text = std::move(*text);
    open.lock = calendar::read_lock(open.lock_text, open.content, diagnostics);
  } else if (text.failure().kind != base::FailureKind::not_found) {
    // Taken for empty, it would be written anew, and every SEQUENCE would fall.
    diagnostics.add(diag::code::unreadable_file, {std::string(calendar::lock_path), 0, 0, 0}, text.failure().message);
  }
  if (const auto text = files.read(holidays_path))
    open.holidays = rules::parse_holidays(*text, holidays_path, diagnostics);
  rules::check(portal, open.holidays, diagnostics);
  open.rulebooks = rules::read_rulebooks(files, open.content, diagnostics);
  return open;
}

rules::Holidays public_holidays(const base::FileSystem& files) {
  diag::Diagnostics told_by_check;
  const auto text = files.read(holidays_path);
  return text ? rules::parse_holidays(*text, holidays_path, told_by_check) : rules::Holidays{};
}

}  // namespace cenacle::cli

// Nothing is more open than what it belongs to: else the title of a restricted group would stand in a public page.
#include <fmt/format.h>

#include "content/load.h"
#include "diag/codes.h"

namespace cenacle::content {

namespace {

class OpennessCheck {
 public:
  OpennessCheck(const Content& content, diag::Diagnostics& diagnostics)
      : portal_(*content.portal), sources_(*content.sources), diagnostics_(diagnostics) {}

  void run() {
    for (const model::Network& network : portal_.networks) check(network);
    check_menu();
  }

 private:
  void check(const model::Network& network) {
    for (const auto& it : network.charters) hold(it.page, network.page);
    for (const auto& it : network.groups) {
      hold(it.page, network.page);
      if (it.space != nullptr) hold(it.page, it.space->page);
    }
    for (const auto& it : network.workshops) hold(it.page, network.page);
    for (const auto& it : network.spaces) hold(it.page, network.page);
    for (const auto& it : network.meetings) hold(it.page, model::page_of(it.owner));
    for (const auto& it : network.minutes)
      if (it.page.audience.id != it.meeting->members.id) hold(it.page, it.meeting->page);
    for (const auto& it : network.documents) hold(it.page, model::page_of(it.owner));
    for (const auto& it : network.contributions) hold(it.page, it.group != nullptr ? it.group->page : network.page);
    for (const auto& it : network.sheets) hold(it.page, network.page);
    for (const auto& it : network.news) hold(it.page, model::page_of(it.owner));
    for (const auto& it : network.pages) hold(it.page, model::page_of(it.owner));
    for (const auto& it : network.surveys) hold(it.page, model::page_of(it.owner));
  }

  /// Whether all readers of `page` may know of `owner`.
  void hold(const model::Page& page, const model::Page& owner) {
    if (model::may_read(page.audience, owner.audience)) return;
    diagnostics_.add(diag::code::restricted_link, place(page, "visibility"),
                     fmt::format("this is more open than what it belongs to, `{}`", owner.title),
                     "give it the visibility of what it belongs to:\n" + visibility_of(owner.audience),
                     {{fmt::format("`{}` is not for all its readers", owner.path), {}}});
  }

  static std::string visibility_of(const model::Audience& audience) {
    switch (audience.kind) {
      case model::Audience::Kind::everybody: return "visibility = \"public\"";
      case model::Audience::Kind::network: return "visibility = \"network\"";
      case model::Audience::Kind::space: return fmt::format("visibility = \"space:{}\"", audience.id);
      case model::Audience::Kind::group: return "visibility = \"group\"";
    }
    return "";
  }

  diag::Place place(const model::Page& page, std::string_view key) const {
    if (const auto source = sources_.find(page.path)) {
      const toml::Node front = sources_.front(*source);
      for (const toml::Entry& entry : front.entries)
        if (entry.key == key) return {page.path, entry.value.at.line, entry.value.at.column, entry.value.at.length};
    }
    return {page.path, 1, 1, 3};
  }

  /// The menu stands on every page of every tree.
  void check_menu() {
    const auto source = sources_.find("content/portal.toml");
    if (!source) return;
    const toml::Node front = sources_.front(*source);
    const toml::Node* menu = front.find("menu");
    for (std::size_t i = 0; menu != nullptr && i < menu->items.size() && i < portal_.menu.size(); ++i) {
      const model::Page* page = portal_.menu[i].page;
      const toml::Node* to = menu->items[i].find("to");
      if (page == nullptr || to == nullptr || page->audience.kind == model::Audience::Kind::everybody) continue;
      diagnostics_.add(diag::code::restricted_link, {"content/portal.toml", to->at.line, to->at.column, to->at.length},
                       fmt::format("the menu leads everybody to `{}`, which is not public", page->title),
                       "take it out of the menu, or make the page public");
    }
  }

  const model::Portal& portal_;
  const Sources& sources_;
  diag::Diagnostics& diagnostics_;
};

}  // namespace

void check_openness(const Content& content, diag::Diagnostics& diagnostics) { OpennessCheck(content, diagnostics).run(); }

}  // namespace cenacle::content

// The pages and parts that the preview shows of itself, from the templates of web/pages/, compiled in.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "formats/locale/locale.h"
#include "template/template.h"

namespace cenacle::web {

/// A file of web/pages/, or empty.
std::string_view embedded(std::string_view name);

struct MistakeView {
  bool error = true;
  std::string text;
};

/// What every page shows at its foot: overlay.html; and what stands for a page that cannot be made: mistakes.html.
struct StatePage {
  std::string state, panel_url;
  bool has_edition = false;  ///< there is a portal without mistakes to show
  std::int64_t errors = 0, warnings = 0;
  std::vector<MistakeView> mistakes;
};

struct TreeView {
  std::string id, title, readers, url, address;  ///< `url` empty: not shown in this run
  bool restricted = false;
};
struct CalendarView {
  std::string url, path, tree;
  std::int64_t entries = 0;
};
struct LeftOutView {
  std::string path, url;
  std::optional<base::Date> from;  ///< of what is not yet published; none for a draft
};

/// panel.html
struct PanelPage {
  StatePage state;
  std::string title;
  base::Date today{};
  std::vector<TreeView> trees;
  std::vector<CalendarView> calendars;
  std::vector<LeftOutView> left_out;
};

/// source.html: the text of a file that is left out.
struct SourcePage {
  StatePage state;
  std::string path, text;
};

class OwnPages {
 public:
  OwnPages();
  std::string panel(const PanelPage& page) const;
  std::string source(const SourcePage& page) const;
  std::string mistakes(const StatePage& page) const;
  /// Markup to stand before `</body>` of a page.
  std::string overlay(const StatePage& page) const;

 private:
  locale::Locale language_;
  std::unique_ptr<const tmpl::Template> panel_, source_, mistakes_, overlay_;
};

}  // namespace cenacle::web

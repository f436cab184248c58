// Views → the files of one tree: which pages there are, at which path, made by which template from which root view.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "content/load.h"
#include "rules/holidays.h"
#include "site/pages.h"
#include "site/views_of_tree.h"

namespace cenacle::site {

/// One file to make. `root` is the root view that `template_name` was checked against.
struct PageJob {
  std::string path;                ///< in the output: "site/finances/groupes/fiscalite.html"
  std::string_view template_name;  ///< "group.html"
  const void* root = nullptr;
  std::string up;                           ///< from the page to its tree's root: "../../"
  std::vector<const model::Page*> sources;  ///< whose texts may stand in its holes
};

/// The name of each template that the generator asks a theme for, with the type of its root view. A theme makes the
/// kinds of pages that it has a template for.
struct TemplateKind {
  std::string_view name;
  const tmpl::Type* (*root)();
  std::string_view doc;
};
const std::vector<TemplateKind>& template_kinds();

/// The files of one tree, planned on `threads` threads. `restricted`, the audiences that have trees, and `holidays`, to
/// be told in the grids of months, and what `registrations` points to live as long as this. Roots and views live as long
/// as this object.
///
/// Of a page that stands as it would be made, only the address is worked out, since nothing else of it is asked for: it
/// has no job, no page view and no root. Views of things are whole all the same, for the pages that are made show them.
class PagesOfTree {
 public:
  /// Answers whether the theme has a template of that name.
  using HasTemplate = std::function<bool(std::string_view)>;
  /// Answers, from any thread and once for each page, whether the page at `path` of the output, which shows the texts of
  /// `sources`, stands there as it would be made.
  using Stands = std::function<bool(const std::string& path, const std::vector<const model::Page*>& sources)>;

  PagesOfTree(const content::Content& content, std::unique_ptr<const Tree> tree, const Audiences& restricted,
              const locale::Locale& language, const HasTemplate& has_template, unsigned threads,
              const rules::Holidays* holidays = nullptr, const Stands& stands = {},
              const Registrations& registrations = {});
  ~PagesOfTree();

  const Tree& tree() const { return *tree_; }
  /// The files to make.
  const std::vector<PageJob>& jobs() const { return jobs_; }
  /// Data files made without a template: path → bytes (indicators as CSV).
  const std::vector<std::pair<std::string, std::string>>& data() const { return data_; }

 private:
  struct Part;
  friend class PagesBuilder;

  std::unique_ptr<const Tree> tree_;
  const rules::Holidays* holidays_;
  std::unique_ptr<ViewsOfTree> views_;
  std::vector<std::unique_ptr<Part>> parts_;  ///< of the networks, and at last that of the portal
  std::vector<PageJob> jobs_;
  std::vector<std::pair<std::string, std::string>> data_;
};

}  // namespace cenacle::site

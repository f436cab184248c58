// What is wrong in the texts: links that lead nowhere or to what their readers may not see, and what readers cannot read.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>

#include "base/text.h"
#include "base/worker_pool.h"
#include "content/layout.h"
#include "content/links.h"
#include "content/whole.h"
#include "diag/codes.h"

namespace cenacle::content {

namespace {

constexpr std::size_t grain = 8;  ///< texts handed to a thread at once

std::string readers(const model::Audience& audience) {
  switch (audience.kind) {
    case model::Audience::Kind::everybody: return "everybody";
    case model::Audience::Kind::network: return fmt::format("the network `{}`", audience.id);
    case model::Audience::Kind::space: return fmt::format("the space `{}`", audience.id);
    case model::Audience::Kind::group: return fmt::format("the group `{}`", audience.id);
  }
  return {};
}

/// One page's text.
class TextCheck {
 public:
  TextCheck(const model::Page& page, const Content& content, const Links& links, diag::Diagnostics& diagnostics, TextFindings* found)
      : page_(page), content_(content), links_(links), diagnostics_(diagnostics), found_(found),
        first_line_((*content.sources)[page.text.source].body_line) {}

  void run() {
    const auto facts = content_.sources->facts(page_.text.source, reading_options(*content_.portal, page_));
    for (const markdown::Problem& problem : facts->problems) report_problem(problem);
    for (const markdown::Link& link : facts->links) {
      const Target target = links_.resolve(link.target, page_);
      if (target.kind == Target::Kind::file) found_->files.emplace_back(page_.text.source, target.file);
      check_words(link);
      check_target(link, target, *facts);
    }
  }

 private:
  void report(diag::Code code, const markdown::Stretch& at, std::string summary, std::string help, std::vector<diag::Note> notes = {}) {
    found_->told.push_back(page_.text.source);
    diagnostics_.add(code, {page_.path, at.line + first_line_ - 1, at.column, at.length}, std::move(summary), std::move(help),
                     std::move(notes));
  }

  void report_problem(const markdown::Problem& problem) {
    switch (problem.kind) {
      case markdown::ProblemKind::raw_html:
        return report(diag::code::raw_html, problem.at, "HTML is left out of texts", "write it in Markdown, or put a `\\` before the `<`");
      case markdown::ProblemKind::heading_level_skipped:
        return report(diag::code::heading_skipped, problem.at, "a level of heading is skipped",
                      "a heading is at most one `#` longer than the one above it");
      case markdown::ProblemKind::unreadable:
        return report(diag::code::unreadable_text, problem.at, "the text is too deeply nested to be read as Markdown",
                      "it is shown as it is; take the nesting apart");
    }
  }

  void check_words(const markdown::Link& link) {
    if (link.has_text) return;
    if (link.image)
      return report(diag::code::image_without_text, link.at, "the image says nothing to those who cannot see it",
                    fmt::format("say between the brackets what it shows:\n![Ce que montre l’image]({})", link.target));
    report(diag::code::link_without_text, link.at, "the link has no words",
           fmt::format("say between the brackets where it leads:\n[Vers quoi]({})", link.target));
  }

  void check_target(const markdown::Link& link, const Target& target, const markdown::Facts& own) {
    switch (target.kind) {
      case Target::Kind::outside:
      case Target::Kind::file: return;
      case Target::Kind::nowhere: return report(target.code, link.at, target.problem, target.help);
      case Target::Kind::anchor: return check_anchor(link, target, own);
      case Target::Kind::page: break;
    }
    if (link.image)
      return report(diag::code::broken_link, link.at, "an image is a file, not a page", "put the image in the network's folder `files/`");
    if (!model::may_read(page_.audience, target.page->audience)) return report_restricted(link, *target.page);
    if (target.anchor.empty()) return;
    found_->headings.emplace_back(page_.text.source, target.page->text.source);
    const auto facts = content_.sources->facts(target.page->text.source, reading_options(*content_.portal, *target.page));
    check_anchor(link, target, *facts);
  }

  void report_restricted(const markdown::Link& link, const model::Page& target) {
    report(diag::code::restricted_link, link.at,
           fmt::format("this page is for {}, and leads to one for {} only", readers(page_.audience), readers(target.audience)),
           "take the link out, or change the `visibility` of one of them", {{fmt::format("it leads to `{}`", target.path), {}}});
  }

  /// Anchors that the page has beside its headings: `decision-2` of minutes.
  bool is_made_by_page(const model::Page& page, std::string_view anchor) const {
    constexpr std::string_view decision = "decision-";
    if (!anchor.starts_with(decision) || page.network == nullptr) return false;
    anchor.remove_prefix(decision.size());
    std::size_t number = 0;
    const auto read = std::from_chars(anchor.data(), anchor.data() + anchor.size(), number);
    if (read.ptr != anchor.data() + anchor.size()) return false;
    const auto& all = page.network->minutes;
    const auto at = std::find_if(all.begin(), all.end(), [&](const model::Minutes& it) { return &it.page == &page; });
    return at != all.end() && number >= 1 && number <= at->decisions.size();
  }

  void check_anchor(const markdown::Link& link, const Target& target, const markdown::Facts& facts) {
    std::vector<std::string_view> anchors;
    for (const markdown::Heading& heading : facts.headings) {
      if (heading.anchor == target.anchor) return;
      anchors.push_back(heading.anchor);
    }
    if (target.anchor.empty() || is_made_by_page(*target.page, target.anchor)) return;
    std::string listed;
    for (const std::string_view anchor : anchors) listed += fmt::format("{}`#{}`", listed.empty() ? "" : ", ", anchor);
    const auto near = base::closest(target.anchor, anchors);
    const bool article = target.anchor.starts_with("article-");
    report(diag::code::broken_anchor, link.at,
           article ? fmt::format("`{}` has no article {}", target.page->path, number_of(target.anchor))
                   : fmt::format("`{}` has no heading `#{}`", target.page->path, target.anchor),
           near && !article ? fmt::format("did you mean:\n{}#{}", link.target.substr(0, link.target.find('#')), *near)
                            : "name one of its headings",
           {{listed.empty() ? "it has no heading" : "it has " + listed, {}}});
  }

  static std::string number_of(std::string_view anchor) {
    std::string number(anchor.substr(std::string_view("article-").size()));
    std::replace(number.begin(), number.end(), '-', '.');
    return number;
  }

  const model::Page& page_;
  const Content& content_;
  const Links& links_;
  diag::Diagnostics& diagnostics_;
  TextFindings* found_;
  std::uint32_t first_line_;
};

/// What a file that is left out would use: it is not unused for all that.
void add_files_of_left_out(const Content& content, std::set<std::string>* used) {
  for (const model::LeftOut& it : content.portal->left_out) {
    const auto source = content.sources->find(it.path);
    if (!source) continue;
    const auto facts = content.sources->facts(*source, {.articles = false, .french = content.sources->french()});
    for (const markdown::Link& link : facts->links) used->insert(relative_to(it.path, link.target.substr(0, link.target.find('#'))));
    const toml::Node front = content.sources->front(*source);
    const toml::Node* const files = front.find("files");
    if (files == nullptr) continue;
    for (const toml::Node& file : files->items)
      if (const toml::Node* path = file.find("path")) used->insert(relative_to(it.path, path->text));
  }
}

void add_attachments(const model::Portal& portal, std::set<std::string>* used) {
  for (const model::Network& network : portal.networks) {
    for (const model::Document& it : network.documents)
      for (const model::Attachment& file : it.files) used->insert(file.asset.path);
    for (const model::Contribution& it : network.contributions)
      for (const model::Attachment& file : it.files) used->insert(file.asset.path);
  }
}

/// Whether to look at each text. What is said of one follows from its own words, from front matter and the files that
/// there are, which have not changed, and from the headings that its links name. So nothing is said of a text that has
/// not changed, of which nothing was said, and which names no heading of one that has.
std::vector<bool> texts_to_check(std::size_t count, const EarlierCheck* earlier) {
  if (earlier == nullptr) return std::vector<bool>(count, true);
  std::vector<bool> wanted = earlier->changed;
  for (const std::uint32_t text : earlier->findings.told) wanted[text] = true;
  for (const auto& [text, named] : earlier->findings.headings)
    if (earlier->changed[named]) wanted[text] = true;
  return wanted;
}

/// Adds what `from` has of each text that `is_wanted`.
template <class Wanted>
void append(TextFindings& all, const TextFindings& from, Wanted is_wanted) {
  std::copy_if(from.told.begin(), from.told.end(), std::back_inserter(all.told), is_wanted);
  const auto has_wanted = [&](const auto& finding) { return is_wanted(finding.first); };
  std::copy_if(from.headings.begin(), from.headings.end(), std::back_inserter(all.headings), has_wanted);
  std::copy_if(from.files.begin(), from.files.end(), std::back_inserter(all.files), has_wanted);
}

template <class Findings>
void sort_once(Findings& findings) {
  std::sort(findings.begin(), findings.end());
  findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
}

void report_unused(const Content& content, const TextFindings& found, diag::Diagnostics& diagnostics) {
  std::set<std::string> used;
  for (const auto& [text, file] : found.files) used.insert(file);
  add_attachments(*content.portal, &used);
  add_files_of_left_out(content, &used);
  for (const base::FileEntry& file : content.sources->others())
    if (place_of(file.path).kind == FilePlace::Kind::attachment && !used.contains(file.path))
      diagnostics.add(diag::code::unused_file, {file.path, 0, 0, 0}, "no page refers to this file",
                      "link to it from a page, or take it out:\ngit rm '" + file.path + "'");
}

}  // namespace

TextFindings check_texts(const Content& content, const Links& links, unsigned jobs, diag::Diagnostics& diagnostics,
                         const EarlierCheck* earlier) {
  const std::vector<bool> wanted = texts_to_check(content.sources->size(), earlier);
  std::vector<const model::Page*> pages;
  for_each_page(*content.portal, [&](const model::Page& page) {
    if (!page.text.empty && wanted[page.text.source]) pages.push_back(&page);
  });
  std::vector<TextFindings> parts(std::max(1u, jobs));
  base::for_each_index(pages.size(), jobs, grain, [&](std::size_t i, unsigned worker) {
    TextCheck(*pages[i], content, links, diagnostics, &parts[worker]).run();
  });
  TextFindings all;
  if (earlier != nullptr) append(all, earlier->findings, [&](std::uint32_t text) { return !wanted[text]; });
  for (const TextFindings& part : parts) append(all, part, [](std::uint32_t) { return true; });
  sort_once(all.told);
  sort_once(all.headings);
  sort_once(all.files);
  report_unused(content, all, diagnostics);
  return all;
}

}  // namespace cenacle::content

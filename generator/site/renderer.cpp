// Page jobs → bytes: the template leaves holes where texts go; a page whose skeleton and texts are those of the last
// build is not made again.
#include "site/renderer.h"

#include <algorithm>
#include <set>

#include "formats/hash/hash.h"

namespace cenacle::site {

namespace {

void trace_text(std::string& trace, std::uint64_t body_hash, const std::vector<std::string>& hrefs) {
  trace.append(reinterpret_cast<const char*>(&body_hash), sizeof body_hash);
  for (const std::string& href : hrefs) {
    trace += href;
    trace.push_back('\n');
  }
}

}  // namespace

std::string address_of_file(std::string_view path) { return std::string(path.substr(path.find('/') + 1)); }

const model::Page* Renderer::page_of_hole(const PageJob& job, std::uint32_t source) const {
  const auto found = std::find_if(job.sources.begin(), job.sources.end(),
                                  [&](const model::Page* page) { return page->text.source == source; });
  return found == job.sources.end() ? nullptr : *found;
}

/// The address that each link of a text has on this page; empty for one that stays as written.
void Renderer::resolve(const Tree& tree, const PageJob& job, const model::Page& page, const markdown::Facts& facts,
                       Desk& desk) const {
  desk.hrefs.clear();
  for (const markdown::Link& link : facts.links) {
    const content::Target target = links_.resolve(link.target, page);
    std::string href;
    if (target.kind == content::Target::Kind::page) {
      href = tree.url(*target.page);
      if (!target.anchor.empty()) href += "#" + target.anchor;
    } else if (target.kind == content::Target::Kind::file) {
      href = address_of_file(target.file);
      desk.files.insert({tree.folder(), target.file, page.text.source});
    }
    if (!href.empty() && href.find("://") == std::string::npos) href = job.up + href;
    if (target.kind == content::Target::Kind::outside && target.address != link.target) href = target.address;
    desk.hrefs.push_back(std::move(href));
  }
}

/// What the texts of the holes add to the fingerprint, when all of them have been read before.
bool Renderer::trace_known(const Tree& tree, const PageJob& job, Desk& desk) const {
  desk.trace.clear();
  for (const tmpl::HoleAt& hole : desk.skeleton.holes) {
    const model::Page* page = page_of_hole(job, hole.hole);
    if (page == nullptr) continue;
    if (!content_.sources->has_facts(hole.hole)) return false;
    const auto facts = content_.sources->facts(hole.hole, content::reading_options(*content_.portal, *page));
    resolve(tree, job, *page, *facts, desk);
    trace_text(desk.trace, (*content_.sources)[hole.hole].body_hash, desk.hrefs);
  }
  return true;
}

std::uint64_t Renderer::fingerprint(const Desk& desk) const {
  std::uint64_t value = hash::of(desk.skeleton.text, program_);
  for (const tmpl::HoleAt& hole : desk.skeleton.holes)
    value = hash::of({reinterpret_cast<const char*>(&hole.offset), sizeof hole.offset}, value);
  return hash::of(desk.trace, value);
}

void Renderer::make(const Tree& tree, const PageJob& job, Desk& desk, const Keep& keep, const Put& put,
                    diag::Diagnostics& diagnostics) const {
  if (auto mistake = theme_.find(job.template_name)->render(job.root, &desk.skeleton, job.up)) {
    diagnostics.add(std::move(*mistake));
    return;
  }
  if (trace_known(tree, job, desk) && keep(job.path, fingerprint(desk))) return;

  desk.trace.clear();
  desk.texts.resize(desk.skeleton.holes.size());
  for (std::size_t i = 0; i < desk.skeleton.holes.size(); ++i) {
    const std::uint32_t source = desk.skeleton.holes[i].hole;
    desk.texts[i].clear();
    const model::Page* page = page_of_hole(job, source);
    if (page == nullptr) continue;
    const std::string body = content_.sources->body(source);
    markdown::Document document(body, content::reading_options(*content_.portal, *page));
    resolve(tree, job, *page, document.facts(), desk);
    document.render(&desk.texts[i], [&](std::size_t link) -> std::string_view { return desk.hrefs[link]; });
    trace_text(desk.trace, (*content_.sources)[source].body_hash, desk.hrefs);
    if (!content_.sources->has_facts(source)) content_.sources->remember(source, document.facts());
  }
  desk.pieces.clear();
  std::size_t from = 0;
  for (std::size_t i = 0; i < desk.skeleton.holes.size(); ++i) {
    const std::size_t to = desk.skeleton.holes[i].offset;
    desk.pieces.push_back(std::string_view(desk.skeleton.text).substr(from, to - from));
    desk.pieces.push_back(desk.texts[i]);
    from = to;
  }
  desk.pieces.push_back(std::string_view(desk.skeleton.text).substr(from));
  put(job.path, fingerprint(desk), desk.pieces);
}

std::vector<std::string> Renderer::files_of(const PagesOfTree& pages, const std::set<TextFile>& by_texts) const {
  std::set<std::string> files;
  const std::string& folder = pages.tree().folder();
  for (auto it = by_texts.lower_bound({folder, "", 0}); it != by_texts.end() && it->tree == folder; ++it)
    files.insert(it->path);
  const auto attach = [&](const model::Page& page, const std::vector<model::Attachment>& attachments) {
    if (!pages.tree().makes(page)) return;
    for (const model::Attachment& it : attachments) files.insert(it.asset.path);
  };
  for (const model::Network& network : content_.portal->networks) {
    for (const model::Document& it : network.documents) attach(it.page, it.files);
    for (const model::Contribution& it : network.contributions) attach(it.page, it.files);
  }
  return {files.begin(), files.end()};
}

}  // namespace cenacle::site

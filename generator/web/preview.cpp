// What the preview answers to each address: the portal as it stands on the disk at that moment, and its own pages.
#include "web/preview.h"

#include <algorithm>
#include <utility>

#include "web/dressing.h"
#include "web/media_type.h"

namespace cenacle::web {

namespace {

constexpr std::string_view spaces = "/_cenacle/spaces/";
constexpr std::string_view left_out = "/_cenacle/left-out/";
constexpr std::string_view html_type = "text/html; charset=utf-8";

}  // namespace

Preview::Preview(Reader& reader, Shown shown, std::string run)
    : reader_(reader), shown_(std::move(shown)), run_(std::move(run)) {}

bool Preview::refresh() {
  const std::scoped_lock reading(reading_);
  if (!reader_.changed()) return false;
  Reading anew = reader_.read();
  // While somebody mends it, and where a folder cannot be looked at, the same mistakes are no news to browsers.
  if (!anew.edition && anew.mistakes == mistakes_) return false;
  {
    const std::unique_lock lock(state_mutex_);
    if (anew.edition) std::swap(edition_, anew.edition);
    mistakes_ = std::move(anew.mistakes);
    ++number_;
  }
  changed_.notify_all();
  return true;  // the former edition goes here, while others read the new one
}

std::string Preview::name_of_state() const { return run_ + "-" + std::to_string(number_); }

std::string Preview::state() const {
  const std::shared_lock lock(state_mutex_);
  return name_of_state();
}

std::string Preview::next_state(std::string_view known, std::chrono::milliseconds wait) const {
  std::shared_lock lock(state_mutex_);
  changed_.wait_for(lock, wait, [&] { return name_of_state() != known; });
  return name_of_state();
}

std::vector<Mistake> Preview::mistakes() const {
  const std::shared_lock lock(state_mutex_);
  return mistakes_;
}

Answer Preview::answer(std::string_view path) {
  refresh();
  const std::shared_lock lock(state_mutex_);
  return path.starts_with(own) && !path.starts_with(spaces) ? own_page(path) : page(path);
}

bool Preview::shows(std::size_t tree) const {
  return tree == 0 || shown_.all || edition_->tree(tree).audience().id == shown_.tree;
}

std::string Preview::served_at(std::size_t tree) const {
  return tree == 0 ? "/" : std::string(spaces) + edition_->tree(tree).audience().id + "/";
}

std::optional<Preview::Place> Preview::place_of(std::string_view path) const {
  std::size_t tree = 0;
  if (path.starts_with(spaces)) {
    const std::string_view below = path.substr(spaces.size());
    const std::string_view id = below.substr(0, below.find('/'));
    for (std::size_t i = 1; i < edition_->trees(); ++i)
      if (edition_->tree(i).audience().id == id && shows(i)) tree = i;
    if (tree == 0) return std::nullopt;
  }
  Place place{tree, served_at(tree), ""};
  if (path.size() >= place.up.size()) place.path = path.substr(place.up.size());
  if (path.ends_with('/')) place.path += "index.html";
  return place;
}

Answer Preview::page(std::string_view path) const {
  if (!edition_) return mistakes_page(500, mistakes_);
  const auto place = place_of(path);
  if (!place) return missing({0, "/", ""});
  if (!place->path.empty())
    if (auto file = edition_->file(place->tree, place->path)) return of_file(std::move(*file), place->path, 200);
  const std::string index = place->path.empty() ? "index.html" : place->path + "/index.html";
  if (!edition_->has(place->tree, index)) return missing(*place);
  return {302, {}, {}, std::string(path.substr(path.rfind('/') + 1)) + "/"};
}

/// The portal's own page for it, of the tree or else of the public one.
Answer Preview::missing(const Place& place) const {
  auto file = edition_->not_found(place.tree, place.up);
  if (!file && place.tree != 0) file = edition_->not_found(0, "/");
  if (!file) return {404, "text/plain; charset=utf-8", "404\n", {}};
  return of_file(std::move(*file), "404.html", 404);
}

Answer Preview::of_file(Edition::File file, std::string_view path, int status) const {
  if (!file.mistakes.empty()) {
    std::vector<Mistake> mistakes = mistakes_;
    for (const diag::Diagnostic& it : file.mistakes) mistakes.push_back(reader_.shown(it));
    return mistakes_page(500, std::move(mistakes));
  }
  const std::string_view type = media_type(path);
  if (type != html_type) return {status, std::string(type), std::move(file.bytes), {}};
  return html(status,
              before_body_ends(with_own_addresses(std::move(file.bytes)), pages_.overlay(state_page(mistakes_))));
}

Answer Preview::html(int status, std::string page) const {
  return {status, std::string(html_type), std::move(page), {}};
}

/// Links from one tree to another are full addresses: those of trees that are shown here lead here.
std::string Preview::with_own_addresses(std::string page) const {
  std::vector<Moved> moved;
  for (std::size_t i = 0; i < edition_->trees(); ++i)
    moved.push_back({edition_->tree(i).served_at(), shows(i) ? served_at(i) : std::string()});
  return with_links_moved(page, std::move(moved));
}

Answer Preview::mistakes_page(int status, std::vector<Mistake> mistakes) const {
  return html(status, pages_.mistakes(state_page(mistakes)));
}

StatePage Preview::state_page(const std::vector<Mistake>& mistakes) const {
  StatePage page{name_of_state(), std::string(own), edition_ != nullptr, 0, 0, {}};
  for (const Mistake& it : mistakes) {
    ++(it.error ? page.errors : page.warnings);
    page.mistakes.push_back({it.error, it.text});
  }
  return page;
}

Answer Preview::own_page(std::string_view path) const {
  if (path == own) return html(200, pages_.panel(panel()));
  if (path.starts_with(left_out)) return left_out_source(path.substr(left_out.size()));
  for (const std::string_view name : {std::string_view("live.js"), std::string_view("preview.css")})
    if (path.substr(own.size()) == name) return {200, std::string(media_type(name)), std::string(embedded(name)), {}};
  return edition_ ? missing({0, "/", ""}) : mistakes_page(500, mistakes_);
}

Answer Preview::left_out_source(std::string_view path) const {
  if (!edition_) return mistakes_page(500, mistakes_);
  auto text = edition_->left_out_text(path);
  if (!text) return missing({0, "/", ""});
  return html(200, pages_.source({state_page(mistakes_), std::string(path), std::move(*text)}));
}

PanelPage Preview::panel() const {
  PanelPage page;
  page.state = state_page(mistakes_);
  if (!edition_) return page;
  page.title = edition_->portal().title;
  page.today = edition_->portal().today;
  for (std::size_t i = 0; i < edition_->trees(); ++i) {
    const site::Tree& tree = edition_->tree(i);
    const model::Page* subject = edition_->subject(i);
    static constexpr std::string_view readers[] = {"everybody", "network", "space", "group"};
    TreeView view{tree.audience().id,
                  subject == nullptr ? page.title : subject->title,
                  std::string(readers[static_cast<std::size_t>(tree.audience().kind)]),
                  shows(i) ? served_at(i) : std::string(),
                  tree.served_at(),
                  tree.restricted()};
    if (shows(i)) {
      for (const std::string& path : edition_->files_ending(i, ".ics")) {
        const auto file = edition_->file(i, path);
        if (!file) continue;
        page.calendars.push_back({view.url + path, path, tree.restricted() ? view.title : "",
                                  static_cast<std::int64_t>(occurrences(file->bytes, "BEGIN:VEVENT"))});
      }
    }
    page.trees.push_back(std::move(view));
  }
  for (const model::LeftOut& it : edition_->portal().left_out)
    page.left_out.push_back({it.path, std::string(left_out) + it.path, it.from});
  return page;
}

}  // namespace cenacle::web

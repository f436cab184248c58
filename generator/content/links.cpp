// Where the links of a text lead: to a page, an article, a file, outside, or nowhere.
#include "content/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "base/text.h"
#include "content/layout.h"
#include "content/names.h"
#include "content/whole.h"
#include "diag/codes.h"

namespace cenacle::content {

namespace {

Target nowhere(std::string problem, std::string help = {}, diag::Code code = diag::code::broken_link) {
  Target target;
  target.code = code;
  target.problem = std::move(problem);
  target.help = std::move(help);
  return target;
}

Target to_page(const model::Page* page, std::string anchor) {
  Target target;
  target.kind = Target::Kind::page;
  target.page = page;
  target.anchor = std::move(anchor);
  return target;
}

Target outside(std::string_view address) {
  Target target;
  target.kind = Target::Kind::outside;
  target.address = address;
  return target;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "2.1" is the article whose anchor is "article-2-1"; anything else is an anchor itself.
std::string anchor_of(std::string_view part) {
  if (part.empty() || !is_digit(part.front())) return std::string(part);
  std::string anchor = "article-" + std::string(part);
  std::replace(anchor.begin(), anchor.end(), '.', '-');
  return anchor;
}

int hexadecimal(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// RFC 3986 §2.1; what is not well formed stays.
std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && hexadecimal(text[i + 1]) >= 0 && hexadecimal(text[i + 2]) >= 0;
    out += escape ? static_cast<char>(hexadecimal(text[i + 1]) * 16 + hexadecimal(text[i + 2])) : text[i];
    if (escape) i += 2;
  }
  return out;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

/// A link's path and what follows its "#". A query leads to the same page.
struct Split {
  std::string_view path, anchor;
};

Split split(std::string_view target) {
  Split parts;
  const std::size_t hash = target.find('#');
  if (hash != std::string_view::npos) parts.anchor = target.substr(hash + 1);
  parts.path = target.substr(0, hash);
  parts.path = parts.path.substr(0, parts.path.find('?'));
  return parts;
}

}  // namespace

struct Links::State {
  const model::Portal& portal;
  const Sources& sources;
  const Names& names;
  mutable std::once_flag addressed;  ///< by the first link to an address of the portal: few portals have any
  mutable std::unordered_map<std::string_view, const model::Page*> addresses;

  const model::Page* page_at(std::string_view address) const;
  Target by_scheme(std::string_view target, std::size_t colon, const model::Page& from) const;
  Target reference(std::string_view target, const model::Page& from) const;
  Target unknown(const Reference& written, std::string_view network) const;
  Target mailbox(const model::Role& role, const model::Page& network) const;
  Target absolute(std::string_view target) const;
  Target relative(std::string_view target, const model::Page& from) const;
  Target no_such_path(std::string_view written, const std::string& path) const;
};

Links::Links(const Content& content) : state_(new State{*content.portal, *content.sources, *content.names, {}, {}}) {}

Links::~Links() = default;

Target Links::resolve(std::string_view target, const model::Page& from) const {
  // Browsers leave white space at both ends out, so it must hide no scheme from us.
  target = base::trim(target);
  if (std::any_of(target.begin(), target.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }))
    return nowhere("the link holds control characters", "write the address again by hand", diag::code::unsafe_link);
  if (target.empty()) return nowhere("the link leads nowhere", "write where it leads between the parentheses");
  if (target.front() == '#') {
    Target anchor;
    anchor.kind = Target::Kind::anchor;
    anchor.page = &from;
    anchor.anchor = target.substr(1);
    return anchor;
  }
  if (target.starts_with("//")) return nowhere("an outside address begins with `https://`", "write:\nhttps:" + std::string(target));
  if (target.front() == '/') return state_->absolute(target);
  const std::size_t end = target.find_first_of(":/?#");
  if (end != std::string_view::npos && target[end] == ':') return state_->by_scheme(target, end, from);
  return state_->relative(target, from);
}

Target Links::State::by_scheme(std::string_view target, std::size_t colon, const model::Page& from) const {
  const std::string scheme = lower_ascii(target.substr(0, colon));
  if (std::find(named_words.begin(), named_words.end(), scheme) != named_words.end()) return reference(target, from);
  if (scheme == "https" || scheme == "http" || scheme == "mailto" || scheme == "tel") return outside(target);
  const auto near = base::closest(scheme, named_words);
  const std::string help = near ? fmt::format("did you mean:\n{}{}", *near, target.substr(colon)) : std::string();
  return nowhere(fmt::format("a link may not begin with `{}:`", scheme),
                 help.empty() ? "outside addresses begin with `https:`, `http:`, `mailto:` or `tel:`" : help, diag::code::unsafe_link);
}

Target Links::State::reference(std::string_view target, const model::Page& from) const {
  const Reference written = parse_reference(target);
  if (!written.kind) return nowhere("a kind of reference is written in small letters", "write:\n" + lower_ascii(target));
  const std::string_view own = from.network == nullptr ? std::string_view() : std::string_view(from.network->page.id);
  const std::string_view network = written.network.empty() ? own : written.network;
  const Found found = names.find(*written.kind, network, written.id);
  if (!found) return unknown(written, network);
  if (found.page != nullptr) return to_page(found.page, anchor_of(written.article));
  const model::Page* const home = names.find(Named::network, {}, network).page;
  if (*written.kind == Named::role) return mailbox(*static_cast<const model::Role*>(found.thing), *home);
  const auto& body = *static_cast<const model::Body*>(found.thing);
  return body.website.empty() ? to_page(home, {}) : outside(body.website);
}

/// A role leads to its mailbox, or to that of the role that stands in; else to the network, whose page says how to write.
Target Links::State::mailbox(const model::Role& role, const model::Page& network) const {
  const model::Role* it = &role;
  for (int steps = 0; it != nullptr && steps < 8; it = it->fallback, ++steps)
    if (it->shown && !it->mail.empty()) return outside("mailto:" + it->mail);
  return to_page(&network, {});
}

Target Links::State::unknown(const Reference& written, std::string_view network) const {
  const std::string_view word = word_of(*written.kind);
  const std::string suffix = written.article.empty() ? std::string() : "#" + std::string(written.article);
  const std::string what = names.missing(*written.kind, network, written.id);
  if (const model::LeftOut* out = names.left_out(*written.kind, network, written.id))
    return nowhere(what, out->reason == model::LeftOut::Reason::draft
                             ? fmt::format("`{}` is a draft: publish it, or take the link out", out->path)
                             : fmt::format("`{}` is not published before {}", out->path, base::iso(*out->from)));
  const std::string prefix = written.network.empty() ? std::string() : std::string(written.network) + "/";
  const auto ids = names.ids(*written.kind, network);
  if (const auto near = base::closest(written.id, ids))
    return nowhere(what, fmt::format("did you mean:\n{}:{}{}{}", word, prefix, *near, suffix));
  if (const auto elsewhere = names.networks_with(*written.kind, written.id, network); !elsewhere.empty())
    return nowhere(what, fmt::format("that of another network is written:\n{}:{}/{}{}", word, elsewhere.front(), written.id, suffix));
  return nowhere(what, "correct the name, or make it first");
}

Target Links::State::absolute(std::string_view target) const {
  const auto [path, anchor] = split(target.substr(1));
  const model::Page* page = page_at(path);
  if (page == nullptr)
    page = page_at(std::string(path) + (path.empty() || path.ends_with("/") ? "index.html" : "/index.html"));
  if (page == nullptr)
    return nowhere(fmt::format("no page has the address `/{}`", path), "name the page by its kind and id: `group:…`, `page:…`");
  return to_page(page, std::string(anchor));
}

const model::Page* Links::State::page_at(std::string_view address) const {
  std::call_once(addressed, [&] {
    addresses.reserve(sources.size());
    for_each_page(portal, [&](const model::Page& page) { addresses.emplace(page.address, &page); });
  });
  const auto found = addresses.find(address);
  return found == addresses.end() ? nullptr : found->second;
}

Target Links::State::relative(std::string_view target, const model::Page& from) const {
  const auto [written, anchor] = split(target);
  const std::string path = relative_to(from.path, percent_decoded(written));
  if (path.empty()) return nowhere("the link leads out of the content", "files that pages link to are in the network's folder `files/`");
  if (const model::Page* page = names.page_at(path)) return to_page(page, anchor_of(anchor));
  if (sources.has_file(path) && place_of(path).kind == FilePlace::Kind::attachment) {
    Target file;
    file.kind = Target::Kind::file;
    file.file = path;
    file.anchor = anchor;
    return file;
  }
  return no_such_path(written, path);
}

Target Links::State::no_such_path(std::string_view written, const std::string& path) const {
  if (const model::LeftOut* out = names.left_out(path))
    return nowhere(fmt::format("`{}` is left out", path),
                   out->reason == model::LeftOut::Reason::draft ? "it is a draft: publish it, or take the link out"
                                                                : "it is not published before " + base::iso(*out->from));
  const std::string what = fmt::format("there is no page or file `{}`", path);
  if (names.page_at(path + ".md") != nullptr) return nowhere(what, fmt::format("write:\n{}.md", written));
  // Neighbours of what was meant: the other files of its folder.
  const std::size_t slash = path.rfind('/');
  const std::string_view folder = std::string_view(path).substr(0, slash + 1);
  std::vector<std::string_view> neighbours;
  const auto add = [&](std::string_view other) {
    if (other.starts_with(folder) && other.find('/', folder.size()) == std::string_view::npos) neighbours.push_back(other.substr(folder.size()));
  };
  for (std::size_t i = 0; i < sources.size(); ++i) add(sources[i].path);
  for (const base::FileEntry& file : sources.others()) add(file.path);
  const auto near = base::closest(std::string_view(path).substr(folder.size()), neighbours);
  if (!near) return nowhere(what, "correct the path: it is seen from the folder of this file");
  return nowhere(what, fmt::format("did you mean:\n{}{}", written.substr(0, written.rfind('/') + 1), *near));
}

model::Asset asset_at(std::string_view path) {
  return {std::string(path), std::string(path.substr(std::min(path.size(), path.find('/') + 1)))};
}

markdown::Options reading_options(const model::Portal& portal, const model::Page& page) {
  const FilePlace place = place_of(page.path);
  return {.articles = place.kind == FilePlace::Kind::item && place.folder == Folder::charters, .french = portal.language == "fr"};
}

}  // namespace cenacle::content

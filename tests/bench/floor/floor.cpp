// The floor of a build's time: what no generator can leave out of the bench's job, and nothing else.
//
// usage: floor CONTENT OUT THREADS [flat]      CONTENT: what make-content wrote; flat: p.html in place of p/index.html
//
// Lists, reads, parses front matter (toml++) and Markdown (cmark-gfm), fills templates, writes. No state is kept,
// nothing is checked, and with more than one thread the packaged cmark-gfm races: a figure of time only.
#include <algorithm>
#include <atomic>
#include <map>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <toml++/toml.h>

#include <fmt/format.h>

#include "disk.h"
#include "template.h"

using namespace floor_template;

namespace {

const std::map<std::string_view, Source> sources = {{"base", R"(<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }} — {{ site.title }}</title>
<meta name="description" content="{{ summary }}">
<link rel="canonical" href="{{ site.url }}{{ url }}">
<link rel="stylesheet" href="/css/portail.css">
</head>
<body>
<header><a class="logo" href="/">{{ site.title }}</a>
<nav aria-label="Navigation principale"><ul>
{% for m in menu %}<li><a href="{{ m.url }}">{{ m.name }}</a></li>
{% endfor %}</ul></nav></header>
<main id="contenu">
{% block main %}{% endblock %}
</main>
<footer><p>© {{ site.title }} — <a href="/mentions-legales/">Mentions légales</a> — <a href="/contact/">Contact</a></p></footer>
</body>
</html>
)"},
                                                    {"page", R"({% extends base %}{% block main %}
<p class="fil"><a href="/">Accueil</a> › <a href="{{ group.url }}">{{ group.title }}</a> › {{ title }}</p>
<article>
<h1>{{ title }}</h1>
<dl class="meta">
<dt>Date</dt><dd><time datetime="{{ iso }}">{{ day }}</time></dd>
<dt>Lieu</dt><dd>{{ place }}</dd>
<dt>Responsable</dt><dd>{{ person }}</dd>
<dt>Places</dt><dd>{{ seats }}</dd>
</dl>
<ul class="etiquettes">{% for t in tags %}<li>{{ t.name }}</li>{% endfor %}</ul>
{{{ content }}}
</article>{% endblock %})"},
                                                    {"list", R"({% extends base %}{% block main %}
<h1>{{ title }}</h1>
{{{ content }}}
<ul class="liste">{% for p in pages %}
<li><time datetime="{{ p.iso }}">{{ p.day }}</time> <a href="{{ p.url }}">{{ p.title }}</a></li>{% endfor %}
</ul>{% endblock %})"},
                                                    {"home", R"({% extends base %}{% block main %}
<h1>{{ title }}</h1>
<h2>Dernières nouvelles</h2>
<ul class="liste">{% for p in pages %}
<li><time datetime="{{ p.iso }}">{{ p.day }}</time> <a href="{{ p.url }}">{{ p.title }}</a></li>{% endfor %}
</ul>
<h2>Groupes</h2>
<ul class="groupes">{% for g in groups %}
<li><a href="{{ g.url }}">{{ g.title }}</a></li>{% endfor %}
</ul>{% endblock %})"}};

struct Page {
  std::string source, url, title, summary, iso, day, place, person, seats, html;
  std::string_view body;
  std::vector<std::string> tags;
  bool index = false;

  std::string_view section() const { return std::string_view(url).substr(0, url.find('/', 1) + 1); }
};

struct Group {
  Page* page = nullptr;
  std::vector<Page*> pages;
};

/// Runs `work(index, thread)` for each index on `threads` threads.
template <class Work>
void parallel(unsigned threads, std::size_t count, Work work) {
  constexpr std::size_t batch = 64;
  std::atomic<std::size_t> next{0};
  const auto run = [&](unsigned thread) {
    for (std::size_t begin = 0; (begin = next.fetch_add(batch)) < count;)
      for (std::size_t i = begin; i < std::min(count, begin + batch); ++i) work(i, thread);
  };
  std::vector<std::thread> others;
  for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(run, thread);
  run(0);
  for (auto& other : others) other.join();
}

void read_page(Page& page, const std::string& file, std::size_t folder_length) {
  page.source = disk::read(file);
  const std::string_view source = page.source;
  const auto end = source.find("\n+++\n", 4);
  const toml::table front = toml::parse(source.substr(4, end - 3));
  page.body = source.substr(end + 5);
  const auto text = [&](auto node) { return node.value_or(std::string()); };
  page.title = text(front["title"]), page.summary = text(front["summary"]);
  if (const auto moment = front["date"].value<toml::date_time>()) {
    const auto& date = moment->date;
    page.iso = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    page.day = fmt::format("{:02}/{:02}/{:04}", date.day, date.month, date.year);
  }
  const auto extra = front["extra"];
  page.place = text(extra["lieu"]), page.person = text(extra["responsable"]);
  page.seats = std::to_string(extra["places"].value_or(0));
  if (const auto* tags = front["tags"].as_array())
    for (const auto& tag : *tags) page.tags.push_back(tag.value_or(std::string()));
  std::string name = file.substr(folder_length, file.size() - folder_length - 3);
  if ((page.index = name.ends_with("/_index"))) name.resize(name.size() - 7);
  page.url = name + "/";
}

std::string to_html(std::string_view markdown) {
  static const std::vector<cmark_syntax_extension*> extensions = [] {
    std::vector<cmark_syntax_extension*> found;
    for (const char* name : {"table", "autolink", "strikethrough", "tasklist"})
      found.push_back(cmark_find_syntax_extension(name));
    return found;
  }();
  auto* parser = cmark_parser_new(CMARK_OPT_SMART);
  for (auto* extension : extensions) cmark_parser_attach_syntax_extension(parser, extension);
  cmark_parser_feed(parser, markdown.data(), markdown.size());
  auto* root = cmark_parser_finish(parser);
  char* html = cmark_render_html(root, CMARK_OPT_SMART, cmark_parser_get_syntax_extensions(parser));
  std::string text = html;
  free(html);
  cmark_node_free(root);
  cmark_parser_free(parser);
  return text;
}

class Site {
 public:
  Site(std::string out, unsigned threads, bool flat) : out_(std::move(out)), flat_(flat), threads_(threads) {
    for (unsigned i = 0; i < threads; ++i) places_.emplace_back();
  }

  void read(const std::string& folder) {
    const auto files = disk::list(folder, ".md");
    pages_.resize(files.size());
    parallel(threads_, files.size(), [&](std::size_t i, unsigned) { read_page(pages_[i], files[i], folder.size()); });
    for (auto& page : pages_) {
      auto& group = groups_[page.section()];
      if (page.index)
        group.page = &page;
      else
        group.pages.push_back(&page), newest_.push_back(&page);
    }
    const auto newer = [](const Page* a, const Page* b) { return a->iso > b->iso; };
    for (auto& [url, group] : groups_) std::sort(group.pages.begin(), group.pages.end(), newer);
    std::sort(newest_.begin(), newest_.end(), newer);
  }

  void write() {
    for (int i = 1; i <= 20; ++i)
      menu_texts_.push_back(fmt::format("/rubrique-{}/", i)), menu_texts_.push_back(fmt::format("Rubrique {}", i));
    for (std::size_t i = 0; i < menu_texts_.size(); i += 2)
      menu_.push_back(
          {{{names_.id("url"), Value::of(menu_texts_[i])}, {names_.id("name"), Value::of(menu_texts_[i + 1])}}});
    Compiler compiler(names_, sources);
    page_ = compiler.compile("page"), list_ = compiler.compile("list"), home_ = compiler.compile("home");
    for (const auto* name : {"group", "iso", "day", "place", "person", "seats", "tags", "content", "pages", "groups"})
      names_.id(name);
    disk::make_folder(out_);
    for (const auto& [url, group] : groups_) disk::make_folder(out_ + std::string(url));
    parallel(threads_, pages_.size(), [&](std::size_t i, unsigned thread) { write_page(pages_[i], places_[thread]); });
    std::vector<Group*> groups;
    for (auto& [url, group] : groups_) groups.push_back(&group);
    parallel(threads_, groups.size(), [&](std::size_t i, unsigned thread) { write_list(*groups[i], places_[thread]); });
    write_home(places_[0]);
    write_sitemap();
  }

 private:
  /// What one thread writes into, page after page.
  struct Place {
    std::string text;
    std::vector<Value> root;
  };

  void begin(Place& place, const Page& page) {
    place.text.clear();
    place.root.assign(names_.size(), Value());
    set(place, "site", Value::of(site_)), set(place, "menu", Value::of(menu_)),
        set(place, "title", Value::of(page.title));
    set(place, "summary", Value::of(page.summary)), set(place, "url", Value::of(page.url));
  }

  /// Every name is known by now: this only reads the table.
  void set(Place& place, std::string_view name, Value value) { place.root[names_.id(name)] = value; }

  Record row(const Page* page) {
    return {{{names_.id("iso"), Value::of(page->iso)},
             {names_.id("day"), Value::of(page->day)},
             {names_.id("url"), Value::of(page->url)},
             {names_.id("title"), Value::of(page->title)}}};
  }

  void write_page(Page& page, Place& place) {
    page.html = to_html(page.body);
    if (page.index) return;
    begin(place, page);
    const Page& owner = *groups_.find(page.section())->second.page;
    const Record group{{{names_.id("url"), Value::of(owner.url)}, {names_.id("title"), Value::of(owner.title)}}};
    std::vector<Record> tags;
    for (const auto& tag : page.tags) tags.push_back({{{names_.id("name"), Value::of(tag)}}});
    set(place, "group", Value::of(group)), set(place, "iso", Value::of(page.iso)),
        set(place, "day", Value::of(page.day));
    set(place, "place", Value::of(page.place)), set(place, "person", Value::of(page.person));
    set(place, "seats", Value::of(page.seats)), set(place, "tags", Value::of(tags)),
        set(place, "content", Value::of(page.html));
    render(page_, place.root, place.text);
    std::string file = out_ + page.url;
    if (flat_) {
      file.pop_back();
      disk::write(file + ".html", place.text);
    } else {
      disk::make_folder(file);
      disk::write(file + "index.html", place.text);
    }
    std::string().swap(page.html);
  }

  void write_list(const Group& group, Place& place) {
    begin(place, *group.page);
    std::vector<Record> rows;
    for (const Page* page : group.pages) rows.push_back(row(page));
    set(place, "pages", Value::of(rows)), set(place, "content", Value::of(group.page->html));
    render(list_, place.root, place.text);
    disk::write(out_ + group.page->url + "index.html", place.text);
  }

  void write_home(Place& place) {
    Page page;
    page.title = page.summary = "Portail des associations", page.url = "/";
    begin(place, page);
    std::vector<Record> rows, groups;
    for (std::size_t i = 0; i < std::min<std::size_t>(20, newest_.size()); ++i) rows.push_back(row(newest_[i]));
    for (const auto& [url, group] : groups_) groups.push_back(row(group.page));
    set(place, "pages", Value::of(rows)), set(place, "groups", Value::of(groups));
    render(home_, place.root, place.text);
    disk::write(out_ + "/index.html", place.text);
  }

  void write_sitemap() {
    std::string text =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (const Page* page : newest_)
      text += fmt::format("<url><loc>https://portail.example.org{}</loc><lastmod>{}</lastmod></url>\n", page->url,
                          page->iso);
    disk::write(out_ + "/sitemap.xml", text + "</urlset>\n");
  }

  std::string out_;
  bool flat_;
  unsigned threads_;
  std::vector<Page> pages_;
  std::map<std::string_view, Group> groups_;
  std::vector<Page*> newest_;
  Names names_;
  std::vector<std::string> menu_texts_;
  std::vector<Record> menu_;
  const Record site_{{{names_.id("title"), Value::of("Portail des associations")},
                      {names_.id("url"), Value::of("https://portail.example.org")}}};
  Template page_, list_, home_;
  std::vector<Place> places_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) return 2;
  cmark_gfm_core_extensions_ensure_registered();
  Site site(arguments[2], static_cast<unsigned>(std::stoul(arguments[3])),
            count > 4 && std::string_view(arguments[4]) == "flat");
  site.read(arguments[1]);
  site.write();
  _exit(0);  // as a generator would: nothing is owed to the pages' memory
}

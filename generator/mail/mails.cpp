// The mails of a theme, read and compiled.
#include "mail/mails.h"

#include <fmt/format.h>

#include "content/front_matter.h"
#include "content/keys.h"
#include "mail/layout.h"
#include "site/theme_files.h"

namespace cenacle::mail {

namespace {

constexpr std::string_view folder = "mails/";

/// "mails/convocation.md" → "convocation"; "" for other files: parts, other languages.
std::string_view stem_of(std::string_view file) {
  if (!file.starts_with(folder) || !file.ends_with(".md")) return {};
  file.remove_prefix(folder.size());
  file.remove_suffix(std::string_view(".md").size());
  return file.find_first_of("/.") == std::string_view::npos ? file : std::string_view();
}

constexpr content::Choice<About> abouts[] = {
#define CENACLE_DECLARE(identifier, word) {word, About::identifier},
    CENACLE_ABOUTS(CENACLE_DECLARE)
#undef CENACLE_DECLARE
};

/// What a mail's own front matter says, before anything is filled in. Nothing when it cannot be read: reported.
std::optional<About> about_of(const tmpl::Source& source, const content::Content& portal,
                              diag::Diagnostics& diagnostics) {
  if (!content::is_utf8(source.text, source.path, diagnostics)) return std::nullopt;
  const content::FrontMatter front = content::split_front_matter(source.text, source.path, diagnostics);
  if (!front.readable) return std::nullopt;
  const std::size_t before = diagnostics.errors();
  const toml::Node table = toml::parse(front.toml, source.path, front.toml_line, diagnostics);
  const content::Context context{*portal.portal, *portal.sources, diagnostics};
  const content::File file{context, source.path};
  content::Keys keys(table, file, "a mail");
  keys.text("subject", content::Need::required);
  const About about = keys.choice("for", abouts, About::any, content::Need::required);
  keys.finish();
  return diagnostics.errors() == before ? std::optional(about) : std::nullopt;
}

Style style_of(const site::ThemeFiles& files, diag::Diagnostics& diagnostics) {
  Style style;
  const auto source = files.read("mails/style.toml");
  if (!source) return style;
  for (const toml::Entry& entry : toml::parse(source->text, source->path, 1, diagnostics).entries) {
    const toml::Spot& at = entry.value.at;
    const diag::Place place{source->path, at.line, at.column, at.length};
    if (entry.value.kind != toml::Kind::text) {
      diagnostics.add(diag::code::wrong_type, place,
                      fmt::format("a style is a text, not {}", toml::name_of(entry.value.kind)));
    } else if (entry.value.text.find_first_of("\"<>&") != std::string::npos) {
      diagnostics.add(diag::code::bad_value, place, "a style stands in an attribute: no \" < > &",
                      "write names of typefaces between single quotes");
    } else {
      style.emplace(entry.key, entry.value.text);
    }
  }
  return style;
}

const tmpl::Type& root_of(About about) {
  for (const MailKind& kind : mail_kinds())
    if (kind.about == about) return *kind.root();
  return *tmpl::type_of<Letter>();
}

}  // namespace

std::unique_ptr<const Mails> Mails::load(const base::FileSystem& system, const content::Content& portal,
                                         diag::Diagnostics& diagnostics) {
  const locale::Locale& language = *portal.language;
  const auto files = site::ThemeFiles::open(system, portal.portal->theme, diagnostics);
  if (!files) return nullptr;
  std::unique_ptr<Mails> made(new Mails);
  made->words_ = files->words("mails", language.language(), diagnostics);
  made->style_ = style_of(*files, diagnostics);
  const tmpl::Environment environment = files->environment(made->words_, language);
  const auto compile = [&](std::string_view name, const tmpl::Type* root) {
    return tmpl::compile(name, *root, environment, diagnostics);
  };
  made->layout_ = compile("mails/layout.html", tmpl::type_of<LayoutView>());
  made->text_layout_ = compile("mails/layout.txt", tmpl::type_of<LayoutView>());
  made->page_ = compile("mails/page.html", tmpl::type_of<SheetOfPaperView>());
  for (const std::string& name : environment.names) {
    const std::string_view stem = stem_of(name);
    if (stem.empty()) continue;
    const std::string translated = fmt::format("{}{}.{}.md", folder, stem, language.language());
    const std::string& file = files->find(translated).empty() ? name : translated;
    const auto source = files->read(file);
    const auto about = source ? about_of(*source, portal, diagnostics) : std::nullopt;
    if (!about) continue;
    if (auto letter = compile(file, &root_of(*about)))
      made->mails_.emplace(stem, Mail{*about, source->path, std::move(letter)});
  }
  if (!made->layout_ || !made->text_layout_ || !made->page_) return nullptr;
  return made;
}

const Mail* Mails::find(std::string_view name) const {
  const auto found = mails_.find(name);
  return found == mails_.end() ? nullptr : &found->second;
}

std::vector<std::string_view> Mails::names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, mail] : mails_) names.push_back(name);
  return names;
}

}  // namespace cenacle::mail

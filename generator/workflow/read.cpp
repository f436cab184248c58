// The files of workflows: found, opened, read key by key, and tried for what can be proven.
#include "workflow/read.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "content/sources.h"
#include "formats/toml/toml.h"
#include "workflow/prove.h"
#include "workflow/reading.h"

namespace cenacle::workflow {

using content::Keys;

namespace {

constexpr std::string_view folder = "workflows", ending = ".toml";

/// The folder's other files, which have readers of their own.
bool is_of_another_kind(std::string_view path) {
  return path.starts_with("registration-") || path == "public-holidays.toml";
}

Where read_where(Keys& keys, const Reading& reading, About about) {
  Where it;
  const bool has_kinds = about == About::request || about == About::contribution;
  static constexpr std::string_view requests[] = {"advice", "abuse", "call", "group", "contribution", "survey"};
  static constexpr std::string_view contributions[] = {"message", "document", "question", "answer", "agenda"};
  if (has_kinds) {
    const auto& known = about == About::request
                            ? std::vector<std::string_view>(std::begin(requests), std::end(requests))
                            : std::vector<std::string_view>(std::begin(contributions), std::end(contributions));
    it.kinds = rules::texts_among(keys, "kinds", "kind", known);
  } else if (about == About::meeting || about == About::minutes || about == About::decision ||
             about == About::registration) {
    it.meetings = content::all_listed(keys, "kinds", "kind of meeting", reading.network.meeting_kinds);
  }
  if (about != About::network && about != About::charter && about != About::person && about != About::sheet)
    it.of = rules::chosen(keys, "of", rules::joins_words);
  if (about == About::registration) it.paths = rules::path_ids(keys, "paths", reading.numbers);
  if (about == About::charter) {
    std::vector<std::string_view> ids;
    for (const model::Charter& charter : reading.network.charters)
      if (std::find(ids.begin(), ids.end(), charter.charter) == ids.end()) ids.push_back(charter.charter);
    it.charters = rules::texts_among(keys, "charters", "charter", ids);
  }
  return it;
}

class Reader {
 public:
  Reader(const content::Content& content, const rules::Rulebooks& rulebooks, const KnownMails* mails,
         diag::Diagnostics& diagnostics)
      : context_{*content.portal, *content.sources, diagnostics, content.names.get()},
        rulebooks_(rulebooks),
        mails_(mails),
        diagnostics_(diagnostics) {}

  void read(const std::string& path, std::string_view text) {
    const std::size_t errors = diagnostics_.errors();
    if (const auto bad = base::first_invalid_utf8(text)) {
      const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
      diagnostics_.add(diag::code::not_utf8, {path, static_cast<std::uint32_t>(line), 1, 1}, "this line is not UTF-8",
                       "save the file as UTF-8");
      return;
    }
    const toml::Node tree = toml::parse(text, path, 1, diagnostics_);
    const bool whole = diagnostics_.errors() == errors;
    const content::File unknown{context_, path, nullptr, 0, false, whole};
    Keys head(tree, unknown, "a file of workflows");
    static constexpr content::Named kinds[] = {content::Named::network};
    const auto* const network =
        content::refer(head, "network", {kinds, true}, content::Need::required).as<model::Network>();
    if (network == nullptr) return;
    Book& book = books_.books.emplace_back();
    book.network = network, book.file = path;
    const content::File file{context_, path, network, 0, false, whole};
    Keys keys(tree, file, "a file of workflows");
    keys.find("network");
    read_book(keys, book);
    keys.finish();
    if (diagnostics_.errors() == errors) prove(book, rulebooks_.of(network->page.id), diagnostics_);
  }

  Workflows take() { return std::move(books_); }

 private:
  void read_book(Keys& keys, Book& book) {
    const rules::Rulebook* const rulebook = rulebooks_.of(book.network->page.id);
    rules::Rulebook unused;
    unused.network = book.network;
    std::vector<std::string> paths;
    if (rulebook != nullptr)
      for (const rules::Path& it : rulebook->paths) paths.push_back(it.id);
    const Reading reading{
        *book.network, rulebook, mails_, {*book.network, unused, nullptr, false, std::move(paths), {}}};
    keys.tables(
        "workflows", "a workflow", [&](Keys& table) { book.workflows.push_back(read_workflow(table, reading, book)); },
        content::Need::required);
  }

  content::Context context_;
  const rules::Rulebooks& rulebooks_;
  const KnownMails* mails_;
  diag::Diagnostics& diagnostics_;
  Workflows books_;
};

}  // namespace

Workflow read_workflow(Keys& keys, const Reading& reading, const Book& book) {
  Workflow it;
  it.at = rules::spot_of(keys);
  it.id = rules::new_id(keys, book.workflows);
  it.title = keys.text("title", content::Need::required);
  it.about = keys.choice("about", about_words, About::meeting, content::Need::required);
  keys.table("where", "a choice", [&](Keys& table) { it.where = read_where(table, reading, it.about); });
  keys.tables(
      "steps", "a step",
      [&](Keys& table) {
        it.steps.push_back(read_step(table, reading, it));
        it.steps.back().digest = meaning(keys.table(), table.table());
      },
      content::Need::required);
  return it;
}

const Book* Workflows::of(std::string_view network) const {
  for (const Book& it : books)
    if (it.network->page.id == network) return &it;
  return nullptr;
}

Workflows read_workflows(const base::FileSystem& files, const content::Content& content,
                         const rules::Rulebooks& rulebooks, const KnownMails* mails, diag::Diagnostics& diagnostics) {
  if (!content.portal) return {};
  const auto listing = files.list(folder);
  if (!listing) return {};
  Reader reader(content, rulebooks, mails, diagnostics);
  for (const base::FileEntry& entry : *listing) {
    if (!entry.path.ends_with(ending) || is_of_another_kind(entry.path)) continue;
    const std::string path = fmt::format("{}/{}", folder, entry.path);
    if (const auto text = files.read(path))
      reader.read(path, *text);
    else
      content::report_unreadable(path, text.failure(), diagnostics);
  }
  return reader.take();
}

}  // namespace cenacle::workflow

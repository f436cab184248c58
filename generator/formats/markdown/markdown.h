// Markdown (CommonMark with tables and task lists, cmark-gfm): parsed once, asked for what it holds, then rendered.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cenacle::markdown {

/// A stretch of the source: line and column from 1 (column and length in code points), relative to the text that was
/// parsed.
struct Stretch {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;
};

/// In a link by reference (`[text][label]`) the place is that of the target in the definition.
struct Link {
  std::string target;  ///< as written, entities and escapes resolved; of a mailbox in the text: "mailto:…"
  bool image = false;
  bool bare = false;     ///< an http(s) address or a mailbox that stands in the text without Markdown
  bool has_text = true;  ///< link text or alternative text is not empty
  Stretch at;            ///< of the target as it stands in the source
};

struct Heading {
  int level = 2;     ///< in the output
  std::string text;  ///< plain
  std::string
      anchor;  ///< unique in its document: `locale::slug` of the text, or `article-2-1` (see Options), then `-2`…
  std::string article;  ///< "2.1" where the heading begins with a number and Options::articles is set
  Stretch at;           ///< of its text, the first line of it
};

enum class ProblemKind {
  raw_html,               ///< left out of the output; comments are too, but are no problem
  heading_level_skipped,  ///< `####` under `##`, or a first heading that is not of the text's highest level
  unreadable,             ///< made to ask for gigabytes: the whole text is written as it is, preformatted
};

struct Problem {
  ProblemKind kind;
  Stretch at;
};

/// In the order of the text.
struct Facts {
  std::vector<Link> links;
  std::vector<Heading> headings;
  std::vector<Problem> problems;
};

struct Options {
  bool articles = false;      ///< numbered headings get `article-N` anchors
  bool french = false;        ///< French typography: ’, « », no-break spaces before ; : ! ? where a space was typed
  int min_heading_level = 2;  ///< headings are moved so that the text's highest level becomes this
};

/// Where a link leads in the output, by index into Facts::links. Returning an empty view keeps the target as written.
using Resolve = std::function<std::string_view(std::size_t link)>;

/// A parsed text. One thread at a time; any number of them may be alive. Never throws on any input. `source` must
/// outlive it; ill-formed UTF-8 and zero bytes are read as "?".
class Document {
 public:
  explicit Document(std::string_view source, const Options& options);
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  const Facts& facts() const;
  /// Appends HTML: headings with ids; tables in `<div class="table">`, a region that can be scrolled by keyboard and
  /// has the name of the heading above it, else of its columns, aligned cells with class `left`, `center` or `right`;
  /// items of task lists with class `task` and ☐ or ☑; bare http(s) addresses and mailboxes as links; raw HTML left
  /// out; no link or image for `javascript:`, `vbscript:`, `data:` and `file:` targets. The same source and answers
  /// give the same bytes on any thread.
  void render(std::string* out, const Resolve& resolve);
  /// The whole as plain text, for those who read a mail without HTML: paragraphs between empty lines, "- " and "1. "
  /// before items, tables row by row; every link with where it leads, "words <https://…>".
  std::string text(const Resolve& resolve) const;
  /// Plain text of the first paragraph (outside quotations and lists if there is one), at most `limit` characters, cut
  /// at a word with "…".
  std::string summary(std::size_t limit) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A short text of front matter, for the `markdown` filter: a single paragraph without its `<p>`, else blocks. Targets
/// stay as written.
std::string to_html(std::string_view source, const Options& options);

/// A whole text for those who read it without a page (a calendar entry): paragraphs between empty lines, "- "
/// and "1. " before items, tables row by row. A link of the web keeps its address, in brackets; others are their words.
std::string to_text(std::string_view source, const Options& options);

}  // namespace cenacle::markdown

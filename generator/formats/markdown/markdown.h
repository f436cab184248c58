// Markdown (CommonMark with tables and task lists, cmark-gfm): parsed once, asked for what it holds, then rendered.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cenacle::markdown {

/// A stretch of the source: line and column from 1 (column and length in code points), relative to the text that was parsed.
struct Stretch {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;
};

struct Link {
  std::string target;   ///< as written, entities and escapes resolved
  bool image = false;
  bool has_text = true; ///< link text or alternative text is not empty
  Stretch at;           ///< of the target as it stands in the source
};

struct Heading {
  int level = 2;
  std::string text;     ///< plain
  std::string anchor;   ///< unique in its document: `locale::slug` of the text, or `article-2-1` (see Options), then `-2`…
  std::string article;  ///< "2.1" where the heading begins with a number and Options::articles is set
  Stretch at;
};

enum class ProblemKind { raw_html, heading_level_skipped };

struct Problem {
  ProblemKind kind;
  Stretch at;
};

struct Facts {
  std::vector<Link> links;
  std::vector<Heading> headings;
  std::vector<Problem> problems;
};

struct Options {
  bool articles = false;        ///< numbered headings get `article-N` anchors
  bool french = false;          ///< French typography: ’, « », no-break spaces before ; : ! ? where a space was typed
  int min_heading_level = 2;    ///< headings are shifted down so that the text's highest level becomes this
};

/// Where a link leads in the output, by index into Facts::links. Returning an empty view keeps the target as written.
using Resolve = std::function<std::string_view(std::size_t link)>;

/// A parsed text. Use on the thread that made it, and release before the next `parse` on that thread (its memory is a
/// per-thread arena). Never throws on any input; nesting is bounded.
class Document {
 public:
  explicit Document(std::string_view source, const Options& options);
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  const Facts& facts() const;
  /// Appends HTML: headings with ids, tables in a scrollable region, bare http(s) addresses as links, raw HTML left out,
  /// `javascript:` and `data:` targets never written. The same source and answers give the same bytes on any thread.
  void render(std::string* out, const Resolve& resolve);
  /// Plain text of the first paragraph, at most `limit` characters, cut at a word with "…".
  std::string summary(std::size_t limit) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A short text of front matter as inline or block HTML, for the `markdown` filter. No links to sources in it.
std::string to_html(std::string_view source, const Options& options);

}  // namespace cenacle::markdown

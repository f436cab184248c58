// Markdown (CommonMark with tables and task lists, cmark-gfm): parsed once, asked for what it holds, then rendered.
#include "formats/markdown/markdown.h"

#include "base/text.h"
#include "formats/markdown/tree.h"

namespace cenacle::markdown {

namespace {

/// At most `limit` characters of `text`, cut between two words.
std::string shortened(std::string_view text, std::size_t limit) {
  if (base::code_points(text) <= limit) return std::string(text);
  if (limit == 0) return {};
  std::size_t end = 0;
  for (std::size_t i = 0; i + 1 < limit; ++i) base::next_code_point(text, &end);
  std::string_view head = text.substr(0, end);
  if (std::string_view(" ,;:.!?").find(text[end]) == std::string_view::npos) {
    if (const std::size_t space = head.rfind(' '); space != std::string_view::npos) head = head.substr(0, space);
  }
  const std::size_t last = head.find_last_not_of(" ,;:.-");
  return std::string(head.substr(0, last + 1)) + "…";  // npos + 1 is 0
}

}  // namespace

struct Document::State {
  Tree tree;
};

Document::Document(std::string_view source, const Options& options) : state_(std::make_unique<State>()) {
  state_->tree.options = options;
  parse(source, &state_->tree);
  gather(Places::found, &state_->tree);
}

Document::~Document() = default;

const Facts& Document::facts() const { return state_->tree.facts; }

void Document::render(std::string* out, const Resolve& resolve) { write_html(&state_->tree, resolve, false, out); }

std::string Document::text(const Resolve& resolve) const { return whole_text(state_->tree, resolve); }

std::string Document::summary(std::size_t limit) const {
  return state_->tree.lead == nullptr ? std::string() : shortened(plain_text(state_->tree.lead), limit);
}

std::string to_html(std::string_view source, const Options& options) {
  Tree tree;
  tree.options = options;
  parse(source, &tree);
  gather(Places::left_out, &tree);
  std::string out;
  write_html(&tree, {}, true, &out);
  return out;
}

}  // namespace cenacle::markdown

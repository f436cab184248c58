// The HTML of a mail, each element with its style.
#include "mail/dress.h"

#include <array>

namespace cenacle::mail {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::array<std::string_view, 6> kept_attributes = {"href", "src", "alt", "title", "start", "scope"};
constexpr std::string_view button_begins = "<strong><a ", button_ends = "</a></strong>";

/// Goes through the tags of `html`; what stands between them is text.
class Dresser {
 public:
  Dresser(std::string_view html, const Style& style) : html_(html), style_(style) {}

  std::string dress() && {
    for (std::size_t open; (open = html_.find('<', at_)) != npos;) {
      out_.append(html_, at_, open - at_);
      at_ = open;
      if (rest().starts_with(button_begins)) {
        button();
      } else {
        tag();
      }
    }
    out_.append(html_, at_, npos);
    return std::move(out_);
  }

 private:
  std::string_view rest() const { return html_.substr(at_); }

  void button() {
    const std::size_t end = html_.find(button_ends, at_);
    at_ += std::string_view("<strong>").size();
    element("button");
    if (end == npos) return;
    out_.append(html_, at_, end - at_).append("</a>");
    at_ = end + button_ends.size();
  }

  void tag() {
    if (rest().starts_with("<ul>\n<li><strong><a ")) {
      in_buttons_ = true;
      return element("buttons");
    }
    if (rest().starts_with("</ul>")) in_buttons_ = false;
    if (in_buttons_ && rest().starts_with("<li>")) return element("buttons li");
    element({});
  }

  /// The tag at `at_`, with the style of `name`, or of its own name when that is empty.
  void element(std::string_view name) {
    const std::size_t end = html_.find('>', at_);
    if (end == npos) {
      at_ = html_.size();
      return;
    }
    std::string_view inside = html_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (inside.starts_with('/')) {
      out_.append("<").append(inside).append(">");
      return;
    }
    const std::string_view own = inside.substr(0, inside.find_first_of(" /"));
    out_.append("<").append(own);
    std::string declarations = styled(name.empty() ? own : name);
    attributes(inside.substr(own.size()), &declarations);
    if (!declarations.empty()) out_.append(" style=\"").append(declarations).append("\"");
    out_ += '>';
  }

  std::string styled(std::string_view name) const {
    const auto found = style_.find(name);
    return found == style_.end() ? std::string() : found->second;
  }

  void attributes(std::string_view text, std::string* declarations) {
    for (std::size_t equals; (equals = text.find("=\"")) != npos;) {
      const std::string_view name = text.substr(text.find_first_not_of(' '), equals - text.find_first_not_of(' '));
      const std::size_t close = text.find('"', equals + 2);
      if (close == npos) return;
      const std::string_view value = text.substr(equals + 2, close - equals - 2);
      if (name == "class" && (value == "right" || value == "center"))  // a column of a table
        declarations->append(declarations->empty() ? "" : ";").append("text-align:").append(value);
      for (const std::string_view kept : kept_attributes)
        if (name == kept) out_.append(" ").append(name).append("=\"").append(value).append("\"");
      text.remove_prefix(close + 1);
    }
  }

  std::string_view html_;
  const Style& style_;
  std::size_t at_ = 0;
  bool in_buttons_ = false;
  std::string out_;
};

}  // namespace

std::string dress(std::string_view html, const Style& style) { return Dresser(html, style).dress(); }

}  // namespace cenacle::mail

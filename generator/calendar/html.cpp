// The HTML of a description, made of its plain text: what both say is the same, whichever a client shows.
#include <algorithm>

#include "base/text.h"
#include "calendar/entry.h"

namespace cenacle::calendar {

namespace {

void escape(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
}

/// A line, its addresses as links.
void add_line(std::string& out, std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = std::min(line.find("https://", at), line.find("http://", at));
    escape(out, line.substr(at, begin == line.npos ? line.npos : begin - at));
    if (begin == line.npos) return;
    std::size_t end = std::min(line.find_first_of(" \t<>\"", begin), line.size());
    while (end > begin && std::string_view(".,;:!?)").find(line[end - 1]) != std::string_view::npos) --end;
    out += "<a href=\"";
    escape(out, line.substr(begin, end - begin));
    out += "\">";
    escape(out, line.substr(begin, end - begin));
    out += "</a>";
    at = end;
  }
}

}  // namespace

std::string html_of(std::string_view text) {
  if (text.empty()) return {};
  std::string out = "<html><body>";
  bool in_list = false, in_paragraph = false;
  const auto close = [&] {
    out += in_list ? "</ul>" : in_paragraph ? "</p>" : "";
    in_list = in_paragraph = false;
  };
  for (const std::string_view line : base::split(text, '\n')) {
    const std::string_view words = base::trim(line);
    const bool item = words.starts_with("- ");
    if (words.empty() || item != in_list) close();
    if (words.empty()) continue;
    if (item) {
      out += in_list ? "<li>" : "<ul><li>";
      in_list = true;
    } else {
      out += in_paragraph ? "<br>" : "<p>";
      in_paragraph = true;
    }
    add_line(out, item ? words.substr(2) : words);
    if (item) out += "</li>";
  }
  close();
  return out + "</body></html>";
}

}  // namespace cenacle::calendar

// What `new` says.
#include "cli/new_account.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "diag/visible.h"
#include "formats/json/json.h"

namespace cenacle::cli {

namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::size_t lines_shown = 12;

std::string shown(const std::string& folder, const site::NewFile& file) {
  return folder.empty() ? file.path : folder + "/" + file.path;
}

std::string as_json(const std::vector<site::NewFile>& files, const std::string& folder,
                    const std::vector<std::string>& next, bool dry_run) {
  json::Writer out;
  out.begin_object().key("written").boolean(!dry_run).key("files").begin_array();
  for (const site::NewFile& file : files) {
    out.begin_object().key("path").text(shown(folder, file)).key("to_fill_in").begin_array();
    for (const LineToFill& line : lines_to_fill(file.text))
      out.begin_object()
          .key("line")
          .integer(static_cast<std::int64_t>(line.number))
          .key("text")
          .text(line.text)
          .end_object();
    out.end_array();
    if (dry_run) out.key("text").text(file.text);
    out.end_object();
  }
  out.end_array().key("next").begin_array();
  for (const std::string& command : next) out.text(command);
  return out.end_array().end_object().take();
}

}  // namespace

std::vector<LineToFill> lines_to_fill(std::string_view text) {
  std::vector<LineToFill> lines;
  std::size_t number = 0;
  for (const std::string_view line : base::split(text, '\n')) {
    ++number;
    if (line.find(ellipsis) != std::string_view::npos) lines.push_back({number, std::string(base::trim(line))});
  }
  return lines;
}

std::string account_of_new(const Context& context, const std::vector<site::NewFile>& files, const std::string& folder,
                           const std::vector<std::string>& next, bool dry_run) {
  if (context.format == Format::json) return as_json(files, folder, next, dry_run);
  std::string out;
  if (dry_run) {
    for (const site::NewFile& file : files) out += fmt::format("{}:\n{}\n", shown(folder, file), file.text);
    return out + "nothing was written (--dry-run)\n";
  }
  for (const site::NewFile& file : files) out += fmt::format("made {}\n", shown(folder, file));
  std::string to_fill;
  std::size_t count = 0;
  for (const site::NewFile& file : files)
    for (const LineToFill& line : lines_to_fill(file.text))
      if (++count <= lines_shown)
        to_fill += fmt::format("  {}:{}: {}\n", shown(folder, file), line.number, diag::visible(line.text));
  if (count > 0) out += "to fill in, wherever there is a “…”:\n" + to_fill;
  if (count > lines_shown) out += fmt::format("  and {} more\n", count - lines_shown);
  for (std::size_t i = 0; i < next.size(); ++i) out += fmt::format("{}{}\n", i == 0 ? "next: " : "      ", next[i]);
  return out;
}

int refuse(const site::Refusal& refusal) {
  fmt::print(stderr, "cenacle: {}\n", diag::visible(refusal.message));
  for (const std::string_view line : base::split(refusal.help, '\n'))
    if (!refusal.help.empty()) fmt::print(stderr, "{}\n", diag::visible(line));
  return refusal.why == site::Refusal::Why::usage ? Exit::usage : Exit::mistakes;
}

}  // namespace cenacle::cli

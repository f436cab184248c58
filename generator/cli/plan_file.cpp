// A plan kept in a file, to be read by others and then applied as it is.
#include "cli/plan_file.h"

#include <fcntl.h>

#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "formats/hash/hash.h"
#include "formats/json/json.h"
#include "formats/json/read.h"
#include "publish/descriptor.h"
#include "publish/replace_file.h"

namespace cenacle::cli {

namespace {

constexpr std::string_view kind = "cenacle plan 1";

/// Of all that its reader would see. Of a mail that cannot be written, of the reason.
std::string digest_of(const Outlook& outlook, const workflow::Action& action, base::Instant at) {
  const auto written = outlook.write(action, 0, at);
  if (!written) return hash::sha256(written.failure().message);
  const mime::Message& it = written->letter;
  std::string seen = as_read(*written) + '\0' + it.html;
  for (const mime::File& file : it.files) seen += '\0' + file.bytes;
  return hash::sha256(seen);
}

}  // namespace

base::Outcome save_plan(const std::string& path, const Outlook& outlook, const workflow::Plan& plan, base::Instant now,
                        base::Instant until) {
  json::Writer out;
  out.begin_object().key("kind").text(kind).key("now").text(base::iso(now)).key("until").text(base::iso(until));
  out.key("mails").begin_array();
  for (const workflow::Action& it : plan.actions)
    out.begin_object()
        .key("key")
        .text(it.key.text())
        .key("due")
        .text(base::iso(it.due))
        .key("digest")
        .text(digest_of(outlook, it, now))
        .end_object();
  const std::string text = out.end_array().end_object().take();
  const auto folder = std::filesystem::absolute(path).parent_path();
  return publish::replace_file(folder.string(), std::filesystem::path(path).filename().string(), text);
}

Or<std::vector<Difference>> differences(const Context& context, const Outlook& outlook, const std::string& path) {
  std::string bytes;
  if (const int error = publish::read_file(AT_FDCWD, path.c_str(), &bytes); error != 0)
    return publish::failure("read", path, error);
  const auto saved = json::parse(bytes);
  const auto now = saved ? base::parse_instant(saved->text_of("now")) : std::nullopt;
  if (!now || saved->text_of("kind") != kind || saved->find("mails") == nullptr)
    return Stop{Exit::mistakes, "no-plan", outlook.post().phrases->say("apply.no-plan", {{"file", path}})};
  std::map<std::string, std::string> known;  // key → digest
  for (const json::Value& it : saved->find("mails")->items)
    if (const auto due = base::parse_instant(it.text_of("due")); due && *due <= context.now)
      known.emplace(it.text_of("key"), it.text_of("digest"));
  std::vector<Difference> found;
  for (const workflow::Action& it : outlook.plan(context.now, context.now).actions) {
    const auto was = known.find(it.key.text());
    if (was == known.end()) {
      found.push_back({Difference::Kind::added, it.key.text()});
    } else {
      if (was->second != digest_of(outlook, it, *now)) found.push_back({Difference::Kind::altered, was->first});
      known.erase(was);
    }
  }
  for (const auto& [key, digest] : known) found.push_back({Difference::Kind::removed, key});
  return found;
}

}  // namespace cenacle::cli

// The mails of a theme: `mails/NAME.md`, one file a mail, Markdown with front matter, compiled against what the thing
// it is about shows; and what all have in common, their layout and their style. Format: mail/FORMAT.md.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "content/load.h"
#include "diag/diagnostics.h"
#include "mail/dress.h"
#include "template/template.h"

namespace cenacle::mail {

// What a mail may be about: front matter `for`, and the kind of an action's subject ("meeting:…").
// X(identifier, word)
#define CENACLE_ABOUTS(X)         \
  X(meeting, "meeting")           \
  X(registration, "registration") \
  X(minutes, "minutes")           \
  X(decision, "decision")         \
  X(charter, "charter")           \
  X(network, "network")           \
  X(request, "request")           \
  X(survey, "survey")             \
  X(sheet, "sheet")               \
  X(group, "group")               \
  X(contribution, "contribution") \
  X(person, "person")             \
  X(any, "any")

enum class About : std::uint8_t {
#define CENACLE_DECLARE(identifier, word) identifier,
  CENACLE_ABOUTS(CENACLE_DECLARE)
#undef CENACLE_DECLARE
};
std::string_view word(About about);
std::span<const std::string_view> about_words();

struct MailKind {
  About about;
  std::string_view name;        ///< as `explain` takes it: "mails/meeting"
  const tmpl::Type* (*root)();  ///< what its templates see
  std::string_view doc;
};
const std::vector<MailKind>& mail_kinds();

struct Mail {
  About about = About::any;
  std::string path;                              ///< of its file: "themes/default/mails/convocation.md"
  std::unique_ptr<const tmpl::Template> letter;  ///< front matter and text
};

class Mails {
 public:
  /// Of the portal's theme, those of its language: `NAME.en.md` before `NAME.md`. What cannot be compiled is reported
  /// and left out. Null when the theme, or what stands around every mail, cannot be read.
  static std::unique_ptr<const Mails> load(const base::FileSystem& files, const content::Content& portal,
                                           diag::Diagnostics& diagnostics);

  /// Null when the theme has no such mail.
  const Mail* find(std::string_view name) const;
  std::vector<std::string_view> names() const;
  const tmpl::Template& layout() const { return *layout_; }
  const tmpl::Template& text_layout() const { return *text_layout_; }
  const tmpl::Template& page() const { return *page_; }  ///< of what is attached
  const Style& style() const { return style_; }
  const tmpl::Words& words() const { return words_; }

 private:
  Mails() = default;

  std::map<std::string, Mail, std::less<>> mails_;
  std::unique_ptr<const tmpl::Template> layout_, text_layout_, page_;
  Style style_;
  tmpl::Words words_;
};

}  // namespace cenacle::mail

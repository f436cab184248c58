// French typography of running text: apostrophes, guillemets, no-break spaces.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cenacle::markdown {

/// Whether there is anything in `text` that could have to change.
bool concerns_french(std::string_view text);

/// The typesetter of one block, given its pieces of text in order.
///
/// ' between letters becomes ’; a pair of " becomes « »; the space before ; ! ? and inside « » becomes U+202F, before :
/// U+00A0. Only where a space was typed, save inside « », which always have one. A " without its pair stays.
class French {
 public:
  /// `block`: all the text of the block in one, a letter in place of code; nothing to be typeset is left out of it.
  explicit French(std::string_view block);

  /// Appends the next piece, typeset.
  void write(std::string_view piece, std::string* out);
  /// Goes past what stands between two pieces and is written by others: its last character counts as context.
  void pass(std::string_view written);

 private:
  enum class Quote : char { straight, opening, closing };
  static std::vector<Quote> pair(std::string_view block);
  void write_quote(Quote quote, bool at_end, std::string_view rest, std::string* out, std::size_t begin);

  std::vector<Quote> quotes_;  ///< one for each " of the block
  std::size_t next_quote_ = 0;
  bool open_single_ = false;   ///< after an opening ' that is no apostrophe
  bool after_letter_ = false;  ///< what comes before the piece
  bool after_space_ = true;
};

}  // namespace cenacle::markdown

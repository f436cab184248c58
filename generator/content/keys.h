// Front matter read key by key, each with its type: whatever is wrong is reported where it stands, with the line to write
// instead, and reading goes on. Asking for a key makes it known; `finish` reports the others.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "diag/codes.h"
#include "diag/diagnostics.h"
#include "formats/toml/toml.h"
#include "model/portal.h"

namespace cenacle::content {

class Names;
class Sources;

/// What all files of one loading share.
struct Context {
  const model::Portal& portal;
  const Sources& sources;
  diag::Diagnostics& diagnostics;
  const Names* names = nullptr;  ///< once every thing has its id
};

/// The file that is being read.
struct File {
  const Context& context;
  std::string_view path;
  const model::Network* network = nullptr;  ///< null for the portal's
  std::size_t source = 0;
  bool left_out = false;  ///< not published yet: it is checked, and may refer to what is not either
  bool whole = true;      ///< false: lines of it could not be read, so nothing is said of keys that are missing
};

enum class Need : std::uint8_t { optional, required };

/// A word of a closed list, and what it stands for.
template <class E>
struct Choice {
  std::string_view word;
  E value;
};

/// One table of front matter. Keys are string literals.
class Keys {
 public:
  /// `what` is said in messages: "a group".
  Keys(const toml::Node& table, const File& file, std::string_view what) : Keys(table, file, what, nullptr) {}

  std::string text(std::string_view key, Need need = Need::optional);
  std::optional<std::int64_t> integer(std::string_view key, Need need = Need::optional, std::int64_t least = 0);
  bool boolean(std::string_view key, bool otherwise = false);
  std::optional<base::Date> date(std::string_view key, Need need = Need::optional);
  std::optional<base::LocalTime> moment(std::string_view key, Need need = Need::optional);
  std::vector<std::string> texts(std::string_view key, Need need = Need::optional);
  std::string id(std::string_view key, Need need = Need::optional);
  std::string mail(std::string_view key, Need need = Need::optional);
  /// An address of the web: `https:` only, or `http:` too.
  std::string secure_address(std::string_view key, Need need = Need::optional);
  std::string web_address(std::string_view key);
  std::optional<std::chrono::month_day> month_day(std::string_view key, Need need = Need::optional);

  template <class E, std::size_t N>
  E choice(std::string_view key, const Choice<E> (&choices)[N], E otherwise, Need need = Need::optional) {
    std::array<std::string_view, N> words;
    for (std::size_t i = 0; i < N; ++i) words[i] = choices[i].word;
    const auto chosen = choose(key, words, need);
    return chosen ? choices[*chosen].value : otherwise;
  }

  /// Reads the table at `key`, and what is unknown in it. Whether there is one.
  template <class Read>
  bool table(std::string_view key, std::string_view what, const Read& read, Need need = Need::optional) {
    const toml::Node* const node = find(key, toml::Kind::table, need);
    if (node != nullptr) read_table(*node, what, read);
    return node != nullptr;
  }
  /// Reads each table of the list at `key` (`[[key]]`).
  template <class Read>
  void tables(std::string_view key, std::string_view what, const Read& read, Need need = Need::optional) {
    const toml::Node* const list = find(key, toml::Kind::array, need, Items::tables);
    if (list == nullptr) return;
    for (const toml::Node& item : list->items)
      if (item.kind == toml::Kind::table) read_table(item, what, read);
  }

  /// After a mistake that leaves open which keys there are: none is unknown.
  void know_all() { all_known_ = true; }

  /// Reports what is in the file and was never asked for.
  void finish();

  // For readers of other types.

  enum class Items : std::uint8_t { none, texts, tables, dates };
  /// The value of `key` whatever it is, or null.
  const toml::Entry* find(std::string_view key);
  /// The value of `key` if it is a `kind`; otherwise it is reported, as is one that is needed and missing. Lists may hold
  /// other `items` than what is wanted: those are reported here, and to be passed over.
  const toml::Node* find(std::string_view key, toml::Kind kind, Need need, Items items = Items::none);
  void report(diag::Code code, const toml::Spot& at, std::string summary, std::string help = {},
              std::vector<diag::Note> notes = {}) const;
  /// missing-key, with the line to add: `key = value`, or `value` alone when it begins with a table's header.
  void missing(std::string_view key, std::string_view value) const;
  /// The text of a key whose value is one of a closed list; another type is reported with one of its words.
  const toml::Node* word(std::string_view key, std::span<const std::string_view> words);
  /// bad-value for a word that is not of a closed list.
  void not_of_list(std::string_view key, const toml::Node& value, std::span<const std::string_view> words) const;
  /// ends-before-start at `end_key`, when both are there and in the wrong order. `strict`: they may not be equal either.
  template <class Moment>
  void in_order(std::string_view start_key, const std::optional<Moment>& start, std::string_view end_key,
                const std::optional<Moment>& end, bool strict = false) const {
    if (start && end && (*end < *start || (strict && *end == *start))) out_of_order(start_key, base::iso(*start), end_key, strict);
  }
  /// bad-value at `most_key` when it is below the other.
  void in_order(std::string_view least_key, std::optional<std::int64_t> least, std::string_view most_key,
                std::optional<std::int64_t> most) const;
  /// What to paste for `value` of `key`: the whole line, or the value alone where the key holds a list.
  std::string line(std::string_view key, std::string_view value) const;
  diag::Place place(const toml::Spot& at) const;
  /// Where the value of a key stands, for what is checked later.
  model::Spot spot(std::string_view key) const;
  const File& file() const { return file_; }
  std::string_view what() const { return what_; }
  const toml::Spot& at() const { return table_.at; }
  const toml::Node& table() const { return table_; }

 private:
  struct Unknown {
    const toml::Entry* entry;
    std::string_view what;
    std::vector<std::string_view> known;
  };

  Keys(const toml::Node& table, const File& file, std::string_view what, Keys* outermost);
  template <class Read>
  void read_table(const toml::Node& table, std::string_view what, const Read& read) {
    Keys keys(table, file_, what, outermost_ == nullptr ? this : outermost_);
    read(keys);
    keys.finish();
  }
  std::optional<std::size_t> choose(std::string_view key, std::span<const std::string_view> words, Need need);
  /// The day of the other one of `start` and `end`, where that is known, or any.
  std::string day_beside(std::string_view key) const;
  /// A moment to write for `key`, as likely as can be told from the keys beside it.
  std::string moment_beside(std::string_view key) const;
  void wrong_type(std::string_view key, const toml::Node& value, toml::Kind wanted, Items items) const;
  void wrong_item(std::string_view key, const toml::Node& item, toml::Kind wanted) const;
  void report_unknown(const Unknown& unknown) const;
  void out_of_order(std::string_view start_key, const std::string& start, std::string_view end_key, bool strict) const;
  std::string address(std::string_view key, Need need, bool plain);

  const toml::Node& table_;
  const File& file_;
  std::string_view what_;
  Keys* outermost_;
  std::vector<std::string_view> known_;
  bool all_known_ = false;
  std::vector<Unknown> unknown_;  ///< of the tables inside, reported last: a key may belong to the outermost
};

/// "write:" and a line that can be pasted.
std::string paste(std::string_view key, std::string_view value);
/// `text` as a TOML text, between quotes.
std::string quoted(std::string_view text);

}  // namespace cenacle::content

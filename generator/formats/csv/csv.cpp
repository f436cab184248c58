// Delimited text (libcsv): rows of fields, each with the place it stands at.
#include "formats/csv/csv.h"

#include <csv.h>

#include <algorithm>
#include <memory>

#include "base/text.h"

namespace cenacle::csv {

namespace {

/// libcsv tells no positions: it is fed in pieces that end with a separator or a line end, so that a field that it
/// reports ends with the piece that it was just given.
class Reader {
 public:
  Reader(std::string_view text, Table* table) : text_(text), table_(table) {
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser_, static_cast<unsigned char>(table->separator));
    csv_set_blk_size(&parser_, 4096);
  }
  ~Reader() { csv_free(&parser_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  void read() {
    const char ends[] = {table_->separator, '\n', '\r'};
    while (piece_ < text_.size()) {
      const std::size_t end = text_.find_first_of(std::string_view(ends, 3), piece_);
      piece_end_ = end == std::string_view::npos ? text_.size() : end + 1;
      field_end_ = end == std::string_view::npos ? text_.size() : end;
      const std::string_view piece = text_.substr(piece_, piece_end_ - piece_);
      if (csv_parse(&parser_, piece.data(), piece.size(), on_field, on_row, this) != piece.size()) {
        return fail();
      }
      begun_ = begun_ || (field_ < piece_end_ && !base::trim(piece).empty());
      piece_ = piece_end_;
      if (fields_.empty() && !begun_) start_field(piece_);  // a blank line
    }
    field_end_ = text_.size();
    if (csv_fini(&parser_, on_field, on_row, this) != 0) fail();
  }

 private:
  static void on_field(void* bytes, std::size_t size, void* reader) {
    static_cast<Reader*>(reader)->add_field({static_cast<const char*>(bytes), size});
  }
  static void on_row(int, void* reader) { static_cast<Reader*>(reader)->add_row(); }

  void add_field(std::string_view value) {
    fields_.emplace_back(value);
    places_.push_back(place());
    start_field(piece_end_);
  }

  void add_row() {
    table_->rows.push_back({places_.front().line, std::move(fields_), std::move(places_)});
    fields_.clear();
    places_.clear();
  }

  void start_field(std::size_t offset) {
    begun_ = false;
    // Positions only grow: lines are counted once, columns from the start of their line.
    for (; field_ < offset; ++field_) {
      if (text_[field_] != '\n') continue;
      ++line_;
      line_start_ = counted_ = field_ + 1;
      column_ = 1;
    }
  }

  Stretch place() {
    std::string_view written = text_.substr(field_, field_end_ - field_);
    std::size_t begin = field_;
    while (!written.empty() && (written.front() == ' ' || written.front() == '\t')) written.remove_prefix(1), ++begin;
    written = base::trim(written.substr(0, written.find_first_of("\r\n")));
    column_ += static_cast<std::uint32_t>(base::code_points(text_.substr(counted_, begin - counted_)));
    counted_ = begin;
    return {line_, column_, static_cast<std::uint32_t>(base::code_points(written))};
  }

  void fail() {
    const Stretch at = place();
    const int error = csv_error(&parser_);
    if (error != CSV_EPARSE) {
      table_->error = csv_strerror(error);
    } else {
      table_->error = piece_ < text_.size() ? "a quote in the middle of a field" : "a quote that is left open";
    }
    table_->error_line = at.line;
    table_->error_column = at.column;
  }

  std::string_view text_;
  Table* table_;
  csv_parser parser_{};
  std::size_t piece_ = 0, piece_end_ = 0;  ///< what libcsv is being given
  std::size_t field_ = 0, field_end_ = 0;  ///< the field being read, without its separator
  bool begun_ = false;                     ///< it has more than white space
  std::uint32_t line_ = 1, column_ = 1;    ///< `column_` is that of `counted_`
  std::size_t line_start_ = 0, counted_ = 0;
  std::vector<std::string> fields_;
  std::vector<Stretch> places_;
};

/// The first of `separators` that the first line that is not blank has most of.
char guess_separator(std::string_view text, std::string_view separators) {
  while (!text.empty() && (text.front() == '\r' || text.front() == '\n' || text.front() == ' ')) text.remove_prefix(1);
  std::vector<std::size_t> counts(separators.size());
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    const std::size_t which = separators.find(c);
    if (which != std::string_view::npos) ++counts[which];
  }
  return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

bool needs_quotes(std::string_view field) {
  return field.find_first_of(",;\t\"\r\n") != std::string_view::npos || field != base::trim(field);
}

}  // namespace

Table parse(std::string_view text, std::string_view separators) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  Table table;
  table.separator = guess_separator(text, separators);
  Reader(text, &table).read();
  return table;
}

std::string line(const std::vector<std::string>& fields, char separator) {
  std::string out;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += separator;
    const std::string& field = fields[i];
    if (!needs_quotes(field) && !(field.empty() && fields.size() == 1)) {  // a lone empty field would be a blank line
      out += field;
      continue;
    }
    const std::size_t before = out.size();
    out.resize(before + csv_write(nullptr, 0, field.data(), field.size()));
    csv_write(out.data() + before, out.size() - before, field.data(), field.size());
  }
  return out += "\r\n";
}

}  // namespace cenacle::csv

// From a file's text to tokens; white space around tags is settled here.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "template/report.h"
#include "template/syntax.h"

namespace cenacle::tmpl {

struct Token {
  enum class Kind : std::uint8_t {
    text,        ///< written as it is; may be empty
    open_write,  ///< `{{`
    open_tag,    ///< `{%`
    close,       ///< of either
    name,
    integer,
    string,
    symbol,
    bad,  ///< a mistake that has been reported; `close` is next
    end,
  };
  Kind kind = Kind::end;
  Span at;
  std::string_view text;  ///< as written, quotes included
};

/// Well-formed whatever the text: each opening token has its `close`, and the last token is `end`.
std::vector<Token> lex(const File& file, const Origin& origin, Report& report);

}  // namespace cenacle::tmpl

// Parsing with cmark-gfm, in an arena.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "base/text.h"
#include "formats/markdown/tree.h"

namespace cenacle::markdown {

namespace {

void* arena_calloc(std::size_t count, std::size_t size) {
  void* block = Arena::current->allocate(count * size);  // cmark's own products: far below overflow
  return std::memset(block, 0, count * size);
}

void* arena_realloc(void* block, std::size_t size) { return Arena::current->reallocate(block, size); }

void arena_free(void* block) { Arena::current->free(block); }

cmark_mem memory{arena_calloc, arena_realloc, arena_free};

/// Not autolink and strikethrough: they change a table of cmark's that all threads read (interop.md).
struct Extensions {
  Extensions() {
    cmark_gfm_core_extensions_ensure_registered();
    table = cmark_find_syntax_extension("table");
    tasklist = cmark_find_syntax_extension("tasklist");
  }
  cmark_syntax_extension* table;
  cmark_syntax_extension* tasklist;
};

const Extensions& extensions() {
  static const Extensions registered;
  return registered;
}

void parse_in_arena(void* argument) {
  auto* tree = static_cast<Tree*>(argument);
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
  cmark_parser_attach_syntax_extension(parser, extensions().table);
  cmark_parser_attach_syntax_extension(parser, extensions().tasklist);
  cmark_parser_feed(parser, tree->source.data(), tree->source.size());
  tree->root = cmark_parser_finish(parser);
}

bool is_continuation(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

/// Whether there are no zero bytes and no ill-formed UTF-8. ASCII is passed over eight bytes at a time, and the
/// two-byte letters of French are looked at here: this is done for each page.
bool is_well_formed(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return false;
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  for (std::size_t i = 0; i < text.size();) {
    if (i + sizeof(std::uint64_t) <= text.size()) {
      std::uint64_t word;
      std::memcpy(&word, text.data() + i, sizeof word);
      if ((word & high_bits) == 0) {
        i += sizeof word;
        continue;
      }
      if constexpr (std::endian::native == std::endian::little) {
        i += static_cast<std::size_t>(std::countr_zero(word & high_bits)) / 8;
      }
    }
    const auto is_high = [&](std::size_t at) {
      return at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80;
    };
    while (i < text.size() && !is_high(i)) ++i;
    if (i == text.size()) return true;
    const auto first = static_cast<unsigned char>(text[i]);
    if (first >= 0xC2 && first <= 0xDF && is_continuation(text, i + 1) && !is_continuation(text, i + 2)) {
      i += 2;
      continue;
    }
    std::size_t end = i;
    while (is_high(end)) ++end;
    if (base::first_invalid_utf8(text.substr(i, end - i))) return false;
    i = end;
  }
  return true;
}

/// A byte for a byte, so that places stay true.
std::string well_formed(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), '\0', '?');
  std::size_t from = 0;
  while (const auto bad = base::first_invalid_utf8(std::string_view(out).substr(from))) {
    from += *bad;
    out[from++] = '?';
  }
  return out;
}

}  // namespace

void parse(std::string_view source, Tree* tree) {
  // cmark counts in int, and HTML is longer than its source.
  constexpr std::size_t longest = 128 * 1024 * 1024;
  tree->source = source.substr(0, longest);
  if (!is_well_formed(tree->source)) {
    tree->cleaned = well_formed(tree->source);
    tree->source = tree->cleaned;
  }
  extensions();
  const std::size_t budget = 256 * 1024 * 1024 + 256 * tree->source.size();
  if (!(*tree->arena).run(budget, parse_in_arena, tree)) tree->root = nullptr;
}

}  // namespace cenacle::markdown

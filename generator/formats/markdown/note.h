// What the first pass notes in cmark's nodes for the writing of HTML: small numbers, in the place of user data.
#pragma once

#include <cstddef>
#include <cstdint>

struct cmark_node;

namespace cenacle::markdown {

/// Heading: its index; link, image: that in Facts::links; text: that of its first bare address; table: see TableNote;
/// list item: 1 when the task is done.
void set_note(cmark_node* node, std::size_t note);
std::size_t note_of(const cmark_node* node);

/// The node is written by render.cpp, not by cmark. Once for a process, safe from any thread.
void claim(cmark_node* node);

/// The heading above a table, if any, and whether it is the first table below it, or above all: two regions of one name
/// would be one too many.
struct TableNote {
  static constexpr std::size_t none = SIZE_MAX / 4;
  std::size_t heading = none;
  bool first = false;
  std::size_t packed() const { return heading * 2 + (first ? 1 : 0); }
  static TableNote unpacked(std::size_t note) { return {note / 2, note % 2 == 1}; }
};

}  // namespace cenacle::markdown

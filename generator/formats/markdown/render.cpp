// HTML, by cmark's renderer; the kinds of nodes that are ours (headings, links, tables…) through its hook for
// extensions.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/houdini.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/render.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "formats/markdown/note.h"
#include "formats/markdown/tree.h"
#include "formats/markdown/walk.h"

namespace cenacle::markdown {

namespace {

/// Of one call of `write_html`; the root node leads to it.
struct Writing {
  const Tree& tree;
  const Resolve& resolve;
  bool inline_only = false;
  bool in_body = false;      ///< of a table, after its first row below the header
  bool skipped_row = false;  ///< a header without a word
  std::size_t column = 0;
};

std::string_view view(const cmark_chunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

void put(cmark_strbuf* html, std::string_view text) {
  cmark_strbuf_put(html, reinterpret_cast<const unsigned char*>(text.data()), static_cast<bufsize_t>(text.size()));
}

void put_escaped(cmark_strbuf* html, std::string_view text) {
  houdini_escape_html0(html, reinterpret_cast<const std::uint8_t*>(text.data()), static_cast<bufsize_t>(text.size()),
                       0);
}

void put_href(cmark_strbuf* html, std::string_view target) {
  houdini_escape_href(html, reinterpret_cast<const std::uint8_t*>(target.data()),
                      static_cast<bufsize_t>(target.size()));
}

void put_line_start(cmark_strbuf* html) {
  if (html->size > 0 && html->ptr[html->size - 1] != '\n') cmark_strbuf_putc(html, '\n');
}

/// What could run as a program, or read the reader's disk. Control characters in it are written percent-encoded, so
/// that they do not hide a scheme from us that a browser would see.
bool is_dangerous(std::string_view target) {
  const auto same = [](char lower, char c) { return (c >= 'A' && c <= 'Z' ? c | 0x20 : c) == lower; };
  for (const std::string_view scheme : {"javascript:", "vbscript:", "data:", "file:"}) {
    if (target.size() >= scheme.size() && std::equal(scheme.begin(), scheme.end(), target.begin(), same)) return true;
  }
  return false;
}

std::string_view resolved(const Writing& writing, std::size_t link) {
  const std::string_view answer = writing.resolve ? writing.resolve(link) : std::string_view();
  return answer.empty() ? std::string_view(writing.tree.facts.links[link].target) : answer;
}

void write_title(cmark_strbuf* html, const cmark_node* node) {
  if (node->as.link.title.len == 0) return;
  put(html, " title=\"");
  put_escaped(html, view(node->as.link.title));
  put(html, "\"");
}

void write_link(const Writing& writing, cmark_strbuf* html, const cmark_node* node, bool entering) {
  const std::string_view target = resolved(writing, note_of(node));
  if (is_dangerous(target)) return;
  if (!entering) return put(html, "</a>");
  put(html, "<a href=\"");
  put_href(html, target);
  put(html, "\"");
  write_title(html, node);
  put(html, ">");
}

void write_image(const Writing& writing, cmark_html_renderer* renderer, cmark_node* node, bool entering) {
  cmark_strbuf* html = renderer->html;
  const std::string_view target = resolved(writing, note_of(node));
  if (entering) renderer->plain = node;  // what is in it is written as plain text: the alternative
  if (is_dangerous(target)) return;
  if (entering) {
    put(html, "<img src=\"");
    put_href(html, target);
    return put(html, "\" alt=\"");
  }
  put(html, "\"");
  write_title(html, node);
  put(html, " loading=\"lazy\" decoding=\"async\" />");
}

void write_text(const Writing& writing, cmark_strbuf* html, const cmark_node* node) {
  const std::string_view text = view(node->as.literal);
  std::size_t written = 0;
  for (std::size_t i = note_of(node); i < writing.tree.bare.size() && writing.tree.bare[i].text == node; ++i) {
    const BareAddress& address = writing.tree.bare[i];
    put_escaped(html, text.substr(written, address.begin - written));
    put(html, "<a href=\"");
    put_href(html, resolved(writing, address.link));
    put(html, "\">");
    put_escaped(html, text.substr(address.begin, address.end - address.begin));
    put(html, "</a>");
    written = address.end;
  }
  put_escaped(html, text.substr(written));
}

void write_heading(const Writing& writing, cmark_strbuf* html, const cmark_node* node, bool entering) {
  const Heading& heading = writing.tree.facts.headings[note_of(node)];
  const char level[] = {static_cast<char>('0' + heading.level), '\0'};
  if (entering) put_line_start(html);
  put(html, entering ? "<h" : "</h");
  put(html, level);
  if (!entering) return put(html, ">\n");
  put(html, " id=\"");
  put_escaped(html, heading.anchor);
  put(html, "\">");
}

/// "Année, Tarif, Unité": what a table is called that has no heading above it. From its first row that has a word.
std::string name_of_columns(const cmark_node* table) {
  std::string name;
  for (const cmark_node* row = table->first_child; row != nullptr && name.empty(); row = row->next)
    for (const cmark_node* cell = row->first_child; cell != nullptr; cell = cell->next)
      if (const std::string text = plain_text(cell); !text.empty()) name += (name.empty() ? "" : ", ") + text;
  return name;
}

void write_table(Writing* writing, cmark_strbuf* html, const cmark_node* node, bool entering) {
  put_line_start(html);
  if (!entering) {
    put(html, writing->in_body ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n");
    return;
  }
  writing->in_body = false;
  const TableNote note = TableNote::unpacked(note_of(node));
  const bool below_heading = note.heading != TableNote::none;
  const std::string name = below_heading ? writing->tree.facts.headings[note.heading].anchor : name_of_columns(node);
  if (name.empty()) return put(html, "<div class=\"table\">\n<table>\n");  // not a word in it: nothing to scroll to
  put(html, note.first ? "<div class=\"table\" role=\"region\"" : "<div class=\"table\" role=\"group\"");
  put(html, below_heading ? " tabindex=\"0\" aria-labelledby=\"" : " tabindex=\"0\" aria-label=\"");
  put_escaped(html, name);
  put(html, "\">\n<table>\n");
}

void write_row(Writing* writing, cmark_strbuf* html, cmark_node* node, bool entering) {
  const bool header = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
  if (entering) {
    writing->column = 0;
    writing->skipped_row = header;
    for (const cmark_node* cell = node->first_child; header && cell != nullptr; cell = cell->next) {
      if (cell->first_child != nullptr) writing->skipped_row = false;
    }
    if (writing->skipped_row) return;
    if (!header && !writing->in_body) put(html, "<tbody>\n");
    writing->in_body = !header;
    return put(html, header ? "<thead>\n<tr>\n" : "<tr>\n");
  }
  if (!writing->skipped_row) put(html, header ? "</tr>\n</thead>\n" : "</tr>\n");
}

void write_cell(Writing* writing, cmark_strbuf* html, const cmark_node* node, bool entering) {
  if (writing->skipped_row) return;
  // A header cell without a word names nothing.
  const bool header = cmark_gfm_extensions_get_table_row_is_header(node->parent) != 0 && node->first_child != nullptr;
  if (!entering) return put(html, header ? "</th>\n" : "</td>\n");
  put(html, header ? "<th scope=\"col\"" : "<td");
  cmark_node* const table = node->parent->parent;
  const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(table);
  const std::uint8_t alignment =
      writing->column < cmark_gfm_extensions_get_table_columns(table) ? alignments[writing->column] : 0;
  ++writing->column;
  if (alignment == 'l') put(html, " class=\"left\"");
  if (alignment == 'c') put(html, " class=\"center\"");
  if (alignment == 'r') put(html, " class=\"right\"");
  put(html, ">");
}

void write_task(cmark_strbuf* html, const cmark_node* node, bool entering) {
  if (!entering) return put(html, "</li>\n");
  put_line_start(html);
  put(html, note_of(node) == 1 ? "<li class=\"task\">☑\u00A0" : "<li class=\"task\">☐\u00A0");
}

void write_node(cmark_syntax_extension*, cmark_html_renderer* renderer, cmark_node* node, cmark_event_type event, int) {
  const bool entering = event == CMARK_EVENT_ENTER;
  if (node->type == CMARK_NODE_DOCUMENT) {
    renderer->opaque = cmark_node_get_user_data(node);
    return;
  }
  auto* writing = static_cast<Writing*>(renderer->opaque);
  cmark_strbuf* html = renderer->html;
  if (node->type == CMARK_NODE_TEXT) return write_text(*writing, html, node);
  if (node->type == CMARK_NODE_LINK) return write_link(*writing, html, node, entering);
  if (node->type == CMARK_NODE_IMAGE) return write_image(*writing, renderer, node, entering);
  if (node->type == CMARK_NODE_HEADING) return write_heading(*writing, html, node, entering);
  if (node->type == CMARK_NODE_ITEM) return write_task(html, node, entering);
  const TablePart part = table_part(node);
  if (part == TablePart::table) return write_table(writing, html, node, entering);
  if (part == TablePart::row) return write_row(writing, html, node, entering);
  if (part == TablePart::cell) return write_cell(writing, html, node, entering);
  // What is left writes nothing: raw HTML, and the paragraph of a text that is written without one.
}

cmark_syntax_extension* our_extension() {
  static cmark_syntax_extension* const made = [] {
    cmark_syntax_extension* extension = cmark_syntax_extension_new("cenacle");
    cmark_syntax_extension_set_html_render_func(extension, write_node);
    return extension;
  }();
  return made;
}

struct Job {
  cmark_node* root;
  char* html;
};

void render_in_arena(void* argument) {
  auto* job = static_cast<Job*>(argument);
  job->html = cmark_render_html_with_mem(job->root, CMARK_OPT_DEFAULT, nullptr, cmark_node_mem(job->root));
}

void write_unreadable(std::string_view source, std::string* out) {
  *out += "<pre>";
  for (const char c : source) {
    if (c == '<')
      *out += "&lt;";
    else if (c == '&')
      *out += "&amp;";
    else
      *out += c;
  }
  *out += "</pre>\n";
}

}  // namespace

void claim(cmark_node* node) { cmark_node_set_syntax_extension(node, our_extension()); }

void set_note(cmark_node* node, std::size_t note) { cmark_node_set_user_data(node, reinterpret_cast<void*>(note)); }

std::size_t note_of(const cmark_node* node) { return reinterpret_cast<std::size_t>(node->user_data); }

void write_html(Tree* tree, const Resolve& resolve, bool inline_only, std::string* out) {
  if (tree->root == nullptr) return write_unreadable(tree->source, out);
  Writing writing{*tree, resolve};
  cmark_node* const only = tree->root->first_child;
  const bool bare = inline_only && only != nullptr && only->next == nullptr && only->type == CMARK_NODE_PARAGRAPH;
  if (bare) claim(only);
  cmark_node_set_user_data(tree->root, &writing);
  Job job{tree->root, nullptr};
  const std::size_t budget = 256 * 1024 * 1024 + 256 * tree->source.size();
  const bool done = (*tree->arena).run(budget, render_in_arena, &job);
  cmark_node_set_user_data(tree->root, nullptr);
  if (!done) return write_unreadable(tree->source, out);
  out->append(job.html);
  (*tree->arena).free(job.html);
}

}  // namespace cenacle::markdown

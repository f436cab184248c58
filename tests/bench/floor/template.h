// The floor's templates: compiled to a list of steps that copy views of text, with no look-up by name while rendering.
//
// `{{ x }}` escaped, `{{{ x }}}` as it is, `{% for i in xs %}…{% endfor %}`, `{% extends f %}` with `{% block b %}…{%
// endblock %}`; x may be a.b. A yardstick of time, not a language: a template that is not well written ends the
// program.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace floor_template {

using Source = std::string_view;

/// Names, as small numbers shared by templates and values.
class Names {
 public:
  std::uint32_t id(std::string_view name) {
    return ids_.try_emplace(std::string(name), static_cast<std::uint32_t>(ids_.size())).first->second;
  }
  std::size_t size() const { return ids_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
};

struct Record;

/// A view of a text, a list or a record.
struct Value {
  std::string_view text;
  const std::vector<Record>* list = nullptr;
  const Record* record = nullptr;

  static Value of(std::string_view text) { return {text, nullptr, nullptr}; }
  static Value of(const std::vector<Record>& list) { return {{}, &list, nullptr}; }
  static Value of(const Record& record) { return {{}, nullptr, &record}; }
};

struct Record {
  std::vector<std::pair<std::uint32_t, Value>> fields;

  const Value* find(std::uint32_t name) const {
    for (const auto& [id, value] : fields)
      if (id == name) return &value;
    return nullptr;
  }
};

struct Step {
  enum class Kind : std::uint8_t { text, escaped, raw, loop, next, end };
  Kind kind;
  std::string_view text;
  std::vector<std::uint32_t> path;
  std::uint32_t variable = 0, target = 0;
};
using Template = std::vector<Step>;

inline void escape(std::string& out, std::string_view text) {
  static const std::array<std::string_view, 256> replacements = [] {
    std::array<std::string_view, 256> table{};
    table['&'] = "&amp;", table['<'] = "&lt;", table['>'] = "&gt;", table['"'] = "&quot;", table['\''] = "&#39;";
    return table;
  }();
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view by = replacements[static_cast<unsigned char>(text[i])];
    if (by.empty()) continue;
    out.append(text, from, i - from).append(by);
    from = i + 1;
  }
  out.append(text, from, text.npos);
}

class Compiler {
 public:
  Compiler(Names& names, const std::map<std::string_view, Source>& sources) : names_(names), sources_(sources) {}

  Template compile(std::string_view name) {
    steps_.clear(), blocks_.clear();
    Source source = sources_.at(name);
    while (source.substr(0, 11) == "{% extends ") {  // the child's blocks win
      collect_blocks(source);
      source = sources_.at(trim(source.substr(11, source.find("%}") - 11)));
    }
    parse(source);
    steps_.push_back({Step::Kind::end, {}, {}});
    return steps_;
  }

 private:
  static std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(' '), last = text.find_last_not_of(' ');
    return first == text.npos ? std::string_view() : text.substr(first, last - first + 1);
  }

  std::vector<std::uint32_t> path(std::string_view text) {
    std::vector<std::uint32_t> ids;
    for (std::size_t from = 0; from <= text.size();) {
      const auto dot = std::min(text.find('.', from), text.size());
      ids.push_back(names_.id(text.substr(from, dot - from)));
      from = dot + 1;
    }
    return ids;
  }

  void collect_blocks(Source source) {
    for (std::size_t at = 0; (at = source.find("{% block ", at)) != source.npos;) {
      const auto begin = source.find("%}", at) + 2, end = source.find("{% endblock %}", begin);
      blocks_.try_emplace(trim(source.substr(at + 9, begin - at - 11)), source.substr(begin, end - begin));
      at = end;
    }
  }

  void parse(Source source) {
    while (!source.empty()) {
      const auto at = std::min(source.find("{{"), source.find("{%"));
      if (at != 0) steps_.push_back({Step::Kind::text, source.substr(0, at), {}});
      if (at == source.npos) return;
      source = source[at + 1] == '%' ? tag(source.substr(at)) : value(source.substr(at));
    }
  }

  /// Each reads what stands first and gives what follows it.
  Source value(Source source) {
    const bool raw = source.substr(0, 3) == "{{{";
    const auto end = source.find(raw ? "}}}" : "}}");
    const std::size_t width = raw ? 3 : 2;
    steps_.push_back({raw ? Step::Kind::raw : Step::Kind::escaped, {}, path(trim(source.substr(width, end - width)))});
    return source.substr(end + width);
  }

  Source tag(Source source) {
    const auto end = source.find("%}");
    const std::string_view words = trim(source.substr(2, end - 2));
    Source rest = source.substr(end + 2);
    if (words.substr(0, 4) == "for ") {
      const auto in = words.find(" in ");
      open_.push_back(static_cast<std::uint32_t>(steps_.size()));
      steps_.push_back({Step::Kind::loop, {}, path(words.substr(in + 4)), names_.id(words.substr(4, in - 4))});
    } else if (words == "endfor") {
      steps_.push_back({Step::Kind::next, {}, {}, 0, open_.back()});
      steps_[open_.back()].target = static_cast<std::uint32_t>(steps_.size());
      open_.pop_back();
    } else if (words.substr(0, 6) == "block ") {
      const auto over = rest.find("{% endblock %}");
      const auto child = blocks_.find(words.substr(6));
      parse(child == blocks_.end() ? rest.substr(0, over) : child->second);
      rest = rest.substr(over + 14);
    } else {
      std::abort();
    }
    return rest;
  }

  Names& names_;
  const std::map<std::string_view, Source>& sources_;
  std::map<std::string_view, Source> blocks_;
  Template steps_;
  std::vector<std::uint32_t> open_;
};

/// Appends to `out`. `root` holds the value of each name, by its number.
inline void render(const Template& steps, const std::vector<Value>& root, std::string& out) {
  struct Loop {
    std::uint32_t variable, at;
    const std::vector<Record>* list;
    std::size_t index;
  };
  std::vector<Loop> loops;
  const auto find = [&](const Step& step) {
    Value value;
    bool found = false;
    for (auto loop = loops.rbegin(); loop != loops.rend() && !found; ++loop)
      if ((found = loop->variable == step.path[0])) value = Value::of((*loop->list)[loop->index]);
    if (!found) value = root[step.path[0]];
    for (std::size_t i = 1; i < step.path.size() && value.record != nullptr; ++i)
      if (const Value* field = value.record->find(step.path[i])) value = *field;
    return value;
  };
  for (std::uint32_t at = 0;; ++at) {
    const Step& step = steps[at];
    switch (step.kind) {
      case Step::Kind::text:
        out.append(step.text);
        break;
      case Step::Kind::escaped:
        escape(out, find(step).text);
        break;
      case Step::Kind::raw:
        out.append(find(step).text);
        break;
      case Step::Kind::end:
        return;
      case Step::Kind::loop: {
        const auto* list = find(step).list;
        if (list == nullptr || list->empty())
          at = step.target - 1;
        else
          loops.push_back({step.variable, at, list, 0});
        break;
      }
      case Step::Kind::next:
        if (++loops.back().index < loops.back().list->size())
          at = step.target;
        else
          loops.pop_back();
    }
  }
}

}  // namespace floor_template

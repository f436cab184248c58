// Filters by the fields of a list's elements. Each element is put in a slot, and a node reads the field of it.
#include <algorithm>
#include <compare>
#include <map>
#include <new>
#include <string>

#include "formats/locale/locale.h"
#include "template/filter_functions.h"
#include "template/operators.h"

namespace cenacle::tmpl {

namespace {

List subject(const Node& node, Run& run) {
  const List list = node.a->evaluate(*node.a, run).list;
  run.arena.work(size_of(list));
  return list;
}

/// What `node.b` says of an element.
Value of_element(const Node& node, const Value& element, Run& run) {
  run.frame[node.slot] = element;
  return node.b->evaluate(*node.b, run);
}

/// A value as something that has an order and equality by itself; texts apart.
std::int64_t number_of(const Value& value, Form form) {
  switch (form) {
    case Form::integer:
      return value.integer;
    case Form::boolean:
      return value.boolean;
    case Form::date:
      return std::chrono::sys_days(value.date).time_since_epoch().count();
    case Form::time:
      return seconds(*value.time);
    case Form::record:
      return static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(value.record));
    default:
      return 0;
  }
}

}  // namespace

// ---- where, reject ----

const Shape* check_where(FilterCall& call) {
  const Typed field = call.field(0);
  if (field.shape->form == Form::nothing) return field.shape;
  if (call.arguments.size() == 1) {
    call.node.b = call.truth(field).node;
    call.node.c = nullptr;
    return call.subject.shape;
  }
  Typed value = call.arguments[1];
  call.node.c = value.node;
  value = call.kept(value);
  const Typed same = call.equal(field, value, call.arguments[1].where);
  call.node.b = same.node;
  return same.shape->form == Form::nothing ? same.shape : call.subject.shape;
}

namespace {

Value keep(const Node& node, Run& run, bool wanted) {
  const List list = subject(node, run);
  if (node.c) run.frame[node.slot + 1] = node.c->evaluate(*node.c, run);
  const std::size_t size = size_of(list);
  Array* const out = run.array(size);
  for (std::size_t i = 0; i < size; ++i) {
    const Value element = element_of(list, i);
    if (of_element(node, element, run).boolean == wanted) out->items[out->size++] = element;
  }
  return Value(List{out});
}

}  // namespace

Value where_list(const Node& node, Run& run) { return keep(node, run, true); }
Value reject_list(const Node& node, Run& run) { return keep(node, run, false); }

// ---- map ----

const Shape* check_map(FilterCall& call) {
  const Typed field = call.field(0);
  if (field.shape->form == Form::nothing) return field.shape;
  call.node.b = field.node;
  return call.shapes().list_of(call.shapes().present(field.shape));
}

Value map_list(const Node& node, Run& run) {
  const List list = subject(node, run);
  const std::size_t size = size_of(list);
  Array* const out = run.array(size);
  for (std::size_t i = 0; i < size; ++i) {
    const Value value = of_element(node, element_of(list, i), run);
    if (value.there) out->items[out->size++] = value;
  }
  return Value(List{out});
}

// ---- sort ----

const Shape* check_sort(FilterCall& call) {
  const Typed key = call.arguments.empty() ? call.element() : call.field(0);
  const Form form = key.shape->form;
  if (form == Form::nothing && !call.arguments.empty()) return key.shape;
  if (form != Form::nothing && form != Form::text && form != Form::integer && form != Form::boolean &&
      form != Form::date && form != Form::time)
    return call.fail(diag::code::template_type, call.arguments.empty() ? call.subject.where : call.arguments[0].where,
                     with_article(*key.shape) + " has no order",
                     form == Form::record ? "name a field of it: `| sort(\"title\")`" : "");
  call.node.b = key.node;
  call.node.shape = key.shape;
  return call.subject.shape;
}

Value sort_list(const Node& node, Run& run) {
  struct Entry {
    bool missing;
    std::int64_t number;
    std::string text;
    Value value;
  };
  const List list = subject(node, run);
  const bool texts = node.shape->form == Form::text;
  std::vector<Entry> entries;
  for (std::size_t i = 0, size = size_of(list); i < size; ++i) {
    const Value value = element_of(list, i);
    const Value key = of_element(node, value, run);
    Entry entry{!key.there, 0, {}, value};
    if (key.there && texts) entry.text = run.locale.sort_key(key.text);
    if (key.there && !texts) entry.number = number_of(key, node.shape->form);
    run.arena.work(sizeof(Entry) + entry.text.size());
    entries.push_back(std::move(entry));
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    if (a.missing != b.missing) return b.missing;
    return a.number != b.number ? a.number < b.number : a.text < b.text;
  });
  Array* const out = run.array(entries.size());
  for (const Entry& entry : entries) out->items[out->size++] = entry.value;
  return Value(List{out});
}

// ---- group ----

const Shape* check_group(FilterCall& call) {
  const Typed key = call.field(0);
  if (key.shape->form == Form::nothing) return key.shape;
  switch (key.shape->form) {
    case Form::html:
    case Form::hole:
    case Form::list:
      return call.fail(diag::code::template_type, call.arguments[0].where,
                       "things are not grouped by " + with_article(*key.shape), "name a field that has one value");
    default:
      break;
  }
  call.node.b = key.node;
  call.node.shape = key.shape;
  Shape group{Form::group, false, nullptr, call.subject.shape->element, key.shape};
  return call.shapes().list_of(call.shapes().make(group));
}

Value group_list(const Node& node, Run& run) {
  struct Key {
    bool there;
    std::int64_t number;
    std::string_view text;
    auto operator<=>(const Key&) const = default;
  };
  const List list = subject(node, run);
  const bool texts = node.shape->form == Form::text;
  std::map<Key, std::size_t> numbers;  // of groups, in order of first appearance
  std::vector<Value> keys;
  std::vector<std::size_t> counts, group_of;
  const std::size_t size = size_of(list);
  for (std::size_t i = 0; i < size; ++i) {
    const Value value = of_element(node, element_of(list, i), run);
    const Key key{value.there, value.there && !texts ? number_of(value, node.shape->form) : 0,
                  value.there && texts ? value.text : std::string_view{}};
    const auto [at, is_new] = numbers.emplace(key, keys.size());
    if (is_new) keys.push_back(value), counts.push_back(0);
    ++counts[at->second];
    group_of.push_back(at->second);
    run.arena.work(sizeof(Key) + key.text.size());
  }
  Array* const out = run.array(keys.size());
  std::vector<Array*> items;
  for (std::size_t g = 0; g < keys.size(); ++g) {
    items.push_back(run.array(counts[g]));
    auto* const group = new (run.arena.allocate(sizeof(Group))) Group{keys[g], Value(List{items[g]})};
    out->items[out->size++] = Value::of_record(group);
  }
  for (std::size_t i = 0; i < size; ++i) {
    Array* const group = items[group_of[i]];
    group->items[group->size++] = element_of(list, i);
  }
  return Value(List{out});
}

}  // namespace cenacle::tmpl

// What the filters of the table do: checks when a template is compiled, values when it is rendered.
#pragma once

#include "template/filters.h"

namespace cenacle::tmpl {

// filter_text.cpp
Value capitalize_text(const Node& node, Run& run);
Value link_text(const Node& node, Run& run);
Value lower_text(const Node& node, Run& run);
Value replace_text(const Node& node, Run& run);
Value slug_text(const Node& node, Run& run);
Value strip_html(const Node& node, Run& run);
Value trim_text(const Node& node, Run& run);
Value truncate_text(const Node& node, Run& run);
Value upper_text(const Node& node, Run& run);
Value url_text(const Node& node, Run& run);

// filter_format.cpp
const Shape* check_date(FilterCall& call);
const Shape* check_json(FilterCall& call);
const Shape* check_raw(FilterCall& call);
const Shape* check_time(FilterCall& call);
Value date_text(const Node& node, Run& run);
Value json_text(const Node& node, Run& run);
Value markdown_html(const Node& node, Run& run);
Value money_text(const Node& node, Run& run);
Value number_text(const Node& node, Run& run);
Value plural_text(const Node& node, Run& run);
Value qr_html(const Node& node, Run& run);
Value time_text(const Node& node, Run& run);
Value unchanged(const Node& node, Run& run);

// filter_list.cpp
const Shape* check_default(FilterCall& call);
const Shape* check_first(FilterCall& call);
const Shape* check_join(FilterCall& call);
const Shape* check_length(FilterCall& call);
const Shape* check_same(FilterCall& call);
Value default_value(const Node& node, Run& run);
Value first_of(const Node& node, Run& run);
Value join_list(const Node& node, Run& run);
Value last_of(const Node& node, Run& run);
Value length_of(const Node& node, Run& run);
Value reverse_list(const Node& node, Run& run);
Value slice_list(const Node& node, Run& run);

// filter_record.cpp: by the fields of elements
const Shape* check_group(FilterCall& call);
const Shape* check_map(FilterCall& call);
const Shape* check_sort(FilterCall& call);
const Shape* check_where(FilterCall& call);
Value group_list(const Node& node, Run& run);
Value map_list(const Node& node, Run& run);
Value reject_list(const Node& node, Run& run);
Value sort_list(const Node& node, Run& run);
Value where_list(const Node& node, Run& run);

}  // namespace cenacle::tmpl

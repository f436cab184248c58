// What a build changes in calendar.lock, as it is said to people and to programs.
#pragma once

#include <span>
#include <string>

#include "calendar/lock.h"
#include "formats/json/json.h"

namespace cenacle::cli {

/// A line for each entry: "changed: “Conseil” (k7f2m9q4xz): DTSTART, LOCATION".
std::string lines_of(std::span<const calendar::Change> changes);
/// "1 added, 2 changed"
std::string counts_of(std::span<const calendar::Change> changes);
/// Appends a list of objects: id, title, change, properties.
void write_changes(json::Writer& out, std::span<const calendar::Change> changes);

/// Says that `--locked` refuses; the exit code.
int refuse_locked(bool as_json, std::span<const calendar::Change> changes);

}  // namespace cenacle::cli

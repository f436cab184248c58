# Writes the Markdown pages of PAGES into a C++ table at OUTPUT, by file name, for `explain CODE`.
file(GLOB pages ${PAGES}/*.md)
list(SORT pages)
set(rows "")
foreach(page IN LISTS pages)
  get_filename_component(name ${page} NAME_WE)
  file(READ ${page} text)
  string(APPEND rows "    {\"${name}\", R\"page(${text})page\"},\n")
endforeach()
file(WRITE ${OUTPUT} "// Made from generator/diag/pages/*.md.
#include \"diag/codes.h\"

#include <utility>

namespace cenacle::diag {

std::string_view explanation(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> pages[] = {
${rows}    {\"\", \"\"}};
  for (const auto& [page, text] : pages)
    if (page == name && !name.empty()) return text;
  return {};
}

}  // namespace cenacle::diag
")

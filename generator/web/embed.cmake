# Writes the files of PAGES into a C++ table at OUTPUT, by name: the preview's own pages, script and style.
file(GLOB pages ${PAGES}/*)
list(SORT pages)
set(rows "")
foreach(page IN LISTS pages)
  get_filename_component(name ${page} NAME)
  file(READ ${page} text)
  string(APPEND rows "    {\"${name}\", R\"page(${text})page\"},\n")
endforeach()
file(WRITE ${OUTPUT} "// Made from generator/web/pages/.
#include <utility>

#include \"web/own_pages.h\"

namespace cenacle::web {

std::string_view embedded(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> pages[] = {
${rows}  };
  for (const auto& [page, text] : pages)
    if (page == name) return text;
  return {};
}

}  // namespace cenacle::web
")

# Writes the files of PAGES into a C++ table at OUTPUT, by name: pages, scripts and styles that the program brings itself.
# FUNCTION, of the header HEADER and the namespace NAMESPACE, finds one.
file(GLOB pages ${PAGES}/*)
list(SORT pages)
set(rows "")
foreach(page IN LISTS pages)
  get_filename_component(name ${page} NAME)
  file(READ ${page} text)
  string(APPEND rows "    {\"${name}\", R\"page(${text})page\"},\n")
endforeach()
file(WRITE ${OUTPUT} "// Made from ${PAGES}.
#include <utility>

#include \"${HEADER}\"

namespace ${NAMESPACE} {

std::string_view ${FUNCTION}(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> pages[] = {
${rows}  };
  for (const auto& [page, text] : pages)
    if (page == name) return text;
  return {};
}

}  // namespace ${NAMESPACE}
")

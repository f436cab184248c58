// What `new` begins a file with.
#include "site/archetypes.h"

#include <algorithm>

#include "site/new_views_described.h"

namespace cenacle::site {

const std::vector<ArchetypeKind>& archetype_kinds() {
  using tmpl::type_of;
  static const std::vector<ArchetypeKind> kinds = {
      {"archetypes/charter-version.md", &type_of<NewCharter>, "the next version of a charter"},
      {"archetypes/charter.md", &type_of<NewCharter>, "a charter"},
      {"archetypes/contribution.md", &type_of<NewContribution>, "a contribution"},
      {"archetypes/document.md", &type_of<NewDocument>, "a document"},
      {"archetypes/faq.md", &type_of<NewThing>, "a page of questions"},
      {"archetypes/group.md", &type_of<NewGroup>, "a group"},
      {"archetypes/meeting.md", &type_of<NewMeeting>, "a meeting"},
      {"archetypes/minutes.md", &type_of<NewMinutes>, "minutes of a meeting"},
      {"archetypes/network/", &type_of<NewPlace>, "the files of a network"},
      {"archetypes/news.md", &type_of<NewThing>, "a piece of news"},
      {"archetypes/page.md", &type_of<NewThing>, "a free page"},
      {"archetypes/portal/", &type_of<NewPlace>, "the files of a portal"},
      {"archetypes/series.md", &type_of<NewWorkshop>, "a series"},
      {"archetypes/session.md", &type_of<NewMeeting>, "a session of a series"},
      {"archetypes/sheet.md", &type_of<NewSheet>, "a practical sheet"},
      {"archetypes/space.md", &type_of<NewSpace>, "a space"},
      {"archetypes/survey.md", &type_of<NewSurvey>, "a survey"},
      {"archetypes/workshop.md", &type_of<NewWorkshop>, "a workshop"},
  };
  return kinds;
}

std::vector<ArchetypeFile> archetype_files(const ArchetypeKind& kind, std::string_view language,
                                           const std::vector<std::string>& theme_files) {
  const std::string ending = kind.name.ends_with("/") ? "/" : ".md";
  const std::string stem(kind.name.substr(0, kind.name.size() - ending.size()));
  for (const std::string& start : {stem + "." + std::string(language) + ending, std::string(kind.name)}) {
    std::vector<ArchetypeFile> files;
    for (const std::string& file : theme_files)
      if (ending == "/" ? file.starts_with(start) : file == start)
        files.push_back({std::string(kind.name) + file.substr(start.size()), file});
    if (!files.empty()) return files;
  }
  return {};
}

}  // namespace cenacle::site

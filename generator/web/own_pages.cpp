// The pages and parts that the preview shows of itself, from the templates of web/pages/, compiled in.
#include "web/own_pages.h"

#include "diag/diagnostics.h"

#define CENACLE_FIELD(member, doc) f.template add<&V::member>(#member, doc)

namespace cenacle::tmpl {

template <>
struct Describe<web::MistakeView> {
  static constexpr std::string_view name = "mistake";
  static void fields(Fields<web::MistakeView>& f) {
    using V = web::MistakeView;
    CENACLE_FIELD(error, "an error, not a warning");
    CENACLE_FIELD(text, "as `check` shows it");
  }
};

template <>
struct Describe<web::StatePage> {
  static constexpr std::string_view name = "state";
  static void fields(Fields<web::StatePage>& f) {
    using V = web::StatePage;
    CENACLE_FIELD(state, "the name of what is shown now");
    CENACLE_FIELD(panel_url, "the panel");
    CENACLE_FIELD(has_edition, "whether there is a portal to show");
    CENACLE_FIELD(errors, "how many");
    CENACLE_FIELD(warnings, "how many");
    CENACLE_FIELD(mistakes, "errors and warnings");
  }
};

template <>
struct Describe<web::TreeView> {
  static constexpr std::string_view name = "tree";
  static void fields(Fields<web::TreeView>& f) {
    using V = web::TreeView;
    CENACLE_FIELD(id, "its id, empty for the public one");
    CENACLE_FIELD(title, "of the network, group or space");
    CENACLE_FIELD(readers, "network, group or space: whose members read it");
    CENACLE_FIELD(url, "here, or empty");
    CENACLE_FIELD(address, "on the web");
    CENACLE_FIELD(restricted, "not for everybody");
  }
};

template <>
struct Describe<web::CalendarView> {
  static constexpr std::string_view name = "calendar";
  static void fields(Fields<web::CalendarView>& f) {
    using V = web::CalendarView;
    CENACLE_FIELD(url, "here");
    CENACLE_FIELD(path, "in its tree");
    CENACLE_FIELD(tree, "title of its tree, empty for the public one");
    CENACLE_FIELD(entries, "how many");
  }
};

template <>
struct Describe<web::LeftOutView> {
  static constexpr std::string_view name = "left out";
  static void fields(Fields<web::LeftOutView>& f) {
    using V = web::LeftOutView;
    CENACLE_FIELD(path, "of the file");
    CENACLE_FIELD(url, "its text, here");
    CENACLE_FIELD(from, "the day that it is published; none for a draft");
  }
};

template <>
struct Describe<web::PanelPage> {
  static constexpr std::string_view name = "panel";
  static void fields(Fields<web::PanelPage>& f) {
    using V = web::PanelPage;
    CENACLE_FIELD(state, "what every page shows");
    CENACLE_FIELD(title, "of the portal, or empty");
    CENACLE_FIELD(today, "the day that the portal is shown at");
    CENACLE_FIELD(trees, "the public one first");
    CENACLE_FIELD(calendars, "all .ics files of the trees shown");
    CENACLE_FIELD(left_out, "drafts, and what is not yet published");
  }
};

template <>
struct Describe<web::SourcePage> {
  static constexpr std::string_view name = "source";
  static void fields(Fields<web::SourcePage>& f) {
    using V = web::SourcePage;
    CENACLE_FIELD(state, "what every page shows");
    CENACLE_FIELD(path, "of the file");
    CENACLE_FIELD(text, "all of it");
  }
};

}  // namespace cenacle::tmpl

namespace cenacle::web {

namespace {

std::unique_ptr<const tmpl::Template> compiled(std::string_view name, const tmpl::Type& root,
                                               const locale::Locale& language) {
  tmpl::Environment environment;
  environment.load = [](std::string_view wanted) -> std::optional<tmpl::Source> {
    const std::string_view text = embedded(wanted);
    if (text.empty()) return std::nullopt;
    return tmpl::Source{std::string(wanted), std::string(text), 1};
  };
  environment.locale = &language;
  diag::Diagnostics none;  // a unit test compiles them all
  return tmpl::compile(name, root, environment, none);
}

std::string rendered(const tmpl::Template& page, const void* root) {
  tmpl::Output output;
  const auto mistake = page.render(root, &output);
  return mistake ? mistake->summary : std::move(output.text);  // thousands of mistakes exceed what a template may write
}

}  // namespace

OwnPages::OwnPages()
    : language_("fr"),
      panel_(compiled("panel.html", *tmpl::type_of<PanelPage>(), language_)),
      source_(compiled("source.html", *tmpl::type_of<SourcePage>(), language_)),
      mistakes_(compiled("mistakes.html", *tmpl::type_of<StatePage>(), language_)),
      overlay_(compiled("overlay.html", *tmpl::type_of<StatePage>(), language_)) {}

std::string OwnPages::panel(const PanelPage& page) const { return rendered(*panel_, &page); }
std::string OwnPages::source(const SourcePage& page) const { return rendered(*source_, &page); }
std::string OwnPages::mistakes(const StatePage& page) const { return rendered(*mistakes_, &page); }
std::string OwnPages::overlay(const StatePage& page) const { return rendered(*overlay_, &page); }

}  // namespace cenacle::web

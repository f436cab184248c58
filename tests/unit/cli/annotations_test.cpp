// Reports for other programs: JSON, GitLab, GitHub; their escapes and their fingerprints.
#include "cli/annotations.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

using namespace cenacle;

namespace {

constexpr diag::Code an_error{"unknown-key", diag::Severity::error};
constexpr diag::Code a_warning{"rhythm", diag::Severity::warning};

std::vector<std::string> fingerprints(const std::string& report) {
  std::vector<std::string> out;
  const std::regex pattern("\"fingerprint\": \"([0-9a-f]{16})\"");
  for (std::sregex_iterator it(report.begin(), report.end(), pattern), end; it != end; ++it) out.push_back((*it)[1]);
  return out;
}

}  // namespace

TEST_CASE("JSON holds all that a diagnostic does") {
  const diag::Diagnostic all[] = {
      {an_error, {"a.md", 5, 9, 3}, "no \"key\"", {{"n", {"b.md", 2, 1, 4}}, {"m", {}}}, "write:\nx = 1"},
      {a_warning, {"c.md", 0, 0, 0}, "s\xff", {}, ""},
  };
  CHECK(cli::json_report(all) == R"({
  "diagnostics": [
    {
      "code": "unknown-key",
      "severity": "error",
      "path": "a.md",
      "line": 5,
      "column": 9,
      "length": 3,
      "summary": "no \"key\"",
      "notes": [
        {
          "text": "n",
          "path": "b.md",
          "line": 2,
          "column": 1,
          "length": 4
        },
        {
          "text": "m"
        }
      ],
      "help": "write:\nx = 1"
    },
    {
      "code": "rhythm",
      "severity": "warning",
      "path": "c.md",
      "summary": "s�",
      "notes": []
    }
  ],
  "errors": 1,
  "warnings": 1
}
)");
  CHECK(cli::json_report({}) == "{\n  \"diagnostics\": [],\n  \"errors\": 0,\n  \"warnings\": 0\n}\n");
}

TEST_CASE("GitLab's report") {
  const diag::Diagnostic all[] = {{an_error, {"a.md", 5, 9, 3}, "s", {}, "h"},
                                  {a_warning, {"b.md", 0, 0, 0}, "t", {}, ""}};
  const std::string report = cli::gitlab_report(all);
  const auto prints = fingerprints(report);
  REQUIRE(prints.size() == 2);
  CHECK(report ==
        "[\n  {\n    \"description\": \"s\",\n    \"check_name\": \"unknown-key\",\n    \"fingerprint\": \"" +
            prints[0] +
            "\",\n    \"severity\": \"major\",\n    \"location\": {\n      \"path\": \"a.md\",\n      \"lines\": {\n"
            "        \"begin\": 5\n      }\n    }\n  },\n  {\n    \"description\": \"t\",\n    \"check_name\": "
            "\"rhythm\",\n    \"fingerprint\": \"" +
            prints[1] +
            "\",\n    \"severity\": \"minor\",\n    \"location\": {\n      \"path\": \"b.md\",\n      \"lines\": {\n"
            "        \"begin\": 1\n      }\n    }\n  }\n]\n");
  CHECK(cli::gitlab_report({}) == "[]\n");
}

TEST_CASE("a fingerprint follows the mistake, not its line, and no two are the same") {
  const auto print_of = [](const diag::Diagnostic& diagnostic) {
    const diag::Diagnostic one[] = {diagnostic};
    return fingerprints(cli::gitlab_report(one)).at(0);
  };
  const diag::Diagnostic here{an_error, {"a.md", 5, 9, 3}, "s", {}, ""};
  CHECK(print_of(here) == print_of({an_error, {"a.md", 50, 1, 1}, "s", {}, "other help"}));
  CHECK(print_of(here) != print_of({an_error, {"b.md", 5, 9, 3}, "s", {}, ""}));
  CHECK(print_of(here) != print_of({a_warning, {"a.md", 5, 9, 3}, "s", {}, ""}));
  CHECK(print_of(here) != print_of({an_error, {"a.md", 5, 9, 3}, "t", {}, ""}));
  const std::vector<diag::Diagnostic> same(50, here);
  const auto prints = fingerprints(cli::gitlab_report(same));
  CHECK(std::set<std::string>(prints.begin(), prints.end()).size() == 50);
}

TEST_CASE("GitHub's commands, escaped") {
  struct Row {
    const char* name;
    diag::Diagnostic diagnostic;
    const char* line;
  };
  const Row rows[] = {
      {"plain", {an_error, {"a.md", 5, 9, 3}, "s", {}, ""}, "::error file=a.md,line=5,col=9,title=unknown-key::s\n"},
      {"a whole file", {a_warning, {"a.md", 0, 0, 0}, "s", {}, ""}, "::warning file=a.md,title=rhythm::s\n"},
      {"no column", {a_warning, {"a.md", 2, 0, 0}, "s", {}, ""}, "::warning file=a.md,line=2,title=rhythm::s\n"},
      {"nowhere", {a_warning, {}, "s", {}, ""}, "::warning title=rhythm::s\n"},
      {"notes and help",
       {an_error, {"a.md", 1, 1, 1}, "100 %", {{"n", {}}}, "write:\nx = 1"},
       "::error file=a.md,line=1,col=1,title=unknown-key::100 %25%0Anote: n%0Ahelp: write:%0Ax = 1\n"},
      {"a path that would end the properties",
       {an_error, {"a,line=1::x%.md", 1, 1, 1}, "s", {}, ""},
       "::error file=a%2Cline=1%3A%3Ax%25.md,line=1,col=1,title=unknown-key::s\n"},
      {"a forged command",
       {an_error, {"a.md", 1, 1, 1}, "s\n::set-output name=x::y", {}, "\r\x1b[2J\n::error::z"},
       "::error file=a.md,line=1,col=1,title=unknown-key::s␊::set-output name=x::y%0Ahelp: ␍␛[2J%0A::error::z\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const diag::Diagnostic one[] = {row.diagnostic};
    CHECK(cli::github_report(one) == row.line);
  }
  CHECK(cli::github_report({}) == "");
}

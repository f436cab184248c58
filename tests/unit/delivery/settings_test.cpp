// Settings of mail: from the file, from the environment, and no secret in what is said of them.
#include "delivery/settings.h"

#include <filesystem>
#include <fstream>
#include <map>

#include "ledger/places.h"

namespace cenacle::delivery::test {

namespace fs = std::filesystem;
using ledger::test::Somewhere;

namespace {

struct Reading {
  Settings settings;
  std::string mistakes;
};

class Home {
 public:
  Home() { fs::create_directories(folder()); }
  void write(const std::string& name, const std::string& text, bool is_private = true) {
    const std::string path = folder() + "/" + name;
    std::ofstream(path) << text;
    fs::permissions(path, fs::perms(is_private ? 0600 : 0644));
  }
  Reading read(const std::map<std::string, std::string>& variables = {}) const {
    std::vector<std::string> mistakes;
    Reading reading;
    reading.settings = read_settings(
        somewhere_.folder(),
        [&](std::string_view name) -> std::optional<std::string> {
          const auto it = variables.find(std::string(name));
          return it == variables.end() ? std::nullopt : std::optional(it->second);
        },
        &mistakes);
    for (const std::string& it : mistakes) reading.mistakes += it + "\n";
    return reading;
  }

 private:
  std::string folder() const { return somewhere_.folder() + "/.cenacle"; }
  const Somewhere somewhere_{Somewhere::Kind::sqlite};
};

}  // namespace

TEST_CASE("without settings mails go into a folder") {
  const Reading it = Home().read();
  CHECK(it.mistakes == "");
  CHECK(!it.settings.smtp);
  CHECK(it.settings.folder == "output/mail");
  CHECK(shown(it.settings) == "the folder output/mail");
}

TEST_CASE("a relay is set in the file, and the environment has the last word") {
  Home home;
  home.write("mot-de-passe", "sésame\nautre ligne\n");
  home.write("mail.toml", R"(
[smtp]
host = "relais.example"
user = "portail"
password_file = "mot-de-passe"
authentication = "login"
connections = 8
domain_per_minute = 30
hello = "portail.example"
)");
  const Reading it = home.read();
  CHECK(it.mistakes == "");
  REQUIRE(it.settings.smtp);
  const Smtp& smtp = *it.settings.smtp;
  CHECK(smtp.host == "relais.example");
  CHECK(smtp.port == 587);
  CHECK(smtp.security == Security::starttls);
  CHECK(smtp.password == "sésame");
  CHECK(smtp.authentication == "login");
  CHECK(smtp.connections == 8);
  CHECK(smtp.domain_per_minute == 30);
  CHECK(shown(it.settings) == "relais.example, port 587 (STARTTLS)");
  const Reading other =
      home.read({{"CENACLE_SMTP_HOST", "::1"}, {"CENACLE_SMTP_SECURITY", "tls"}, {"CENACLE_SMTP_CONNECTIONS", "2"}});
  CHECK(other.mistakes == "");
  CHECK(other.settings.smtp->host == "::1");
  CHECK(other.settings.smtp->port == 465);
  CHECK(other.settings.smtp->connections == 2);
}

TEST_CASE("variables alone make a relay; without a host they mean nothing") {
  CHECK(Home().read({{"CENACLE_SMTP_HOST", "relais.example"}}).settings.smtp);
  CHECK(!Home().read({{"CENACLE_SMTP_PORT", "25"}}).settings.smtp);
}

TEST_CASE("each mistake says where it stands and what would be right, and no value") {
  struct Case {
    std::string text, says;
  };
  const Case cases[] = {
      {"[smtp]\nhost = relais.example\n", ".cenacle/mail.toml:2: this line is not TOML"},
      {"[smtp]\nhost = \"h\"\npasword = \"sesame\"\n",
       ".cenacle/mail.toml:3: `pasword` is unknown; [smtp] has: host, port"},
      {"[smtp]\nhost = \"h\"\nport = \"sesame\"\n", ".cenacle/mail.toml:3: `port` is a number"},
      {"[smtp]\nhost = \"h\"\nport = 70000\n", "`port` is a number from 1 to 65535"},
      {"[smtp]\nhost = \"h\"\nuser = 12\n", "`user` is a text"},
      {"[smtp]\nhost = \"smtp://h\"\n", "`host` is the relay's name alone"},
      {"[smtp]\nhost = \"h\"\nsecurity = \"ssl\"\n", "`security` is \"starttls\", \"tls\" or \"none\""},
      {"[smtp]\nhost = \"h\"\nauthentication = \"cram\"\n", "`authentication` is"},
      {"[smtp]\nport = 25\n", "the relay has no name"},
      {"[smtp]\nhost = \"h\"\npassword = \"sesame\"\n", "needs `user`"},
      {"[smtp]\nhost = \"h\"\nuser = \"u\"\n", "`user` needs a password or a token"},
      {"[smtp]\nhost = \"h\"\nuser = \"u\"\npassword = \"sesame\"\ntoken = \"sesame\"\n", "exclude each other"},
      {"[smtp]\nhost = \"h\"\nuser = \"u\"\npassword = \"sesame\"\nsecurity = \"none\"\n", "would show the password"},
      {"[smtp]\nhost = \"h\"\nuser = \"u\"\npassword_file = \"sesame\"\n", "the file that it names cannot be read"},
      {"[smtp]\nhost = \"h\"\nhello = \"a\\nb\"\n", "a control character stands in it"},
      {"[relay]\nhost = \"h\"\n", "`relay` is unknown here"},
      {"[folder]\nchemin = \"x\"\n", "[folder] has one key"},
      {"[smtp]\nhost = \"h\"\n[folder]\npath = \"x\"\n", "exclude each other"},
  };
  for (const Case& it : cases) {
    CAPTURE(it.text);
    Home home;
    home.write("mail.toml", it.text);
    const std::string said = home.read().mistakes;
    CAPTURE(said);
    CHECK(said.find(it.says) != said.npos);
    CHECK(said.find("sesame") == said.npos);
  }
}

TEST_CASE("a secret that others may read is refused") {
  Home home;
  home.write("mail.toml", "[smtp]\nhost = \"h\"\nuser = \"u\"\npassword = \"sesame\"\n", false);
  CHECK(home.read().mistakes.find("chmod 600 .cenacle/mail.toml") != std::string::npos);
  home.write("mail.toml", "[smtp]\nhost = \"h\"\nuser = \"u\"\ntoken_file = \"jeton\"\n", false);
  home.write("jeton", "sesame\n", false);
  CHECK(home.read().mistakes.find("chmod 600") != std::string::npos);
  home.write("jeton", "sesame\n");
  CHECK(home.read().mistakes == "");
  CHECK(home.read().settings.smtp->token == "sesame");
}

}  // namespace cenacle::delivery::test

// Reading the settings of mail: a closed list of keys, each from the file or from the environment; no value is ever
// quoted, since it may be a secret in the wrong place.
#include <sys/stat.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "delivery/settings.h"
#include "formats/toml/toml.h"

namespace cenacle::delivery {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view shown_path = ".cenacle/mail.toml";

enum class Key : std::uint8_t {
  host,
  port,
  security,
  user,
  password,
  password_file,
  token,
  token_file,
  authentication,
  certificates,
  connections,
  per_minute,
  domain_per_minute,
  hello,
  connect_seconds,
  answer_seconds,
};
struct Known {
  std::string_view name;
  Key key;
  int least = 0, most = 0;  ///< of a number; a text has neither
};
constexpr std::array<Known, 16> known_keys = {{
    {"host", Key::host},
    {"port", Key::port, 1, 65535},
    {"security", Key::security},
    {"user", Key::user},
    {"password", Key::password},
    {"password_file", Key::password_file},
    {"token", Key::token},
    {"token_file", Key::token_file},
    {"authentication", Key::authentication},
    {"certificates", Key::certificates},
    {"connections", Key::connections, 1, 100},
    {"per_minute", Key::per_minute, 0, 1'000'000},
    {"domain_per_minute", Key::domain_per_minute, 0, 1'000'000},
    {"hello", Key::hello},
    {"connect_seconds", Key::connect_seconds, 1, 600},
    {"answer_seconds", Key::answer_seconds, 1, 600},
}};

const Known* known(std::string_view name) {
  for (const Known& it : known_keys)
    if (it.name == name) return &it;
  return nullptr;
}

bool is_loopback(std::string_view host) { return host == "localhost" || host == "::1" || host.starts_with("127."); }

class Reader {
 public:
  Reader(const std::string& portal, const Environment& environment, std::vector<std::string>* mistakes)
      : folder_(fs::path(portal) / ".cenacle"), environment_(environment), mistakes_(*mistakes) {}

  Settings read() {
    read_file();
    for (const Known& it : known_keys) {
      const std::string name = variable(it.name);
      if (const auto value = environment_(name)) take_text(it, *value, "$" + name);
    }
    if (names_smtp_) finish();
    if (!names_smtp_) settings_.smtp.reset();
    return settings_;
  }

 private:
  static std::string variable(std::string_view key) {
    std::string name = "CENACLE_SMTP_";
    for (const char c : key) name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return name;
  }
  template <class... Args>
  void mistake(std::string_view where, fmt::format_string<Args...> what, Args&&... args) {
    mistakes_.push_back(fmt::format("{}: {}", where, fmt::format(what, std::forward<Args>(args)...)));
  }
  static std::string place(const toml::Spot& at) { return fmt::format("{}:{}", shown_path, at.line); }

  void read_file() {
    const fs::path path = folder_ / "mail.toml";
    std::error_code error;
    if (!fs::exists(path, error)) return;
    std::ifstream file(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    if (!file) return mistake(shown_path, "cannot be read");
    diag::Diagnostics diagnostics;
    const toml::Node tree = toml::parse(text, shown_path, 1, diagnostics);
    for (const diag::Diagnostic& it : diagnostics.sorted())
      mistake(fmt::format("{}:{}", shown_path, it.place.line), "this line is not TOML: texts stand between quotes");
    if (diagnostics.errors() > 0) return;
    for (const toml::Entry& it : tree.entries) {
      const bool is_table = it.value.kind == toml::Kind::table;
      if (is_table && it.key == "smtp") {
        names_smtp_ = true;
        for (const toml::Entry& each : it.value.entries) take(each);
      } else if (is_table && it.key == "folder") {
        take_folder(it.value);
      } else {
        mistake(place(it.at), "`{}` is unknown here: there are [smtp] and [folder]", it.key);
      }
    }
    if (tree.find("smtp") != nullptr && tree.find("folder") != nullptr)
      mistake(shown_path, "[smtp] and [folder] exclude each other");
    struct stat about;
    if (holds_secret_ && stat(path.c_str(), &about) == 0 && (about.st_mode & 077) != 0)
      mistake(shown_path, "others may read the secret in it: chmod 600 {}", shown_path);
  }

  void take_folder(const toml::Node& table) {
    for (const toml::Entry& it : table.entries) {
      if (it.key == "path" && it.value.kind == toml::Kind::text && !it.value.text.empty()) {
        settings_.folder = it.value.text;
      } else {
        mistake(place(it.at), "[folder] has one key, `path`, a text");
      }
    }
  }

  void take(const toml::Entry& entry) {
    const Known* it = known(entry.key);
    if (it == nullptr) {
      std::string all;
      for (const Known& each : known_keys) all += (all.empty() ? "" : ", ") + std::string(each.name);
      return mistake(place(entry.at), "`{}` is unknown; [smtp] has: {}", entry.key, all);
    }
    holds_secret_ = holds_secret_ || it->key == Key::password || it->key == Key::token;
    const bool is_number = it->most > 0;
    if (is_number && entry.value.kind == toml::Kind::integer)
      return take_number(*it, entry.value.integer, place(entry.at));
    if (!is_number && entry.value.kind == toml::Kind::text) return take_text(*it, entry.value.text, place(entry.at));
    mistake(place(entry.at), "`{}` is a {}", it->name, is_number ? "number" : "text, between quotes");
  }

  void take_number(const Known& key, std::int64_t value, const std::string& where) {
    if (value < key.least || value > key.most)
      return mistake(where, "`{}` is a number from {} to {}", key.name, key.least, key.most);
    Smtp& smtp = begun();
    const int number = static_cast<int>(value);
    switch (key.key) {
      case Key::port:
        smtp.port = static_cast<std::uint16_t>(number);
        break;
      case Key::connections:
        smtp.connections = number;
        break;
      case Key::per_minute:
        smtp.per_minute = number;
        break;
      case Key::domain_per_minute:
        smtp.domain_per_minute = number;
        break;
      case Key::connect_seconds:
        smtp.connect_seconds = number;
        break;
      default:
        smtp.answer_seconds = number;
        break;
    }
  }

  void take_text(const Known& key, const std::string& value, const std::string& where) {
    if (key.most > 0) {
      std::int64_t number = 0;
      const char* end = value.data() + value.size();
      if (value.empty() || std::from_chars(value.data(), end, number).ptr != end)
        return mistake(where, "this is a number from {} to {}", key.least, key.most);
      return take_number(key, number, where);
    }
    for (const char c : value)
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return mistake(where, "a control character stands in it");
    Smtp& smtp = begun();
    switch (key.key) {
      case Key::host:
        smtp.host = value, names_smtp_ = true;
        if (value.empty() || value.find_first_of(" /@?#[]") != value.npos)
          mistake(where, "`host` is the relay's name alone: \"relais.example\"");
        break;
      case Key::security:
        take_security(value, where);
        break;
      case Key::user:
        smtp.user = value;
        break;
      case Key::password:
        smtp.password = value;
        break;
      case Key::password_file:
        smtp.password = secret_of(value, where);
        break;
      case Key::token:
        smtp.token = value;
        break;
      case Key::token_file:
        smtp.token = secret_of(value, where);
        break;
      case Key::certificates:
        smtp.certificates = file_of(value, where);
        break;
      case Key::hello:
        smtp.hello = value;
        break;
      default:
        smtp.authentication = value;
        if (value != "plain" && value != "login" && value != "xoauth2")
          mistake(where, "`authentication` is \"plain\", \"login\" or \"xoauth2\"");
    }
  }

  void take_security(const std::string& value, const std::string& where) {
    if (value == "none") {
      begun().security = Security::none;
    } else if (value == "starttls") {
      begun().security = Security::starttls;
    } else if (value == "tls") {
      begun().security = Security::tls;
    } else {
      mistake(where, "`security` is \"starttls\", \"tls\" or \"none\"");
    }
  }

  std::string file_of(const std::string& value, const std::string& where) {
    const fs::path path = folder_ / value;
    if (!std::ifstream(path)) mistake(where, "the file that it names cannot be read (below .cenacle/)");
    return path.string();
  }

  /// The first line of a file that nobody else may read.
  std::string secret_of(const std::string& value, const std::string& where) {
    const fs::path path = folder_ / value;
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line)) {
      mistake(where, "the file that it names cannot be read (below .cenacle/)");
      return "";
    }
    struct stat about;
    if (stat(path.c_str(), &about) == 0 && (about.st_mode & 077) != 0)
      mistake(where, "others may read the file that it names: chmod 600");
    return std::string(base::trim(line));
  }

  void finish() {
    Smtp& smtp = begun();
    if (smtp.host.empty()) mistake("mail", "the relay has no name: `host` of [smtp], or $CENACLE_SMTP_HOST");
    if (smtp.port == 0)
      smtp.port = smtp.security == Security::tls ? 465 : smtp.security == Security::starttls ? 587 : 25;
    const bool has_secret = !smtp.password.empty() || !smtp.token.empty();
    if (has_secret && smtp.user.empty()) mistake("mail", "a password or token needs `user`");
    if (!smtp.user.empty() && !has_secret) mistake("mail", "`user` needs a password or a token");
    if (!smtp.password.empty() && !smtp.token.empty()) mistake("mail", "a password and a token exclude each other");
    if (has_secret && smtp.security == Security::none && !is_loopback(smtp.host))
      mistake("mail", "`security = \"none\"` would show the password to everybody on the way");
  }

  Smtp& begun() {
    if (!settings_.smtp) settings_.smtp.emplace();
    return *settings_.smtp;
  }

  fs::path folder_;
  const Environment& environment_;
  std::vector<std::string>& mistakes_;
  Settings settings_;
  bool names_smtp_ = false, holds_secret_ = false;
};

}  // namespace

Environment process_environment() {
  return [](std::string_view name) -> std::optional<std::string> {
    const char* value = std::getenv(std::string(name).c_str());
    if (value == nullptr) return std::nullopt;
    return std::string(value);
  };
}

Settings read_settings(const std::string& portal, const Environment& environment, std::vector<std::string>* mistakes) {
  return Reader(portal, environment, mistakes).read();
}

}  // namespace cenacle::delivery

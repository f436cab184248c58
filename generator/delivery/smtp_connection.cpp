// One connection to a relay, by libcurl: what is said to it, and what its answers mean.
#include "delivery/smtp_connection.h"

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <cstring>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace cenacle::delivery {

namespace {

using Outcome = Receipt::Outcome;
using Stage = Course::Stage;

/// A mail that takes longer is given up, well before the claim of its message ends (outbox.h).
constexpr std::chrono::milliseconds longest_transfer = std::chrono::minutes(20);
/// Too big for this relay, or for her mailbox: the only answer to MAIL that is about the message.
constexpr int too_big = 552, closing = 421;

bool is_final(int code) { return code >= 500; }

struct Easy {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct List {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// What is known of the mail that is under way.
struct Transaction {
  std::string_view left;  ///< octets that libcurl has not asked for yet
  Course course;
  std::string answer;  ///< to this stage
  bool is_new_connection = false;
  bool is_over = false;  ///< libcurl takes its leave; what is answered to that is of no interest

  void said(std::string_view command) {
    if (command.starts_with("MAIL ")) enter(Stage::sender);
    if (command.starts_with("RCPT ")) enter(Stage::recipient);
    if (command.starts_with("DATA")) enter(Stage::data);
    if (command.starts_with("QUIT")) is_over = true;
  }
  void enter(Stage stage) {
    course = {stage, 0};
    answer.clear();
  }
  /// "550-5.1.1 no such", "550 5.1.1 user": one answer of two lines.
  void heard(std::string_view line) {
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    if (is_over || line.size() < 3 || line.find_first_not_of("0123456789") != 3) return;
    if (course.code != 0) answer.clear(), course.code = 0;
    if (!answer.empty()) answer += ' ';
    answer += line.substr(std::min<std::size_t>(4, line.size()));
    if (line.size() == 3 || line[3] != '-')
      course.code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
  }
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* state) {
  auto& it = *static_cast<Transaction*>(state);
  const std::size_t some = std::min(size * count, it.left.size());
  if (some == 0) {
    it.enter(Stage::end);
    return 0;
  }
  std::memcpy(to, it.left.data(), some);
  it.left.remove_prefix(some);
  return some;
}

std::size_t take_line(char* line, std::size_t size, std::size_t count, void* state) {
  static_cast<Transaction*>(state)->heard({line, size * count});
  return size * count;
}

/// How far a transaction went is told by the commands that libcurl sends. They are looked at, never kept: one of them
/// is the password.
int watch(CURL*, curl_infotype type, char* text, std::size_t size, void* state) {
  if (type == CURLINFO_HEADER_OUT) static_cast<Transaction*>(state)->said({text, size});
  return 0;
}

}  // namespace

Outcome outcome_of(const Course& course) {
  const int code = course.code;
  switch (course.stage) {
    case Stage::session:
      return Outcome::unreachable;
    case Stage::sender:
      if (code == too_big) return Outcome::refused;
      return is_final(code) || code == closing ? Outcome::unreachable : Outcome::deferred;
    case Stage::recipient:
    case Stage::data:
      return is_final(code) ? Outcome::refused : Outcome::deferred;
    case Stage::end:
      if (code == 0) return Outcome::uncertain;
      if (code < 400) return Outcome::accepted;
      return is_final(code) ? Outcome::refused : Outcome::deferred;
  }
  return Outcome::uncertain;
}

struct SmtpConnection::State {
  explicit State(const Smtp& settings);
  template <class T>
  void set(CURLoption option, T value) {
    curl_easy_setopt(handle.get(), option, value);
  }
  void log_in(const Smtp& settings);
  Receipt offer(const Parcel& parcel, bool fresh);

  std::unique_ptr<CURL, Easy> handle;
  Transaction transaction;
  std::array<char, CURL_ERROR_SIZE> trouble{};
};

SmtpConnection::State::State(const Smtp& settings) {
  static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);  // once, before any thread
  (void)begun;
  handle.reset(curl_easy_init());
  const bool is_address = settings.host.find(':') != settings.host.npos;
  const std::unique_ptr<char, decltype(&curl_free)> hello(
      curl_easy_escape(handle.get(), settings.hello.c_str(), static_cast<int>(settings.hello.size())), curl_free);
  const std::string url =
      fmt::format("{}://{}{}{}:{}/{}", settings.security == Security::tls ? "smtps" : "smtp", is_address ? "[" : "",
                  settings.host, is_address ? "]" : "", settings.port, settings.hello.empty() ? "" : hello.get());
  set(CURLOPT_URL, url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_UPLOAD, 1L);
  set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(settings.connect_seconds));
  set(CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(settings.answer_seconds));
  set(CURLOPT_LOW_SPEED_LIMIT, 1L);
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(settings.answer_seconds));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(longest_transfer.count()));
  if (settings.security == Security::starttls) set(CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  if (!settings.certificates.empty()) set(CURLOPT_CAINFO, settings.certificates.c_str());
  log_in(settings);
  set(CURLOPT_READFUNCTION, give);
  set(CURLOPT_READDATA, &transaction);
  set(CURLOPT_HEADERFUNCTION, take_line);
  set(CURLOPT_HEADERDATA, &transaction);
  set(CURLOPT_VERBOSE, 1L);
  set(CURLOPT_DEBUGFUNCTION, watch);
  set(CURLOPT_DEBUGDATA, &transaction);
  set(CURLOPT_ERRORBUFFER, trouble.data());
}

void SmtpConnection::State::log_in(const Smtp& settings) {
  if (settings.user.empty()) return;
  set(CURLOPT_USERNAME, settings.user.c_str());
  if (settings.token.empty()) {
    set(CURLOPT_PASSWORD, settings.password.c_str());
  } else {
    set(CURLOPT_XOAUTH2_BEARER, settings.token.c_str());
  }
  const std::string_view way = settings.authentication;
  if (way == "plain") set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN");
  if (way == "login") set(CURLOPT_LOGIN_OPTIONS, "AUTH=LOGIN");
  if (way == "xoauth2") set(CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2");
}

Receipt SmtpConnection::State::offer(const Parcel& parcel, bool fresh) {
  transaction = {};
  transaction.left = parcel.bytes;
  trouble.fill('\0');
  const std::unique_ptr<curl_slist, List> to(curl_slist_append(nullptr, ("<" + parcel.to + ">").c_str()));
  const std::string from = "<" + parcel.from + ">";
  set(CURLOPT_MAIL_FROM, from.c_str());
  set(CURLOPT_MAIL_RCPT, to.get());
  set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(parcel.bytes.size()));
  set(CURLOPT_FRESH_CONNECT, fresh ? 1L : 0L);
  const CURLcode result = curl_easy_perform(handle.get());
  set(CURLOPT_MAIL_RCPT, nullptr);
  long connections = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_NUM_CONNECTS, &connections);
  transaction.is_new_connection = connections > 0;

  Receipt receipt;
  receipt.message = parcel.message;
  receipt.outcome = outcome_of(transaction.course);
  // Of a conversation that broke off, the relay's last word was no answer; libcurl knows why it did.
  const bool is_answered = receipt.outcome == Outcome::accepted || transaction.course.code >= 400;
  if (is_answered) {
    receipt.code = transaction.course.code;
    receipt.answer = one_line(transaction.answer);
  } else {
    receipt.answer = one_line(trouble[0] != '\0' ? trouble.data() : curl_easy_strerror(result));
  }
  return receipt;
}

SmtpConnection::SmtpConnection(const Smtp& settings) : state_(std::make_unique<State>(settings)) {}
SmtpConnection::~SmtpConnection() = default;

Receipt SmtpConnection::offer(const Parcel& parcel) {
  if (!is_for_envelope(parcel.from) || !is_for_envelope(parcel.to))
    return {parcel.message, Outcome::refused, 0, "the address cannot stand on an envelope; nothing was sent"};
  const Receipt receipt = state_->offer(parcel, false);
  // A relay ends a connection that has been idle, or has carried enough; a new one may do. The message has not left.
  const Transaction& it = state_->transaction;
  const bool was_closed =
      !it.is_new_connection && it.course.stage <= Stage::data && (it.course.code == 0 || it.course.code == closing);
  return was_closed ? state_->offer(parcel, true) : receipt;
}

}  // namespace cenacle::delivery

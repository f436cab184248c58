// The preview over HTTP, for this machine only.
#include "web/server.h"

#include <sys/socket.h>

#include <atomic>
#include <thread>

#include <fmt/format.h>
#include <httplib.h>

#include "web/media_type.h"

namespace cenacle::web {

namespace {

constexpr const char* addresses[] = {"127.0.0.1", "::1"};
constexpr std::size_t workers = 32;        // threads of each address: they wait, most of the time
constexpr int most_listeners = 24;         // of these, that may tell browsers of changes
constexpr std::chrono::seconds breath{5};  // how often a silent listener is tried, to learn that it has gone

/// No script but the preview's, nothing from elsewhere, and no page of the web may frame or embed it.
const httplib::Headers every_answer = {{"Cache-Control", "no-store"},
                                       {"Content-Security-Policy",
                                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                                        "object-src 'none'; base-uri 'none'; form-action 'none'; "
                                        "frame-ancestors 'none'"},
                                       {"Cross-Origin-Resource-Policy", "same-origin"},
                                       {"Referrer-Policy", "no-referrer"},
                                       {"X-Content-Type-Options", "nosniff"}};

/// Not SO_REUSEPORT, which the library sets of itself: with it two programs may listen on one port.
void allow_reuse_of_a_port_that_was_left(int socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

bool is_free(int port) {
  httplib::Server trial;
  trial.set_socket_options(allow_reuse_of_a_port_that_was_left);
  return trial.bind_to_port(addresses[0], port);
}

base::Failure taken(int port) {
  std::string advice = "`--port 0` takes any that is free";
  for (int next = port + 1; next <= std::min(port + 20, 65535); ++next)
    if (is_free(next)) {
      advice = fmt::format("`--port {}` is free, and {}", next, advice);
      break;
    }
  return {base::FailureKind::busy, fmt::format("port {} is taken by another program; {}", port, advice)};
}

/// Whether this machine has the address at all.
bool exists(const char* address) {
  httplib::Server trial;
  return trial.bind_to_any_port(address) > 0;
}

}  // namespace

bool is_loopback(std::string_view host) {
  const bool bracketed = host.starts_with('[');
  const std::size_t end = bracketed ? host.find(']') : host.find(':');
  const std::string_view name = host.substr(0, bracketed && end != host.npos ? end + 1 : end);
  const std::string_view rest = host.substr(name.size());
  if (!rest.empty() && (rest[0] != ':' || rest.substr(1).find_first_not_of("0123456789") != rest.npos)) return false;
  return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

struct Server::State {
  explicit State(Preview& shown) : preview(shown) {}

  Preview& preview;
  int port = 0;
  std::atomic<bool> stopping{false};
  std::atomic<int> listeners{0};
  std::vector<std::unique_ptr<httplib::Server>> servers;
  std::vector<std::jthread> threads;

  std::unique_ptr<httplib::Server> make();
  bool bind(int wanted);
  void answer(const httplib::Request& request, httplib::Response& response);
  void tell_of_changes(const httplib::Request& request, httplib::Response& response);
};

std::unique_ptr<httplib::Server> Server::State::make() {
  auto server = std::make_unique<httplib::Server>();
  server->set_socket_options(allow_reuse_of_a_port_that_was_left);
  server->new_task_queue = [] { return new httplib::ThreadPool(workers); };
  server->set_keep_alive_max_count(1);  // a connection that waits for its next request would hold a thread
  server->set_read_timeout(2);
  server->set_default_headers(every_answer);
  server->set_pre_routing_handler([](const httplib::Request& request, httplib::Response& response) {
    if (!is_loopback(request.get_header_value("Host"))) {
      response.status = 421;
      response.set_content("421: this preview answers to localhost only\n", "text/plain; charset=utf-8");
      return httplib::Server::HandlerResponse::Handled;
    }
    if (request.method != "GET" && request.method != "HEAD") {
      response.status = 405;
      response.set_header("Allow", "GET, HEAD");
      return httplib::Server::HandlerResponse::Handled;
    }
    return httplib::Server::HandlerResponse::Unhandled;
  });
  server->Get(std::string(Preview::events), [this](const httplib::Request& request, httplib::Response& response) {
    tell_of_changes(request, response);
  });
  server->Get(".*",
              [this](const httplib::Request& request, httplib::Response& response) { answer(request, response); });
  return server;
}

void Server::State::answer(const httplib::Request& request, httplib::Response& response) {
  Answer answer = preview.answer(request.path);
  response.status = answer.status;
  if (!answer.location.empty()) return response.set_redirect(answer.location, answer.status);
  response.set_content(std::move(answer.body), answer.type);
}

/// Server-Sent Events (HTML, 9.2): the state's name whenever it is another than the one that the page was made from.
void Server::State::tell_of_changes(const httplib::Request& request, httplib::Response& response) {
  if (request.method == "HEAD" || listeners.fetch_add(1) >= most_listeners) {
    if (request.method != "HEAD") --listeners;
    response.status = 204;  // EventSource takes it for: do not come back
    return;
  }
  response.set_chunked_content_provider(
      "text/event-stream",
      [this, known = request.get_param_value("known")](std::size_t, httplib::DataSink& sink) mutable {
        const auto until = std::chrono::steady_clock::now() + breath;
        while (!stopping && std::chrono::steady_clock::now() < until) {
          const std::string state = preview.next_state(known, std::chrono::milliseconds(100));
          if (state == known) continue;
          known = state;
          const std::string event = fmt::format("event: state\ndata: {}\n\n", state);
          return sink.write(event.data(), event.size());
        }
        if (stopping) {
          sink.done();
          return true;
        }
        return sink.write(":\n\n", 3);
      },
      [this](bool) { --listeners; });
}

/// Binds the same port of all loopback addresses that there are.
bool Server::State::bind(int wanted) {
  servers.clear();
  port = wanted;
  for (const char* address : addresses) {
    if (address != addresses[0] && !exists(address)) continue;
    auto server = make();
    if (port == 0) {
      port = server->bind_to_any_port(address);
      if (port <= 0) return false;
    } else if (!server->bind_to_port(address, port)) {
      return false;
    }
    servers.push_back(std::move(server));
  }
  return true;
}

base::Result<std::unique_ptr<Server>> Server::listen(Preview& preview, int port) {
  auto state = std::make_unique<State>(preview);
  bool bound = state->bind(port);
  for (int again = 0; !bound && port == 0 && again < 20; ++again) bound = state->bind(0);
  if (!bound) return taken(port);
  for (const auto& server : state->servers) {
    state->threads.emplace_back([&listening = *server] { listening.listen_after_bind(); });
    while (!server->is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}

Server::~Server() {
  state_->stopping = true;
  for (const auto& server : state_->servers) server->stop();
  state_->threads.clear();  // joins
}

int Server::port() const { return state_->port; }

}  // namespace cenacle::web

// Tells that something below a few folders has changed, by the kernel's word (inotify), for whoever then looks itself.
#include "publish/folder_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>

namespace cenacle::publish {

namespace {

/// Also changes of mode and time, and deletions of the watched folder itself: whatever a look could tell apart.
constexpr std::uint32_t mask = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MODIFY | IN_CLOSE_WRITE |
                               IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_DONT_FOLLOW;

}  // namespace

base::Result<FolderWatch> FolderWatch::open(const std::string& root, std::vector<std::string> folders) {
  FolderWatch made(root, std::move(folders));
  made.events_ = Descriptor(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (!made.events_) return failure("watch the folder", root, errno);
  made.interruption_ = Descriptor(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
  if (!made.interruption_) return failure("watch the folder", root, errno);
  made.watch_all();
  return made;
}

/// Watches `path` (below the root) before what it holds is listed, so that nothing appears unseen in between. What
/// cannot be watched is left: it shows when one looks.
void FolderWatch::watch(const std::string& path, Reach reach) {
  const std::string full = path.empty() ? root_ : root_ + "/" + path;
  const int number = inotify_add_watch(events_.get(), full.c_str(), mask);
  if (number < 0) return;
  watched_[number] = path;
  if (reach == Reach::name_only) return;
  Descriptor folder(::open(full.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!folder) return;
  const int at = folder.get();
  for_each_name(std::move(folder), [&](std::string_view name, unsigned char type) {
    if (name.starts_with('.')) return true;
    struct stat about {};
    const bool is_folder =
        type == DT_DIR ||
        (type == DT_UNKNOWN && fstatat(at, name.data(), &about, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(about.st_mode));
    if (is_folder) watch(path + "/" + std::string(name), Reach::whole);
    return true;
  });
}

void FolderWatch::watch_all() {
  watch("", Reach::name_only);
  for (const std::string& folder : folders_) watch(folder, Reach::whole);
}

/// Whether a name in a watched folder is of what was asked for.
bool FolderWatch::concerns(int watched, std::string_view name) const {
  const auto it = watched_.find(watched);
  if (it == watched_.end()) return false;
  if (!it->second.empty()) return !name.starts_with('.');
  return std::find(folders_.begin(), folders_.end(), name) != folders_.end();
}

/// Takes all events that are waiting; whether one of them is a change.
bool FolderWatch::drain() {
  alignas(inotify_event) char buffer[16 * 1024];
  bool changed = false, moved_folders = false;
  for (;;) {
    const ssize_t length = read(events_.get(), buffer, sizeof buffer);
    if (length < 0 && errno == EINTR) continue;
    if (length <= 0) break;
    for (const char* at = buffer; at < buffer + length;) {
      const auto* event = reinterpret_cast<const inotify_event*>(at);
      at += sizeof(inotify_event) + event->len;
      const std::string_view name = event->len == 0 ? std::string_view() : event->name;
      if ((event->mask & IN_Q_OVERFLOW) != 0) {
        changed = moved_folders = true;
      } else if ((event->mask & IN_IGNORED) != 0) {
        watched_.erase(event->wd);
      } else if (concerns(event->wd, name)) {
        changed = true;
        moved_folders |=
            (event->mask & IN_ISDIR) != 0 && (event->mask & (IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM)) != 0;
      }
    }
  }
  // A renamed folder keeps its watches under their new paths: going through all again gives each its name.
  if (moved_folders) watch_all();
  return changed;
}

FolderWatch::Heard FolderWatch::wait(std::chrono::milliseconds wait) {
  const auto until = std::chrono::steady_clock::now() + wait;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    pollfd waiting[] = {{events_.get(), POLLIN, 0}, {interruption_.get(), POLLIN, 0}};
    const int ready = poll(waiting, 2, static_cast<int>(std::max<std::int64_t>(0, left.count())));
    if (ready < 0 && errno == EINTR) continue;
    std::uint64_t count = 0;
    if (read(interruption_.get(), &count, sizeof count) == sizeof count) return Heard::interruption;
    if (drain()) return Heard::change;
    if (ready <= 0) return Heard::silence;
  }
}

void FolderWatch::interrupt() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = write(interruption_.get(), &one, sizeof one);
}

}  // namespace cenacle::publish

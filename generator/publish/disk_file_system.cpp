// Reads content, themes and workflows from a folder of the disk.
#include "publish/disk_file_system.h"

#include <linux/openat2.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

namespace cenacle::publish {

namespace {

using base::Failure;
using base::FailureKind;
using base::FileEntry;

/// Whether every part of `path` is a name: not empty, not `.` or `..`.
bool stays_inside(std::string_view path) {
  for (;;) {
    const std::string_view part = path.substr(0, path.find('/'));
    if (part.empty() || part == "." || part == ".." || part.find('\0') != part.npos) return false;
    if (part.size() == path.size()) return true;
    path.remove_prefix(part.size() + 1);
  }
}

/// Opens one part of a path; a symbolic link is ELOOP, also where a folder is asked for.
Descriptor open_part(int folder, const char* name, int flags) {
  Descriptor opened(openat(folder, name, flags | O_NOFOLLOW));
  struct stat about;
  if (!opened && errno == ENOTDIR && fstatat(folder, name, &about, AT_SYMLINK_NOFOLLOW) == 0)
    errno = S_ISLNK(about.st_mode) ? ELOOP : ENOTDIR;
  return opened;
}

/// Opens part after part: for kernels and containers without openat2.
Descriptor walk(int root, std::string_view path, int flags) {
  Descriptor here;
  for (;;) {
    const std::size_t slash = path.find('/');
    const int at = here ? here.get() : root;
    const SystemPath name(path.substr(0, slash));
    if (slash == path.npos) return open_part(at, name, flags);
    here = open_part(at, name, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (!here) return here;
    path.remove_prefix(slash + 1);
  }
}

/// Opens `path` below `root`; a symbolic link anywhere in it is ELOOP.
Descriptor open_below(int root, std::string_view path, int flags) {
  if (path.size() >= SystemPath::room) {
    errno = ENAMETOOLONG;
    return Descriptor();
  }
  flags |= O_CLOEXEC;
  const SystemPath name(path);
  open_how how{};
  how.flags = static_cast<std::uint64_t>(flags);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
  for (;;) {
    Descriptor file(static_cast<int>(syscall(SYS_openat2, root, static_cast<const char*>(name), &how, sizeof how)));
    if (file) return file;
    if (errno == EAGAIN || errno == EINTR) continue;  // a rename elsewhere made the kernel unsure
    if (errno == ENOSYS || errno == EPERM) return walk(root, path, flags);
    return file;
  }
}

/// Where an open descriptor really is; empty when the system does not say.
std::string real_path(int file) {
  char text[4096];
  const ssize_t length = readlink(("/proc/self/fd/" + std::to_string(file)).c_str(), text, sizeof text);
  return length > 0 && static_cast<std::size_t>(length) < sizeof text
             ? std::string(text, static_cast<std::size_t>(length))
             : std::string();
}

bool is_missing(int error) { return error == ENOENT || error == ENOTDIR; }

}  // namespace

base::Result<std::unique_ptr<DiskFileSystem>> DiskFileSystem::open(const std::string& root) {
  Descriptor folder(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder) {
    Failure why = failure("open the folder", root, errno);
    if (errno == ENOENT) why.kind = FailureKind::not_found;
    return why;
  }
  std::string real = real_path(folder.get());
  if (!real.ends_with('/')) real += '/';
  return std::unique_ptr<DiskFileSystem>(new DiskFileSystem(root, std::move(real), std::move(folder)));
}

DiskFileSystem::DiskFileSystem(std::string root, std::string real_root, Descriptor folder)
    : root_(std::move(root)), real_root_(std::move(real_root)), folder_(std::move(folder)) {}

/// The file that the symbolic link `path` means, if it may be followed.
DiskFileSystem::Opened DiskFileSystem::follow(std::string_view path) const {
  const std::string name(path);
  const auto refused = [&](std::string reason) {
    return Opened{{}, {}, {FailureKind::not_found, "cannot read " + name + ": " + std::move(reason)}};
  };
  const std::size_t slash = path.rfind('/');
  Descriptor parent;
  if (slash != path.npos) {
    parent = open_below(folder_.get(), path.substr(0, slash), O_PATH | O_DIRECTORY);
    if (!parent) return refused("it lies behind a symbolic link to a folder, which is not followed");
  }
  const SystemPath last(slash == path.npos ? path : path.substr(slash + 1));
  // O_PATH: what the link means is looked at before it is opened, for opening a device may do something.
  const Descriptor target(openat(parent ? parent.get() : folder_.get(), last, O_PATH | O_CLOEXEC));
  struct stat about;
  if (!target || fstat(target.get(), &about) != 0) return refused("it is a symbolic link that leads nowhere");
  if (!S_ISREG(about.st_mode))
    return refused("it is a symbolic link to something else than a file, which is not followed");
  const std::string real = real_path(target.get());
  if (!real.starts_with(real_root_))
    return refused("it is a symbolic link out of the portal's folder, which is not followed");
  if (real.find("/.", real_root_.size() - 1) != real.npos)
    return refused("it is a symbolic link to a hidden file, which is not followed");
  Opened opened{Descriptor(::open(("/proc/self/fd/" + std::to_string(target.get())).c_str(), O_RDONLY | O_CLOEXEC)),
                stamp_of(about),
                {}};
  if (!opened.file) opened.why = failure("read", name, errno);
  return opened;
}

DiskFileSystem::Opened DiskFileSystem::open_file(std::string_view path) const {
  if (!stays_inside(path) || path.size() >= SystemPath::room)
    return {{}, {}, {FailureKind::not_found, "there is no file " + std::string(path) + " in the portal's folder"}};
  Descriptor file = open_below(folder_.get(), path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (!file && errno == ELOOP) return follow(path);
  if (!file && (is_missing(errno) || errno == ENXIO))
    return {{}, {}, {FailureKind::not_found, "there is no file " + std::string(path)}};
  if (!file) return {{}, {}, failure("read", path, errno)};
  struct stat about;
  if (fstat(file.get(), &about) != 0) return {{}, {}, failure("read", path, errno)};
  if (!S_ISREG(about.st_mode))
    return {{},
            {},
            {FailureKind::not_found, "there is no file " + std::string(path) + ", but something else of that name"}};
  return {std::move(file), stamp_of(about), {}};
}

base::Result<std::string> DiskFileSystem::read(std::string_view path) const {
  const Opened opened = open_file(path);
  if (!opened.file) return opened.why;
  std::string bytes;
  if (const int error = read_all(opened.file.get(), &bytes); error != 0) return failure("read", path, error);
  return bytes;
}

std::optional<base::FileStamp> DiskFileSystem::stamp(std::string_view path) const {
  const Opened opened = open_file(path);
  return opened.file ? std::optional(opened.stamp) : std::nullopt;
}

std::optional<Failure> DiskFileSystem::list_one(const std::string& where, const std::string& below,
                                                Listing* out) const {
  Descriptor here = open_below(folder_.get(), where.empty() ? "." : where, O_RDONLY | O_DIRECTORY);
  if (!here && is_missing(errno)) return std::nullopt;
  if (!here && errno == ELOOP)
    return Failure{
        FailureKind::disk,
        "cannot list " + where + ": it is, or lies behind, a symbolic link to a folder, which is not followed"};
  if (!here) return failure("list the folder", where, errno);
  const int at = here.get();
  std::optional<Failure> failed;
  const int error = for_each_name(std::move(here), [&](std::string_view name, unsigned char type) {
    if (name.starts_with('.')) return true;
    std::string path = below;
    path += name;
    struct stat about {};
    if (type != DT_DIR && fstatat(at, name.data(), &about, AT_SYMLINK_NOFOLLOW) != 0) {
      // Gone since the folder named it: as if it had never been there.
      if (!is_missing(errno)) failed = failure("look at", where + "/" + std::string(name), errno);
      return !failed;
    }
    if (type == DT_DIR || S_ISDIR(about.st_mode)) {
      out->waiting.push_back(std::move(path) + "/");
    } else if (S_ISREG(about.st_mode)) {
      out->entries.push_back({std::move(path), stamp_of(about)});
    } else if (S_ISLNK(about.st_mode)) {
      const Opened target = follow(where.empty() ? path : where + "/" + std::string(name));
      if (target.file)
        out->entries.push_back({std::move(path), target.stamp});
      else if (out->not_followed != nullptr)
        out->not_followed->push_back(std::move(path));
    }
    return true;
  });
  if (!failed && error != 0) failed = failure("list the folder", where, error);
  return failed;
}

base::Result<std::vector<FileEntry>> DiskFileSystem::list(std::string_view folder,
                                                          std::vector<std::string>* not_followed) const {
  Listing listing{{}, {}, not_followed};
  if (!folder.empty() && (!stays_inside(folder) || folder.size() >= SystemPath::room))
    return std::move(listing.entries);
  listing.waiting.emplace_back();
  while (!listing.waiting.empty()) {
    const std::string below = std::move(listing.waiting.back());
    listing.waiting.pop_back();
    std::string where(folder);
    if (!below.empty()) where.append(where.empty() ? "" : "/").append(below, 0, below.size() - 1);
    if (auto failed = list_one(where, below, &listing)) return std::move(*failed);
  }
  std::sort(listing.entries.begin(), listing.entries.end(),
            [](const FileEntry& a, const FileEntry& b) { return a.path < b.path; });
  return std::move(listing.entries);
}

}  // namespace cenacle::publish

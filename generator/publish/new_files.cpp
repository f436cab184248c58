// Files that were not there before: staged beside their place, then renamed into it; undone when one cannot be.
#include "publish/new_files.h"

#include <algorithm>

#include <fmt/format.h>
#include <unistd.h>

#include "publish/descriptor.h"

namespace cenacle::publish {

namespace {

constexpr std::string_view kept_by_git = ".git";

Descriptor open_folder(const std::string& path) {
  return Descriptor(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

std::string staged_name(const std::string& path) {
  const std::string folder = folder_of(path);
  return fmt::format("{}.{}.{}", folder, path.substr(folder.size()), getpid());
}

/// What was made so far below one folder, taken back unless it is kept.
class Undo {
 public:
  Undo(DiskOperations& disk, int root) : disk_(disk), root_(root) {}
  Undo(const Undo&) = delete;
  ~Undo() {
    for (auto file = files_.rbegin(); file != files_.rend(); ++file) disk_.remove_file(root_, file->c_str());
    for (auto folder = folders_.rbegin(); folder != folders_.rend(); ++folder)
      disk_.remove_folder(root_, folder->c_str());
  }
  void file(std::string path) { files_.push_back(std::move(path)); }
  void folder(std::string path) { folders_.push_back(std::move(path)); }
  void keep() {
    files_.clear();
    folders_.clear();
  }

 private:
  DiskOperations& disk_;
  int root_;
  std::vector<std::string> files_, folders_;
};

/// Makes the folders that `path` lies in, the outermost first.
int make_parents(DiskOperations& disk, int root, const std::string& path, Undo* undo) {
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    const std::string folder = path.substr(0, slash);
    const int error = disk.make_folder(root, folder.c_str());
    if (error == 0) undo->folder(folder);
    if (error != 0 && error != EEXIST) return error;
  }
  return 0;
}

std::vector<std::string> names_in(const std::string& path) {
  std::vector<std::string> names;
  Descriptor folder = open_folder(path);
  if (folder)
    for_each_name(std::move(folder), [&](std::string_view name, unsigned char) {
      names.emplace_back(name);
      return true;
    });
  std::sort(names.begin(), names.end());
  return names;
}

/// Moves what a staged folder holds to where it is to stay, `content` last: with it the portal is there.
base::Outcome move_out(DiskOperations& disk, const std::string& path, const std::string& staged) {
  std::vector<std::string> names = names_in(staged);
  std::stable_partition(names.begin(), names.end(), [](const std::string& name) { return name != "content"; });
  std::size_t moved = 0;
  int error = 0;
  for (; moved < names.size() && error == 0; ++moved)
    error = disk.move(AT_FDCWD, (staged + "/" + names[moved]).c_str(), AT_FDCWD, (path + "/" + names[moved]).c_str(),
                      Target::absent);
  if (error == 0) return base::Done{};
  const base::Failure why = failure("write", path + "/" + names[--moved], error);
  while (moved-- > 0) remove_tree(disk, AT_FDCWD, (path + "/" + names[moved]).c_str());
  return why;
}

}  // namespace

base::Outcome write_new_files(DiskOperations& disk, const std::string& root, const std::vector<BornFile>& files) {
  const Descriptor folder = open_folder(root);
  if (!folder) return failure("open", root, errno);
  Undo undo(disk, folder.get());
  base::FileStamp ignored;
  for (const BornFile& file : files) {
    if (const int error = make_parents(disk, folder.get(), file.path, &undo); error != 0)
      return failure("make the folder of", file.path, error);
    const std::string staged = staged_name(file.path);
    undo.file(staged);
    const int error = disk.create(folder.get(), staged.c_str(), file.bytes, Durability::survives_the_machine, &ignored);
    if (error != 0) return failure("write", file.path, error);
  }
  for (const BornFile& file : files) {
    const int error =
        disk.move(folder.get(), staged_name(file.path).c_str(), folder.get(), file.path.c_str(), Target::absent);
    if (error != 0) return failure("write", file.path, error);
    undo.file(file.path);
  }
  undo.keep();
  return base::Done{};
}

base::Outcome make_new_folder(DiskOperations& disk, const std::string& path, const std::vector<BornFile>& files) {
  const bool is_there = access(path.c_str(), F_OK) == 0;
  const std::string staged = is_there ? fmt::format("{}/.new.{}", path, getpid()) : staged_name(path);
  if (const int error = disk.make_folder(AT_FDCWD, staged.c_str()); error != 0) return failure("make", path, error);
  base::Outcome outcome = write_new_files(disk, staged, files);
  if (outcome && is_there) {
    outcome = move_out(disk, path, staged);
  } else if (outcome) {
    const int error = disk.move(AT_FDCWD, staged.c_str(), AT_FDCWD, path.c_str(), Target::absent);
    if (error != 0) outcome = failure("make", path, error);
  }
  if (!outcome || is_there) remove_tree(disk, AT_FDCWD, staged.c_str());
  return outcome;
}

bool is_free_for_folder(const std::string& path) {
  struct stat about;
  if (lstat(path.c_str(), &about) != 0) return true;
  if (stat(path.c_str(), &about) != 0 || !S_ISDIR(about.st_mode)) return false;
  const auto names = names_in(path);
  return std::all_of(names.begin(), names.end(), [](const std::string& name) { return name == kept_by_git; });
}

}  // namespace cenacle::publish

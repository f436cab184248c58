// The end of a build: everything that was made appears, everything that is no longer made goes.
#include "publish/commit.h"

#include <unistd.h>

#include <algorithm>
#include <set>

#include "formats/hash/hash.h"

namespace cenacle::publish {

using base::Failure;

base::Result<Summary> OutputTree::commit() { return state_->commit(); }

base::Result<Summary> OutputState::commit() {
  if (first_failure_) return *first_failure_;
  auto summary = Commit(*this).run();
  if (!summary) first_failure_ = summary.failure();
  return summary;
}

base::Result<Summary> Commit::run() {
  gather();
  if (auto failed = plan_moves()) return std::move(*failed);
  if (!nothing_to_do()) {
    if (auto failed = check_folders_may_change()) return std::move(*failed);
    if (auto failed = record_intent()) return std::move(*failed);
    if (auto failed = clear_the_way()) return std::move(*failed);
    if (auto failed = move_into_place()) return std::move(*failed);
    if (auto failed = remove_former()) return std::move(*failed);
    if (auto failed = remove_emptied_folders()) return std::move(*failed);
    if (auto failed = record_result()) return std::move(*failed);
  }
  write_cache();
  std::sort(summary_.paths_removed.begin(), summary_.paths_removed.end());
  return std::move(summary_);
}

void Commit::gather() {
  // Former files come first, in the order of the manifest, which is that of their paths.
  for (OutputFile& file : tree_.files_) (file.fate == Fate::none ? gone_ : made_).push_back(&file);
  const auto by_path = [](const OutputFile* a, const OutputFile* b) { return a->path < b->path; };
  const auto added = std::find_if(made_.begin(), made_.end(), [](const OutputFile* file) { return !file->former; });
  std::sort(added, made_.end(), by_path);
  std::inplace_merge(made_.begin(), added, made_.end(), by_path);
  std::vector<ManifestLine> lines;
  lines.reserve(made_.size());
  for (const OutputFile* file : made_) {
    lines.push_back({file->path, file->size, file->hash});
    if (file->fate == Fate::staged) summary_.paths_written.emplace_back(file->path);
  }
  summary_.written = summary_.paths_written.size();
  summary_.unchanged = made_.size() - summary_.written;
  manifest_ = write_manifest(lines);
  manifest_hash_ = hash::of(manifest_);
}

bool Commit::nothing_to_do() const { return moves_.empty() && manifest_ == tree_.manifest_text_; }

Commit::Failed Commit::plan_moves() {
  for (const OutputFile* file : made_) {
    if (file->fate != Fate::staged) continue;
    const std::string_view path = file->path;
    if (!moves_.empty() && path.starts_with(moves_.back().path) && path[moves_.back().path.size()] == '/') continue;
    // The first folder on the way that is not there goes into place as a whole.
    std::size_t end = path.find('/');
    while (end != path.npos && tree_.ground(path.substr(0, end)).kind == Ground::folder) end = path.find('/', end + 1);
    const std::string_view moved = path.substr(0, end);
    const bool over_a_file =
        end == path.npos && (file->standing == Standing::file || file->standing == Standing::other);
    moves_.push_back({moved, over_a_file ? Target::replace : Target::absent});
    if (end != path.npos && tree_.ground(moved).kind == Ground::file)
      if (auto failed = plan_clearing(path, moved)) return failed;
    if (end == path.npos && file->standing == Standing::folder)
      if (auto failed = clear_folder_later(path, path)) return failed;
    if (file->alias != nullptr)
      if (auto failed = plan_clearing(path, file->alias->path)) return failed;
  }
  return std::nullopt;
}

/// `in_the_way`, a file, has to go so that `path` can be made.
Commit::Failed Commit::plan_clearing(std::string_view path, std::string_view in_the_way) {
  const OutputFile* file = tree_.find(in_the_way);
  if (file != nullptr && file->fate != Fate::none)
    return tree_.refuse(
        path, "this build also makes " + tree_.show(in_the_way) + ", and both need the same name on this disk");
  if (file == nullptr || !file->former) return tree_.foreign(path, in_the_way);
  files_in_the_way_.emplace_back(in_the_way);
  return std::nullopt;
}

/// `folder`, with all below it, has to go so that the file `path` can be made in its place.
Commit::Failed Commit::clear_folder_later(std::string_view path, std::string_view folder) {
  Descriptor here(openat(tree_.output_.get(), SystemPath(folder), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!here) return failure("list the folder", tree_.show(folder), errno);
  const int at = here.get();
  Failed failed;
  const int error = for_each_name(std::move(here), [&](std::string_view name, unsigned char) {
    const std::string below = std::string(folder) + "/" + std::string(name);
    struct stat about;
    if (fstatat(at, name.data(), &about, AT_SYMLINK_NOFOLLOW) != 0) return true;
    failed = S_ISDIR(about.st_mode) ? clear_folder_later(path, below) : plan_clearing(path, below);
    return !failed;
  });
  if (!failed && error != 0) failed = failure("list the folder", tree_.show(folder), error);
  folders_in_the_way_.emplace_back(folder);
  return failed;
}

/// A folder that may not be written is found now, not between two renames.
Commit::Failed Commit::check_folders_may_change() {
  std::set<std::string_view> folders{""};
  for (const Move& move : moves_) folders.insert(folder_of(move.path));
  for (const OutputFile* file : gone_)
    if (tree_.ground(folder_of(file->path)).kind == Ground::folder) folders.insert(folder_of(file->path));
  for (const std::string_view folder : folders)
    if (faccessat(tree_.output_.get(), folder.empty() ? "." : SystemPath(folder), W_OK | X_OK, AT_EACCESS) != 0)
      return failure("write in the folder", tree_.show(folder), errno);
  return std::nullopt;
}

/// Writes the new manifest and the journal, so that from here on the disk need not hold one byte more.
Commit::Failed Commit::record_intent() {
  std::vector<ManifestLine> added;
  for (const OutputFile* file : made_)
    if (file->fate == Fate::staged && !file->former) added.push_back({file->path, file->size, file->hash});

  const int staging = tree_.staging_.get();
  base::FileStamp made;
  for (const auto& [name, text] : {std::pair<const char*, std::string>(".manifest", manifest_),
                                   {".journal", write_journal(added, tree_.manifest_hash_)}})
    if (const int error = tree_.disk_->create(staging, name, text, Durability::survives_the_machine, &made); error != 0)
      return failure("write", tree_.show(name), error);
  settle_times(made.modified_ns);
  const int error = tree_.disk_->move(staging, ".journal", tree_.output_.get(), ".journal", Target::replace);
  return error == 0 ? std::nullopt : Failed(failure("write", tree_.show(".journal"), error));
}

/// A file that was written a moment ago could be changed by somebody, once it is in place, within the same tick of the
/// clock. So the newest get a time that has passed: any change to come then shows.
void Commit::settle_times(std::int64_t now_ns) {
  const std::int64_t past = now_ns - (now_ns % 1'000'000'000 == 0 ? 2'000'000'000 : 20'000'000);
  for (OutputFile* file : made_) {
    if (file->fate != Fate::staged || !racy(file->left.modified_ns, now_ns)) continue;
    const SystemPath path(file->path);
    struct stat about;
    const bool settled = tree_.disk_->set_modified(tree_.staging_.get(), path, past) == 0 &&
                         fstatat(tree_.staging_.get(), path, &about, AT_SYMLINK_NOFOLLOW) == 0 &&
                         !racy(stamp_of(about).modified_ns, now_ns);
    file->left.modified_ns = settled ? stamp_of(about).modified_ns : LeftFile::unknown;
  }
}

base::Failure Commit::broken(std::string_view doing, std::string_view path, int error) const {
  Failure told = failure(doing, tree_.show(path), error);
  told.message += "; the site is partly new, and the next build will complete it";
  return told;
}

Commit::Failed Commit::clear_the_way() {
  const int output = tree_.output_.get();
  for (const std::string& path : files_in_the_way_) {
    const int error = tree_.disk_->remove_file(output, path.c_str());
    if (error != 0 && error != ENOENT) return broken("remove", path, error);
    if (error == 0) summary_.paths_removed.push_back(path);
    emptied_.emplace_back(folder_of(path));
  }
  for (const std::string& path : folders_in_the_way_) {
    const int error = tree_.disk_->remove_folder(output, path.c_str());
    if (error != 0 && error != ENOENT) return broken("remove the folder", path, error);
  }
  return std::nullopt;
}

Commit::Failed Commit::move_into_place() {
  for (const Move& move : moves_) {
    const SystemPath path(move.path);
    const int error = tree_.disk_->move(tree_.staging_.get(), path, tree_.output_.get(), path, move.target);
    if (error != 0) return broken("put in place", move.path, error);
  }
  return std::nullopt;
}

Commit::Failed Commit::remove_former() {
  if (gone_.empty()) return std::nullopt;
  for (const OutputFile* file : made_) inodes_.insert(file->left.inode);
  for (const OutputFile* file : gone_)
    if (auto failed = remove_one(*file)) return failed;
  return std::nullopt;
}

Commit::Failed Commit::remove_one(const OutputFile& file) {
  // What now stands behind a link, or is a folder, is no longer what a build made.
  if (tree_.ground(folder_of(file.path)).kind != Ground::folder) return std::nullopt;
  struct stat about;
  const SystemPath path(file.path);
  if (fstatat(tree_.output_.get(), path, &about, AT_SYMLINK_NOFOLLOW) != 0 || S_ISDIR(about.st_mode)) {
    emptied_.emplace_back(
        folder_of(file.path));  // perhaps removed by a build that was killed before it came to folders
    return std::nullopt;
  }
  // On a disk that does not tell `A` from `a` this may be a page of this build: one file, one link, two paths.
  if (about.st_nlink == 1 && inodes_.contains(about.st_ino)) return std::nullopt;
  if (const int error = tree_.disk_->remove_file(tree_.output_.get(), path); error != 0 && error != ENOENT)
    return broken("remove", file.path, error);
  summary_.paths_removed.emplace_back(file.path);
  emptied_.emplace_back(folder_of(file.path));
  return std::nullopt;
}

Commit::Failed Commit::remove_emptied_folders() {
  // From the last in order to the first, a folder comes before the one that holds it.
  std::set<std::string, std::greater<>> folders(emptied_.begin(), emptied_.end());
  for (auto it = folders.begin(); it != folders.end(); ++it) {
    if (it->empty()) continue;
    switch (const int error = tree_.disk_->remove_folder(tree_.output_.get(), it->c_str())) {
      case 0:
      case ENOENT:
        folders.emplace(folder_of(*it));
        break;
      case EEXIST:
      case ENOTEMPTY:
      case ENOTDIR:  // a page, or a person's link, stands there now
      case EACCES:   // an empty folder that may not be removed does no harm
      case EPERM:
      case EBUSY:
        break;
      default:
        return broken("remove the folder", *it, error);
    }
  }
  return std::nullopt;
}

Commit::Failed Commit::record_result() {
  const int output = tree_.output_.get();
  if (const int error = tree_.disk_->move(tree_.staging_.get(), ".manifest", output, ".manifest", Target::replace);
      error != 0)
    return broken("write", ".manifest", error);
  tree_.manifest_hash_ = manifest_hash_;
  // The journal, which goes with the former manifest, now says nothing: that it could not be removed does no harm.
  tree_.disk_->remove_file(output, ".journal");
  return std::nullopt;
}

/// A cache that cannot be written costs the next build some reading, and is no reason for this one to fail.
void Commit::write_cache() {
  std::vector<LeftFile> left;
  left.reserve(made_.size());
  for (const OutputFile* file : made_) left.push_back(file->left);
  const std::string bytes = write_stamp_cache(left, manifest_hash_);
  if (bytes == tree_.cache_bytes_) return;
  DiskOperations& disk = *tree_.disk_;
  const int state = tree_.state_.get();
  base::FileStamp made;
  disk.make_folder(state, "cache");
  disk.remove_file(state, "cache/output.new");
  if (disk.create(state, "cache/output.new", bytes, Durability::survives_the_program, &made) == 0)
    disk.move(state, "cache/output.new", state, "cache/output", Target::replace);
}

}  // namespace cenacle::publish

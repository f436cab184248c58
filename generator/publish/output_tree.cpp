// One build's work on an output folder: opening it, and what is made before the commit.
#include "publish/output_tree.h"

#include <unistd.h>

#include <algorithm>

#include "formats/hash/hash.h"
#include "publish/output_state.h"

namespace cenacle::publish {

using base::Failure;
using base::FailureKind;
using base::Outcome;

namespace {

/// Opens `folder`, made if it is not there.
base::Result<Descriptor> open_folder(const std::string& folder, DiskOperations* disk) {
  constexpr int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
  Descriptor opened(::open(folder.c_str(), flags));
  if (!opened && errno == ENOENT) {
    const int error = disk->make_folder(AT_FDCWD, folder.c_str());
    if (error != 0 && error != EEXIST) return failure("make the folder", folder, error);
    opened = Descriptor(::open(folder.c_str(), flags));
  }
  if (!opened) return failure("open the folder", folder, errno);
  return opened;
}

}  // namespace

base::Result<std::unique_ptr<OutputTree>> OutputTree::open(const std::string& output_folder,
                                                           const std::string& state_folder, OutputOptions options) {
  auto state = std::make_unique<OutputState>(output_folder, state_folder, options.disk);
  if (auto failed = state->open(options.lock_wait)) return std::move(*failed);
  return std::unique_ptr<OutputTree>(new OutputTree(std::move(state)));
}

OutputTree::OutputTree(std::unique_ptr<OutputState> state) : state_(std::move(state)) {}

OutputTree::~OutputTree() = default;

bool OutputTree::keep(std::string_view path, std::uint64_t fingerprint) { return state_->keep(path, fingerprint); }
bool OutputTree::keep(std::string_view path) { return state_->keep(path, std::nullopt); }
std::uint64_t OutputTree::state() const { return state_->manifest_hash(); }
std::optional<Marks> OutputTree::kept(std::string_view path) const { return state_->kept(path); }

Outcome OutputTree::put(std::string_view path, std::uint64_t fingerprint, std::span<const std::string_view> pieces) {
  if (pieces.size() == 1) return state_->note(state_->put(path, fingerprint, pieces[0]));
  std::size_t size = 0;
  for (const std::string_view piece : pieces) size += piece.size();
  std::string bytes;
  bytes.reserve(size);
  for (const std::string_view piece : pieces) bytes += piece;
  return state_->note(state_->put(path, fingerprint, bytes));
}

OutputState::OutputState(std::string shown, std::string state_shown, DiskOperations* disk)
    : shown_(std::move(shown)), state_shown_(std::move(state_shown)), disk_(disk != nullptr ? disk : &system_disk_) {}

OutputState::~OutputState() {
  // What cannot be swept now is swept by the next build, whose failure then says why.
  if (staging_) remove_tree(*disk_, output_.get(), ".staging");
}

std::optional<Failure> OutputState::open(std::chrono::milliseconds lock_wait) {
  auto state = open_folder(state_shown_, disk_);
  if (!state) return state.failure();
  state_ = std::move(*state);
  auto lock = BuildLock::take(state_.get(), state_shown_, lock_wait);
  if (!lock) return lock.failure();
  lock_ = std::move(*lock);
  auto output = open_folder(shown_, disk_);
  if (!output) return output.failure();
  output_ = std::move(*output);
  if (const int error = remove_tree(*disk_, output_.get(), ".staging"); error != 0)
    return failure("remove", show(".staging"), error);
  if (const int error = disk_->make_folder(output_.get(), ".staging"); error != 0)
    return failure("make the folder", show(".staging"), error);
  staging_ = Descriptor(openat(output_.get(), ".staging", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!staging_) return failure("open the folder", show(".staging"), errno);
  if (auto failed = read_list(".manifest", &manifest_text_)) return failed;
  if (auto failed = complete_manifest()) return failed;
  read_former();
  return std::nullopt;
}

std::optional<Failure> OutputState::read_list(const char* name, std::string* text) const {
  const int error = read_file(output_.get(), name, text);
  if (error == 0) return std::nullopt;
  text->clear();
  return error == ENOENT ? std::nullopt : std::optional(failure("read", show(name), error));
}

/// Adds to the manifest what a killed commit had put in place, on the word of its journal.
std::optional<Failure> OutputState::complete_manifest() {
  std::string journal_text;
  if (auto failed = read_list(".journal", &journal_text)) return failed;
  if (journal_text.empty()) return std::nullopt;
  auto lines = read_manifest(manifest_text_);
  if (const auto journal = read_journal(journal_text, hash::of(manifest_text_));
      journal && (lines || manifest_text_.empty())) {
    if (!lines) lines.emplace();
    const std::size_t former = lines->size();
    for (const ManifestLine& line : *journal) {
      const auto end = lines->begin() + static_cast<std::ptrdiff_t>(former);
      const auto at = std::lower_bound(lines->begin(), end, line.path,
                                       [](const ManifestLine& a, std::string_view path) { return a.path < path; });
      if ((at == end || at->path != line.path) && has_hash(line.path, line.size, line.hash)) lines->push_back(line);
    }
    std::sort(lines->begin(), lines->end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    std::string completed = write_manifest(*lines);
    base::FileStamp made;
    int error = disk_->create(staging_.get(), ".manifest", completed, Durability::survives_the_machine, &made);
    if (error == 0) error = disk_->move(staging_.get(), ".manifest", output_.get(), ".manifest", Target::replace);
    if (error != 0) return failure("write", show(".manifest"), error);
    manifest_text_ = std::move(completed);
  }
  const int error = disk_->remove_file(output_.get(), ".journal");
  return error == 0 ? std::nullopt : std::optional(failure("remove", show(".journal"), error));
}

void OutputState::read_former() {
  manifest_hash_ = hash::of(manifest_text_);
  const auto manifest = read_manifest(manifest_text_);
  manifest_damaged_ = !manifest && !manifest_text_.empty();
  if (!manifest) return;
  if (read_file(state_.get(), "cache/output", &cache_bytes_) != 0) cache_bytes_.clear();
  const auto cache = read_stamp_cache(cache_bytes_, manifest_hash_, manifest->size());
  former_.reserve(manifest->size());
  for (std::size_t i = 0; i < manifest->size(); ++i) {
    OutputFile& file = files_.emplace_back();
    file.path = (*manifest)[i].path;
    file.size = (*manifest)[i].size;
    file.hash = (*manifest)[i].hash;
    if (cache) file.left = (*cache)[i];
    file.former = true;
    former_.emplace(file.path, &file);
  }
}

Outcome OutputState::note(Outcome outcome) {
  if (!outcome) {
    const std::lock_guard lock(failure_mutex_);
    if (!first_failure_) first_failure_ = outcome.failure();
  }
  return outcome;
}

OutputFile* OutputState::find(std::string_view path) {
  if (const auto it = former_.find(path); it != former_.end()) return it->second;
  const std::lock_guard lock(new_mutex_);
  const auto it = new_.find(path);
  return it == new_.end() ? nullptr : it->second;
}

OutputFile* OutputState::claim(std::string_view path) {
  if (const auto it = former_.find(path); it != former_.end()) {
    Fate none = Fate::none;
    return it->second->fate.compare_exchange_strong(none, Fate::claimed) ? it->second : nullptr;
  }
  const std::lock_guard lock(new_mutex_);
  if (new_.contains(path)) return nullptr;
  OutputFile& file = files_.emplace_back();
  file.path = own_paths_.emplace_back(path);
  file.fate = Fate::claimed;
  new_.emplace(file.path, &file);
  return &file;
}

Ground OutputState::ground(std::string_view folder) {
  if (folder.empty()) return {Ground::folder};
  {
    const std::shared_lock lock(folders_mutex_);
    if (const auto it = folders_.find(folder); it != folders_.end()) return it->second.ground;
  }
  Ground here = ground(folder_of(folder));
  if (here.kind == Ground::file) here.kind = Ground::absent;
  if (here.kind == Ground::folder) {
    struct stat about;
    if (fstatat(output_.get(), SystemPath(folder), &about, AT_SYMLINK_NOFOLLOW) == 0) {
      here.kind = S_ISDIR(about.st_mode) ? Ground::folder : S_ISLNK(about.st_mode) ? Ground::link : Ground::file;
    } else {
      here = errno == ENOENT ? Ground{Ground::absent} : Ground{Ground::unknown, errno};
    }
  }
  const std::unique_lock lock(folders_mutex_);
  return folders_.emplace(folder, Folder{here}).first->second.ground;
}

Failure OutputState::refuse(std::string_view path, std::string reason) const {
  return {FailureKind::disk, "cannot make " + show(path) + ": " + std::move(reason)};
}

LeftFile OutputState::trusted(const base::FileStamp& stamp) const {
  return {racy(stamp.modified_ns, lock_.taken_ns()) ? LeftFile::unknown : stamp.modified_ns, stamp.inode, 0};
}

bool OutputState::has_hash(std::string_view path, std::uint64_t size, std::uint64_t hash) const {
  std::string bytes;
  return read_file(output_.get(), SystemPath(path), &bytes) == 0 && bytes.size() == size && hash::of(bytes) == hash;
}

bool OutputState::keep(std::string_view path, std::optional<std::uint64_t> fingerprint) {
  const auto it = former_.find(path);
  if (it == former_.end()) return false;
  OutputFile& file = *it->second;
  if (file.left.inode == 0 || file.left.fingerprint != fingerprint.value_or(file.left.fingerprint)) return false;
  if (ground(folder_of(path)).kind != Ground::folder) return false;
  struct stat about;
  if (fstatat(output_.get(), SystemPath(path), &about, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(about.st_mode))
    return false;
  const base::FileStamp stamp = stamp_of(about);
  LeftFile left = file.left;
  if (stamp != base::FileStamp{file.size, left.modified_ns, left.inode}) {
    if (stamp.size != file.size || !has_hash(path, file.size, file.hash)) return false;
    left = trusted(stamp);
    left.fingerprint = file.left.fingerprint;
  }
  Fate none = Fate::none;
  if (!file.fate.compare_exchange_strong(none, Fate::claimed)) return false;
  file.left = left;
  file.kept = marks_of(about);
  file.fate = Fate::unchanged;
  return true;
}

std::optional<Marks> OutputState::kept(std::string_view path) const {
  const auto it = former_.find(path);
  return it == former_.end() ? std::nullopt : it->second->kept;
}

/// The former file that has this inode: the same file under another name, where a disk ignores case.
OutputFile* OutputState::former_with(std::uint64_t inode) {
  std::call_once(inodes_once_, [&] {
    struct stat about;
    for (const auto& [path, file] : former_)
      if (fstatat(output_.get(), SystemPath(path), &about, AT_SYMLINK_NOFOLLOW) == 0)
        inodes_.emplace(about.st_ino, file);
  });
  const auto it = inodes_.find(inode);
  return it == inodes_.end() ? nullptr : it->second;
}

/// Something that the manifest does not name stands where `file` is to be.
std::optional<Failure> OutputState::look_at_foreign(OutputFile* file, std::uint64_t inode, std::string_view bytes,
                                                    bool* same) {
  if (file->standing == Standing::file) {
    file->alias = former_with(inode);
    if (file->alias != nullptr) return std::nullopt;
    std::string standing;
    if (const int error = read_file(output_.get(), SystemPath(file->path), &standing); error != 0)
      return failure("read", show(file->path), error);
    *same = standing == bytes;
    if (*same) return std::nullopt;
  }
  return foreign(file->path, file->path);
}

/// `path` cannot be made because of what a person put at `in_the_way`.
Failure OutputState::foreign(std::string_view path, std::string_view in_the_way) const {
  std::string reason = in_the_way == path ? std::string("something stands there")
                                          : show(in_the_way) + " is in the way, and it is something";
  reason += " that no build made; move it away or give the page another address";
  if (manifest_damaged_) reason += " (" + show(".manifest") + ", which names what builds made, is damaged)";
  return refuse(path, std::move(reason));
}

/// Finds out what stands where `file` is to be, and whether it has the bytes already.
std::optional<Failure> OutputState::look(OutputFile* file, std::string_view bytes, std::uint64_t hash, bool* same) {
  struct stat about;
  const SystemPath path(file->path);
  if (fstatat(output_.get(), path, &about, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT ? std::nullopt : std::optional(failure("look at", show(file->path), errno));
  file->standing = S_ISREG(about.st_mode)   ? Standing::file
                   : S_ISDIR(about.st_mode) ? Standing::folder
                                            : Standing::other;
  if (file->standing == Standing::folder) return std::nullopt;  // the commit finds out what is in it
  const base::FileStamp stamp = stamp_of(about);
  if (!file->former) {
    if (auto failed = look_at_foreign(file, stamp.inode, bytes, same)) return failed;
  } else if (file->standing == Standing::file && stamp.size == bytes.size()) {
    // A file that is as it was left has the bytes whose hash the manifest says; any other has to be read.
    std::string standing;
    if (stamp == base::FileStamp{file->size, file->left.modified_ns, file->left.inode}) {
      *same = hash == file->hash;
      if (*same) return std::nullopt;
    } else {
      *same = read_file(output_.get(), path, &standing) == 0 && standing == bytes;
    }
  }
  if (*same) file->left = trusted(stamp);
  return std::nullopt;
}

Outcome OutputState::put(std::string_view path, std::uint64_t fingerprint, std::string_view bytes) {
  if (!is_output_path(path))
    return Failure{FailureKind::disk, "cannot make \"" + std::string(path) + "\": this is not a path inside " + shown_};
  OutputFile* file = claim(path);
  if (file == nullptr) return refuse(path, "this build made it already");
  const Ground folder = ground(folder_of(path));
  if (folder.kind == Ground::unknown) return failure("look at", show(path), folder.error);
  if (folder.kind == Ground::link)
    return refuse(path, "its folder is, or lies behind, a symbolic link, which is not followed");
  const std::uint64_t hash = hash::of(bytes);
  bool same = false;
  if (folder.kind == Ground::folder)
    if (auto failed = look(file, bytes, hash, &same)) return std::move(*failed);
  file->size = bytes.size();
  file->hash = hash;
  if (!same)
    if (auto failed = stage(file, bytes)) return std::move(*failed);
  file->left.fingerprint = fingerprint;
  file->fate = same ? Fate::unchanged : Fate::staged;
  return base::Done{};
}

std::optional<Failure> OutputState::stage(OutputFile* file, std::string_view bytes) {
  int error = make_staged_folder(folder_of(file->path));
  base::FileStamp stamp;
  if (error == 0)
    error = disk_->create(staging_.get(), SystemPath(file->path), bytes, Durability::survives_the_program, &stamp);
  if (error == EEXIST || error == ENOTDIR || error == EISDIR)
    return refuse(file->path, "another file of this build needs the same name, as a file or as a folder");
  if (error != 0) return failure("write", show(file->path), error);
  file->left = {stamp.modified_ns, stamp.inode, 0};
  return std::nullopt;
}

int OutputState::make_staged_folder(std::string_view folder) {
  if (folder.empty()) return 0;
  {
    const std::shared_lock lock(folders_mutex_);
    if (const auto it = folders_.find(folder); it != folders_.end() && it->second.staged) return 0;
  }
  int error = make_staged_folder(folder_of(folder));
  if (error == 0) error = disk_->make_folder(staging_.get(), SystemPath(folder));
  if (error == EEXIST) {  // another thread was faster, or a file has that name
    struct stat about;
    const bool is_folder =
        fstatat(staging_.get(), SystemPath(folder), &about, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(about.st_mode);
    error = is_folder ? 0 : ENOTDIR;
  }
  if (error != 0) return error;
  const std::unique_lock lock(folders_mutex_);
  folders_.find(folder)->second.staged = true;  // `ground` has been asked about it, so it is there
  return 0;
}

}  // namespace cenacle::publish

// What the last build saw and left, so that a build with nothing to do finds that out by looking alone.
#include "publish/snapshot.h"

#include <fmt/format.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "formats/hash/hash.h"

namespace cenacle::publish {

namespace {

constexpr const char* path = ".cenacle/cache/snapshot";

/// A digest, and the moment that it is of.
struct Look {
  std::int64_t looked_ns = 0;
  FolderDigest digest;
};

struct Record {
  std::uint64_t key = 0;
  Look inputs, outputs;
  FolderDigest beside;  ///< of the inputs that are not listed
  std::string remember, keep;
};

std::string write(const Record& record) {
  std::string text = fmt::format("cenacle-snapshot 2\nkey {:016x}\n", record.key);
  for (const auto& [name, look] : {std::pair("inputs", &record.inputs), {"outputs", &record.outputs}})
    text += fmt::format("{} {} {} {:016x}\n", name, look->looked_ns, look->digest.files, look->digest.sum);
  text += fmt::format("beside {} {:016x}\n", record.beside.files, record.beside.sum);
  text += fmt::format("remember {} {}\n{}{}", record.remember.size(), record.keep.size(), record.remember, record.keep);
  return text + fmt::format("\nend {:016x}\n", hash::of(text));
}

/// Takes what `write` wrote: the hash at the end vouches for all before it, so that what is before it needs no checks.
std::optional<Record> read(const std::string& text) {
  constexpr std::size_t end_length = sizeof "\nend 0123456789abcdef\n" - 1;
  if (!text.starts_with("cenacle-snapshot 2\n") || text.size() < end_length) return std::nullopt;
  const std::string_view body = std::string_view(text).substr(0, text.size() - end_length);
  if (text.substr(body.size()) != fmt::format("\nend {:016x}\n", hash::of(body))) return std::nullopt;
  Record record;
  int length = 0;
  unsigned long long key, sums[3], files[3], size, kept;
  long long looked[2];
  const int fields =
      sscanf(text.c_str(),
             "cenacle-snapshot 2 key %llx inputs %lld %llu %llx outputs %lld %llu %llx beside %llu %llx "
             "remember %llu %llu%n",
             &key, &looked[0], &files[0], &sums[0], &looked[1], &files[1], &sums[1], &files[2], &sums[2], &size, &kept,
             &length);
  if (fields != 11 || body.size() != static_cast<std::size_t>(length) + 1 + size + kept) return std::nullopt;
  record.key = key;
  record.inputs = {looked[0], {sums[0], files[0], 0}};
  record.outputs = {looked[1], {sums[1], files[1], 0}};
  record.beside = {sums[2], files[2], 0};
  record.remember = body.substr(static_cast<std::size_t>(length) + 1, size);
  record.keep = body.substr(static_cast<std::size_t>(length) + 1 + size);
  return record;
}

}  // namespace

struct Snapshot::State {
  SnapshotScope scope;
  unsigned jobs = 1;
  Descriptor root;
  Descriptor file;               ///< of the record
  std::optional<Record> former;  ///< with the same key
  std::optional<Look> inputs;    ///< as they are now; nothing when they could not be looked at
  FolderDigest beside;           ///< of the same moment
  std::optional<std::vector<base::FileEntry>> listing;
  bool unchanged = false;
  std::string remembered, kept;

  void open();
  std::int64_t now() const;
  void compare();
  std::optional<FolderLook> look_at(const DigestScope& folders, std::array<std::int64_t, 2> looked_ns) const;
  base::Outcome put(const Record& record) const;
  void forget() const;
};

Snapshot::Snapshot(std::unique_ptr<State> state) : state_(std::move(state)) {}
Snapshot::Snapshot(Snapshot&&) noexcept = default;
Snapshot& Snapshot::operator=(Snapshot&&) noexcept = default;
Snapshot::~Snapshot() = default;

bool Snapshot::unchanged() const { return state_->unchanged; }
const std::string& Snapshot::remembered() const { return state_->remembered; }
const std::string& Snapshot::kept() const { return state_->kept; }
std::optional<std::vector<base::FileEntry>> Snapshot::take_listing() {
  return std::exchange(state_->listing, std::nullopt);
}

void Snapshot::State::open() {
  root = Descriptor(::open(scope.root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!root) return;
  mkdirat(root.get(), ".cenacle", 0777);
  mkdirat(root.get(), ".cenacle/cache", 0777);
  file = Descriptor(openat(root.get(), path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666));
  std::string text;
  if (!file || read_all(file.get(), &text) != 0) return;
  former = read(text);
  if (former && former->key != hash::of(scope.key)) former.reset();
}

/// The time by the clock that stamps files: on a shared disk it is another machine's, which may be slow.
std::int64_t Snapshot::State::now() const {
  timespec time{};
  clock_gettime(CLOCK_REALTIME, &time);
  const std::int64_t ours = static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
  struct stat about;
  if (!file || futimens(file.get(), nullptr) != 0 || fstat(file.get(), &about) != 0) return ours;
  return std::min(ours, stamp_of(about).modified_ns);
}

std::optional<FolderLook> Snapshot::State::look_at(const DigestScope& folders,
                                                   std::array<std::int64_t, 2> looked_ns) const {
  if (!root) return std::nullopt;
  return look_at_folders(root.get(), folders, looked_ns, jobs);
}

void Snapshot::State::compare() {
  const std::int64_t moment = now();
  auto seen = look_at({scope.inputs, Reading::as_content, scope.listed, {}, scope.apart}, {former ? former->inputs.looked_ns : moment, moment});
  if (!seen) return;
  const auto& in = seen->digests;
  inputs = Look{moment, in[1]};
  beside = seen->beside[1];
  if (former && seen->beside[0] == former->beside) kept = former->keep;
  if (seen->listed_whole) listing = std::move(seen->files);
  if (!former || in[0] != former->inputs.digest) return;
  const auto made = look_at({scope.outputs, Reading::as_it_is, {}, {}, {}}, {former->outputs.looked_ns, moment});
  if (!made || made->digests[0] != former->outputs.digest) return;
  const auto& out = made->digests;
  unchanged = true;
  remembered = former->remember;
  // Files that had to be read, since they were young then, are old now: of this moment the digest needs stamps only.
  // It is as good as the former one: their bytes were compared after this moment.
  if (in[1].read + out[1].read < in[0].read + out[0].read)
    if (!put({former->key, *inputs, {moment, out[1]}, beside, remembered, kept})) forget();
}

/// The record is small and goes in one write; one that is torn is none, by the hash at its end.
base::Outcome Snapshot::State::put(const Record& record) const {
  const std::string text = write(record), shown = scope.root + "/" + path;
  if (!file) return base::Failure{base::FailureKind::disk, "cannot write " + shown};
  std::size_t done = 0;
  while (done < text.size()) {
    const ssize_t count = pwrite(file.get(), text.data() + done, text.size() - done, static_cast<off_t>(done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure("write", shown, errno);
    done += static_cast<std::size_t>(count);
  }
  if (ftruncate(file.get(), static_cast<off_t>(text.size())) != 0) return failure("write", shown, errno);
  return base::Done{};
}

void Snapshot::State::forget() const {
  if (file && ftruncate(file.get(), 0) != 0) unlinkat(root.get(), path, 0);
}

Snapshot Snapshot::look(SnapshotScope scope, unsigned jobs) {
  auto state = std::make_unique<State>();
  state->scope = std::move(scope);
  state->jobs = jobs;
  state->open();
  state->compare();
  return Snapshot(std::move(state));
}

base::Outcome Snapshot::save(std::string_view remember, SavedWith with) {
  const std::int64_t moment = state_->now();
  const auto out = state_->inputs
                       ? state_->look_at({state_->scope.outputs, Reading::as_it_is, {}, std::move(with.known), {}},
                                         {moment, moment})
                       : std::nullopt;
  if (!out) {
    state_->forget();
    return base::Failure{base::FailureKind::disk, "cannot look at all files of " + state_->scope.root};
  }
  auto saved = state_->put({hash::of(with.key.value_or(state_->scope.key)), *state_->inputs,
                            {moment, out->digests[0]}, state_->beside, std::string(remember), std::move(with.keep)});
  if (!saved) state_->forget();
  return saved;
}

}  // namespace cenacle::publish

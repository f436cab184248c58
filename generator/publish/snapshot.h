// What the last build saw and left, so that a build with nothing to do finds that out by looking alone.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "publish/folder_digest.h"

namespace cenacle::publish {

struct SnapshotScope {
  std::string root;                  ///< the portal's folder
  std::vector<std::string> inputs;   ///< folders or files below the root or, beginning with "/", elsewhere; as
                                     ///< `DiskFileSystem` reads them: no dot-files
  std::vector<std::string> outputs;  ///< folders below the root that builds write, with all that they hold
  std::string listed;                ///< one of `inputs`, see `take_listing`
  std::string key;                   ///< whatever else the output depends on: the day, options, the program itself
  std::string apart = {};            ///< a file of the inputs that builds write: its bytes are in `key` instead
};

/// What goes with what is remembered.
struct SavedWith {
  std::optional<std::string> key = {};  ///< what the scope's has become by this build, if it changed the file apart
  std::string keep = {};                ///< see `kept`
  /// May spare looks at outputs (`DigestScope::known`): one that has changed since makes the next look differ.
  std::function<std::optional<Marks>(std::string_view path)> known = {};
};

/// One look, in this order: `look` before anything is read, then the build, if it is not `unchanged`, then `save` after
/// its commit, while the output's lock is still held.
///
/// Sound because the inputs' digest is taken before the build reads them, and the outputs' after it wrote them. An
/// input that changes while the build runs, or was changed so shortly before that its time does not tell, makes the
/// next look differ (folder_digest.h has the argument). An output that a killed build left, staged or half moved, does
/// too. Kept in `.cenacle/cache/snapshot`, which can be removed or damaged at any time: then everything has changed.
class Snapshot {
 public:
  /// Costs a list-and-stat of all folders of `scope`, with `jobs` threads.
  static Snapshot look(SnapshotScope scope, unsigned jobs);
  Snapshot(Snapshot&&) noexcept;
  Snapshot& operator=(Snapshot&&) noexcept;
  ~Snapshot();

  /// Whether inputs, outputs and key are those of the last build that was saved.
  bool unchanged() const;
  /// What was given to that `save`, word for word: what the build said, to be said again. Empty unless `unchanged`.
  const std::string& remembered() const;

  /// The files below `SnapshotScope::listed` as `DiskFileSystem::list` tells them, seen by `look`: once. Nothing when it
  /// could not look, or when a symbolic link there asks for a closer look.
  std::optional<std::vector<base::FileEntry>> take_listing();

  /// What was given to that save as `keep`, when key and inputs are the same but for what is below
  /// `SnapshotScope::listed`; of the outputs nothing is said. Otherwise empty.
  const std::string& kept() const;

  /// Records what was seen by `look` and what the outputs are now. When it fails, the next build works in vain, no
  /// more.
  base::Outcome save(std::string_view remember, SavedWith with = {});

 private:
  struct State;
  explicit Snapshot(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace cenacle::publish

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
  std::vector<std::string> inputs;   ///< folders or files below the root, as `DiskFileSystem` reads them: no dot-files
  std::vector<std::string> outputs;  ///< folders below the root that builds write, with all that they hold
  std::string key;                   ///< whatever else the output depends on: the day, options, the program itself
  std::string apart = {};            ///< a file of the inputs that builds write: its bytes are in `key` instead
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

  /// Records what was seen by `look` and what the outputs are now. `key` is what the scope's has become by this build, if
  /// it changed the file that stands apart. When it fails, the next build works in vain, no more.
  base::Outcome save(std::string_view remember, std::optional<std::string_view> key = std::nullopt);

 private:
  struct State;
  explicit Snapshot(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace cenacle::publish

// The end of a build: everything that was made appears, everything that is no longer made goes.
#pragma once

#include <unordered_set>

#include "publish/output_state.h"

namespace cenacle::publish {

/// The steps of one commit, in the order in which they run. Up to `record_intent` nothing outside `.staging` changes;
/// the argument for the rest is at the head of output_tree.h.
class Commit {
 public:
  explicit Commit(OutputState& tree) : tree_(tree) {}
  base::Result<Summary> run();

 private:
  using Failed = std::optional<base::Failure>;

  /// A file, or a folder with all below it, that goes from staging into place.
  struct Move {
    std::string_view path;
    Target target = Target::absent;
  };

  void gather();
  Failed plan_moves();
  Failed plan_clearing(std::string_view path, std::string_view in_the_way);
  Failed clear_folder_later(std::string_view path, std::string_view folder);
  Failed check_folders_may_change();
  bool nothing_to_do() const;
  Failed record_intent();
  void settle_times(std::int64_t now_ns);
  Failed clear_the_way();
  Failed move_into_place();
  Failed remove_former();
  Failed remove_one(const OutputFile& file);
  Failed remove_emptied_folders();
  Failed record_result();
  void write_cache();

  base::Failure broken(std::string_view doing, std::string_view path, int error) const;

  OutputState& tree_;
  std::vector<OutputFile*> made_;             ///< by this build, sorted by path
  std::vector<OutputFile*> gone_;             ///< made by former builds only, sorted by path
  std::unordered_set<std::uint64_t> inodes_;  ///< of what was made
  std::vector<Move> moves_;
  std::vector<std::string> files_in_the_way_;    ///< to be removed before anything moves
  std::vector<std::string> folders_in_the_way_;  ///< after them, deepest first
  std::vector<std::string> emptied_;             ///< folders of removed files
  std::string manifest_;
  std::uint64_t manifest_hash_ = 0;
  Summary summary_;
};

}  // namespace cenacle::publish

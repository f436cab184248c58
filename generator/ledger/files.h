// The files that a ledger leaves on the disk, which nobody but their owner may read: how they are made, and made to
// last.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cenacle::ledger {

// All throw Trouble. `what` names the file in the sentence: "the ledger".

/// Makes the folder with 0700, those above it too, unless it is there.
void make_private_folder(const std::string& path);
/// A new empty file with 0600, whatever the umask. Trouble when something of that name is there.
void make_private_file(const std::string& path);
/// Takes away what others may do with the file.
void make_private(const std::string& path);
/// Until the disk has the file and its name.
void sync_file(const std::string& path);
/// Gives a whole file its name, unless something has it: then false, and the file stays where it is.
bool publish_file(const std::string& from, const std::string& to);
void remove_file(const std::string& path);

/// Removes itself at the end, unless it was given its name.
class StagedFile {
 public:
  /// An empty private file beside `path`.
  explicit StagedFile(const std::string& path);
  ~StagedFile();
  StagedFile(const StagedFile&) = delete;
  StagedFile& operator=(const StagedFile&) = delete;
  const std::string& path() const { return staged_; }
  /// Synced, then named; false when the name is taken.
  bool publish();

 private:
  std::string path_, staged_;
  bool published_ = false;
};

}  // namespace cenacle::ledger

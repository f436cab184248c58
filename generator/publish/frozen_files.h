// The portal's texts as they were at one moment, in memory: what is made from them later is of that moment, whatever
// happens to the disk.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/file_system.h"

namespace cenacle::publish {

/// Texts (content, templates, words, tables) are held; other files (attachments, images) are read from `disk` when they
/// are asked for. `disk` lives as long as this. Thread-safe.
///
/// A text is read anew unless its stamp is that of `former`. A file that was changed within a tick of the clock before
/// it was read could change again and keep its stamp (descriptor.h, `racy`): it is given one without a time, which
/// tells nothing to any cache.
class FrozenFiles final : public base::FileSystem {
 public:
  FrozenFiles(const base::FileSystem& disk, std::vector<std::string> folders, const FrozenFiles* former);

  base::Result<std::string> read(std::string_view path) const override;
  base::Result<std::vector<base::FileEntry>> list(std::string_view folder,
                                                  std::vector<std::string>* not_followed = nullptr) const override;
  std::optional<base::FileStamp> stamp(std::string_view path) const override;

 private:
  struct Kept {
    base::FileStamp stamp;
    std::shared_ptr<const std::string> text;  ///< shared with the moments before and after; null: not held
  };

  const Kept* find(std::string_view path) const;

  const base::FileSystem& disk_;
  std::map<std::string, Kept, std::less<>> files_;
  std::map<std::string, base::Failure, std::less<>> not_listed_;
  std::map<std::string, std::vector<std::string>, std::less<>> not_followed_;  ///< links, by folder
};

}  // namespace cenacle::publish

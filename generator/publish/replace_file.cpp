// One file of a person's tree that a build keeps up to date, replaced in one step.
#include "publish/replace_file.h"

#include "publish/descriptor.h"
#include "publish/disk_operations.h"

namespace cenacle::publish {

base::Outcome replace_file(const std::string& root, std::string_view path, std::string_view bytes) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == path.npos ? root : root + "/" + std::string(path.substr(0, slash));
  const std::string name(slash == path.npos ? path : path.substr(slash + 1)), staged = "." + name + ".new";
  const std::string shown = folder + "/" + name;
  const Descriptor at(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!at) return failure("open the folder", folder, errno);
  SystemDisk disk;
  base::FileStamp made;
  disk.remove_file(at.get(), staged.c_str());
  int error = disk.create(at.get(), staged.c_str(), bytes, Durability::survives_the_machine, &made);
  if (error == 0) error = disk.move(at.get(), staged.c_str(), at.get(), name.c_str(), Target::replace);
  if (error == 0) return base::Done{};
  disk.remove_file(at.get(), staged.c_str());
  return failure("write", shown, error);
}

}  // namespace cenacle::publish

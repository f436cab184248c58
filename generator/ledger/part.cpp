// Parts of the program that stand in files of their own.
#include "ledger/part.h"

#include <dlfcn.h>

#include <filesystem>

#include <fmt/format.h>

namespace cenacle::ledger {

base::Result<void*> load_part(const std::string& name, const char* symbol) {
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  const std::string file = fmt::format("libcenacle-{}.so", name);
  for (const auto& folder : {program, program / "..", program / "../lib/cenacle"}) {
    const std::filesystem::path path = folder / file;
    if (!std::filesystem::exists(path, ignored)) continue;
    if (void* part = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL))
      if (void* function = dlsym(part, symbol)) return function;
    return base::Failure{base::FailureKind::disk, fmt::format("cannot load a part of the program: {}", dlerror())};
  }
  return base::Failure{base::FailureKind::disk,
                       fmt::format("a part of the program is missing, {}: install cenacle anew", file)};
}

}  // namespace cenacle::ledger

// What every verb is given: where the portal is, what time it is, how to speak.
#include "cli/context.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/annotations.h"
#include "diag/render.h"
#include "formats/hash/hash.h"
#include "publish/disk_file_system.h"

namespace cenacle::cli {

namespace fs = std::filesystem;

std::string PortalFiles::shared_folder() {
  if (const char* named = std::getenv("CENACLE_DATA"); named != nullptr && *named != '\0') return named;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return "";
  for (const fs::path& folder : {program.parent_path() / "../share/cenacle", program.parent_path() / "../.."})
    if (fs::exists(folder / "themes", error)) return folder.lexically_normal().string();
  return "";
}

base::Result<std::unique_ptr<PortalFiles>> PortalFiles::open(const Context& context) {
  std::unique_ptr<PortalFiles> made(new PortalFiles);
  auto own = publish::DiskFileSystem::open(context.folder);
  if (!own) return own.failure();
  made->own_ = std::move(*own);
  const std::string folder = shared_folder();
  auto shared = folder.empty() ? base::Result<std::unique_ptr<publish::DiskFileSystem>>(base::Failure{})
                               : publish::DiskFileSystem::open(folder);
  if (shared) {
    made->shared_ = std::move(*shared);
  } else {
    made->shared_ = std::make_unique<base::MemoryFileSystem>();
  }
  made->whole_ = std::make_unique<base::LayeredFileSystem>(*made->own_, *made->shared_, shared_parts());
  return made;
}

int report(const Context& context, const diag::Diagnostics& diagnostics, const base::FileSystem& files) {
  const auto sorted = diagnostics.sorted();
  switch (context.format) {
    case Format::text: {
      const bool colours = isatty(STDERR_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
      fmt::print(stderr, "{}", diag::render(sorted, files, colours));
      break;
    }
    case Format::json:
      fmt::print("{}", json_report(sorted));
      break;
    case Format::gitlab:
      fmt::print("{}", gitlab_report(sorted));
      break;
    case Format::github:
      fmt::print("{}", github_report(sorted));
      break;
  }
  return diagnostics.errors() > 0 ? Exit::mistakes : Exit::done;
}

int fail(const base::Failure& failure) {
  fmt::print(stderr, "cenacle: {}\n", failure.message);
  return failure.kind == base::FailureKind::busy ? Exit::retry : Exit::disk_failure;
}

void leave(int code) {
  const bool said = std::fflush(stdout) == 0 && std::fflush(stderr) == 0;
  std::_Exit(said ? code : Exit::disk_failure);
}

std::uint64_t program_identity() {
  struct stat status {};
  if (stat("/proc/self/exe", &status) != 0) return 0;
  const std::int64_t facts[] = {static_cast<std::int64_t>(status.st_size), status.st_mtim.tv_sec,
                                status.st_mtim.tv_nsec};
  return hash::of({reinterpret_cast<const char*>(facts), sizeof facts});
}

}  // namespace cenacle::cli

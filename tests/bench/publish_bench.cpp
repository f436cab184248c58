// What the output folder costs, beside the bare system calls that no build could do without: 10,000 pages by default.
// usage: publish_bench [PAGES [FOLDER [JOBS]]]
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/worker_pool.h"
#include "publish/disk_file_system.h"
#include "publish/output_tree.h"
#include "publish/snapshot.h"

namespace {

using namespace cenacle;
namespace fs = std::filesystem;

struct Page {
  std::string path;
  std::string bytes;
};

/// Pages of about 9 KB in groups of 50, as the bench's content makes them.
std::vector<Page> make_pages(std::size_t count) {
  std::vector<Page> pages(count);
  for (std::size_t i = 0; i < count; ++i) {
    pages[i].path = fmt::format("site/groupe-{:04}/page-{:06}.html", i / 50, i);
    while (pages[i].bytes.size() < 9000)
      pages[i].bytes += fmt::format("<p>Ligne {} de la page {}</p>\n", pages[i].bytes.size(), i);
  }
  return pages;
}

class Bench {
 public:
  Bench(std::size_t pages, fs::path folder, unsigned jobs) : pages_(make_pages(pages)), folder_(folder), jobs_(jobs) {}

  /// ext4 is many times slower at making files for half a minute after as many were removed: nothing is removed before
  /// the end, and what replaces files comes last.
  void run() {
    const fs::path top = folder_;
    for (int round = 0; round < rounds; ++round) {
      folder_ = top / std::to_string(round);
      fs::create_directories(folder_ / "bare/site");
      time("bare: folders, open, write, close", [&] { bare_write(); });
      time("first build", [&] { build(0); });
    }
    for (int round = 0; round < rounds; ++round) {
      time("bare: list and stat", [&] { bare_list(); });
      if (!look().save("")) std::abort();
      time("Snapshot::look, files are young", [&] { look(); });
      if (!look().unchanged()) std::abort();
      time("Snapshot::look", [&] { look(); });
      time("DiskFileSystem::list", [&] { list(); });
      time("DiskFileSystem::read, all", [&] { read(); });
      time("build, all kept", [&] { build(0, true); });
      time("build, all put, same bytes", [&] { build(0); });
      fs::remove(folder_ / ".cenacle/cache/output");
      time("build, all put, same bytes, no cache", [&] { build(0); });
      time("build, all kept but one", [&] { build(1, true); });
    }
    time("build, all put, other bytes", [&] { build(pages_.size()); });
    fs::remove_all(top);
    const auto median = [](std::vector<double>* all) {
      std::sort(all->begin(), all->end());
      return (*all)[all->size() / 2];
    };
    fmt::print("{:40} {:>12} {:>12} {:>15}\n", "", "wall, ms", "CPU, ms", "CPU, us a page");
    for (auto& [name, figures] : figures_) {
      const double cpu = median(&figures.cpu);
      fmt::print("{:40} {:12.1f} {:12.1f} {:15.2f}\n", name.substr(2), median(&figures.wall), cpu,
                 cpu * 1000 / static_cast<double>(pages_.size()));
    }
  }

 private:
  static constexpr int rounds = 5;

  struct Figures {
    std::vector<double> wall, cpu;  ///< milliseconds; CPU time is what remains comparable on a busy machine
  };

  static double cpu_ms() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto ms = [](const timeval& t) {
      return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_usec) / 1e3;
    };
    return ms(used.ru_utime) + ms(used.ru_stime);
  }

  void time(const std::string& name, const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    const double cpu = cpu_ms();
    work();
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    const auto known = std::find(order_.begin(), order_.end(), name);
    const auto place = static_cast<std::size_t>(known - order_.begin());
    if (known == order_.end()) order_.push_back(name);
    Figures& figures = figures_[fmt::format("{:02}{}", place, name)];
    figures.wall.push_back(taken.count());
    figures.cpu.push_back(cpu_ms() - cpu);
  }

  void bare_write() {
    for (std::size_t i = 0; i < pages_.size(); i += 50)
      mkdir((folder_ / "bare" / fs::path(pages_[i].path).parent_path()).c_str(), 0777);
    base::for_each_index(pages_.size(), jobs_, 8, [&](std::size_t i, unsigned) {
      const int file = ::open((folder_ / "bare" / pages_[i].path).c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
      if (::write(file, pages_[i].bytes.data(), pages_[i].bytes.size()) < 0) std::abort();
      ::close(file);
    });
  }

  void bare_list() { bare_list(open((folder_ / "output").c_str(), O_RDONLY | O_DIRECTORY)); }

  void bare_list(int folder) {
    DIR* names = fdopendir(folder);
    while (const dirent* entry = readdir(names)) {
      const std::string_view name = entry->d_name;
      struct stat about;
      if (name == "." || name == "..") continue;
      if (entry->d_type == DT_DIR) {
        bare_list(openat(folder, entry->d_name, O_RDONLY | O_DIRECTORY));
      } else if (fstatat(folder, entry->d_name, &about, AT_SYMLINK_NOFOLLOW) != 0) {
        std::abort();
      }
    }
    closedir(names);
  }

  publish::Snapshot look() { return publish::Snapshot::look({folder_, {"content"}, {"output"}, ""}, jobs_); }

  void list() {
    const auto files = publish::DiskFileSystem::open(folder_ / "output");
    if (!files || (*files)->list("")->size() < pages_.size()) std::abort();
  }

  void read() {
    const auto files = publish::DiskFileSystem::open(folder_ / "output");
    base::for_each_index(pages_.size(), jobs_, 8, [&](std::size_t i, unsigned) {
      if ((*files)->read(pages_[i].path)->size() < 9000) std::abort();
    });
  }

  /// Builds with `changed` pages changed.
  void build(std::size_t changed, bool keep = false) {
    auto tree = publish::OutputTree::open(folder_ / "output", folder_ / ".cenacle");
    if (!tree) std::abort();
    const std::string suffix = changed > 0 ? fmt::format("<p>{}</p>\n", ++version_) : "";
    base::for_each_index(pages_.size(), jobs_, 8, [&](std::size_t i, unsigned) {
      const Page& page = pages_[i];
      if (keep && i >= changed && (*tree)->keep(page.path, 7)) return;
      const std::string_view pieces[] = {page.bytes,
                                         std::string_view(suffix).substr(0, i < changed ? suffix.size() : 0)};
      if (!(*tree)->put(page.path, 7, pieces)) std::abort();
    });
    if (!(*tree)->commit()) std::abort();
  }

  std::vector<Page> pages_;
  fs::path folder_;
  unsigned jobs_;
  int version_ = 0;
  std::vector<std::string> order_;
  std::map<std::string, Figures> figures_;
};

}  // namespace

int main(int count, char** words) {
  const std::size_t pages = count > 1 ? std::stoul(words[1]) : 10'000;
  const fs::path folder = count > 2 ? words[2] : "/tmp/cenacle-publish-bench";
  const unsigned jobs = count > 3 ? static_cast<unsigned>(std::stoul(words[3])) : base::default_jobs();
  Bench(pages, folder, jobs).run();
}

// Reading a folder of the disk: what is listed, what is read, what is not followed.
#include "publish/disk_file_system.h"

#include <doctest/doctest.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <thread>

#include "site_build.h"
#include "temporary_folder.h"

using namespace cenacle;
using namespace cenacle::publish;
using cenacle::publish::test::Child;
using cenacle::publish::test::TemporaryFolder;

namespace {

std::unique_ptr<DiskFileSystem> disk(const TemporaryFolder& folder, std::string_view below = "root") {
  auto opened = DiskFileSystem::open(folder.path(below));
  REQUIRE(opened);
  return std::move(*opened);
}

std::vector<std::string> names(const base::FileSystem& files, std::string_view folder) {
  const auto listed = files.list(folder);
  REQUIRE(listed);
  std::vector<std::string> paths;
  for (const base::FileEntry& entry : *listed) paths.push_back(entry.path);
  return paths;
}

using Names = std::vector<std::string>;

void check_links() {
  const TemporaryFolder folder;
  folder.write("outside/secret.md", "secret");
  folder.write("root/content/a/page.md", "page");
  folder.write("root/.cenacle/access/bureau", "a@example.org");
  folder.write("root/content/.draft.md", "draft");
  folder.link("a/page.md", "root/content/good.md");
  folder.link(folder.path("root/content/a/page.md"), "root/content/good-absolute.md");
  folder.link("good.md", "root/content/good-twice.md");
  folder.link("../../good.md", "root/content/b/c/good-up.md");
  folder.link("a", "root/content/folder");
  folder.link(".", "root/content/loop");
  folder.link("../../outside", "root/content/outside");
  folder.link("../../outside/secret.md", "root/content/secret.md");
  folder.link("/etc/hostname", "root/content/absolute.md");
  folder.link("/dev/zero", "root/content/device.md");
  folder.link("../.cenacle/access/bureau", "root/content/hidden.md");
  folder.link(".draft.md", "root/content/hidden-draft.md");
  folder.link("nowhere.md", "root/content/nowhere.md");
  const auto files = disk(folder);
  CHECK(names(*files, "content") ==
        Names{"a/page.md", "b/c/good-up.md", "good-absolute.md", "good-twice.md", "good.md"});
  std::vector<std::string> not_followed;
  const auto followed = files->list("content", &not_followed);
  std::sort(not_followed.begin(), not_followed.end());
  CHECK(not_followed == Names{"absolute.md", "device.md", "folder", "hidden-draft.md", "hidden.md", "loop", "nowhere.md", "outside", "secret.md"});
  for (const base::FileEntry& entry : *followed) {
    CHECK(*files->read("content/" + entry.path) == "page");
    CHECK(files->stamp("content/" + entry.path) == entry.stamp);
    CHECK(entry.stamp.inode == folder.inode("root/content/a/page.md"));
  }
  const std::map<std::string, std::string> reasons = {
      {"secret.md", "it is a symbolic link out of the portal's folder"},
      {"absolute.md", "it is a symbolic link out of the portal's folder"},
      {"device.md", "it is a symbolic link to something else than a file"},
      {"hidden.md", "it is a symbolic link to a hidden file"},
      {"hidden-draft.md", "it is a symbolic link to a hidden file"},
      {"nowhere.md", "it is a symbolic link that leads nowhere"},
      {"folder", "it is a symbolic link to something else than a file"},
      {"folder/page.md", "it lies behind a symbolic link to a folder"},
      {"loop/loop/good.md", "it lies behind a symbolic link to a folder"},
      {"outside/secret.md", "it lies behind a symbolic link to a folder"}};
  for (const auto& expected : reasons) {
    const auto& path = expected.first;
    const auto& reason = expected.second;
    CAPTURE(path);
    const auto read = files->read("content/" + path);
    REQUIRE_FALSE(read);
    CHECK(read.failure().kind == base::FailureKind::not_found);
    CHECK_MESSAGE(read.failure().message.starts_with("cannot read content/" + path + ": " + reason),
                  read.failure().message);
    CHECK_FALSE(files->stamp("content/" + path));
  }
  const auto listed = files->list("content/folder");
  REQUIRE_FALSE(listed);
  CHECK(listed.failure().message ==
        "cannot list content/folder: it is, or lies behind, a symbolic link to a folder, which is not followed");
}

}  // namespace

TEST_CASE("every file below the folder is listed, sorted by path, without dot-files") {
  const TemporaryFolder folder;
  for (const char* path : {"b.md", "a/b.md", "a-b.md", "a/c/d/e.md", "a.md", "é.md", ".hidden", ".git/config",
                           "a/.x.swp", "a/.x/y.md", "A.md"})
    folder.write("root/content/" + std::string(path), path);
  folder.make_folder("root/content/empty/too");
  const auto files = disk(folder);
  CHECK(names(*files, "content") == Names{"A.md", "a-b.md", "a.md", "a/b.md", "a/c/d/e.md", "b.md", "é.md"});
  CHECK(names(*files, "content/a") == Names{"b.md", "c/d/e.md"});
  CHECK(names(*files, "") == Names{"content/A.md", "content/a-b.md", "content/a.md", "content/a/b.md",
                                   "content/a/c/d/e.md", "content/b.md", "content/é.md"});
  CHECK(names(*files, "content/empty").empty());
  CHECK(names(*files, "themes").empty());
  CHECK(names(*files, "content/a.md").empty());
}

TEST_CASE("the disk lists and reads what memory does") {
  const TemporaryFolder folder;
  const std::map<std::string, std::string, std::less<>> all = {{"c/a.md", "1"}, {"c/a/b.md", ""},  {"c/a-b/x", "3"},
                                                               {"c/.x", "4"},   {"c/a/.y/z", "5"}, {"d", "6"}};
  for (const auto& [path, bytes] : all) folder.write("root/" + path, bytes);
  const auto files = disk(folder);
  const base::MemoryFileSystem memory(all);
  for (const char* below : {"", "c", "c/a", "d", "e"}) CHECK(names(*files, below) == names(memory, below));
  for (const auto& [path, bytes] : all) CHECK(*files->read(path) == bytes);
  CHECK(files->stamp("c/a.md")->size == 1);
}

TEST_CASE("stamps in listings are the files' own, and change with them") {
  const TemporaryFolder folder;
  folder.write("root/a.md", "12345");
  folder.set_modified_ns("root/a.md", 1'700'000'000'123'456'789);
  const auto files = disk(folder);
  const base::FileStamp stamp{5, 1'700'000'000'123'456'789, folder.inode("root/a.md")};
  CHECK(files->list("")->at(0).stamp == stamp);
  CHECK(files->stamp("a.md") == stamp);
  CHECK_FALSE(files->stamp("b.md"));
  folder.write("root/a.md", "54321");
  CHECK(files->stamp("a.md") != stamp);
}

TEST_CASE("bytes come back as they are") {
  const TemporaryFolder folder;
  const auto files = disk(folder, "");
  for (const std::string& bytes : {std::string(), std::string("a\0b\r\n", 5), std::string(1'000'000, 'x')}) {
    folder.write("file", bytes);
    CHECK(*files->read("file") == bytes);
  }
  CHECK(files->read("/proc/self/stat").failure().kind == base::FailureKind::not_found);
}

TEST_CASE("a file of the system that says that it is empty is read to its end") {
  const auto files = DiskFileSystem::open("/proc/self");
  REQUIRE(files);
  CHECK((*files)->read("status")->find("Name:") == 0);
}

TEST_CASE("what is not there, or out of the folder, is not found") {
  const TemporaryFolder folder;
  folder.write("secret", "x");
  folder.write("root/a/b.md", "x");
  const auto files = disk(folder);
  for (const std::string& path :
       {std::string("c.md"), std::string("a/c.md"), std::string("a/b.md/c"), std::string(""), std::string("../secret"),
        std::string("a/../../secret"), std::string("a/../a/b.md"), std::string("./a/b.md"), std::string("a//b.md"),
        std::string("a/"), std::string("/etc/passwd"), folder.path("secret"), std::string("a"),
        std::string("a/b.md\0", 7), std::string(5000, 'a'), std::string("..")}) {
    CAPTURE(path);
    const auto read = files->read(path);
    REQUIRE_FALSE(read);
    CHECK(read.failure().kind == base::FailureKind::not_found);
    CHECK_FALSE(files->stamp(path));
    CHECK(names(*files, path.empty() || path == "a" || path == "a/b.md" ? "c" : path).empty());
  }
  CHECK(files->read("c.md").failure().message == "there is no file c.md");
  CHECK(files->read("a").failure().message == "there is no file a, but something else of that name");
}

TEST_CASE("a link to a file is followed inside the folder, to what is not hidden; a link to a folder never") {
  check_links();
}

TEST_CASE("links, on a kernel without openat2") {
  const auto without_openat2 = [] {
    sock_filter program[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog filter{std::size(program), program};
    REQUIRE(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    REQUIRE(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0);
    REQUIRE(syscall(SYS_openat2, 0, nullptr, nullptr, 0) == -1);
    REQUIRE(errno == ENOSYS);
    check_links();
  };
  std::thread(without_openat2).join();  // a filter is a thread's own
}

TEST_CASE("the root itself may be a link") {
  const TemporaryFolder folder;
  folder.write("real/a.md", "x");
  folder.link("a.md", "real/b.md");
  folder.link("real", "root");
  CHECK(names(*disk(folder), "") == Names{"a.md", "b.md"});
}

TEST_CASE("pipes and sockets are as if they were not there, and are not waited for") {
  const TemporaryFolder folder;
  folder.write("root/a.md", "x");
  REQUIRE(mkfifo(folder.path("root/pipe").c_str(), 0600) == 0);
  sockaddr_un address{AF_UNIX, {}};
  const std::string path = folder.path("root/socket");
  REQUIRE(path.size() < sizeof address.sun_path);
  path.copy(address.sun_path, path.size());
  const int number = socket(AF_UNIX, SOCK_STREAM, 0);
  REQUIRE(bind(number, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  close(number);
  const auto files = disk(folder);
  CHECK(names(*files, "") == Names{"a.md"});
  for (const char* name : {"pipe", "socket"}) {
    CHECK(files->read(name).failure().kind == base::FailureKind::not_found);
    CHECK_FALSE(files->stamp(name));
  }
}

TEST_CASE("what may not be read is a failure in the system's words, with the path") {
  const TemporaryFolder folder;
  folder.write("root/a.md", "x");
  folder.write("root/closed/b.md", "x");
  std::filesystem::permissions(folder.path("root/a.md"), std::filesystem::perms::none);
  std::filesystem::permissions(folder.path("root/closed"), std::filesystem::perms::none);
  std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
  const Child child([&] {
    if (geteuid() == 0 && setuid(65534) != 0) return 2;
    const auto files = DiskFileSystem::open(folder.path("root"));
    if (!files) return 3;
    const auto read = (*files)->read("a.md");
    if (read || read.failure().message != "cannot read a.md: Permission denied") return 4;
    if (read.failure().kind != base::FailureKind::disk) return 5;
    const auto listed = (*files)->list("");
    if (listed || listed.failure().message != "cannot list the folder closed: Permission denied") return 6;
    return 0;
  });
  CHECK(child.wait() == 0);
  std::filesystem::permissions(folder.path("root/closed"), std::filesystem::perms::all);
  const auto missing = DiskFileSystem::open(folder.path("missing"));
  REQUIRE_FALSE(missing);
  CHECK(missing.failure().kind == base::FailureKind::not_found);
  CHECK(missing.failure().message ==
        "cannot open the folder " + folder.path("missing") + ": No such file or directory");
  CHECK_FALSE(DiskFileSystem::open(folder.path("root/a.md")));
}

TEST_CASE("a path that the system cannot take is a failure of the listing, not a file less") {
  const TemporaryFolder folder;
  folder.make_folder("root");
  const std::filesystem::path start = std::filesystem::current_path();
  std::filesystem::current_path(folder.path("root"));
  for (int i = 0; i < 20; ++i) {
    std::filesystem::create_directory(std::string(250, 'a'));
    std::filesystem::current_path(std::string(250, 'a'));
  }
  std::filesystem::current_path(start);
  const auto listed = disk(folder)->list("");
  REQUIRE_FALSE(listed);
  CHECK(listed.failure().message.ends_with(": File name too long"));
}

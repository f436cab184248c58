// The floor of a build that has nothing to do: lists the given folders and looks at each file once.
//
// usage: look FOLDER…
#include "disk.h"

int main(int count, char** arguments) {
  std::size_t files = 0;
  long long newest = 0;
  for (int i = 1; i < count; ++i)
    for (const std::string& path : disk::list(arguments[i], "")) {
      struct stat facts;
      if (stat(path.c_str(), &facts) != 0) disk::fail(path);
      newest = std::max<long long>(newest, facts.st_mtim.tv_sec);
      ++files;
    }
  std::printf("%zu files, newest at %lld\n", files, newest);
}

// The program: hands its arguments to the verbs.
#include "cli/command_line.h"

#ifdef CENACLE_MIMALLOC
#include <mimalloc.h>
#endif

int main(int argc, char** argv) {
#ifdef CENACLE_MIMALLOC
  mi_option_set(mi_option_decommit_delay, 0);  // what is freed goes back at once: a build peaks lower, and is no slower
#endif
  return cenacle::cli::run(argc, argv);
}

// The command line: `cenacle [-C DIR] [--now INSTANT] [--format …] VERB …` (DESIGN §3).
#pragma once

namespace cenacle::cli {

/// Runs one verb and returns the exit code: 0 done; 1 mistakes in the input; 2 usage; 74 disk; 75 to be retried.
int run(int argc, char** argv);

}  // namespace cenacle::cli

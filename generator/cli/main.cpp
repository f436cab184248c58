// The program: hands its arguments to the verbs.
#include "cli/command_line.h"

int main(int argc, char** argv) { return cenacle::cli::run(argc, argv); }

// tests/support/picture_worker.h - lets a test program be the worker of its own pictures, as the product is of its:
// started again with the worker's word, it serves before main() begins. Include it in one file of the program.
#pragma once
#include <string_view>

#include "platform/imaging/worker.h"

namespace test_support {

// The C library hands the command line to such functions.
[[gnu::constructor]] inline void be_a_picture_worker(int count, char** arguments) {
    if (count == 2 && arguments[1] == imaging::kWorkerWord) imaging::serve_as_worker();
}

}  // namespace test_support

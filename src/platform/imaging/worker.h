// platform/imaging/worker.h - the process that lets foreign pictures near a decoder, and nothing else.
#pragma once
#include <string_view>

namespace imaging {

// The word behind the program's name that makes a worker of it, and the number of its socket.
inline constexpr std::string_view kWorkerWord = "picture-worker";
inline constexpr int kWorkerSocket = 3;

// Answers questions from its socket until that is closed, then ends the process. It shuts itself in before the first.
[[noreturn]] void serve_as_worker();

}  // namespace imaging

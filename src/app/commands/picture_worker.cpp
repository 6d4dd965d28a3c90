// alltogether picture-worker: started by the server for itself, and by nobody else.
#include <CLI/CLI.hpp>

#include "app/command.h"
#include "platform/imaging/worker.h"

namespace app {

void add_picture_worker(Commands& commands) {
    commands
        .add(imaging::kWorkerWord, "Makes pictures for the server that started it",
             []() -> ExitCode { imaging::serve_as_worker(); })
        .group("");
}

}  // namespace app

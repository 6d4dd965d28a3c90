// alltogether serve
#include <csignal>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/program.h"
#include "platform/runtime/log.h"

namespace app {
namespace {

struct ServeOptions {
    DataOptions data;
    std::string listen;
};

// Blocks the signals that end the program in all threads, so that this one can wait for them. Made before any thread.
class EndSignals {
public:
    EndSignals() {
        sigemptyset(&set_);
        sigaddset(&set_, SIGTERM);
        sigaddset(&set_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    }
    void wait() {
        int signal = 0;
        sigwait(&set_, &signal);
    }

private:
    sigset_t set_{};
};

// The address as people open it; port 0 in the configuration means whichever was free.
std::string address_of(const runtime::Config& config, std::uint16_t port) {
    const auto& listen = config.server.listen;
    return "http://" + listen.substr(0, listen.rfind(':')) + ":" + std::to_string(port);
}

ExitCode serve(ServeOptions options) {
    std::signal(SIGPIPE, SIG_IGN);
    EndSignals end;
    if (!options.listen.empty()) options.data.sets.push_back("server.listen=" + json_text(options.listen));
    const auto settings = read_settings(options.data, DataFolder::create);
    runtime::start_logging(runtime::LogFormat::automatic, runtime::LogLevel::info);
    Program program{settings};
    program.start();
    std::cout << "listening on " << address_of(settings.config, program.port()) << std::endl;
    end.wait();
    runtime::log_info("stopping");
    program.stop();
    return ExitCode::done;
}

}  // namespace

void add_serve(Commands& commands) {
    auto options = std::make_shared<ServeOptions>();
    auto& command = commands.add("serve", "Serves the website until it is told to stop (SIGTERM, SIGINT)",
                                 [options] { return serve(*options); });
    command.add_option("--listen", options->listen, "Address to listen on; port 0 takes a free one")
        ->type_name("ADDRESS:PORT");
    add_data_options(command, options->data);
}

}  // namespace app

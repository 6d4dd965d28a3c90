// bench/server_without_store.cpp - the server with the sign-on's store left out: the same server, route, limits, form,
// checks, keyed hash, writer's queue and answer, but apply_all returns at once. Takes the arguments of
// `alltogether serve`.
#include <csignal>
#include <iostream>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/house.h"
#include "app/program.h"
#include "features/petitions/handlers.h"
#include "features/petitions/live_counts_service.h"

namespace {

using petitions::SignOn;
using petitions::SignOutcome;

std::vector<SignOutcome> thank_all(db::Write&, std::span<const SignOn> sign_ons) {
    return std::vector<SignOutcome>(sign_ons.size(), SignOutcome::recorded);
}

void add_routes(http::Router& router, const petitions::Handlers& handlers) {
    router.get("/readyz", [](const http::Request&, db::Read&) { return http::text("ready\n"); }, {.name = "ready"});
    router.post_batch<SignOn, SignOutcome>(
        "/{locale}/petitions/{slug}/signatures",
        {.parse = [&handlers](const http::Request& request) { return handlers.read_sign_on(request); },
         .apply_all = thank_all,
         .respond = &petitions::Handlers::answer_sign_on},
        {.name = "petitions.sign", .limit = http::LimitClass::sign_on});
}

int serve(const app::DataOptions& options) {
    sigset_t end;
    sigemptyset(&end);
    sigaddset(&end, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &end, nullptr);
    const auto settings = app::read_settings(options, app::DataFolder::create);
    db::Database database{{.location = settings.database, .writer = {}}};
    app::House house{settings, database};
    petitions::LiveCounts counts{database};
    const petitions::Services services{house.settings.config,
                                       house.secret,
                                       house.tokens,
                                       house.frames,
                                       house.actions,
                                       counts,
                                       house.count_changes,
                                       house.petition_sections,
                                       house.sign_on_guard,
                                       house.partners,
                                       database};
    const petitions::Handlers handlers{services};
    add_routes(house.router, handlers);
    http::Server server{app::server_config(settings.config), std::move(house.router), database};
    server.start();
    std::cout << "listening on http://127.0.0.1:" << server.port() << std::endl;
    int signal = 0;
    sigwait(&end, &signal);
    server.stop();
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    app::DataOptions options;
    std::string listen;
    CLI::App program{"Answers sign-ons without storing them"};
    auto& command = *program.add_subcommand("serve");
    app::add_data_options(command, options);
    command.add_option("--listen", listen)->required();
    CLI11_PARSE(program, argc, argv);
    options.sets.push_back("server.listen=" + app::json_text(listen));
    std::signal(SIGPIPE, SIG_IGN);
    return serve(options);
}

// alltogether count-proof sign, rebuild, rotate-key
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/command.h"
#include "app/composition.h"
#include "features/count_proof/audit_service.h"
#include "features/count_proof/log_service.h"

namespace app {
namespace {

struct CountProofOptions {
    DataOptions data;
    Report report = Report::text;
};

// Body with a house around it.
template <class Work>
ExitCode with_house(const CountProofOptions& options, Work work) {
    const auto settings = read_settings(options.data, DataFolder::expect);
    auto database = open_beside_server(settings);
    House house{settings, database};
    plug_in_slices(house);
    work(house);
    return ExitCode::done;
}

void report(const CountProofOptions& options, std::string_view what, std::int64_t entries) {
    if (options.report == Report::json)
        std::cout << fmt::format("{{\"done\": {}, \"entries\": {}}}\n", json_text(what), entries);
    else
        std::cout << fmt::format("{}: {} entries\n", what, entries);
}

ExitCode sign(const CountProofOptions& options) {
    return with_house(options, [&](House& house) { report(options, "signed", house.count_proof.sign_now().size); });
}

ExitCode rebuild(const CountProofOptions& options) {
    return with_house(options, [&](House& house) { report(options, "rebuilt", count_proof::rebuild(house.database)); });
}

ExitCode rotate(const CountProofOptions& options) {
    return with_house(options, [&](House& house) {
        const count_proof::Services services{house.settings.config, house.database,  house.tokens,
                                             house.frames,          house.petitions, house.signers};
        count_proof::LogKeeper{services}.rotate();
        report(options, "changed the key", house.count_proof.sign_now().size);
    });
}

}  // namespace

void add_count_proof(Commands& commands) {
    auto& group = commands.add_group("count-proof", "The log that proves the counts of this installation");
    auto options = std::make_shared<CountProofOptions>();
    const auto add = [&](const char* name, const char* description, ExitCode (*body)(const CountProofOptions&)) {
        auto& command = commands.add_to(group, name, description, [options, body] { return body(*options); });
        add_data_options(command, options->data);
        add_report_option(command, options->report);
    };
    add("sign", "Puts what waits into the log and signs a head now", sign);
    add("rebuild", "Makes all subtrees of the tree anew from its entries", rebuild);
    add("rotate-key", "Signs with a new key from now on; the old one signs the change", rotate);
}

}  // namespace app

// bench/load_generator.cpp - visitors who sign a petition, or look at a page, as fast as they are answered.
// Prints one JSON object; ends with 1 when any answer was wrong or a connection broke.
#include <fstream>
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "load.h"

namespace {

void write_acknowledged(const std::string& path, const bench::Load& load, const bench::LoadReport& report) {
    const bench::People people{load.seed, load.crowd};
    std::ofstream file{path};
    for (const auto number : report.acknowledged) file << people.email(number) << '\n';
    if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

// The text as a JSON string: printable ASCII, the rest as question marks.
std::string json_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c >= 0x20 && c < 0x7f ? c : '?';
    }
    return out + '"';
}

void print(const bench::LoadReport& report) {
    std::vector<std::string> statuses;
    for (const auto& [status, count] : report.statuses) statuses.push_back(fmt::format("\"{}\": {}", status, count));
    fmt::print(
        "{{\"rate\": {:.0f}, \"right\": {}, \"wrong\": {}, \"lost\": {}, \"seconds\": {:.2f}, \"p50_ms\": {:.2f}, "
        "\"p99_ms\": {:.2f}, \"max_ms\": {:.2f}, \"next\": {}, \"statuses\": {{{}}}, \"by_second\": [{}], "
        "\"first_wrong\": {}}}\n",
        report.rate(), report.right, report.wrong, report.lost, report.seconds, report.latencies.within(0.5),
        report.latencies.within(0.99), report.latencies.longest(), report.next, fmt::join(statuses, ", "),
        fmt::join(report.right_by_second, ", "), json_text(report.first_wrong));
}

}  // namespace

int main(int argc, char** argv) {
    bench::Load load;
    std::string acknowledged;
    CLI::App app{"Signs a petition over many connections, checks each answer, and reports rate and latencies"};
    app.add_option("--port", load.port, "Port on 127.0.0.1")->required();
    app.add_option("--petition", load.slug, "Its slug")->capture_default_str();
    app.add_option("--show", load.path, "Looks at this page instead of signing");
    app.add_option("--marker", load.marker, "What the page must contain");
    app.add_option("--connections", load.connections)->capture_default_str()->check(CLI::Range(1, 19'000));
    app.add_option("--seconds", load.seconds)->capture_default_str();
    app.add_option("--requests", load.requests, "Stops after these");
    app.add_option("--rate", load.rate, "Requests a second, evenly; without it as fast as they are answered");
    app.add_option("--seed", load.seed, "Other seeds make other people")->capture_default_str();
    app.add_option("--first", load.first, "Number of the first person")->capture_default_str();
    app.add_option("--acknowledged", acknowledged, "File for the addresses that were thanked");
    bool forwarded = false;
    app.add_flag("--forwarded", forwarded, "Each person has an address of their own, in X-Forwarded-For");
    bool believable = false;
    app.add_flag("--believable", believable, "People as a crowd would be: many names, known mail hosts");
    app.add_option("--stamp", load.stamp, "The form's field `stamp`, as its page has it");
    bool comes_again = false;
    app.add_flag("--come-again", comes_again, "Lost connections are opened again");
    CLI11_PARSE(app, argc, argv);

    if (!load.path.empty()) load.journey = bench::Journey::show;
    if (forwarded) load.addresses = bench::Addresses::forwarded;
    if (believable) load.crowd = bench::Crowd::believable;
    if (comes_again) load.after_loss = bench::AfterLoss::come_again;
    try {
        const auto report = bench::run(load);
        if (!acknowledged.empty()) write_acknowledged(acknowledged, load, report);
        print(report);
        return report.wrong == 0 && report.lost == 0 ? 0 : 1;
    } catch (const std::exception& fault) {
        std::cerr << "load_generator: " << fault.what() << '\n';
        return 2;
    }
}

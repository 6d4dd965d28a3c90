// tests/support/running_program.h - the whole program with the demo in it, listening on a free port of this machine.
// Header only: test programs that include it link app.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

#include "app/composition.h"
#include "app/program.h"
#include "app/seeding.h"
#include "platform/runtime/log.h"
#include "tests/support/databases.h"
#include "tests/support/http_client.h"

namespace test_support {

class RunningProgram {
public:
    // sets: keys of the configuration, as for serve --set.
    explicit RunningProgram(Kind kind, std::vector<std::string> sets = {})
        : location_(fresh_location(kind)), settings_(settings(std::move(sets))) {
        runtime::start_logging(runtime::LogFormat::json, runtime::LogLevel::error);
        seed();
        program_.emplace(settings_);
        program_->start();
    }
    ~RunningProgram() {
        program_.reset();
        remove_location(location_);
        std::filesystem::remove_all(settings_.data);
    }
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    app::Program& operator*() { return *program_; }
    app::Program* operator->() { return &*program_; }
    const app::Program* operator->() const { return &*program_; }
    const db::Location& location() const { return location_; }
    const app::Settings& settings() const { return settings_; }

    HttpClient visitor() const { return HttpClient{program_->port()}; }

    // A browser in which this member of the demo's staff is signed in.
    HttpClient signed_in(const std::string& email) const {
        auto browser = visitor();
        const auto answer = browser.post("/en/staff/sign-in", {{"email", email}, {"password", password_}});
        EXPECT_EQ(answer.status, 303) << email << " cannot sign in";
        return browser;
    }
    const std::string& staff_password() const { return password_; }

private:
    app::Settings settings(std::vector<std::string> sets) {
        app::DataOptions options;
        static int count = 0;
        const auto name = "alltogether_program_" + std::to_string(getpid()) + "_" + std::to_string(++count);
        options.data = std::filesystem::temp_directory_path() / name;
        options.sets = {"server.listen=\"127.0.0.1:0\"", "server.io_threads=1", "server.read_threads=2"};
        std::ranges::move(sets, std::back_inserter(options.sets));
        auto settings = app::read_settings(options, app::DataFolder::create);
        settings.database = location_;
        return settings;
    }

    void seed() {
        db::Database database{{.location = location_}};
        app::House house{settings_, database};
        app::plug_in_slices(house);
        const auto notes = app::seed(house, app::Scenario::demo);
        for (const auto& note : notes)
            if (const auto at = note.find("password "); at != std::string::npos) password_ = note.substr(at + 9);
    }

    db::Location location_;
    app::Settings settings_;
    std::string password_;
    std::optional<app::Program> program_;
};

}  // namespace test_support

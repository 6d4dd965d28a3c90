// tests/support/running_program.h - the whole program with the demo in it, listening on a free port of this machine.
// Header only: test programs that include it link app.
#pragma once
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/composition.h"
#include "app/program.h"
#include "app/seeding.h"
#include "platform/runtime/log.h"
#include "tests/support/beginnings.h"
#include "tests/support/http_client.h"

namespace test_support {

class RunningProgram {
public:
    // sets: keys of the configuration, as for serve --set.
    explicit RunningProgram(Kind kind, const std::vector<std::string>& sets = {})
        : demo_(seeded(kind)), settings_(settings(demo_, sets)) {
        std::getline(std::ifstream(demo_.folder / kPasswordFile), password_);
        program_.emplace(settings_);
        program_->start();
    }
    ~RunningProgram() {
        program_.reset();
        remove_location(demo_.database);
        std::filesystem::remove_all(demo_.folder);
    }
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    app::Program& operator*() { return *program_; }
    app::Program* operator->() { return &*program_; }
    const app::Program* operator->() const { return &*program_; }
    const db::Location& location() const { return demo_.database; }
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
    static constexpr auto kPasswordFile = "password";

    // One demo for all programs: it does not depend on how they are configured.
    static Beginning seeded(Kind kind) {
        runtime::start_logging(runtime::LogFormat::json, runtime::LogLevel::error);
        return begin_with("demo", kind, seed);
    }

    static void seed(const Beginning& empty) {
        const auto of_demo = settings(empty, {});
        db::Database database{{.location = empty.database}};
        app::House house{of_demo, database};
        app::plug_in_slices(house);
        std::ofstream password(empty.folder / kPasswordFile);
        for (const auto& note : app::seed(house, app::Scenario::demo))
            if (const auto at = note.find("password "); at != std::string::npos) password << note.substr(at + 9);
    }

    static app::Settings settings(const Beginning& demo, const std::vector<std::string>& sets) {
        app::DataOptions options;
        options.data = demo.folder / "data";
        options.sets = {"server.listen=\"127.0.0.1:0\"", "server.io_threads=1", "server.read_threads=2"};
        options.sets.insert(options.sets.end(), sets.begin(), sets.end());
        auto settings = app::read_settings(options, app::DataFolder::create);
        settings.database = demo.database;
        return settings;
    }

    Beginning demo_;
    app::Settings settings_;
    std::string password_;
    std::optional<app::Program> program_;
};

}  // namespace test_support

// Ana runs the program on her own machine: the commands as she types them, and the exit codes her scripts trust.
#include <charconv>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/support/beginnings.h"
#include "tests/support/http_client.h"
#include "tests/support/process.h"

namespace scenarios {
namespace {

using test_support::Ended;

class Commands : public testing::Test {
protected:
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("alltogether_commands_" + std::to_string(getpid()));
    const std::string data = (folder / "data").string();

    Commands() { std::filesystem::create_directories(folder); }
    ~Commands() override { std::filesystem::remove_all(folder); }

    static Ended run(const std::vector<std::string>& arguments, const std::string& input = {}) {
        return test_support::run_program(BINARY_DIR "/alltogether", arguments, input);
    }
    // One demo for all of them; telling scripts what they did seeds its own.
    void seed_demo() const {
        test_support::begin_folder("demo-by-command", data, [](const std::filesystem::path& empty) {
            ASSERT_EQ(run({"seed", "demo", "--data", empty.string()}).exit_code, 0);
        });
    }
};

TEST_F(Commands, say_how_they_are_used) {
    for (const std::vector<std::string>& words : {std::vector<std::string>{"--help"},
                                                  {"serve", "--help"},
                                                  {"seed", "--help"},
                                                  {"seed", "demo", "--help"},
                                                  {"seed", "load", "--help"},
                                                  {"staff", "add", "--help"},
                                                  {"migrate", "--help"},
                                                  {"backup", "--help"},
                                                  {"restore", "--help"},
                                                  {"copy", "--help"},
                                                  {"check", "--help"},
                                                  {"export", "signatures", "--help"},
                                                  {"config", "show", "--help"},
                                                  {"version", "--help"}}) {
        const auto ended = run(words);
        EXPECT_EQ(ended.exit_code, 0) << words.front();
        EXPECT_NE(ended.output.find("Exit codes"), std::string::npos) << words.front();
    }
}

TEST_F(Commands, tell_a_wrong_command_line_or_configuration_by_exit_code_2) {
    EXPECT_EQ(run({}).exit_code, 2);
    EXPECT_EQ(run({"dance"}).exit_code, 2);
    EXPECT_EQ(run({"export", "signatures"}).exit_code, 2);
    EXPECT_EQ(run({"check", "--data", data}).exit_code, 2);
    const auto ended = run({"migrate", "--data", data, "--set", "mail.workers=\"two\""});
    EXPECT_EQ(ended.exit_code, 2);
    EXPECT_NE(ended.errors.find("mail.workers"), std::string::npos);
}

TEST_F(Commands, bring_a_campaign_from_one_machine_to_another) {
    seed_demo();
    ASSERT_EQ(run({"seed", "load", "--petition", "equality-pledge", "--signatures", "500", "--data", data}).exit_code,
              0);
    const auto backup = (folder / "backup.db").string();
    EXPECT_EQ(run({"backup", backup, "--data", data}).exit_code, 0);
    EXPECT_EQ(run({"backup", backup, "--data", data}).exit_code, 1) << "a second backup must not overwrite the first";

    const auto other = (folder / "other").string();
    EXPECT_EQ(run({"restore", backup, "--data", other}).exit_code, 0);
    const auto again = run({"restore", backup, "--data", other});
    EXPECT_EQ(again.exit_code, 1);
    EXPECT_NE(again.errors.find("never overwrites"), std::string::npos);

    const std::vector<std::string> exported{"export",   "signatures", "--petition", "equality-pledge",
                                            "--format", "json",       "--data"};
    auto here = exported, there = exported;
    here.push_back(data);
    there.push_back(other);
    const auto signatures = boost::json::parse(run(here).output).as_array();
    EXPECT_GE(signatures.size(), 500);
    std::map<std::string, std::set<std::string>> texts;
    for (const auto& each : signatures)
        texts[std::string{each.at("locale").as_string()}].emplace(each.at("text_id").as_string());
    EXPECT_EQ(texts["en"].size(), 1U);
    EXPECT_EQ(texts["fr"].size(), 1U);
    EXPECT_NE(texts["en"], texts["fr"]) << "who signed in French signed the French text";
    EXPECT_EQ(run(here).output, run(there).output);

    const auto checked = run({"check", "--data", other, "--json"});
    EXPECT_EQ(checked.exit_code, 0) << checked.output;
    EXPECT_GE(boost::json::parse(checked.output).at("checks").as_array().size(), 3);
}

TEST_F(Commands, tell_scripts_in_json_what_they_did) {
    const auto seeded = run({"seed", "demo", "--data", data, "--json"});
    EXPECT_EQ(seeded.exit_code, 0);
    const auto report = boost::json::parse(seeded.output);
    EXPECT_EQ(report.at("scenario"), "demo");
    EXPECT_NE(report.at("notes").as_array().at(0).as_string().find("password "), std::string::npos);

    const auto version = boost::json::parse(run({"version", "--json"}).output);
    std::ifstream project{SOURCE_DIR "/CMakeLists.txt"};
    const std::string text{std::istreambuf_iterator<char>{project}, {}};
    EXPECT_NE(text.find("VERSION " + std::string{version.at("version").as_string()} + " LANGUAGES"), std::string::npos);
}

TEST_F(Commands, of_a_script_say_what_failed) {
    seed_demo();
    EXPECT_EQ(run({"export", "signatures", "--petition", "no-such", "--data", data}).exit_code, 1);
    EXPECT_EQ(run({"restore", "/nonexistent", "--data", (folder / "new").string()}).exit_code, 1);
    EXPECT_EQ(run({"copy", "--from", "sqlite:/nonexistent", "--to", "sqlite:" + (folder / "x.db").string()}).exit_code,
              1);
    EXPECT_EQ(run({"copy", "--from", "mysql://x", "--to", "sqlite:" + (folder / "x.db").string()}).exit_code, 1);
}

TEST_F(Commands, add_staff_with_a_link_or_with_a_password_that_no_list_of_processes_shows) {
    seed_demo();
    const auto invited = run({"staff", "add", "ana@example.org", "--role", "owner", "--data", data});
    EXPECT_EQ(invited.exit_code, 0);
    EXPECT_NE(invited.output.find("/staff/links/"), std::string::npos);
    EXPECT_EQ(run({"staff", "add", "bo@example.org", "--role", "editor", "--password-stdin", "--data", data},
                  "a lake in the north\n")
                  .exit_code,
              0);
    EXPECT_EQ(run({"staff", "add", "not an address", "--role", "king", "--data", data}).exit_code, 2);
}

TEST_F(Commands, explain_the_configuration_and_show_what_holds) {
    const auto documented = run({"config", "documentation"});
    EXPECT_NE(documented.output.find("`server.listen`"), std::string::npos);
    run({"migrate", "--data", data});
    const auto shown =
        run({"config", "show", "--data", data, "--set", "mail.smtp.password=\"hush\"", "--set", "jobs.workers=3"});
    EXPECT_EQ(shown.exit_code, 0);
    EXPECT_NE(shown.output.find("jobs.workers = 3"), std::string::npos);
    EXPECT_EQ(shown.output.find("hush"), std::string::npos);
}

TEST_F(Commands, serve_until_told_to_stop_and_then_end_well) {
    seed_demo();
    test_support::Running server{BINARY_DIR "/alltogether",
                                 {"serve", "--data", data, "--listen", "127.0.0.1:0", "--set", "server.io_threads=1",
                                  "--set", "limits.trusted_networks=[\"127.0.0.0/8\"]"}};
    const auto line = server.line();
    ASSERT_TRUE(line.starts_with("listening on http://127.0.0.1:")) << line;
    std::uint16_t port = 0;
    std::from_chars(line.data() + line.rfind(':') + 1, line.data() + line.size(), port);
    test_support::HttpClient visitor{port};
    EXPECT_EQ(visitor.get("/readyz").status, 200);
    EXPECT_EQ(visitor.get("/en/petitions/equality-pledge").status, 200);
    server.signal(SIGTERM);
    EXPECT_EQ(server.wait(), 0);
}

}  // namespace
}  // namespace scenarios

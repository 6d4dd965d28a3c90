#include "platform/runtime/config.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include <gtest/gtest.h>
#include <unistd.h>

namespace runtime {
namespace {

std::string faults_of(std::string_view text, const std::vector<std::string>& overrides = {}) {
    try {
        parse_config({"alltogether.toml", text}, overrides);
    } catch (const ConfigFault& fault) {
        return fault.what();
    }
    return "none";
}

std::string contents(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Configuration, AnEmptyFileGivesTheDefaults) {
    const Config config = parse_config({"alltogether.toml", ""});
    EXPECT_EQ(config.server.listen, "127.0.0.1:8080");
    EXPECT_EQ(config.mail.transport, MailTransport::demo);
    EXPECT_EQ(config.limits.sign_ons_per_minute_refuse, 100);
    EXPECT_EQ(config.site.time_zone, "America/Toronto");
}

TEST(Configuration, NadiaSetsUpHerMailRelay) {
    const Config config = parse_config({"alltogether.toml", R"(
[mail]
transport = "smtp"
from_address = "info@campaign.example"
workers = 4
[mail.smtp]
host = "mail.campaign.example"
starttls = "opportunistic"
username = "campaign"
password = "a \"quoted\" secret"
verify_certificate = false
)"});
    EXPECT_EQ(config.mail.transport, MailTransport::smtp);
    EXPECT_EQ(config.mail.workers, 4);
    EXPECT_EQ(config.mail.smtp.host, "mail.campaign.example");
    EXPECT_EQ(config.mail.smtp.starttls, StartTls::opportunistic);
    EXPECT_EQ(config.mail.smtp.password, "a \"quoted\" secret");
    EXPECT_FALSE(config.mail.smtp.verify_certificate);
}

TEST(Configuration, AnUnknownKeyIsNamedWithItsLine) {
    EXPECT_EQ(faults_of("[server]\nlisten = \"127.0.0.1:80\"\nlisen = \"x\"\n"),
              "alltogether.toml:3: there is no key server.lisen");
    EXPECT_EQ(faults_of("[mial]\nworkers = 2\n"), "alltogether.toml:1: there is no key mial");
}

TEST(Configuration, AWrongTypeIsNamedWithItsLineAndWhatWouldBeRight) {
    EXPECT_EQ(faults_of("\nserver.io_threads = \"many\"\n"),
              "alltogether.toml:2: server.io_threads must be whole number from 0 to 256");
    EXPECT_EQ(faults_of("server.io_threads = 2.5"),
              "alltogether.toml:1: server.io_threads must be whole number from 0 to 256");
    EXPECT_EQ(faults_of("mail.transport = \"pigeon\""),
              "alltogether.toml:1: mail.transport must be \"demo\" or \"smtp\"");
    EXPECT_EQ(faults_of("mail.smtp = 3"), "alltogether.toml:1: there is no key mail.smtp");
    EXPECT_EQ(faults_of("limits.trusted_networks = [\"10.0.0.0/8\",\n\"everyone\"]"),
              "alltogether.toml:2: limits.trusted_networks must be networks such as 10.0.0.0/8 or fd00::/8");
}

TEST(Configuration, AllFaultsOfAFileAreToldAtOnce) {
    EXPECT_EQ(faults_of("server.listen = \"everywhere\"\nsite.time_zone = 5\n"),
              "alltogether.toml:1: server.listen must be an address and a port, such as 127.0.0.1:8080 or [::1]:8080\n"
              "alltogether.toml:2: site.time_zone must be text");
}

TEST(Configuration, BrokenTomlIsNamedWithItsLine) {
    EXPECT_TRUE(faults_of("[server]\nlisten = \n").starts_with("alltogether.toml:2: "));
}

TEST(Configuration, AnOverrideWinsOverTheFile) {
    const std::vector<std::string> overrides{R"(limits.trusted_networks=["127.0.0.0/8", "::1"])", "mail.workers=7"};
    const Config config = parse_config({"alltogether.toml", "mail.workers = 3"}, overrides);
    EXPECT_EQ(config.mail.workers, 7);
    EXPECT_EQ(config.limits.trusted_networks, (std::vector<std::string>{"127.0.0.0/8", "::1"}));
}

TEST(Configuration, AWrongOverrideIsNamed) {
    EXPECT_EQ(faults_of("", {"mail.wrokers=1"}), "--set mail.wrokers: there is no key mail.wrokers");
    EXPECT_EQ(faults_of("", {"mail.workers"}), "--set mail.workers: write KEY=VALUE");
    EXPECT_TRUE(faults_of("", {"mail.smtp.host=relay"}).starts_with("--set mail.smtp.host: "));
}

TEST(Configuration, KeysThatNeedEachOtherAreCheckedTogether) {
    EXPECT_EQ(faults_of("mail.transport = \"smtp\""), "mail.smtp.host: is needed, since mail.transport is \"smtp\"");
    EXPECT_NE(faults_of("mail.smtp.username = \"a\"\nmail.smtp.starttls = \"none\""), "none");
    EXPECT_NE(faults_of("mail.dkim.domain = \"campaign.example\""), "none");
}

TEST(Configuration, NetworksPortsAndAddressesAreLookedAt) {
    for (const char* right : {"server.listen = \"[::1]:0\"", "server.public_url = \"https://campaign.example/now\"",
                              "server.trusted_proxies = [\"fd00::/8\", \"192.0.2.1\"]",
                              "database.url = \"postgres://alltogether@localhost/alltogether\""})
        EXPECT_EQ(faults_of(right), "none") << right;
    for (const char* wrong :
         {"server.listen = \"127.0.0.1\"", "server.listen = \"127.0.0.1:70000\"", "server.listen = \"\"",
          "server.public_url = \"https://campaign.example/\"", "server.public_url = \"javascript:alert(1)\"",
          "server.trusted_proxies = [\"10.0.0.0/33\"]", "server.trusted_proxies = [\"10.0.0.0/\"]",
          "mail.from_address = \"nobody\"", "mail.smtp.helo_name = \"a b\"", "database.url = \"mysql://x\""})
        EXPECT_NE(faults_of(wrong), "none") << wrong;
}

TEST(Configuration, TheDefaultFileIsTheDefaultConfigurationOnceItsKeysAreTakenIn) {
    const std::string text = default_config_text();
    EXPECT_EQ(faults_of(text), "none");
    // Keys are commented out as "#key = value", documentation as "# text".
    const std::string all_keys = std::regex_replace(text, std::regex("\n#([a-z])"), "\n$1");
    EXPECT_EQ(faults_of(all_keys), "none");
    EXPECT_NE(all_keys, text);
}

TEST(Configuration, TheDefaultFileIsWrittenOnceAndForItsOwnerOnly) {
    const auto folder = std::filesystem::temp_directory_path() / ("configuration_" + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    const auto file = folder / "alltogether.toml";
    write_default_config(file);
    EXPECT_EQ(contents(file), default_config_text());
    EXPECT_EQ(std::filesystem::status(file).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    std::ofstream(file) << "mail.workers = 5\n";
    write_default_config(file);
    EXPECT_EQ(read_config(file).mail.workers, 5);
    std::filesystem::remove_all(folder);
}

TEST(Configuration, AMissingFileCountsAsEmpty) {
    EXPECT_EQ(read_config("/nonexistent/alltogether.toml").mail.workers, Config{}.mail.workers);
}

// To renew the page: ALLTOGETHER_WRITE_DOCS=1 build/dev/platform_runtime_test --gtest_filter='*Documentation*'
TEST(Configuration, TheDocumentationIsThatOfTheTableOfKeys) {
    const std::filesystem::path page = SOURCE_DIR "/docs/operations/configuration.md";
    if (std::getenv("ALLTOGETHER_WRITE_DOCS") != nullptr) {
        std::filesystem::create_directories(page.parent_path());
        std::ofstream(page) << config_documentation();
    }
    EXPECT_EQ(contents(page), config_documentation());
}

}  // namespace
}  // namespace runtime

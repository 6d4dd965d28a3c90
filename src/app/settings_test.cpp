// Which configuration holds, which database is meant: what whoever runs the program relies on.
#include "app/settings.h"

#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "app/configuration_check.h"

namespace app {
namespace {

class AnInstallation : public testing::Test {
protected:
    const std::filesystem::path data =
        std::filesystem::temp_directory_path() / ("alltogether_settings_" + std::to_string(getpid()));
    ~AnInstallation() override { std::filesystem::remove_all(data); }

    Settings read(std::vector<std::string> sets = {}, std::string database = {}) const {
        return read_settings({.data = data, .database = std::move(database), .sets = std::move(sets)},
                             DataFolder::create);
    }
};

TEST_F(AnInstallation, begins_with_a_documented_configuration_that_only_its_owner_can_read) {
    read();
    EXPECT_TRUE(std::filesystem::exists(data / "alltogether.toml"));
    const auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
    EXPECT_EQ(std::filesystem::status(data / "alltogether.toml").permissions() & others, std::filesystem::perms::none);
}

TEST_F(AnInstallation, keeps_its_database_in_its_folder_unless_told_otherwise) {
    EXPECT_EQ(read().database.address, (data / "alltogether.db").string());
    EXPECT_EQ(read({"database.url=\"sqlite:other.db\""}).database.address, (data / "other.db").string());
    EXPECT_EQ(read({"database.url=\"sqlite:/srv/x.db\""}).database.address, "/srv/x.db");
    EXPECT_EQ(read({"database.url=\"sqlite:other.db\""}, "postgres://ann@db/x").database.kind,
              db::Location::Kind::postgres);
}

TEST_F(AnInstallation, is_known_by_the_address_it_listens_on_unless_it_has_a_better_one) {
    EXPECT_EQ(read({"server.listen=\"127.0.0.1:9000\""}).config.server.public_url, "http://127.0.0.1:9000");
    EXPECT_EQ(read({"server.public_url=\"https://example.org\""}).config.server.public_url, "https://example.org");
}

TEST_F(AnInstallation, that_does_not_exist_is_not_made_by_looking_for_it) {
    EXPECT_THROW(read_settings({.data = data}, DataFolder::expect), runtime::ConfigFault);
    EXPECT_FALSE(std::filesystem::exists(data));
}

TEST_F(AnInstallation, on_one_own_machine_has_nothing_to_complain_about) {
    EXPECT_TRUE(problems_of_configuration(read()).empty());
}

TEST_F(AnInstallation, in_the_open_is_told_what_is_hardly_meant) {
    const auto problems = problems_of_configuration(read({"server.public_url=\"http://example.org\""}));
    ASSERT_EQ(problems.size(), 2);
    EXPECT_TRUE(problems[0].starts_with("server.public_url"));
    EXPECT_TRUE(problems[1].starts_with("mail.transport"));
}

TEST_F(AnInstallation, that_sends_mail_is_told_what_its_mail_lacks) {
    const auto problems = problems_of_configuration(
        read({"mail.transport=\"smtp\"", "mail.smtp.host=\"relay.example.org\"", "mail.dkim.domain=\"example.org\"",
              "mail.dkim.selector=\"a\"", "mail.dkim.key_file=\"none.pem\""}));
    ASSERT_EQ(problems.size(), 3);
    EXPECT_TRUE(problems[0].starts_with("mail.from_address"));
    EXPECT_TRUE(problems[1].starts_with("mail.postal_address"));
    EXPECT_TRUE(problems[2].starts_with("mail.dkim"));
}

}  // namespace
}  // namespace app

// Inès brings official tables into an installation, also while it serves; nothing is ever taken by half.
#include <chrono>
#include <filesystem>
#include <thread>

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <zip.h>

#include "tests/scenarios/own_files.h"
#include "tests/support/running_program.h"

namespace scenarios {
namespace {

using test_support::Ended;
using test_support::Kind;
namespace json = boost::json;

const std::filesystem::path kSamples{SOURCE_DIR "/tests/official_tables"};

void write_zip(const std::filesystem::path& path, const std::string& name, const std::string& content) {
    int why = 0;
    auto* const zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &why);
    ASSERT_NE(zip, nullptr);
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, content.data(), content.size(), 0), 0);
    ASSERT_EQ(zip_close(zip), 0);
}

class Imports : public WithAFolder, public testing::WithParamInterface<Kind> {
protected:
    const db::Location location = test_support::fresh_location(GetParam());
    const std::string data = (folder / "data").string();
    const std::string database = (location.kind == db::Location::Kind::sqlite ? "sqlite:" : "") + location.address;

    Imports() { run({"migrate", "--data", data, "--database", database}); }
    ~Imports() override { test_support::remove_location(location); }

    Ended command(std::vector<std::string> arguments) const {
        for (const auto* const part : {"--data", data.c_str(), "--database", database.c_str()})
            arguments.emplace_back(part);
        return run(arguments);
    }
    Ended import(const std::string& name, std::vector<std::string> options = {}) const {
        options.insert(options.begin(), {"import", "statcan", name});
        return command(std::move(options));
    }
    std::string listed() const { return command({"import", "list", "--json"}).output; }
    std::string edition() const { return std::string{json::parse(listed()).at("edition").as_string()}; }
    double hospital_jobs(const std::string& edition = "") const {
        std::vector<std::string> words{"jobs-lost", "--jurisdiction", "ON",    "--function", "hospitals", "--cut",
                                       "1e6",       "--kind",         "mixed", "--year",     "2022",      "--json"};
        if (!edition.empty()) words.insert(words.end(), {"--edition", edition});
        const auto ended = command(words);
        EXPECT_EQ(ended.exit_code, 0) << ended.errors;
        return number(json::parse(ended.output).as_object(), "direct");
    }
};

// The sample with another year in its first column.
std::string of_year(const std::string& csv, const std::string& year) {
    std::string changed;
    std::size_t at = 0;
    for (auto found = csv.find("\n2022,"); found != std::string::npos; found = csv.find("\n2022,", at)) {
        changed += csv.substr(at, found - at) + "\n" + year + ",";
        at = found + 6;
    }
    return changed + csv.substr(at);
}

TEST_P(Imports, take_a_downloaded_zip_and_say_what_became_of_every_row) {
    const auto zip = folder / "36100113-eng.zip";
    write_zip(zip, "36100113.csv", contents_of(kSamples / "36100113.csv"));
    const auto tried = import(zip.string(), {"--dry-run"});
    EXPECT_EQ(tried.exit_code, 0) << tried.errors;
    EXPECT_NE(tried.output.find("nothing was changed"), std::string::npos);
    EXPECT_EQ(json::parse(listed()).at("imports").as_array().size(), 0U);

    const auto ended = import(zip.string(), {"--json"});
    ASSERT_EQ(ended.exit_code, 0) << ended.errors;
    const auto report = json::parse(ended.output).as_object();
    EXPECT_EQ(report.at("table").as_string(), "36-10-0113");
    EXPECT_EQ(number(report, "rows_read"), 776);
    EXPECT_EQ(number(report, "rows_used"), 775);
    EXPECT_EQ(report.at("skipped").at(0).at("rows").to_number<int>(), 1);
    EXPECT_EQ(report.at("skipped").at(0).at("examples").at(0).at("line").to_number<int>(), 777);
    EXPECT_TRUE(report.at("replaced").is_null());
    EXPECT_EQ(json::parse(listed()).at("imports").at(0).at("sha256"), report.at("sha256"));
    EXPECT_EQ(command({"check"}).exit_code, 0);

    EXPECT_EQ(command({"import", "remove", "36100113"}).exit_code, 0);
    EXPECT_EQ(command({"import", "remove", "36-10-0113"}).exit_code, 1);
    EXPECT_EQ(json::parse(listed()).at("imports").as_array().size(), 0U);
}

TEST_P(Imports, change_the_answers_and_give_way_to_the_shipped_figures_again) {
    const auto shipped = hospital_jobs();
    auto csv = of_year(contents_of(kSamples / "36100113.csv"), "2023");
    for (const std::string& cell :
         {std::string{"Direct multiplier,Jobs,Within province,Government health services [GS620],Jobs,,units ,0,,,7.1"},
          std::string{
              "Direct multiplier,Jobs,Within province,Government health services [GS620],Jobs,,units,0,,,7.1"}}) {
        if (const auto at = csv.find(cell); at != std::string::npos) csv.replace(at + cell.size() - 3, 3, "7.0");
    }
    const auto before = edition();
    EXPECT_EQ(import(file("36100113.csv", csv)).exit_code, 0);
    const auto imported = edition();
    const auto jobs = hospital_jobs();
    EXPECT_NE(jobs, shipped);
    EXPECT_EQ(hospital_jobs(before), shipped) << "links of before give their figure";
    EXPECT_EQ(command({"import", "remove", "36-10-0113"}).exit_code, 0);
    EXPECT_EQ(hospital_jobs(), shipped);
    EXPECT_EQ(hospital_jobs(imported), jobs) << "and so do links of between";
    EXPECT_NE(command({"import", "list"}).output.find("kept for links: " + imported), std::string::npos);
    EXPECT_EQ(command({"import", "remove", "36-10-0113", "--forget"}).exit_code, 0);
    const auto gone = command(
        {"jobs-lost", "--jurisdiction", "ON", "--function", "hospitals", "--cut", "1e6", "--edition", imported});
    EXPECT_EQ(gone.exit_code, 2);
    EXPECT_EQ(gone.errors, "alltogether: --edition: one of " + before + "\n");
    EXPECT_EQ(hospital_jobs(before), shipped);
    EXPECT_EQ(command({"import", "remove", "36-10-0113", "--forget"}).exit_code, 1);
}

TEST_P(Imports, of_an_older_edition_do_not_silently_replace_a_newer) {
    const auto csv = contents_of(kSamples / "36100113.csv");
    ASSERT_EQ(import(file("36100113.csv", of_year(csv, "2024"))).exit_code, 0);
    const auto older = file("36100113-older.csv", of_year(csv, "2021"));
    const auto refused = import(older);
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_NE(refused.errors.find("older than the one of 2024"), std::string::npos) << refused.errors;
    EXPECT_NE(listed().find("\"newest_year\": 2024"), std::string::npos);
    const auto forced = import(older, {"--allow-older"});
    EXPECT_EQ(forced.exit_code, 0);
    EXPECT_NE(forced.output.find("newer figures stay in use: those of 2022"), std::string::npos) << forced.output;
    EXPECT_NE(listed().find("\"newest_year\": 2021"), std::string::npos);
}

TEST_P(Imports, that_are_malformed_or_hostile_change_nothing) {
    const auto sample = contents_of(kSamples / "36100113.csv");
    ASSERT_EQ(import(file("36100113.csv", sample)).exit_code, 0);
    const auto before = listed();
    write_zip(folder / "bomb.zip", "36100113.csv", sample + std::string(30'000'000, '\n'));
    write_zip(folder / "other.zip", "readme.txt", "hello");
    const auto sound = contents_of(folder / "bomb.zip");
    const std::vector<std::pair<std::string, std::string>> hostile{
        {(folder / "bomb.zip").string(), "far more"},
        {(folder / "other.zip").string(), "eight digits"},
        {file("cut.zip", sound.substr(0, sound.size() / 2)), "zip"},
        {file("truncated.csv", sample.substr(0, sample.size() / 2 - 3)), ""},
        {file("open.csv", sample.substr(0, sample.size() / 2) + "\"never closed"), "CSV"},
        {file("zero.csv", sample + std::string(1, '\0')), "zero byte"},
        {file("text.csv", "dear all,\nplease find attached\n"), "REF_DATE"},
        {file("empty.csv", ""), "empty"},
        {file("number.csv",
              sample + "2022,Ontario,,Direct multiplier,Jobs,Within province,New [BS999],Jobs,,units,0,,,1e,,,,1\n"),
         "no number"},
        {file("twice.csv", sample + "2022,Ontario,,Direct multiplier,Jobs,Within province,Government health services "
                                    "[GS620],Jobs,,units,0,,,9.9,,,,1\n"),
         "different figures"},
        {(kSamples / "18100005_head.csv").string(), "none that the calculator uses"},
        {kSamples.string(), "no file"},
        {(folder / "missing.zip").string(), "no file"}};
    for (const auto& [name, part] : hostile) {
        const auto ended = import(name);
        if (part.empty() && ended.exit_code == 0) continue;  // cut at the end of a line it is a shorter table
        EXPECT_EQ(ended.exit_code, 1) << name;
        EXPECT_NE(ended.errors.find(part), std::string::npos) << name << ": " << ended.errors;
        EXPECT_EQ(listed(), before) << name;
    }
    EXPECT_EQ(import((folder / "missing.zip").string(), {"--no-such-option"}).exit_code, 2);
}

TEST_P(Imports, that_leave_out_what_governments_spend_on_say_so) {
    const auto csv = of_year(contents_of(kSamples / "36100113.csv"), "2023");
    std::string businesses = csv.substr(0, csv.find('\n') + 1);
    for (auto at = csv.find("\n2023,"); at != std::string::npos; at = csv.find("\n2023,", at + 1)) {
        const auto line = csv.substr(at + 1, csv.find('\n', at + 1) - at);
        if (line.find("[BS") != std::string::npos) businesses += line;
    }
    const auto ended = import(file("36100113.csv", businesses), {"--dry-run"});
    EXPECT_EQ(ended.exit_code, 0) << ended.errors;
    EXPECT_NE(ended.output.find("leaves out industries of ON"), std::string::npos) << ended.output;
}

TEST_P(Imports, of_spending_answer_a_percentage_for_a_year_that_did_not_ship) {
    const auto head =
        "REF_DATE,GEO,DGUID,Public sector components,Canadian Classification of Functions of Government "
        "(CCOFOG),UOM,SCALAR_FACTOR,VALUE,STATUS\n";
    const auto row = [](const std::string& year, const std::string& million) {
        return year +
               ",Ontario,,Consolidated provincial-territorial and local governments,Hospital services "
               "[7073],Dollars,millions," +
               million + ",\n";
    };
    const auto ask = [this] {
        const auto ended = command({"jobs-lost", "--jurisdiction", "ON", "--function", "hospitals", "--cut", "10%",
                                    "--year", "2023", "--json"});
        EXPECT_EQ(ended.exit_code, 0) << ended.errors;
        return number(json::parse(ended.output).as_object(), "dollars");
    };
    const auto shipped = ask();
    EXPECT_EQ(import(file("10100005.csv", head + row("2022", "30000") + row("2023", "50000"))).exit_code, 0);
    EXPECT_NE(ask(), shipped);
    EXPECT_NEAR(ask(), 5e9, 1);
}

INSTANTIATE_TEST_SUITE_P(Both, Imports, testing::Values(Kind::sqlite, Kind::postgres), test_support::name_of);

class ARunningServer : public WithAFolder, public testing::WithParamInterface<Kind> {};

TEST_P(ARunningServer, uses_an_import_within_moments_and_loses_no_request) {
    test_support::RunningProgram program{GetParam()};
    const auto& location = program.location();
    const std::string database = (location.kind == db::Location::Kind::sqlite ? "sqlite:" : "") + location.address;
    auto visitor = program.visitor();
    const auto ask = [&visitor] {
        const auto got =
            visitor.get("/api/v1/jobs-lost?jurisdiction=ON&function=hospitals&amount=100&unit=million&year=2022");
        EXPECT_EQ(got.status, 200);
        return json::parse(got.body).at("total").to_number<double>();
    };
    const auto before = ask();
    const auto csv = file("36100113.csv", of_year(contents_of(kSamples / "36100113.csv"), "2023"));
    const auto imported =
        run({"import", "statcan", csv, "--data", program.settings().data.string(), "--database", database});
    ASSERT_EQ(imported.exit_code, 0) << imported.errors;
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes{1};
    while (ask() == before && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    EXPECT_NE(ask(), before) << "the base year moved by one, and prices with it";
}

INSTANTIATE_TEST_SUITE_P(Both, ARunningServer, testing::Values(Kind::sqlite, Kind::postgres), test_support::name_of);

}  // namespace
}  // namespace scenarios

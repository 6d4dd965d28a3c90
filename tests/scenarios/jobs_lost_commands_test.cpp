// Inès is an economist: she asks the model on the command line, checks it with tables of her own, and brings official
// tables into an installation while it runs.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <unistd.h>
#include <zip.h>

#include "tests/support/process.h"
#include "tests/support/running_program.h"

namespace scenarios {
namespace {

using test_support::Ended;
using test_support::Kind;
namespace json = boost::json;

const std::filesystem::path kSamples{SOURCE_DIR "/tests/official_tables"};

Ended run(const std::vector<std::string>& arguments, const std::string& input = {}) {
    return test_support::run_program(BINARY_DIR "/alltogether", arguments, input);
}

json::object answer(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "jobs-lost");
    arguments.emplace_back("--json");
    const auto ended = run(arguments);
    EXPECT_EQ(ended.exit_code, 0) << ended.errors;
    return json::parse(ended.output.empty() ? "{}" : ended.output).as_object();
}

double number(const json::object& object, std::string_view name) { return object.at(name).to_number<double>(); }

std::string contents_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_zip(const std::filesystem::path& path, const std::string& name, const std::string& content) {
    int why = 0;
    auto* const zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &why);
    ASSERT_NE(zip, nullptr);
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, content.data(), content.size(), 0), 0);
    ASSERT_EQ(zip_close(zip), 0);
}

TEST(AskingTheModel, gives_every_figure_that_an_economist_needs) {
    const auto hospitals = answer({"--jurisdiction", "ON", "--function", "hospitals", "--cut", "100e6"});
    EXPECT_NEAR(number(hospitals, "direct") + number(hospitals, "indirect") + number(hospitals, "induced"),
                number(hospitals, "total"), 1e-6);
    EXPECT_NEAR(number(hospitals, "public") + number(hospitals, "private"), number(hospitals, "total"), 1e-6);
    EXPECT_LT(number(hospitals, "low"), number(hospitals, "high"));
    EXPECT_GT(number(hospitals, "total"), 100);
    EXPECT_LT(number(hospitals, "total"), 3'000);
    EXPECT_GT(number(hospitals, "gdp"), number(hospitals, "labour_income"));
    double by_industry = 0;
    for (const auto& industry : hospitals.at("by_industry").as_array())
        by_industry += number(industry.as_object(), "total");
    EXPECT_NEAR(by_industry, number(hospitals, "total"), 1e-6);
    ASSERT_FALSE(hospitals.at("sources").as_array().empty());
    for (const auto& source : hospitals.at("sources").as_array())
        EXPECT_EQ(source.at("sha256").as_string().size(), 64U);
    EXPECT_FALSE(hospitals.at("model_version").as_string().empty());
}

TEST(AskingTheModel, is_linear_and_takes_amounts_as_people_write_them) {
    const auto ask = [](const std::string& cut) {
        return number(answer({"--jurisdiction", "ON", "--function", "schools", "--cut", cut, "--year", "2022"}),
                      "total");
    };
    const auto one = ask("100e6");
    EXPECT_EQ(ask("100,000,000"), one);
    EXPECT_EQ(ask("$100M"), one);
    EXPECT_EQ(ask("0.1B"), one);
    EXPECT_NEAR(ask("300e6"), 3 * one, 1e-6 * one);
    EXPECT_GT(ask("5%"), 0);
}

TEST(AskingTheModel, answers_for_all_ten_provinces_and_guesses_for_none) {
    for (const auto* const province : {"NL", "PE", "NS", "NB", "QC", "ON", "MB", "SK", "AB", "BC"}) {
        const auto here = answer({"--jurisdiction", province, "--function", "all", "--cut", "10e6"});
        EXPECT_GT(number(here, "total"), 10) << province;
        EXPECT_EQ(here.at("origin").as_string(), province == std::string_view{"ON"} ? "published" : "estimated")
            << province;
    }
    const auto nunavut = run({"jobs-lost", "--jurisdiction", "NU", "--function", "all", "--cut", "10e6"});
    EXPECT_EQ(nunavut.exit_code, 2);
    EXPECT_NE(nunavut.errors.find("--jurisdiction"), std::string::npos);
}

TEST(AskingTheModel, tells_kinds_of_cuts_apart) {
    for (const auto* const kind : {"payroll", "mixed", "purchases", "capital", "transfers"}) {
        const auto cut = answer({"--jurisdiction", "ON", "--function", "hospitals", "--cut", "10e6", "--kind", kind});
        EXPECT_EQ(cut.at("kind").as_string(), kind);
    }
}

TEST(AskingTheModel, gives_a_summary_for_people) {
    const auto said = run({"jobs-lost", "--jurisdiction", "ON", "--function", "hospitals", "--cut", "100e6"});
    EXPECT_EQ(said.exit_code, 0);
    for (const auto* const part : {"fewer jobs", "direct", "public", "How it is worked out", "36-10-0113"})
        EXPECT_NE(said.output.find(part), std::string::npos) << part << "\n" << said.output;
    EXPECT_EQ(said.output.find('{'), std::string::npos) << "a placeholder without its value";
}

TEST(AskingTheModel, names_all_that_is_wrong_at_once) {
    const auto ended = run({"jobs-lost", "--jurisdiction", "XX", "--function", "circus", "--cut", "lots", "--kind",
                            "magic", "--year", "1066"});
    EXPECT_EQ(ended.exit_code, 2);
    EXPECT_TRUE(ended.output.empty());
    for (const auto* const option : {"--jurisdiction", "--function", "--cut", "--kind", "--year"})
        EXPECT_NE(ended.errors.find(option), std::string::npos) << option << "\n" << ended.errors;
    EXPECT_NE(ended.errors.find("home_care"), std::string::npos) << "what could be chosen";
    for (const auto* const cut : {"0", "-5", "nan", "inf", "1e99", "101%", "-1%", "1e6x", ""})
        EXPECT_EQ(
            run({"jobs-lost", "--jurisdiction", "ON", "--function", "all", std::string{"--cut="} + cut}).exit_code, 2)
            << cut;
    EXPECT_EQ(run({"jobs-lost"}).exit_code, 2);
    EXPECT_EQ(run({"jobs-lost", "--jurisdiction", "ON", "--function", "all", "--cut", "1e6", "--data", "/nonexistent"})
                  .exit_code,
              2);
}

TEST(TheCommands, say_how_they_are_used) {
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"jobs-lost"}, {"io", "multipliers"}, {"import", "statcan"}, {"import", "list"}, {"import", "remove"}}) {
        auto with_help = words;
        with_help.emplace_back("--help");
        const auto ended = run(with_help);
        EXPECT_EQ(ended.exit_code, 0) << words.front();
        EXPECT_NE(ended.output.find("Exit codes"), std::string::npos) << words.front();
    }
}

class WithAFolder : public testing::Test {
protected:
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("alltogether_tables_" + std::to_string(getpid()));

    WithAFolder() { std::filesystem::create_directories(folder); }
    ~WithAFolder() override { std::filesystem::remove_all(folder); }

    std::string file(const std::string& name, const std::string& content) const {
        std::ofstream(folder / name, std::ios::binary) << content;
        return (folder / name).string();
    }
};

class OwnTables : public WithAFolder {};

// Miller & Blair, Input-Output Analysis, the example of two sectors, open and closed by households.
TEST_F(OwnTables, give_the_multipliers_of_the_textbook) {
    const auto table =
        file("miller_blair.csv",
             "sector,one,two,household\none,0.15,0.25,0.05\ntwo,0.2,0.05,0.4\nlabour_income,0.3,0.25,0.05\n");
    const auto ended = run({"io", "multipliers", "--table", table, "--coefficients", "--json"});
    ASSERT_EQ(ended.exit_code, 0) << ended.errors;
    const auto parsed = json::parse(ended.output);
    const auto& sectors = parsed.at("sectors").as_array();
    ASSERT_EQ(sectors.size(), 2U);
    const auto near = [](const json::value& value, double expected) {
        EXPECT_NEAR(value.to_number<double>(), expected, 2e-6);
    };
    EXPECT_EQ(sectors[0].at("code").as_string(), "one");
    near(sectors[0].at("output").at("simple"), 1.518152);
    near(sectors[1].at("output").at("simple"), 1.452145);
    near(sectors[0].at("output").at("total"), 1.365086 + 0.527323);
    near(sectors[1].at("output").at("total"), 0.42526 + 1.348076);
    const auto& income = sectors[0].at("labour_income").as_object();
    near(income.at("direct"), 0.3);
    near(income.at("simple"), 0.3 * 1.254125 + 0.25 * 0.264026);
    near(income.at("type1"), (0.3 * 1.254125 + 0.25 * 0.264026) / 0.3);
    EXPECT_TRUE(income.contains("type2"));
    EXPECT_FALSE(sectors[0].as_object().contains("jobs"));
}

TEST_F(OwnTables, may_be_flows_without_households) {
    const auto table = file("flows.csv", "sector,one,two\none,150,500\ntwo,200,100\noutput,1000,2000\njobs,20,30\n");
    const auto ended = run({"io", "multipliers", "--table", table, "--json"});
    ASSERT_EQ(ended.exit_code, 0) << ended.errors;
    const auto parsed = json::parse(ended.output);
    const auto& first = parsed.at("sectors").at(0).as_object();
    EXPECT_NEAR(first.at("output").at("simple").to_number<double>(), 1.518152, 1e-6);
    EXPECT_FALSE(first.at("output").as_object().contains("total"));
    EXPECT_FALSE(first.at("jobs").as_object().contains("type2"));
    EXPECT_NEAR(first.at("jobs").at("simple").to_number<double>(), 0.02 * 1.254125 + 0.015 * 0.264026, 1e-7);
    const auto text = run({"io", "multipliers", "--table", "-"}, contents_of(table));
    EXPECT_NE(text.output.find("1.5182"), std::string::npos) << text.output << text.errors;
}

TEST_F(OwnTables, that_are_wrong_are_told_cell_by_cell) {
    const auto table = file("wrong.csv", "sector,one,two\none,150,5oo\ntwo,x,100\noutput,1000,2000\n");
    const auto ended = run({"io", "multipliers", "--table", table, "--json"});
    EXPECT_EQ(ended.exit_code, 2);
    EXPECT_NE(ended.errors.find("5oo"), std::string::npos);
    EXPECT_NE(ended.errors.find("line 3"), std::string::npos) << ended.errors;
    EXPECT_TRUE(ended.output.empty());
    EXPECT_EQ(run({"io", "multipliers", "--table", (folder / "none.csv").string()}).exit_code, 1);
    EXPECT_EQ(run({"io", "multipliers"}).exit_code, 2);
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
    double hospital_jobs() const {
        const auto ended = command({"jobs-lost", "--jurisdiction", "ON", "--function", "hospitals", "--cut", "1e6",
                                    "--kind", "mixed", "--year", "2022", "--json"});
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
    EXPECT_EQ(import(file("36100113.csv", csv)).exit_code, 0);
    EXPECT_NE(hospital_jobs(), shipped);
    EXPECT_EQ(command({"import", "remove", "36-10-0113"}).exit_code, 0);
    EXPECT_EQ(hospital_jobs(), shipped);
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
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (ask() == before && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    EXPECT_NE(ask(), before) << "the base year moved by one, and prices with it";
}

INSTANTIATE_TEST_SUITE_P(Both, ARunningServer, testing::Values(Kind::sqlite, Kind::postgres), test_support::name_of);

}  // namespace
}  // namespace scenarios

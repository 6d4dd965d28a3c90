// Ana imports tables while the site runs; visitors never see half of one.
#include "features/jobs_calculator/import_store.h"

#include <chrono>
#include <filesystem>
#include <thread>

#include <gtest/gtest.h>

#include "features/jobs_calculator/edition.h"
#include "features/jobs_calculator/edition_service.h"
#include "features/jobs_calculator/import_service.h"
#include "tests/support/databases.h"

namespace jobs_calculator {
namespace {

using jobs_lost::Coverage;
using jobs_lost::Jurisdiction;
using jobs_lost::Variable;

// Ontario's sample with another year and every jobs figure multiplied, as a later edition of the table might be.
ImportedTable edition(int year, double factor) {
    auto table = statistics::OfficialTable::open(SOURCE_DIR "/tests/official_tables/36100113.csv");
    auto imported = *read_import(*table);
    imported.oldest_year = imported.newest_year = year;
    for (auto& row : imported.multipliers) {
        row.year = year;
        if (row.variable != Variable::jobs) continue;
        for (auto* const figure : {&row.direct, &row.indirect, &row.induced, &row.simple, &row.total})
            if (*figure) **figure *= factor;
    }
    return imported;
}

const ImportedFile kFile{"36100113-eng.zip", std::string(64, 'a')};

class ImportStore : public test_support::OnBothDatabases {
protected:
    void import(const ImportedTable& table, const ImportedFile& file = kFile) {
        database->write([&](db::Write& write) { store::replace_import(write, table, file); });
    }
    std::vector<Import> imports() {
        return database->read([](db::Read& read) { return store::imports(read); });
    }
    std::int64_t version() {
        return database->read([](db::Read& read) { return store::import_version(read); });
    }
    ImportedTable loaded(std::string_view number) {
        return database->read([&](db::Read& read) {
            ImportedTable table;
            store::load_import(read, *store::find_import(read, number), table);
            return table;
        });
    }
    std::int64_t rows_of(const std::string& table) {
        const auto connection = db::connect(database.location(), db::Access::write);
        std::int64_t rows = -1;
        connection->query("select count(*) from " + table, {}, [&](const db::Row& row) { rows = row.integer(0); });
        return rows;
    }
    static double hospital_jobs(const Model& model) {
        return model.economies.find(Jurisdiction::on)->industry("GS620")->jobs.direct;
    }
};

TEST_P(ImportStore, GivesBackEveryFigureAsItCame) {
    const auto table = edition(2023, 1);
    import(table);
    const auto back = loaded("36-10-0113");
    ASSERT_EQ(back.multipliers.size(), table.multipliers.size());
    const auto key = [](const auto& row) { return std::tuple{row.industry, row.variable}; };
    auto left = table.multipliers, right = back.multipliers;
    std::ranges::sort(left, {}, key);
    std::ranges::sort(right, {}, key);
    for (std::size_t i = 0; i < left.size(); ++i) {
        EXPECT_EQ(key(left[i]), key(right[i]));
        EXPECT_EQ(left[i].label, right[i].label);
        EXPECT_EQ(left[i].direct, right[i].direct);
        EXPECT_EQ(left[i].type2, right[i].type2);
        EXPECT_EQ(left[i].year, right[i].year);
    }
    ASSERT_EQ(imports().size(), 1U);
    EXPECT_EQ(imports()[0].file_name, "36100113-eng.zip");
    EXPECT_EQ(imports()[0].rows_used, 775);
}

TEST_P(ImportStore, KeepsSpendingAndEmploymentToo) {
    ImportedTable spending{
        .number = "10-10-0005", .kind = TableKind::spending, .oldest_year = 2022, .newest_year = 2023};
    spending.spending = {{Jurisdiction::yt, 2022, "7101 7103", 12.25}, {Jurisdiction::yt, 2023, "707", -3}};
    import(spending);
    ImportedTable employment{
        .number = "14-10-0202", .kind = TableKind::employment, .oldest_year = 2024, .newest_year = 2024};
    employment.employment = {{Jurisdiction::mb, 2024, "Utilities", 4'000.5}};
    import(employment);
    EXPECT_EQ(loaded("10-10-0005").spending.size(), 2U);
    EXPECT_EQ(loaded("10-10-0005").spending[0].million, -3) << "by place, function, year";
    EXPECT_EQ(loaded("10-10-0005").spending[1].million, 12.25);
    EXPECT_EQ(loaded("14-10-0202").employment.at(0).employees, 4'000.5);
    EXPECT_EQ(version(), 2);
}

TEST_P(ImportStore, ReplacesAnEarlierImportOfTheSameTableAndRemovesIt) {
    import(edition(2022, 1));
    import(edition(2023, 2));
    ASSERT_EQ(imports().size(), 1U);
    EXPECT_EQ(imports()[0].newest_year, 2023);
    EXPECT_EQ(loaded("36-10-0113").multipliers.size(), 124U);
    EXPECT_TRUE(database->write([](db::Write& write) { return store::remove_import(write, "36-10-0113"); }));
    EXPECT_FALSE(database->write([](db::Write& write) { return store::remove_import(write, "36-10-0113"); }));
    EXPECT_TRUE(imports().empty());
    EXPECT_EQ(version(), 3);
}

TEST_P(ImportStore, KeepsEveryEditionSoThatItCanBeComputedAgain) {
    std::vector<std::string> names{shipped_model()->edition};
    std::vector<double> jobs{hospital_jobs(*shipped_model())};
    for (const double factor : {1.0, 2.0, 3.0}) {
        import(edition(2023, factor));
        const auto model = database->read(load_model);
        names.push_back(model->edition);
        jobs.push_back(hospital_jobs(*model));
    }
    database->write([](db::Write& write) { return store::remove_import(write, "36-10-0113"); });
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto again = database->read([&](db::Read& read) { return load_edition(read, names[i]); });
        ASSERT_TRUE(again);
        EXPECT_EQ(hospital_jobs(*again), jobs[i]) << i;
        EXPECT_EQ(again->edition, names[i]);
        EXPECT_EQ(again->until.has_value(), i > 0) << "without imports the shipped figures answer again";
    }
    EXPECT_FALSE(database->read([](db::Read& read) { return load_edition(read, "00000000"); }));
}

TEST_P(ImportStore, KeepsTheSameFiguresOnce) {
    import(edition(2023, 1));
    import(edition(2023, 1));
    EXPECT_EQ(version(), 1) << "nothing changed";
    import(edition(2023, 2));
    import(edition(2023, 1));
    EXPECT_EQ(version(), 3);
    EXPECT_EQ(rows_of("jobs_table"), 2);
    EXPECT_EQ(database->read(load_model)->edition,
              database->read([](db::Read& read) { return edition_name(store::editions(read)[1].imports); }));
}

TEST_P(ImportStore, ForgetsAnImportWithAllEditionsThatNeedIt) {
    import(edition(2023, 1));
    const auto first = database->read(load_model)->edition;
    import(edition(2023, 2));
    ImportedTable employment{
        .number = "14-10-0202", .kind = TableKind::employment, .oldest_year = 2024, .newest_year = 2024};
    employment.employment = {{Jurisdiction::mb, 2024, "Utilities", 4'000.5}};
    import(employment);
    EXPECT_EQ(database->write([](db::Write& write) { return store::forget_imports(write, "36-10-0113"); }), 2);
    EXPECT_FALSE(database->read([&](db::Read& read) { return load_edition(read, first); }));
    EXPECT_EQ(rows_of("jobs_table_multiplier"), 0);
    ASSERT_EQ(imports().size(), 1U) << "the other table goes on answering";
    EXPECT_EQ(imports()[0].number, "14-10-0202");
    EXPECT_EQ(database->write([](db::Write& write) { return store::forget_imports(write, "36-10-0113"); }), 0);
}

TEST_P(ImportStore, APastModelIsMadeWhenALinkAsksForIt) {
    LiveModel live{*database};
    PastModels past{*database};
    std::vector<std::string> names;
    for (int year = 2023; year < 2030; ++year) {
        import(edition(year, 1));
        live.refresh();
        names.push_back(live.current()->edition);
    }
    for (const auto& name : names) {
        const auto found = past.find(name, *live.current());
        ASSERT_TRUE(found);
        EXPECT_EQ(found->edition, name);
        EXPECT_EQ(past.find(name, *live.current()), found) << "made once";
    }
    EXPECT_FALSE(past.find("12345678", *live.current()));
}

TEST_P(ImportStore, ChangesNothingWhenTheImportFailsHalfWay) {
    import(edition(2022, 1));
    auto broken = edition(2023, 2);
    broken.multipliers.push_back(broken.multipliers.front());  // the same key twice
    EXPECT_THROW(import(broken), db::Fault);
    ASSERT_EQ(imports().size(), 1U);
    EXPECT_EQ(imports()[0].newest_year, 2022);
    EXPECT_EQ(loaded("36-10-0113").multipliers.size(), 124U);
    EXPECT_EQ(version(), 1);
}

TEST_P(ImportStore, TheCheckFindsAnImportThatLostRows) {
    import(edition(2022, 1));
    const auto damaged = [&] { return database->read([](db::Read& read) { return store::damaged_imports(read); }); };
    EXPECT_TRUE(damaged().empty());
    const auto connection = db::connect(database.location(), db::Access::write);
    connection->execute("delete from jobs_table_multiplier where industry = 'GS620'");
    EXPECT_EQ(damaged(), std::vector<std::string>{"the import of 36-10-0113 has 120 rows of 124"});
}

TEST_P(ImportStore, ARunningModelTakesAnImportOverByItself) {
    LiveModel live{*database};
    const auto before = live.current();
    EXPECT_EQ(before->imports.size(), 0U);
    import(edition(2023, 2));
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (live.current()->imports.empty() && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    const auto after = live.current();
    ASSERT_EQ(after->imports.size(), 1U);
    EXPECT_NEAR(hospital_jobs(*after), 2 * hospital_jobs(*before), 0.2);
    EXPECT_EQ(before->economies.find(Jurisdiction::on)->base_year, 2022) << "an answer that has begun is not disturbed";
    EXPECT_EQ(after->economies.find(Jurisdiction::on)->base_year, 2023);
    database->write([](db::Write& write) { return store::remove_import(write, "36-10-0113"); });
    live.refresh();
    EXPECT_EQ(hospital_jobs(*live.current()), hospital_jobs(*before));
}

TEST_P(ImportStore, AnOlderImportDoesNotDisplaceNewerShippedFigures) {
    import(edition(2019, 3));
    const auto model = database->read(load_model);
    EXPECT_EQ(model->economies.find(Jurisdiction::on)->base_year, 2022);
    EXPECT_EQ(hospital_jobs(*model), hospital_jobs(*shipped_model()));
}

ALLTOGETHER_ON_BOTH_DATABASES(ImportStore);

TEST(AnImportedFigure, takes_the_place_of_the_shipped_one_and_names_its_file) {
    auto observations = shipped_model()->observations;
    const auto rows = observations.spending.size();
    ImportedTable table{.number = "10-10-0005", .kind = TableKind::spending, .oldest_year = 2023, .newest_year = 2024};
    table.spending = {{Jurisdiction::on, 2023, "7073", 1.0}, {Jurisdiction::on, 2024, "7073", 2.0}};
    add_import(observations, table, kFile);
    EXPECT_EQ(observations.spending.size(), rows + 1);
    int found = 0;
    for (const auto& row : observations.spending)
        if (row.jurisdiction == Jurisdiction::on && row.year == 2023 && row.ccofog == "7073") {
            ++found;
            EXPECT_EQ(row.million, 1.0);
        }
    EXPECT_EQ(found, 1);
    EXPECT_EQ(observations.provenances.spending.back().sha256, kFile.sha256);
    EXPECT_EQ(observations.provenances.spending.back().period, "2023 to 2024");
}

}  // namespace
}  // namespace jobs_calculator

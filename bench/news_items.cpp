// Fills the news with made-up items: bench_news_items --data DIR --items N [--section SLUG] [--newest YYYY-MM-DD]
// The section is made where it is absent. Prints how many items a second went in.
#include <chrono>
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/command.h"
#include "features/newsroom/section_store.h"
#include "made_up_news.h"
#include "people/store.h"

namespace bench {
namespace {

constexpr std::string_view kBy = "Bench";
constexpr std::int64_t kTogether = 1'000;  // items of one transaction

struct Wanted {
    app::DataOptions data;
    std::int64_t items = 100'000;
    std::string section = "solidarity", newest = "2026-11-20";
};

newsroom::SectionId ensure_section(db::Write& write, base::LevelId level, const std::string& slug) {
    if (const auto known = newsroom::store::find_section(write, slug)) return known->id;
    const newsroom::SectionForm form{
        .english = {slug, "International Solidarity",
                    "What happens to nurses in Bogotá happens to nurses here, some years later or earlier. News from "
                    "colleagues everywhere, and what we do **together**.",
                    ""},
        .french = {slug + "-fr", "Solidarité internationale",
                   "Ce qui arrive aux infirmières de Bogotá arrive aux nôtres, quelques années plus tard ou plus tôt. "
                   "Des nouvelles de collègues partout, et ce que nous faisons **ensemble**.",
                   ""},
        .place = "10"};
    const auto id = newsroom::store::insert_section(write, level, form, kBy);
    newsroom::store::publish_section(write, id, kBy);
    return id;
}

void fill(db::Database& database, const Wanted& wanted) {
    const auto newest = newsroom::day_of(wanted.newest);
    if (!newest) throw std::runtime_error{"no day: " + wanted.newest};
    const auto level = database.read([](db::Read& read) { return people::find_level(read, people::kNationalSlug); });
    if (!level) throw std::runtime_error{"there is no national level: seed the data folder first"};
    const auto section =
        database.write([&](db::Write& write) { return ensure_section(write, level->id, wanted.section); });
    const newsroom::store::ImportRun run{"bench " + wanted.section, level->id, std::string{kBy}};
    for (std::int64_t first = 0; first < wanted.items; first += kTogether) {
        std::vector<newsroom::store::ImportedItem> items;
        for (auto number = first; number < std::min(first + kTogether, wanted.items); ++number)
            items.push_back(made_up_item(number, *newest, section));
        database.write([&](db::Write& write) { newsroom::store::store_imported(write, run, items); });
    }
}

}  // namespace
}  // namespace bench

int main(int argument_count, char** arguments) {
    CLI::App program{"Fills the news with made-up items"};
    bench::Wanted wanted;
    app::add_data_options(program, wanted.data);
    program.add_option("--items", wanted.items);
    program.add_option("--section", wanted.section);
    program.add_option("--newest", wanted.newest);
    CLI11_PARSE(program, argument_count, arguments);
    auto database = app::open_beside_server(app::read_settings(wanted.data, app::DataFolder::expect));
    const auto start = std::chrono::steady_clock::now();
    bench::fill(database, wanted);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::cout << fmt::format("{} items in {:.1f} s, {:.0f} a second\n", wanted.items, took.count(),
                             static_cast<double>(wanted.items) / took.count());
}

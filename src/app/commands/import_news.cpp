// alltogether import news
#include <chrono>
#include <iostream>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/command.h"
#include "app/composition.h"
#include "app/seeding.h"
#include "base/text.h"
#include "features/newsroom/import_run_service.h"
#include "features/newsroom/teaser_service.h"
#include "people/store.h"
#include "platform/db/migrations.h"
#include "platform/foreign_news/news_source.h"
#include "platform/foreign_news/oddity_words.h"
#include "platform/runtime/progress.h"

namespace app {
namespace {

using foreign_news::NewsItem;
using foreign_news::NewsSection;
using foreign_news::Oddity;

constexpr std::size_t kMostOddities = 10'000;  // that are listed; the rest is counted
constexpr std::size_t kShownItems = 20;        // of a report for people

enum class Mode : unsigned char { store, only_try };

struct NewsOptions {
    DataOptions data;
    std::filesystem::path path;
    std::string section;
    std::string level;
    std::string language;
    Mode mode = Mode::store;
    newsroom::Stage stage = newsroom::Stage::published;
    Report report = Report::text;

    std::optional<base::Locale> locale() const { return base::locale_of(language); }
};

std::string json_or_null(const std::string& text) { return text.empty() ? "null" : json_text(text); }

// Prints items as they come and gathers what is odd; hands everything to the run that stores it, if there is one.
class ReportingSink final : public foreign_news::NewsSink {
public:
    ReportingSink(const NewsOptions& options, std::int64_t bytes)
        : options_(options), t_(options.locale().value_or(base::Locale::english)), bar_("Reading", bytes) {}

    void store_in(newsroom::ImportRun& run) { run_ = &run; }
    void name_section(std::string title) { known_title_ = std::move(title); }

    void section(NewsSection section) override {
        if (section.title.empty())
            section.title = known_title_.empty() ? newsroom::title_from_slug(options_.section) : known_title_;
        if (is_json())
            std::cout << fmt::format(R"({{"section": {{"title": {}, "slug": {}}}, "items": [)",
                                     json_text(section.title), json_text(options_.section));
        else
            std::cout << section.title << '\n';
        is_begun_ = true;
        if (run_ != nullptr) run_->section(std::move(section));
    }

    void item(NewsItem item) override {
        if (is_json())
            print_json(item);
        else if (items_ < kShownItems)
            print_text(item);
        ++items_;
        pictures_ += std::ssize(item.pictures);
        if (run_ != nullptr) run_->item(std::move(item));
    }

    void oddity(Oddity oddity) override {
        if (oddities_.size() < kMostOddities)
            oddities_.push_back(std::move(oddity));
        else
            ++unlisted_;
    }

    void advance(std::uint64_t bytes) override { bar_.advance(static_cast<std::int64_t>(bytes)); }

    void finish() {
        if (unlisted_ > 0)
            oddities_.push_back({0, foreign_news::OddityKind::more_oddities, {}, std::to_string(unlisted_)});
        if (is_json() && is_begun_)
            finish_json();
        else if (!is_json())
            finish_text();
    }

private:
    bool is_json() const { return options_.report == Report::json; }

    // The source's own, else what lists will show of the text.
    std::string teaser_of(const NewsItem& item) const {
        if (!item.teaser.empty()) return item.teaser;
        const auto locale = item.language.value_or(options_.locale().value_or(base::Locale::english));
        return newsroom::shown_teaser({.body = item.body}, locale);
    }

    void print_json(const NewsItem& item) const {
        std::cout << fmt::format(R"({}{{"date": {}, "title": {}, "teaser": {}, "line": {}}})", items_ == 0 ? "" : ", ",
                                 item.date ? json_text(base::iso(*item.date)) : "null", json_or_null(item.title),
                                 json_text(teaser_of(item)), item.line);
    }

    void print_text(const NewsItem& item) const {
        const auto& words = item.title.empty() ? item.teaser : item.title;
        std::cout << fmt::format("  {:10}  {}\n", item.date ? base::iso(*item.date) : "no date",
                                 base::first_characters(words, 90));
    }

    void finish_json() const {
        std::cout << R"(], "oddities": [)";
        for (std::size_t i = 0; i < oddities_.size(); ++i) {
            const auto& oddity = oddities_[i];
            std::cout << fmt::format(R"({}{{"line": {}, "reason": {}{}}})", i == 0 ? "" : ", ", oddity.line,
                                     json_text(words_of(oddity, t_)),
                                     oddity.file.empty() ? "" : R"(, "file": )" + json_text(oddity.file));
        }
        const auto counts = run_ == nullptr ? newsroom::ImportCounts{} : run_->counts();
        std::cout << fmt::format(
            R"(], "found": {}, "added": {}, "changed": {}, "unchanged": {}, "kept": {}, "repeated": {}, "pictures": {}, "stored": {}}})"
            "\n",
            items_, counts.added, counts.changed, counts.unchanged, counts.kept, counts.repeated,
            run_ == nullptr ? pictures_ : counts.pictures, run_ != nullptr);
    }

    void finish_text() const {
        if (items_ > kShownItems) std::cout << fmt::format("  and {} more\n", items_ - kShownItems);
        for (const auto& oddity : oddities_) {
            const auto place = oddity.file.empty() ? std::string{} : oddity.file + ", ";
            std::cout << fmt::format("{}line {}: {}\n", place, oddity.line, words_of(oddity, t_));
        }
        if (run_ == nullptr) {
            std::cout << fmt::format("{} items found. Only tried: nothing was changed.\n", items_);
            return;
        }
        const auto& counts = run_->counts();
        std::cout << fmt::format(
            "{} items found: {} added, {} changed, {} unchanged, {} edited here and kept, {} repeated\n", items_,
            counts.added, counts.changed, counts.unchanged, counts.kept, counts.repeated);
    }

    const NewsOptions& options_;
    i18n::Translator t_;
    runtime::Progress bar_;
    newsroom::ImportRun* run_ = nullptr;
    std::string known_title_{};
    std::vector<Oddity> oddities_{};
    std::size_t unlisted_ = 0;
    std::size_t items_ = 0;
    std::int64_t pictures_ = 0;  // beside the source
    bool is_begun_ = false;
};

std::int64_t size_of(const std::filesystem::path& path) {
    if (!std::filesystem::is_directory(path)) return static_cast<std::int64_t>(std::filesystem::file_size(path));
    std::int64_t size = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path))
        if (entry.is_regular_file()) size += static_cast<std::int64_t>(entry.file_size());
    return size;
}

base::Day today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

// Reads to the end or to where it cannot be read; what came before that is kept.
ExitCode read_into(ReportingSink& sink, const NewsOptions& options, newsroom::ImportRun* run) {
    std::optional<std::string> fault;
    const foreign_news::NewsSource source{options.path};
    try {
        source.read({.today = today(), .language = options.locale()}, sink);
    } catch (const foreign_news::UnreadableSource& refusal) {
        const i18n::Translator t{options.locale().value_or(base::Locale::english)};
        fault = (refusal.where.empty() ? "" : refusal.where + ": ") + t(refusal.message);
    }
    if (run != nullptr) run->finish();
    sink.finish();
    if (!fault) return ExitCode::done;
    std::cerr << "alltogether: " << options.path.string() << ": " << *fault << '\n';
    return ExitCode::failed;
}

// An installation that has not begun yet begins here, as with `seed empty`.
base::LevelId ready_level(House& house, const std::string& slug) {
    auto& database = house.database;
    const auto national = [&database] {
        return database.read([](db::Read& read) { return people::levels(read).national() != nullptr; });
    };
    if (!national())
        for (const auto& note : seed(house, Scenario::empty)) std::cerr << note << '\n';
    return database.read([&](db::Read& read) {
        const auto levels = people::levels(read);
        if (slug.empty() && levels.national() != nullptr) return levels.national()->id;
        const auto level = people::find_level(read, slug);
        if (!level) throw std::runtime_error{"there is no level " + slug};
        return level->id;
    });
}

ExitCode store_news(const NewsOptions& options, ReportingSink& sink) {
    const auto settings = read_settings(options.data, DataFolder::create);
    db::migrate(*db::connect(settings.database, db::Access::write), db::built_in_migrations(), db::now());
    auto database = open_beside_server(settings);
    House house{settings, database};
    plug_in_slices(house);
    const auto level = ready_level(house, options.level);
    const auto name = std::filesystem::absolute(options.path).lexically_normal().filename();
    newsroom::ImportRun run{{database, house.pictures},
                            {.section = options.section,
                             .source = "file " + name.string(),
                             .by = "alltogether import news",
                             .level = level,
                             .stage = options.stage,
                             .language = options.locale()},
                            [&sink](Oddity oddity) { sink.oddity(std::move(oddity)); }};
    const auto present =
        database.read([&](db::Read& read) { return newsroom::store::find_section(read, options.section); });
    if (present) sink.name_section(present->best(options.locale().value_or(base::Locale::english)).title);
    sink.store_in(run);
    return read_into(sink, options, &run);
}

ExitCode import_news(const NewsOptions& options) {
    for (const auto& problem : newsroom::problems_of_slug(options.section))
        throw runtime::ConfigFault{std::string{"--section: "} + problem.message.key()};
    if (!std::filesystem::exists(options.path)) throw std::runtime_error{"there is no " + options.path.string()};
    ReportingSink sink{options, size_of(options.path)};
    if (options.mode == Mode::only_try) return read_into(sink, options, nullptr);
    return store_news(options, sink);
}

}  // namespace

void add_import_news(Commands& commands, CLI::App& group) {
    auto options = std::make_shared<NewsOptions>();
    auto& command =
        commands.add_to(group, "news",
                        "News of another site: a saved page that lists them, a WordPress export, RSS or Atom, "
                        "a CSV table, or a folder of pages",
                        [options] { return import_news(*options); });
    command.add_option("PATH", options->path, "The file or folder; its form is told by its content")->required();
    command.add_option("--section", options->section, "The section's address; it is made where it is absent")
        ->required();
    command.add_option("--level", options->level, "Whose news: the address of a level; else the national one");
    command.add_option("--language", options->language, "en or fr; else what the source says, or what its words tell")
        ->check(CLI::IsMember({"en", "fr"}));
    command.add_flag_callback(
        "--dry-run", [options] { options->mode = Mode::only_try; }, "Read it and say what is in it; change nothing");
    command.add_flag_callback(
        "--as-draft", [options] { options->stage = newsroom::Stage::draft; },
        "New items, and a new section, wait as drafts");
    add_data_options(command, options->data);
    add_report_option(command, options->report);
}

}  // namespace app

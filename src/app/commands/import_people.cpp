// alltogether import people
#include <chrono>
#include <iostream>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "app/command.h"
#include "app/composition.h"
#include "features/supporter_import/run_service.h"
#include "features/supporter_import/store.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "platform/db/migrations.h"
#include "platform/foreign_news/encoding.h"
#include "platform/i18n/translator.h"
#include "platform/runtime/progress.h"

namespace app {
namespace {

using supporter_import::Import;
using supporter_import::ImportState;
using supporter_import::TextSource;

constexpr std::size_t kShownTroubles = 50;  // of a report for people
constexpr std::size_t kPart = std::size_t{1} << 20;

enum class Mode : unsigned char { store, only_try };

struct PeopleOptions {
    DataOptions data;
    std::filesystem::path file;
    std::string level;
    std::vector<std::string> mapping;  // "Column=target"
    supporter_import::PlanForm plan{
        .mapping = {}, .tags = {}, .language = "en", .as_of = {}, .ground = {}, .words = {}, .expires_on = {}};
    Mode mode = Mode::store;
    Report report = Report::text;
};

// An open file, read at any place.
class OpenFile {
public:
    explicit OpenFile(const std::filesystem::path& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (descriptor_ < 0) throw std::runtime_error{"cannot read " + path.string()};
    }
    ~OpenFile() { ::close(descriptor_); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    std::size_t read(std::uint64_t offset, std::span<char> buffer) const {
        const auto count = ::pread(descriptor_, buffer.data(), buffer.size(), static_cast<off_t>(offset));
        if (count < 0) throw std::runtime_error{"the file cannot be read any more"};
        return static_cast<std::size_t>(count);
    }

private:
    int descriptor_;
};

// The file as UTF-8: itself where it is, else a copy beside nothing else that goes when this goes.
class PeopleFile {
public:
    explicit PeopleFile(const std::filesystem::path& path) {
        auto file = std::make_unique<OpenFile>(path);
        std::string start(kPart, '\0');
        start.resize(file->read(0, start));
        if (const auto kind = foreign_news::binary_kind(start))
            throw std::runtime_error{i18n::Translator{base::Locale::english}(*kind)};
        const std::string encoding = foreign_news::encoding_of(start);
        if (encoding != "UTF-8") {
            copy_ = make_copy(*file, encoding);
            file = std::make_unique<OpenFile>(copy_);
        }
        file_ = std::move(file);
        size_ = std::filesystem::file_size(copy_.empty() ? path : copy_);
    }
    ~PeopleFile() {
        std::error_code ignored;
        if (!copy_.empty()) std::filesystem::remove(copy_, ignored);
    }
    PeopleFile(const PeopleFile&) = delete;
    PeopleFile& operator=(const PeopleFile&) = delete;

    TextSource source() const {
        return {.size = size_,
                .read = [this](std::uint64_t offset, std::span<char> buffer) { return file_->read(offset, buffer); }};
    }

private:
    // Part by part; of encodings with more bytes a character, parts of an even length.
    static std::filesystem::path make_copy(const OpenFile& file, const std::string& encoding) {
        std::string name = (std::filesystem::temp_directory_path() / "alltogether_people_XXXXXX").string();
        const int descriptor = ::mkstemp(name.data());
        if (descriptor < 0) throw std::runtime_error{"cannot make a file in " + name};
        std::string part(kPart, '\0');
        for (std::uint64_t at = 0;;) {
            const std::size_t count = file.read(at, part);
            if (count == 0) break;
            at += count;
            const auto text = foreign_news::decoded_text(part.substr(0, count), encoding).text;
            if (::write(descriptor, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
                throw std::runtime_error{"cannot write " + name};
        }
        ::close(descriptor);
        return name;
    }

    std::filesystem::path copy_;
    std::unique_ptr<OpenFile> file_;
    std::uint64_t size_ = 0;
};

base::Day today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

// The columns as guessed, and as the options say: "Courriel=email", "Local=field:union_local".
std::vector<std::string> mapping_of(const PeopleOptions& options, const supporter_import::Header& header,
                                    const supporter_import::Guess& guess) {
    std::vector<std::string> mapping;
    for (const auto& column : guess.mapping) mapping.push_back(name_of(column));
    for (const std::string& pair : options.mapping) {
        const auto equals = pair.rfind('=');
        const auto found = std::ranges::find(header.columns, pair.substr(0, equals));
        if (equals == std::string::npos || found == header.columns.end())
            throw runtime::ConfigFault{"--mapping: there is no column of this name in " + pair};
        if (!supporter_import::column_of(pair.substr(equals + 1)))
            throw runtime::ConfigFault{"--mapping: nothing is called " + pair.substr(equals + 1)};
        mapping[static_cast<std::size_t>(found - header.columns.begin())] = pair.substr(equals + 1);
    }
    return mapping;
}

Import ordered(const PeopleOptions& options, const TextSource& source) {
    const auto header = supporter_import::read_header(source);
    if (!header) throw std::runtime_error{text_of(header.error())};
    const auto guess = supporter_import::guess_of(header->columns);
    auto form = options.plan;
    form.mapping = mapping_of(options, *header, guess);
    auto plan = supporter_import::read_plan(form, today());
    if (!plan) {
        const auto& problem = plan.error().front();
        throw runtime::ConfigFault{(problem.field.empty() ? "" : problem.field + ": ") +
                                   i18n::Translator{base::Locale::english}(problem.message)};
    }
    Import import{.name = options.file.filename().string(), .size = static_cast<std::int64_t>(source.size)};
    import.plan = *std::move(plan);
    import.report.preset = guess.preset;
    import.created_by = "alltogether import people";
    return import;
}

void print_json(const supporter_import::Report& report, const std::vector<supporter_import::RowTrouble>& troubles) {
    const i18n::Translator t{base::Locale::english};
    const std::string counts = text_of(report);
    std::cout << counts.substr(0, counts.size() - 1) << R"(,"problems":[)";
    for (std::size_t i = 0; i < troubles.size(); ++i)
        std::cout << fmt::format(R"({}{{"line":{},"problem":{},"value":{}}})", i == 0 ? "" : ",", troubles[i].line,
                                 json_text(t(words_of(troubles[i].trouble))), json_text(troubles[i].detail));
    std::cout << "]}\n";
}

void print_text(const supporter_import::Report& report, const std::vector<supporter_import::RowTrouble>& troubles) {
    const i18n::Translator t{base::Locale::english};
    for (std::size_t i = 0; i < std::min(troubles.size(), kShownTroubles); ++i)
        std::cout << fmt::format("line {}: {} {}\n", troubles[i].line, t(words_of(troubles[i].trouble)),
                                 troubles[i].detail);
    std::cout << fmt::format(
        "{} rows: {} new people, {} changed, {} as they were, {} left out; {} subscribed, {} not subscribed, "
        "{} unsubscribed, {} suppressed; {} problems\n",
        report.rows, report.added, report.changed, report.unchanged, report.left_out, report.consents, report.kept_back,
        report.withdrawn, report.suppressed, report.troubles);
}

base::LevelId level_of(db::Database& database, const std::string& slug) {
    return database.read([&](db::Read& read) {
        const auto level = people::find_level(read, slug.empty() ? people::kNationalSlug : std::string_view{slug});
        if (!level) throw std::runtime_error{"there is no level " + slug + "; begin with `alltogether seed empty`"};
        return level->id;
    });
}

// Begins the import, and goes on with it until the file is done. Beside a running server: pieces take their turn.
Import bring_in(const supporter_import::Tools& tools, Import import, const TextSource& source) {
    import.state = ImportState::coming_in;
    import.id = tools.database.write([&](db::Write& write) {
        const auto id = supporter_import::store::insert(write, import);
        auth::record(write, {.actor = {.staff = std::nullopt, .name = "command line"},
                             .action = "supporters.import",
                             .subject = {"people_import", id.value, import.name},
                             .level = import.level});
        return id;
    });
    runtime::Progress bar{"Importing people", import.size};
    while (const auto now = supporter_import::import_piece(tools, import.id, source)) {
        bar.advance(static_cast<std::int64_t>(now->place.offset - import.place.offset));
        import = *now;
        if (import.state != ImportState::coming_in) break;
    }
    return import;
}

ExitCode import_people(const PeopleOptions& options) {
    const PeopleFile file{options.file};
    const TextSource source = file.source();
    Import import = ordered(options, source);
    const auto settings = read_settings(options.data, DataFolder::create);
    db::migrate(*db::connect(settings.database, db::Access::write), db::built_in_migrations(), db::now());
    auto database = open_beside_server(settings);
    const auth::Secret secret = auth::load_or_create_secret(database);
    const supporter_import::Tools tools{database, secret, settings.config};
    import.level = level_of(database, options.level);
    std::vector<supporter_import::RowTrouble> troubles;
    if (options.mode == Mode::only_try) {
        runtime::Progress bar{"Reading", import.size};
        auto trial = supporter_import::try_import(tools, import, source, [](std::uint64_t) {});
        import.report = trial.report;
        import.state = trial.gave_up ? ImportState::stopped : ImportState::tried;
        troubles = std::move(trial.troubles);
    } else {
        import = bring_in(tools, std::move(import), source);
        troubles = database.read([&](db::Read& read) {
            return supporter_import::store::troubles(read, import.id, supporter_import::store::kMostTroubles);
        });
    }
    options.report == Report::json ? print_json(import.report, troubles) : print_text(import.report, troubles);
    return import.state == ImportState::stopped ? ExitCode::failed : ExitCode::done;
}

}  // namespace

void add_import_people(Commands& commands, CLI::App& group) {
    auto options = std::make_shared<PeopleOptions>();
    auto& command = commands.add_to(
        group, "people",
        "People of another program, from a CSV table: exports of Action Network, NationBuilder, Mailchimp and CiviCRM "
        "are recognised",
        [options] { return import_people(*options); });
    command.add_option("FILE", options->file, "The table; its first line names the columns")->required();
    command.add_option("--mapping", options->mapping,
                       "What a column is, where its name does not say it: COLUMN=email, COLUMN=field:union_local, "
                       "COLUMN= to leave it out");
    command.add_option("--level", options->level, "Whose people: the address of a level; else the national one");
    command
        .add_option("--consent", options->plan.ground,
                    "none: nobody is subscribed; express: they agreed; implied: by a relation, for a time")
        ->required()
        ->check(CLI::IsMember({"none", "express", "implied"}));
    command.add_option("--proof", options->plan.words, "The words they agreed to, or why consent is implied");
    command.add_option("--expires", options->plan.expires_on, "The day on which implied consent ends: 2028-11-22");
    command.add_option("--as-of", options->plan.as_of, "The day of the export; else today");
    command.add_option("--tags", options->plan.tags, "Tags for all of them, with commas between them");
    command
        .add_option("--language", options->plan.language, "en or fr, of those whose language the table does not say")
        ->check(CLI::IsMember({"en", "fr"}));
    command.add_flag_callback(
        "--dry-run", [options] { options->mode = Mode::only_try; }, "Say what would come of it; change nothing");
    add_data_options(command, options->data);
    add_report_option(command, options->report);
}

}  // namespace app

#include "features/newsroom/import_job_service.h"

#include <algorithm>
#include <chrono>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/newsroom/import_store.h"
#include "platform/foreign_news/news_source.h"
#include "platform/i18n/translator.h"

namespace newsroom {
namespace {

constexpr auto kKept = base::days(30);
constexpr auto kForgotten = base::days(1);
constexpr std::int64_t kStep = 20;  // how often progress is said, of the whole

// Counts what a reading finds; hands items on to the run that stores them, if there is one.
class Tally : public foreign_news::NewsSink {
public:
    explicit Tally(UploadReport& report) : report_(report) {}

    void section(foreign_news::NewsSection section) override {
        report_.title = section.title;
        report_.introduction = section.introduction;
        take(section);
    }
    void item(foreign_news::NewsItem item) override {
        count(item);
        take(std::move(item));
    }
    void oddity(foreign_news::Oddity oddity) override { report_.add(std::move(oddity)); }
    void advance(std::uint64_t) override {}

protected:
    virtual void take(const foreign_news::NewsSection& section) = 0;
    virtual void take(foreign_news::NewsItem item) = 0;
    UploadReport& report_;

private:
    void count(const foreign_news::NewsItem& item) {
        ++report_.items;
        report_.pictures += std::ssize(item.pictures);
        const auto day = item.date ? iso(*item.date) : std::string{};
        if (day.empty())
            ++report_.undated;
        else if (report_.first_day.empty() || day < report_.first_day)
            report_.first_day = day;
        report_.last_day = std::max(report_.last_day, day);
        if (report_.samples.size() < UploadReport::kMostSamples)
            report_.samples.push_back(
                {day, item.title, std::string{base::first_characters(item.teaser, 300)}, item.line});
    }
};

// Looks which items came in before.
class Trial final : public Tally {
public:
    Trial(const ImportBench& bench, const Upload& upload, UploadReport& report)
        : Tally(report), bench_(bench), upload_(upload), plan_(plan_of(upload)) {}

    static ImportPlan plan_of(const Upload& upload) {
        return {.section = upload.section,
                .source = "file " + upload.name,
                .by = upload.started_by,
                .level = upload.level,
                .stage = upload.stage,
                .language = upload.locale};
    }
    void advance(std::uint64_t bytes) override {
        read_ += static_cast<std::int64_t>(bytes);
        if (read_ - said_ < std::max(upload_.size / kStep, std::int64_t{1})) return;
        said_ = read_;
        bench_.tools.database.write([&](db::Write& write) { store::save_progress(write, upload_.id, read_); });
    }
    void finish() {
        const auto source = source_of(plan_);
        bench_.tools.database.read([&](db::Read& read) {
            for (const auto& key : waiting_) report_.present += store::is_imported(read, {source, key}) ? 1 : 0;
        });
        waiting_.clear();
    }

private:
    void take(const foreign_news::NewsSection&) override {}
    void take(foreign_news::NewsItem item) override {
        if (keys_.is_repeated(item))
            ++report_.repeated;
        else
            waiting_.push_back(keys_.key_of(item));
        if (waiting_.size() >= ImportRun::kBatch) finish();
    }

    const ImportBench& bench_;
    const Upload& upload_;
    ImportPlan plan_;
    ImportKeys keys_{};
    std::vector<std::string> waiting_{};
    std::int64_t read_ = 0, said_ = 0;
};

// Stores them, and says after each batch how far it is.
class Bringing final : public Tally {
public:
    Bringing(const ImportBench& bench, const Upload& upload, UploadReport& report)
        : Tally(report),
          bench_(bench),
          upload_(upload),
          run_(bench.tools, Trial::plan_of(upload),
               [&report](foreign_news::Oddity oddity) { report.add(std::move(oddity)); }) {}

    void finish() {
        run_.finish();
        const auto& counts = run_.counts();
        report_.added = counts.added;
        report_.changed = counts.changed;
        report_.unchanged = counts.unchanged;
        report_.kept = counts.kept;
        report_.repeated = counts.repeated;
        report_.pictures = counts.pictures;
    }

private:
    void take(const foreign_news::NewsSection& section) override { run_.section(section); }
    void take(foreign_news::NewsItem item) override {
        run_.item(std::move(item));
        if (run_.counts().seen() == said_) return;
        said_ = run_.counts().seen();
        bench_.tools.database.write([&](db::Write& write) { store::save_progress(write, upload_.id, said_); });
    }

    const ImportBench& bench_;
    const Upload& upload_;
    ImportRun run_;
    std::int64_t said_ = 0;
};

Day day_of_instant(base::Instant now) {
    return Day{std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::microseconds>{std::chrono::microseconds{now.microseconds}})};
}

void note_fault(UploadReport& report, base::Message why) {
    report.fault_en = i18n::Translator{base::Locale::english}(why);
    report.fault_fr = i18n::Translator{base::Locale::french}(why);
}

// Reads the upload's bytes into the sink, and what keeps them from being read into the report.
template <class Sink>
bool read_into(const ImportBench& bench, const Upload& upload, base::Instant now, Sink& sink, UploadReport& report) {
    const auto address = files::Address::parse(upload.file);
    auto bytes = address ? bench.files.read(*address) : std::nullopt;
    if (!bytes) {
        note_fault(report, base::message("The file is gone. Upload it again."));
        return false;
    }
    bool is_whole = true;
    const foreign_news::NewsSource source{{.name = upload.name, .bytes = *std::move(bytes)}};
    try {
        source.read({.today = day_of_instant(now), .language = upload.locale}, sink);
    } catch (const foreign_news::UnreadableSource& refusal) {
        note_fault(report, refusal.message);
        report.fault_place = refusal.where;
        is_whole = false;
    }
    sink.finish();
    return is_whole;
}

void end(const ImportBench& bench, const Upload& upload, const store::Ending& ending) {
    bench.tools.database.write([&](db::Write& write) { store::end_upload(write, upload.id, ending); });
}

std::optional<Upload> waiting(const ImportBench& bench, const jobs::Job& job, UploadState state) {
    const auto id = base::id_from<UploadId>(job.payload);
    if (!id) return std::nullopt;
    auto upload = bench.tools.database.read([&](db::Read& read) { return store::find_upload(read, *id); });
    if (!upload || upload->state != state) return std::nullopt;
    return upload;
}

}  // namespace

void order_reading(db::Write& write, UploadId upload) {
    jobs::queue(write, {"newsroom.import_read", std::to_string(upload.value)});
}

void order_import(db::Write& write, UploadId upload) {
    jobs::queue(write, {"newsroom.import", std::to_string(upload.value)});
}

void add_import_jobs(jobs::Handlers& handlers, const ImportBench& bench) {
    handlers.add("newsroom.import_read", [bench](const jobs::Job& job) {
        if (const auto upload = waiting(bench, job, UploadState::to_be_read)) read_upload(bench, *upload, job.now);
    });
    handlers.add("newsroom.import", [bench](const jobs::Job& job) {
        if (const auto upload = waiting(bench, job, UploadState::importing)) import_upload(bench, *upload, job.now);
    });
    handlers.daily("newsroom.imports", base::hours(9),
                   [bench](const jobs::Job& job) { sweep_imports(bench, job.now); });
}

void read_upload(const ImportBench& bench, const Upload& upload, base::Instant now) {
    UploadReport report;
    Trial trial{bench, upload, report};
    const bool is_whole = read_into(bench, upload, now, trial, report);
    // A source that breaks off holds items all the same.
    const bool can_come_in = is_whole || report.items > 0;
    end(bench, upload, {can_come_in ? UploadState::read : UploadState::unreadable, report});
}

void import_upload(const ImportBench& bench, const Upload& upload, base::Instant now) {
    UploadReport report;
    Bringing bringing{bench, upload, report};
    read_into(bench, upload, now, bringing, report);
    end(bench, upload, {UploadState::imported, report});
}

void sweep_imports(const ImportBench& bench, base::Instant now) {
    bench.tools.database.write([&](db::Write& write) {
        for (const auto& upload : store::uploads_before(write, now - kKept))
            if (!upload.is_busy()) store::remove_upload(write, upload.id);
    });
    std::vector<files::Address> old;
    bench.files.each([&](const files::StoredFile& file) {
        if (file.stored_at < now - kForgotten) old.push_back(file.address);
    });
    // Within the writer's transaction, so that no upload comes to need the file between the look and the removal.
    for (const auto& address : old)
        bench.tools.database.write([&](db::Write& write) {
            if (!store::is_upload_needed(write, address.hex())) bench.files.remove(address);
        });
}

}  // namespace newsroom

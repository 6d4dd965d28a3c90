#include "features/editor_letters/jobs.h"

#include <fmt/format.h>

#include "features/editor_letters/letter_service.h"
#include "features/editor_letters/store.h"
#include "platform/mail/outbox.h"

namespace editor_letters {
namespace {

constexpr base::Duration kUntilPrinted = base::days(9);

ports::RetentionDone done(std::int64_t gone) { return {.gone = gone}; }

}  // namespace

void add_jobs(jobs::Handlers& handlers, const Services& services, db::Database& database) {
    handlers.every("editor_letters.turns", base::minutes(5),
                   [&services, &database](const jobs::Job&) { take_all_turns(services, database); });
    handlers.every("editor_letters.printed", base::hours(1),
                   [&database](const jobs::Job&) { ask_whether_printed(database); });
}

void take_all_turns(const Services& services, db::Database& database) {
    const auto papers = database.read([](db::Read& read) { return store::newspapers_with_waiting(read); });
    for (const NewspaperId paper : papers)
        database.write([&](db::Write& write) { take_turns(services, paper, write); });
}

void ask_whether_printed(db::Database& database) {
    database.write([](db::Write& write) {
        const auto until = write.now() - kUntilPrinted;
        for (const EditorLetter& each : store::to_remind(write, {until - base::days(30), until})) {
            if (const auto email = base::EmailAddress::parse(each.email))
                mail::queue(write, {std::string{kPrintedMail}, *email, each.locale, each.id.value});
            store::note_reminded(write, each.id);
        }
    });
}

ports::Check counts_check() {
    return {"editor_letters.counts", [](db::Read& read) {
                std::vector<ports::Finding> findings;
                for (const auto& each : store::miscounts(read))
                    findings.push_back(
                        {fmt::format("campaign {}: says {} letters and {} in print, has {} and {}", each.campaign.value,
                                     each.sent, each.printed, each.counted_sent, each.counted_printed)});
                return findings;
            }};
}

std::vector<ports::RetentionRule> retention_rules() {
    return {{.key = "editor_letters.unconfirmed",
             .label = base::message("Letters to the editor that nobody confirmed"),
             .usual_days = 14,
             .fewest_days = 7,
             .count = store::count_unconfirmed,
             .forget =
                 [](db::Write& write, const ports::RetentionStep& step) {
                     return done(store::forget_unconfirmed(write, step.before, step.limit));
                 }},
            {.key = "editor_letters.words",
             .label = base::message("Names and words of letters to the editor that left"),
             .usual_days = 365,
             .fewest_days = 30,
             .count = store::count_old,
             .forget = [](db::Write& write, const ports::RetentionStep& step) {
                 return done(store::forget_old(write, step.before, step.limit));
             }}};
}

}  // namespace editor_letters

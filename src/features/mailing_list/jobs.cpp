#include "features/mailing_list/jobs.h"

#include <algorithm>

#include "features/mailing_list/consent_store.h"
#include "features/mailing_list/mail_limits_service.h"
#include "features/mailing_list/sign_up_store.h"
#include "people/person_news.h"

namespace mailing_list {
namespace {

constexpr auto kNight = base::hours(7);  // UTC: deep in the night from Newfoundland to British Columbia
constexpr std::size_t kAtOnce = 500;

// In short transactions, so that nobody waits.
std::int64_t note_all(db::Database& database, const std::vector<people::EndingConsent>& ended) {
    std::int64_t noted = 0;
    for (std::size_t first = 0; first < ended.size(); first += kAtOnce)
        noted += database.write([&](db::Write& write) {
            std::int64_t here = 0;
            for (std::size_t i = first; i < std::min(ended.size(), first + kAtOnce); ++i) {
                if (!store::note_ended(write, ended[i])) continue;
                people::tell_news(write, {ended[i].person, people::PersonStep::left, ended[i].ends_at});
                ++here;
            }
            return here;
        });
    return noted;
}

// A day before the last look, or the beginning: what is noted already is not noted again.
base::Instant begin_of(db::Read& read) {
    const auto last = store::latest_sweeps(read, 1);
    return last.empty() ? base::Instant{1} : last.front().at - base::days(1);
}

}  // namespace

void sweep_consents(db::Database& database, base::Instant now) {
    const auto ended =
        database.read([&](db::Read& read) { return people::ending_consents(read, {begin_of(read), now}); });
    const auto ending =
        database.read([&](db::Read& read) { return std::ssize(people::ending_consents(read, {now, now + kWarning})); });
    const auto noted = note_all(database, ended);
    database.write([&](db::Write& write) { store::record_sweep(write, {now, noted, ending}); });
}

void add_jobs(jobs::Handlers& handlers, db::Database& database) {
    handlers.daily("mailing_list.sweep_consents", kNight, [&database](const jobs::Job& job) {
        sweep_consents(database, job.now);
        database.write([](db::Write& write) { forget_old_limits(write); });
    });
}

ports::RetentionRule unconfirmed_rule() {
    return {.key = "mailing_list.unconfirmed",
            .label = base::message("Sign-ups for the email list that nobody confirmed"),
            .usual_days = 30,
            .fewest_days = 8,
            .count = store::count_unconfirmed,
            .forget = [](db::Write& write, const ports::RetentionStep& step) {
                return ports::RetentionDone{store::forget_unconfirmed(write, {step.before, step.limit}), std::nullopt};
            }};
}

}  // namespace mailing_list

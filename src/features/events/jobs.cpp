#include "features/events/jobs.h"

#include <fmt/format.h>

#include "features/events/services.h"
#include "features/events/store.h"
#include "platform/mail/outbox.h"

namespace events {

namespace {

constexpr auto kRemovedFor = base::days(7);  // until then mails about it may leave

}  // namespace

void add_jobs(jobs::Handlers& handlers, db::Database& database) {
    handlers.every("events.reminders", base::hours(1), [&database](const jobs::Job&) { remind(database); });
}

void remind(db::Database& database) {
    database.write([](db::Write& write) {
        for (const Guest& each : store::to_remind(write, {write.now(), write.now() + base::days(1)})) {
            if (const auto email = base::EmailAddress::parse(each.email))
                mail::queue(write, {std::string{kReminderMail}, *email, each.locale, each.id.value});
            store::note_reminded(write, each.id);
        }
        store::forget_removed(write, write.now() - kRemovedFor);
    });
}

ports::Check seats_check() {
    return {"events.seats", [](db::Read& read) {
                std::vector<ports::Finding> findings;
                for (const auto& each : store::miscounts(read))
                    findings.push_back({fmt::format("event {}: {} seats are taken, its guests have {}",
                                                    each.event.value, each.stored, each.counted)});
                return findings;
            }};
}

ports::RetentionRule guests_rule() {
    return {.key = "events.guests",
            .label = base::message("Who said that they come to events that are over"),
            .usual_days = 180,
            .fewest_days = 7,
            .count = store::count_old_guests,
            .forget = [](db::Write& write, const ports::RetentionStep& step) {
                return ports::RetentionDone{.gone = store::forget_old_guests(write, step.before, step.limit)};
            }};
}

}  // namespace events

#include "features/presentations/jobs.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "features/presentations/booking_service.h"
#include "features/presentations/report_store.h"

namespace presentations {
namespace {

constexpr auto kRemindBefore = base::days(2);
constexpr auto kAskAfter = base::hours(2);
constexpr std::int64_t kMostWaiting = 500;

ports::Finding finding(PresentationId id, std::string_view what) {
    return {fmt::format("presentation {}: {}", id.value, what)};
}

bool belongs(const Presentation& presentation, const store::Hold& hold) {
    const bool is_kept = presentation.state == State::booked || presentation.state == State::unconfirmed;
    return is_kept && presentation.champion == hold.champion && presentation.starts_at == hold.starts_at &&
           presentation.ends_at() == hold.ends_at;
}

std::vector<ports::Finding> check_holds(db::Read& read) {
    std::vector<ports::Finding> findings;
    std::set<PresentationId> held;
    std::optional<store::Hold> before;
    for (const auto& hold : store::all_holds(read)) {
        if (hold.holder == store::Holder::presentation) {
            held.insert(hold.presentation);
            const auto presentation = store::find(read, hold.presentation);
            if (!presentation || !belongs(*presentation, hold))
                findings.push_back(finding(hold.presentation, "holds a time that it does not have"));
        }
        if (before && before->champion == hold.champion && before->ends_at > hold.starts_at)
            findings.push_back(finding(hold.presentation, "overlaps another one of its champion"));
        before = hold;
    }
    for (const auto& each : store::in_state(read, State::booked, INT64_MAX))
        if (!held.contains(each.id)) findings.push_back(finding(each.id, "is booked without holding its time"));
    return findings;
}

}  // namespace

void add_jobs(jobs::Handlers& handlers, const Work& work) {
    handlers.every("presentations.offers", base::minutes(15), [work](const jobs::Job&) { follow_offers(work); });
    handlers.every("presentations.reminders", base::hours(1), [work](const jobs::Job&) { remind(work); });
    handlers.every("presentations.waiting", base::hours(12), [work](const jobs::Job&) { retry_waiting(work); });
}

void follow_offers(const Work& work) {
    work.database.write([&](db::Write& write) {
        expire_offers(work.services, write);
        for (const Presentation& each : store::kept_too_long(write, write.now() - kHoldPeriod))
            store::release(write, each.id);
    });
}

void remind(const Work& work) {
    work.database.write([&](db::Write& write) {
        for (const Presentation& each : store::to_remind(write, {write.now(), write.now() + kRemindBefore})) {
            notify(work.services, each.id, {Recipient::host, NoticeKind::reminder}, write);
            notify(work.services, each.id, {Recipient::champion, NoticeKind::reminder}, write);
            store::note_reminded(write, each.id);
        }
        for (const Presentation& each : store::to_report(write, write.now() - kAskAfter)) {
            if (each.ends_at().value_or(write.now()) + kAskAfter > write.now()) continue;
            notify(work.services, each.id, {Recipient::champion, NoticeKind::report_due}, write);
            store::note_report_asked(write, each.id);
        }
    });
}

void retry_waiting(const Work& work) {
    const auto waiting =
        work.database.read([](db::Read& read) { return store::in_state(read, State::waiting, kMostWaiting); });
    for (const Presentation& each : waiting)
        work.database.write([&](db::Write& write) { route(work.services, each.id, write); });
}

ports::Check holds_check() { return {"presentations.holds", check_holds}; }

ports::RetentionRule unconfirmed_rule() {
    return {.key = "presentations.unconfirmed",
            .label = base::message("Requests for a presentation whose address nobody confirmed"),
            .usual_days = 14,
            .fewest_days = 2,
            .count = store::count_unconfirmed,
            .forget = [](db::Write& write, const ports::RetentionStep& step) {
                return ports::RetentionDone{.gone = store::forget_unconfirmed(write, {step.before, step.limit})};
            }};
}

ports::RetentionRule contacts_rule() {
    return {.key = "presentations.contacts",
            .label = base::message("Who the contacts of presentations were that are over"),
            .usual_days = 730,
            .fewest_days = 30,
            .count = store::count_contacts,
            .forget = [](db::Write& write, const ports::RetentionStep& step) {
                return ports::RetentionDone{.gone = store::forget_contacts(write, {step.before, step.limit})};
            }};
}

ports::RetentionRule names_rule() {
    return {.key = "presentations.names",
            .label = base::message("Names put down at presentations that nobody confirmed"),
            .usual_days = 30,
            .fewest_days = 7,
            .count = store::count_unconfirmed_names,
            .forget = [](db::Write& write, const ports::RetentionStep& step) {
                return ports::RetentionDone{.gone = store::forget_unconfirmed_names(write, {step.before, step.limit})};
            }};
}

}  // namespace presentations

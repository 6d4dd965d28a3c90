// features/presentations/jobs.h - what happens by itself: offers run out, waiting requests are tried again, both sides
// are reminded, champions are asked how it was, and times that nobody confirmed are free again.
#pragma once
#include "features/presentations/services.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "ports/check.h"
#include "ports/retention.h"

namespace presentations {

// Both outlive the jobs.
struct Work {
    const Services& services;
    db::Database& database;
};

// "presentations.offers" each quarter of an hour, "presentations.reminders" each hour, "presentations.waiting" twice a
// day.
void add_jobs(jobs::Handlers& handlers, const Work& work);
void follow_offers(const Work& work);  // runs out what ran out; frees what was kept for an unconfirmed address
void remind(const Work& work);         // two days before; two hours after the end, for the report
void retry_waiting(const Work& work);  // a champion may be free by now

// Each hold belongs to a presentation that is booked, or kept for a host, at that very time; and each booked one has
// one.
ports::Check holds_check();

// Requests whose address nobody confirmed; who the host was, once it is long over; names that nobody confirmed.
ports::RetentionRule unconfirmed_rule();
ports::RetentionRule contacts_rule();
ports::RetentionRule names_rule();

}  // namespace presentations

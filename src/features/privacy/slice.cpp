#include "features/privacy/slice.h"

#include <boost/json.hpp>

#include "features/privacy/store.h"
#include "platform/auth/principal.h"
#include "platform/i18n/translator.h"
#include "platform/mail/outbox.h"

namespace privacy {
namespace {

constexpr auto kNight = base::hours(8);  // UTC, behind the other work of the night

bool may_manage(const http::Request& request) {
    return request.staff != nullptr && auth::may(*request.staff, auth::Permission::manage_settings, {});
}

std::string export_person(db::Read& read, ports::PersonKey person) {
    boost::json::array asked;
    for (const Access& access : store::accesses_of(read, person.address_hash))
        asked.push_back({{"asked_at", i18n::machine_time(access.asked_at)}, {"network", access.network}});
    return boost::json::serialize(asked);
}

// The mails with the links go too: their rows hold the address.
void erase_person(db::Write& write, ports::PersonKey person) {
    for (const Access& access : store::accesses_of(write, person.address_hash))
        if (const auto email = base::EmailAddress::parse(access.email)) mail::forget_recipient(write, *email);
    store::erase_accesses(write, person.address_hash);
}

}  // namespace

void Slice::add_jobs(jobs::Handlers& handlers) const {
    handlers.daily("privacy.retention", kNight,
                   [this](const jobs::Job& job) { run_rules(services_.database, services_.retention, job.now); });
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Privacy"),
            .path = "staff/privacy",
            .icon = "shield",
            .group = ports::StaffGroup::settings,
            .order = 90,
            .may_see = may_manage};
}

ports::PersonDataHolder person_data() { return {"privacy", export_person, erase_person}; }

}  // namespace privacy

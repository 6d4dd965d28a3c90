#include "features/mail_series/slice.h"

#include <algorithm>
#include <iterator>

#include <boost/json.hpp>

#include "features/mail_series/pages.h"
#include "features/mail_series/sending_service.h"
#include "features/mail_series/store.h"
#include "people/merging.h"
#include "people/store.h"
#include "platform/auth/principal.h"
#include "platform/i18n/translator.h"

namespace mail_series {
namespace {

constexpr std::int64_t kAtOnce = 500;
constexpr int kRounds = 40;  // of one minute's job; the rest waits for the next

std::vector<store::Membership> memberships_of(db::Read& read, ports::PersonKey key) {
    std::vector<store::Membership> memberships;
    const auto person = people::find_person_by_address(read, key.address_hash);
    if (!person || person->address_hash != key.address_hash) return memberships;  // once, not for each address
    for (const auto self : people::selves(read, person->id))
        std::ranges::move(store::memberships(read, self), std::back_inserter(memberships));
    return memberships;
}

std::string export_json(db::Read& read, ports::PersonKey key) {
    boost::json::array list;
    for (const auto& membership : memberships_of(read, key))
        list.push_back({{"series", membership.name},
                        {"entered_at", i18n::machine_time(membership.entered_at)},
                        {"under_way", membership.ended == Ended::no}});
    return boost::json::serialize(list);
}

void erase(db::Write& write, ports::PersonKey key) {
    const auto person = people::find_person_by_address(write, key.address_hash);
    if (!person) return;
    for (const auto self : people::selves(write, person->id)) store::forget(write, self);
}

}  // namespace

void Slice::add_jobs(jobs::Handlers& handlers) const {
    handlers.every("mail_series.send", base::minutes(1), [this](const jobs::Job& job) {
        for (int round = 0; round < kRounds; ++round)
            if (send_due(services_, job.now, kAtOnce) < static_cast<std::size_t>(kAtOnce)) return;
    });
}

ports::ActionListener action_listener() {
    return [](db::Write& write, std::span<const ports::PersonAction> actions) {
        for (const auto& action : actions)
            if (action.event == ports::ActionEvent::done) store::enter(write, action);
    };
}

ports::FactProvider person_facts() {
    return [](db::Read& read, ports::PersonKey key, base::Locale locale) {
        const i18n::Translator t{locale};
        std::vector<ports::PersonFact> facts;
        for (const auto& membership : memberships_of(read, key))
            facts.push_back({.at = membership.entered_at,
                             .slice = "mail_series",
                             .sentence = t("Came into the series of mails {name}.", {{"name", membership.name}}),
                             .path = pages::series_path(locale, membership.series)});
        return facts;
    };
}

ports::PersonDataHolder person_data() { return {.slice = "mail_series", .export_json = export_json, .erase = erase}; }

ports::StaffEntry staff_entry() {
    return {base::message("Series of mails"),
            "staff/series",
            "mail",
            ports::StaffGroup::mail,
            33,
            [](const http::Request& request) {
                return request.staff != nullptr && auth::may(*request.staff, auth::Permission::read_people, {}) &&
                       auth::may(*request.staff, auth::Permission::publish, {});
            }};
}

}  // namespace mail_series

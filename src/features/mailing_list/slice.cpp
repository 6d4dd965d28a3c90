#include "features/mailing_list/slice.h"

#include <boost/json.hpp>

#include "features/mailing_list/form_store.h"
#include "features/mailing_list/membership_service.h"
#include "features/mailing_list/pages.h"
#include "features/mailing_list/sign_up_store.h"
#include "platform/auth/principal.h"
#include "platform/mail/outbox.h"
#include "ports/acting.h"

namespace mailing_list {
namespace {

std::vector<ports::ActionSubject> subjects(db::Read& read, base::Locale locale) {
    const i18n::Translator t{locale};
    std::vector<ports::ActionSubject> found{{kOwnFormSubject, t("The email list")}};
    for (const auto& form : store::forms(read)) found.push_back({form.id->value, form.plan.words.title(locale)});
    return found;
}

std::string sentence_of(const i18n::Translator& t, const SignUp& sign_up) {
    if (sign_up.denied_at) return t("Said that the sign-up for the email list was not theirs.");
    if (sign_up.confirmed_at) return t("Signed up for the email list, and confirmed the address.");
    return t("Signed up for the email list. The address is not confirmed.");
}

std::vector<ports::PersonFact> facts_about(db::Read& read, ports::PersonKey person, base::Locale locale) {
    const i18n::Translator t{locale};
    std::vector<ports::PersonFact> facts;
    for (const SignUp& sign_up : store::sign_ups_of(read, person.address_hash))
        facts.push_back({sign_up.asked_at, "mailing_list", sentence_of(t, sign_up)});
    return facts;
}

std::string time_or_empty(const std::optional<base::Instant>& at) { return at ? i18n::machine_time(*at) : ""; }

std::string export_person(db::Read& read, ports::PersonKey person) {
    boost::json::array sign_ups;
    for (const SignUp& each : store::sign_ups_of(read, person.address_hash))
        sign_ups.push_back({{"email", each.email},
                            {"given_name", each.name.given},
                            {"family_name", each.name.family},
                            {"postal_code", each.postal_code},
                            {"language", base::code(each.locale)},
                            {"words", each.wording},
                            {"source", each.source},
                            {"network", each.network},
                            {"asked_at", i18n::machine_time(each.asked_at)},
                            {"confirmed_at", time_or_empty(each.confirmed_at)},
                            {"denied_at", time_or_empty(each.denied_at)}});
    return boost::json::serialize(sign_ups);
}

void erase_person(db::Write& write, ports::PersonKey person) {
    for (const SignUp& each : store::sign_ups_of(write, person.address_hash))
        if (const auto email = base::EmailAddress::parse(each.email)) mail::forget_recipient(write, *email);
    store::erase(write, person.address_hash);
}

}  // namespace

ports::BlockKind Slice::block() const {
    return {
        .key = "mailing_list.join",
        .label = base::message("Join the email list"),
        .render = [this](db::Read& read, const ports::BlockSetting& setting) { return join_.block(read, setting); }};
}

ports::ActionProvider actions() {
    return [](db::Read&, base::Locale locale) {
        return std::vector{ports::Action{.key = "email-list", .path = pages::join_path(locale)}};
    };
}

ports::ActionKind joined_kind() {
    return {.key = std::string{kJoinedKind}, .label = base::message("Joined the email list"), .subjects = subjects};
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Email list"),
            .path = "staff/mailing-list",
            .icon = "mail",
            .group = ports::StaffGroup::mail,
            .order = 30,
            .may_see = ports::whoever_may(auth::Permission::read_people)};
}

ports::FactProvider person_facts() { return facts_about; }

ports::PersonDataHolder person_data() { return {"mailing_list", export_person, erase_person}; }

}  // namespace mailing_list

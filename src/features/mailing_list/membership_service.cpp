#include "features/mailing_list/membership_service.h"

#include "base/check.h"
#include "features/mailing_list/sign_up_store.h"
#include "people/addresses.h"
#include "people/mail_standing.h"
#include "people/merging.h"
#include "people/place.h"
#include "people/store.h"
#include "ports/sender.h"

namespace mailing_list {
namespace {

people::Address address_of(const SignUp& sign_up, const std::optional<people::Person>& known) {
    people::Address address;
    if (known) address.country = people::Country::parse(known->country).value_or(people::Country{});
    if (const auto code = people::PostalCode::parse(sign_up.postal_code)) {
        address.country = people::Country{};
        address.postal_code = code->text();
        address.province = people::province_of(*code);
    }
    return address;
}

people::PersonStatement statement_of(const SignUp& sign_up, const base::EmailAddress& email,
                                     const std::optional<people::Person>& known) {
    people::PersonName name = sign_up.name;
    if (known && name.given.empty()) name.given = known->name.given;
    if (known && name.family.empty()) name.family = known->name.family;
    return {sign_up.address_hash, email, name, sign_up.locale, address_of(sign_up, known)};
}

bool is_member(const std::optional<people::MailStanding>& standing, base::Instant now) {
    return standing && standing->allowed_until > now;
}

// Of the topics there are: those that the form does not give.
people::TopicSet others_than(db::Read& read, people::TopicSet given) {
    people::TopicSet others;
    for (const auto& topic : people::topics(read))
        if (!given.holds(topic.bit)) others.add(topic.bit);
    return others;
}

enum class Before : unsigned char { stranger, member };

void add_topics(db::Write& write, people::PersonId person, people::TopicSet given, Before before) {
    if (given.bits == 0) return;
    const auto standing = people::find_standing(write, person);
    if (!standing) return;
    auto preferences = standing->preferences;
    preferences.left_out = before == Before::member ? people::TopicSet{preferences.left_out.bits & ~given.bits}
                                                    : others_than(write, given);
    people::change_preferences(write, person, preferences);
}

// The address works and its owner asks for mail: what other servers said before is past. What staff said stands.
void lift_old_suppression(db::Write& write, std::int64_t address_hash) {
    const auto suppression = people::find_suppression(write, address_hash);
    if (suppression && suppression->reason != people::SuppressionReason::by_staff)
        people::lift_suppression(write, address_hash);
}

// In our own log, and to whoever follows what people do.
void note(const Services& services, const store::ListEventRow& event, db::Write& write) {
    store::record_event(write, event);
    const ports::PersonAction action{
        .kind = kJoinedKind,
        .about = event.form == 0 ? kOwnFormSubject : event.form,
        .address_hash = event.address_hash,
        .event = event.event == store::ListEvent::joined ? ports::ActionEvent::done : ports::ActionEvent::undone,
        .at = event.at};
    services.actions.tell(write, {&action, 1});
}

// The address in use, and whichever of their others a consent was given for: who leaves, leaves with all of them.
std::vector<std::int64_t> addresses_to_withdraw(db::Read& read, const people::Person& person) {
    std::vector<std::int64_t> hashes{person.address_hash};
    for (const auto& address : people::addresses_of(read, person.id)) {
        const auto newest = people::newest_consent(read, address.address_hash);
        if (address.address_hash != person.address_hash && newest && newest->act == people::ConsentAct::given)
            hashes.push_back(address.address_hash);
    }
    return hashes;
}

}  // namespace

std::optional<people::Person> member_of(db::Read& read, people::PersonId id) {
    auto person = people::find_person(read, people::living(read, id));
    if (!person || person->erased_at) return std::nullopt;
    return person;
}

people::PersonId join(const Services& services, const SignUp& sign_up, db::Write& write) {
    const auto email = base::EmailAddress::parse(sign_up.email);
    CHECK(email.has_value());
    const auto known = people::find_person_by_address(write, sign_up.address_hash);
    const bool was_member = known && is_member(people::find_standing(write, known->id), write.now());
    const auto person = people::ensure_person(write, statement_of(sign_up, *email, known));
    people::record_consent(write, {.act = people::ConsentAct::given,
                                   .ground = people::ConsentGround::express,
                                   .address_hash = sign_up.address_hash,
                                   .person = person,
                                   .wording = {"mailing_list.join", sign_up.locale, sign_up.wording},
                                   .on_behalf_of = ports::organisation_name(services.config, sign_up.locale),
                                   .source = sign_up.source,
                                   .network = sign_up.network,
                                   .at = sign_up.asked_at,
                                   .confirmed_at = write.now(),
                                   .expires_at = std::nullopt});
    lift_old_suppression(write, sign_up.address_hash);
    add_topics(write, person, sign_up.topics, was_member ? Before::member : Before::stranger);
    if (!was_member)
        note(services,
             {.address_hash = sign_up.address_hash,
              .form = sign_up.form ? sign_up.form->value : 0,
              .event = store::ListEvent::joined,
              .at = write.now()},
             write);
    return person;
}

namespace {

bool must_confirm(db::Read& read, const people::Person& person, base::Instant now) {
    const auto standing = people::find_standing(read, person.id);
    if (standing && standing->left_at) return true;
    for (const auto& address : people::addresses_of(read, person.id)) {
        const auto newest = people::newest_consent(read, address.address_hash);
        if (newest && newest->act == people::ConsentAct::withdrawn) return true;
        if (store::was_denied_since(read, address.address_hash, now - kDenialPeriod)) return true;
    }
    return people::find_suppression(read, person.address_hash).has_value();
}

}  // namespace

Vouched vouch(const Services& services, const Vouching& vouching, db::Write& write) {
    const auto person = member_of(write, vouching.person);
    if (!person) return Vouched::must_confirm;
    const auto standing = people::find_standing(write, person->id);
    if (standing && standing->allowed_until == people::kForEver) return Vouched::on_already;
    if (must_confirm(write, *person, write.now())) return Vouched::must_confirm;
    people::record_consent(write, {.act = people::ConsentAct::given,
                                   .ground = people::ConsentGround::express,
                                   .address_hash = person->address_hash,
                                   .person = person->id,
                                   .wording = vouching.wording,
                                   .on_behalf_of = ports::organisation_name(services.config, vouching.wording.locale),
                                   .source = vouching.source,
                                   .network = vouching.network,
                                   .at = write.now(),
                                   .confirmed_at = std::nullopt,
                                   .expires_at = std::nullopt});
    note(services,
         {.address_hash = person->address_hash,
          .form = vouching.form,
          .event = store::ListEvent::joined,
          .at = write.now()},
         write);
    return Vouched::joined;
}

Left leave(const Services& services, const Leaving& leaving, db::Write& write) {
    const auto person = member_of(write, leaving.person);
    if (!person) return Left::before;
    const auto standing = people::find_standing(write, person->id);
    if (!standing || standing->allowed_until == base::Instant{}) return Left::before;
    for (const auto hash : addresses_to_withdraw(write, *person))
        people::record_consent(write,
                               {.act = people::ConsentAct::withdrawn,
                                .ground = people::ConsentGround::express,
                                .address_hash = hash,
                                .person = person->id,
                                .wording = leaving.wording,
                                .on_behalf_of = ports::organisation_name(services.config, leaving.wording.locale),
                                .source = leaving.source,
                                .network = leaving.network,
                                .at = write.now(),
                                .confirmed_at = write.now(),
                                .expires_at = std::nullopt});
    note(services, {.address_hash = person->address_hash, .event = store::ListEvent::left, .at = write.now()}, write);
    if (leaving.mail && services.note_return)
        services.note_return(write, {*leaving.mail, ports::ReturnKind::left, leaving.source, write.now()});
    return Left::now;
}

// What a mail program sends stands for words that nobody saw.
void leave_by_mail(const Services& services, people::PersonId person, db::Write& write) {
    const auto known = member_of(write, person);
    if (!known) return;
    leave(services,
          {.person = person,
           .wording = {"mailing_list.leave_by_mail", known->locale, "mailto:"},
           .source = "mail",
           .network = {}},
          write);
}

void come_back(const Services& services, const Return& returning, db::Write& write) {
    const auto person = member_of(write, returning.person);
    if (!person || is_member(people::find_standing(write, person->id), write.now())) return;
    people::record_consent(write, {.act = people::ConsentAct::given,
                                   .ground = people::ConsentGround::express,
                                   .address_hash = person->address_hash,
                                   .person = person->id,
                                   .wording = returning.wording,
                                   .on_behalf_of = ports::organisation_name(services.config, returning.wording.locale),
                                   .source = returning.source,
                                   .network = returning.network,
                                   .at = write.now(),
                                   .confirmed_at = write.now(),
                                   .expires_at = std::nullopt});
    lift_old_suppression(write, person->address_hash);
    note(services, {.address_hash = person->address_hash, .event = store::ListEvent::joined, .at = write.now()}, write);
}

}  // namespace mailing_list

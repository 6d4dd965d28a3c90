#include "features/osdi/people_service.h"

#include <algorithm>

#include "base/check.h"
#include "features/osdi/hal_api.h"
#include "features/osdi/store.h"
#include "people/address_hash.h"
#include "people/addresses.h"
#include "people/fields.h"
#include "people/store.h"
#include "people/tags.h"
#include "platform/auth/audit.h"
#include "platform/i18n/translator.h"

namespace osdi {
namespace {

using people::Person;
using people::PersonId;

// The rule of the level, or of the nearest one above it that has one.
std::optional<store::JoiningRule> joining_rule(db::Read& read, const Reach& reach) {
    const auto* national = reach.tree().national();
    const auto level = reach.home() ? reach.home() : national != nullptr ? std::optional{national->id} : std::nullopt;
    if (!level) return std::nullopt;
    for (const auto id : reach.tree().ids_with_ancestors(*level))
        if (auto rule = store::find_joining_rule(read, id)) return rule;
    return std::nullopt;
}

// One request on its way into the tables of people.
class Keeper {
public:
    Keeper(const Services& services, const Bringing& bringing, db::Write& write)
        : services_(services), bringing_(bringing), write_(write), caller_(*bringing.request.caller) {}

    PersonId add(std::int64_t hash) {
        const PersonInput& input = bringing_.person;
        const auto id = people::ensure_person(write_, {.address_hash = hash,
                                                       .email = *input.email,
                                                       .name = input.name,
                                                       .locale = input.locale.value_or(bringing_.request.locale),
                                                       .address = input.address.value_or(people::Address{})});
        const auto made = people::find_person(write_, id);
        CHECK(made.has_value());
        if (!bringing_.reach.holds(*made))
            people::change_person(
                write_, id,
                {made->name, made->locale, people::address_of(*made), bringing_.reach.home(), made->riding});
        return id;
    }

    void fill(const Person& person) {
        const PersonInput& input = bringing_.person;
        people::PersonChange change = as_it_is(person);
        if (change.name.given.empty()) change.name.given = input.name.given;
        if (change.name.family.empty()) change.name.family = input.name.family;
        const bool is_nowhere = person.postal_code.empty() && person.place.empty();
        if (is_nowhere && input.address) change.address = *input.address;
        if (change.name != person.name || (is_nowhere && input.address))
            people::change_person(write_, person.id, change);
    }

    void replace(const Person& person) {
        const PersonInput& input = bringing_.person;
        people::PersonChange change = as_it_is(person);
        std::vector<auth::Change> fields;
        // Values stay out of the audit log, which outlives whoever is erased.
        const auto note = [&](const char* field) { fields.push_back({field, "", ""}); };
        if (!input.name.given.empty() && input.name.given != person.name.given) note("given_name");
        if (!input.name.family.empty() && input.name.family != person.name.family) note("family_name");
        if (!input.name.given.empty()) change.name.given = input.name.given;
        if (!input.name.family.empty()) change.name.family = input.name.family;
        if (input.locale && *input.locale != person.locale) note("languages_spoken");
        if (input.locale) change.locale = *input.locale;
        if (input.address) {
            note("postal_addresses");
            change.address = *input.address;
        }
        if (fields.empty()) return;
        people::change_person(write_, person.id, change);
        record("osdi.change_person", person.id, std::move(fields));
    }

    // Of the addresses beside the primary one; those that are another person's are counted.
    std::size_t add_addresses(PersonId person, const std::vector<base::EmailAddress>& emails) {
        std::size_t taken = 0;
        for (const base::EmailAddress& email : emails) {
            const auto outcome =
                people::add_address(write_, {person, people::address_hash(services_.secret, email), email});
            taken += outcome == people::AddressOutcome::taken ? 1U : 0U;
        }
        return taken;
    }

    void keep_rest(PersonId person) {
        store::add_identifiers(write_, {store::RecordKind::person, person.value}, bringing_.person.identifiers);
        change_tags(person);
        for (const CustomAnswer& answer : bringing_.person.answers) keep_answer(person, answer);
        if (bringing_.person.wish == MailWish::subscribed) subscribe(person);
        if (bringing_.person.wish == MailWish::unsubscribed) unsubscribe(person);
    }

    void record(const char* action, PersonId person, std::vector<auth::Change> changes = {}) {
        auth::record(write_, {.actor = {std::nullopt, source_of(caller_), bringing_.request.request_id},
                              .action = action,
                              .subject = {"person", person.value, {}},
                              .level = caller_.level,
                              .changes = std::move(changes)});
    }

private:
    static people::PersonChange as_it_is(const Person& person) {
        return {person.name, person.locale, people::address_of(person), person.level, person.riding};
    }

    void change_tags(PersonId person) {
        for (const std::string& name : bringing_.tags.add)
            people::add_tag(write_, {person, people::ensure_tag(write_, name)});
        for (const std::string& name : bringing_.tags.remove)
            if (const auto tag = people::find_tag(write_, name)) people::remove_tag(write_, {person, tag->id});
    }

    // What a program says comes behind what the person or staff said; all of it is kept.
    void keep_answer(PersonId person, const CustomAnswer& answer) {
        const auto field = answer.only_where_asked ? people::find_field(write_, answer.field) : field_of(answer.field);
        const auto value = field ? people::read_answer(field->kind, answer.value)
                                 : base::Result<std::string, base::Message>{base::message("This must be a text.")};
        if (!value) return;
        people::record_answer(write_, {.person = person,
                                       .field = field->id,
                                       .value = *value,
                                       .origin = people::AnswerOrigin::import,
                                       .source = source_of(caller_),
                                       .at = write_.now()});
    }

    std::optional<people::Field> field_of(const std::string& slug) {
        if (auto field = people::find_field(write_, slug)) return field;
        const auto position = people::fields(write_).size();
        if (position >= people::kMostFields) return std::nullopt;
        people::insert_field(write_, {.id = people::FieldId{0},
                                      .slug = slug,
                                      .label_en = slug,
                                      .label_fr = slug,
                                      .kind = people::FieldKind::text,
                                      .position = static_cast<int>(position)});
        return people::find_field(write_, slug);
    }

    // Which address the status is about: that of the request, else the one in use. Nobody answers for an address that
    // the person does not use.
    void subscribe(PersonId id) {
        const auto person = people::find_person(write_, id);
        if (!person) return;
        const auto email = bringing_.person.email ? bringing_.person.email : base::EmailAddress::parse(person->email);
        if (!email) return;
        const std::int64_t hash = people::address_hash(services_.secret, *email);
        const auto rule = joining_rule(write_, bringing_.reach);
        const bool may_vouch = rule && rule->joining == store::Joining::vouched && hash == person->address_hash;
        if (may_vouch && vouch(*person, *rule)) return;
        services_.list.ask(write_, {.form = bringing_.form,
                                    .email = *email,
                                    .address_hash = hash,
                                    .name = person->name,
                                    .postal_code = person->country == "CA" ? person->postal_code : std::string{},
                                    .locale = person->locale,
                                    .source = source_of(caller_),
                                    .network = bringing_.request.client.text()});
    }

    bool vouch(const Person& person, const store::JoiningRule& rule) {
        return services_.list
            .vouch(write_, {.form = bringing_.form,
                            .person = person.id,
                            .wording = {"osdi.vouched", person.locale, rule.words(person.locale)},
                            .source = source_of(caller_),
                            .network = bringing_.request.client.text()})
            .has_value();
    }

    void unsubscribe(PersonId id) {
        const auto person = people::find_person(write_, id);
        if (!person) return;
        const i18n::Translator t{person->locale};
        services_.links.leave(write_,
                              {.person = id,
                               .wording = {"osdi.left", person->locale, t("Left, as the program of a partner says.")},
                               .source = source_of(caller_),
                               .network = bringing_.request.client.text()});
    }

    const Services& services_;
    const Bringing& bringing_;
    db::Write& write_;
    const http::ApiCaller& caller_;
};

}  // namespace

base::Result<TagOrders, base::Problems> tag_orders(const http::Request& request, const boost::json::object& body) {
    auto add = read_tags(body, "add_tags");
    auto remove = read_tags(body, "remove_tags");
    if (!add) return add.error();
    if (!remove) return remove.error();
    const auto refused = problem_of_scope(request, ports::ApiScope::tags);
    if (refused && (!add->empty() || !remove->empty())) return base::Problems{*refused};
    return TagOrders{*std::move(add), *std::move(remove)};
}

base::Result<PersonId, base::Problems> bring(const Services& services, const Bringing& bringing, db::Write& write) {
    const PersonInput& input = bringing.person;
    if (!input.email) return base::Problems{{"email_addresses", base::message("A person needs an email address.")}};
    const std::int64_t hash = people::address_hash(services.secret, *input.email);
    const auto known = people::find_person_by_address(write, hash);
    if (known && (known->erased_at || !bringing.reach.holds(*known)))
        return base::Problems{{std::string{kForbidden}, base::message("This address cannot be added with this key.")}};
    Keeper keeper{services, bringing, write};
    if (known) keeper.fill(*known);
    const PersonId person = known ? known->id : keeper.add(hash);
    keeper.add_addresses(person, input.other_emails);
    keeper.keep_rest(person);
    keeper.record("osdi.bring_person", person);
    return person;
}

base::Result<PersonId, base::Problems> change(const Services& services, const Bringing& bringing, const Person& person,
                                              db::Write& write) {
    Keeper keeper{services, bringing, write};
    auto emails = bringing.person.other_emails;
    if (bringing.person.email) emails.push_back(*bringing.person.email);
    if (keeper.add_addresses(person.id, emails) > 0)
        return base::Problems{
            {"email_addresses", base::message("One of these addresses cannot be added to this person.")}};
    keeper.replace(person);
    keeper.keep_rest(person.id);
    return person.id;
}

}  // namespace osdi

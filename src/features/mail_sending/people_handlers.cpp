#include "features/mail_sending/people_handlers.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "base/whole_number.h"
#include "people/address_hash.h"
#include "people/merging.h"
#include "people/store.h"
#include "platform/auth/audit.h"

namespace mail_sending {
namespace {

using auth::Permission;

constexpr std::int64_t kPage = 50, kDomainsShown = 200;

std::optional<CopyState> state_named(std::string_view name) {
    static const std::map<std::string_view, CopyState> states{{"waiting", CopyState::waiting},
                                                              {"refused", CopyState::refused},
                                                              {"given_up", CopyState::given_up},
                                                              {"dropped", CopyState::dropped},
                                                              {"held_back", CopyState::held_back}};
    const auto found = states.find(name);
    return found == states.end() ? std::nullopt : std::optional{found->second};
}

std::vector<store::Copy> copies(db::Read& read, BlastId blast, const std::string& shown, const store::CopyPage& page) {
    if (shown == "returned") return store::returned_of_blast(read, blast, page);
    if (const auto state = state_named(shown)) return store::of_blast_in_state(read, blast, *state, page);
    return store::of_blast(read, blast, page);
}

std::string full_name(const i18n::Translator& t, const std::optional<people::Person>& person) {
    if (!person) return t("Somebody of staff");
    if (person->email.empty()) return t("Erased");
    return fmt::format("{} {} \u00b7 {}", person->name.given, person->name.family, person->email);
}

pages::Row person_row(db::Read& read, const i18n::Translator& t, const store::Copy& copy) {
    const auto person = people::find_person(read, copy.person);
    return {.copy = copy,
            .who = full_name(t, person),
            .who_path = person ? pages::path(t.locale(), fmt::format("/people/{}", copy.person.value)) : "",
            .note = copy.state == CopyState::delivered ? "" : store::note_of(read, copy.id)};
}

pages::Row mail_row(db::Read& read, const i18n::Translator& t, const store::Copy& copy) {
    const auto blast = copy.blast ? store::find(read, *copy.blast) : std::nullopt;
    return {.copy = copy,
            .who = blast ? blast->plan.name : t("A mail of a series"),
            .who_path = blast ? pages::path_of(t.locale(), blast->id) : "",
            .note = copy.state == CopyState::delivered ? "" : store::note_of(read, copy.id)};
}

// Whether these staff may read of the person. Those of no level are for whoever may see the whole nation.
bool may_read(db::Read& read, const auth::Principal& staff, const people::Person& person) {
    if (person.level) return ports::may(read, staff, Permission::read_people, *person.level);
    const auto nation = people::find_level(read, people::kNationalSlug);
    return nation && ports::may(read, staff, Permission::read_people, nation->id);
}

std::int64_t number_in(const http::Form& form, const char* field, base::Problems& problems) {
    const auto number = typed_number(base::collapse_spaces(form.text(field)));
    if (!number || *number > 1'000'000'000)
        problems.push_back({field, base::message("Please give a whole number, 0 or more.")});
    return number.value_or(0);
}

// A page of a person's copies, also of those that came before records of theirs were merged; newest first.
std::vector<store::Copy> of_selves(db::Read& read, people::PersonId person, std::optional<SentMailId> before) {
    std::vector<store::Copy> all;
    for (const auto self : people::selves(read, person))
        std::ranges::move(store::of_person(read, self, before, kPage), std::back_inserter(all));
    std::ranges::sort(all, std::ranges::greater{}, [](const store::Copy& copy) { return copy.id.value; });
    if (std::ssize(all) > kPage) all.erase(all.begin() + kPage, all.end());
    return all;
}

std::string text_of(std::int64_t number) { return std::to_string(number); }

}  // namespace

http::Response PeopleHandlers::recipients(const http::Request& request, db::Read& read) const {
    const auto id = base::id_from<BlastId>(request.parameters.view("blast"));
    const auto blast = id ? store::find(read, *id) : std::nullopt;
    if (!blast || !ports::may(read, *request.staff, Permission::read_people, blast->plan.level))
        return http::not_found();
    const i18n::Translator t{request.locale};
    pages::Recipients view{.blast = *blast,
                           .rows = {},
                           .shown = request.query.text("show"),
                           .address = base::collapse_spaces(request.query.text("address"))};
    std::vector<store::Copy> found;
    if (view.address.empty()) {
        const auto after = base::id_from<SentMailId>(request.query.view("after")).value_or(SentMailId{0});
        found = copies(read, blast->id, view.shown, {after, kPage});
        if (static_cast<std::int64_t>(found.size()) == kPage) view.further = found.back().id;
    } else if (const auto address = base::EmailAddress::parse(view.address)) {
        const auto person = people::find_person_by_address(read, people::address_hash(services_.secret, *address));
        if (person)
            for (const auto self : people::selves(read, person->id))
                std::ranges::move(store::of_person_in_blast(read, blast->id, self), std::back_inserter(found));
    }
    for (const store::Copy& copy : found) view.rows.push_back(person_row(read, t, copy));
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Who got it")}),
                          pages::recipients(t, view));
}

http::Response PeopleHandlers::of_person(const http::Request& request, db::Read& read) const {
    const auto id = base::id_from<people::PersonId>(request.parameters.view("person"));
    const auto person = id ? people::find_person(read, *id) : std::nullopt;
    if (!person || !may_read(read, *request.staff, *person)) return http::not_found();
    const i18n::Translator t{request.locale};
    const auto name = full_name(t, person);
    pages::OfPerson view{.name = name, .person_path = {}, .rows = {}, .older = {}, .person = *id};
    const auto found = of_selves(read, *id, base::id_from<SentMailId>(request.query.view("before")));
    for (const store::Copy& copy : found) view.rows.push_back(mail_row(read, t, copy));
    if (static_cast<std::int64_t>(found.size()) == kPage) view.older = found.back().id;
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Mails to {name}", {{"name", name}})}),
                          pages::of_person(t, view));
}

http::Response PeopleHandlers::limits(const http::Request& request, db::Read& read) const {
    return limits_again(request, {}, read);
}

http::Response PeopleHandlers::limits_again(const http::Request& request, const base::Problems& problems,
                                            db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto plan = store::warm_up(read);
    pages::Limits view{.domains = store::domains(read, kDomainsShown),
                       .warm_up = plan,
                       .allowed_today = plan ? allowed_on(*plan, request.received_at) : std::nullopt,
                       .today = store::delivered_today(read, request.received_at),
                       .now = request.received_at,
                       .domain = request.form.text("domain"),
                       .per_minute = request.form.text("per_minute"),
                       .first_day = plan ? text_of(plan->first_day) : "",
                       .growth = plan ? text_of(plan->growth_percent) : "",
                       .until = plan ? text_of(plan->until_per_day) : "",
                       .problems = problems};
    const auto state = problems.empty() ? html::FormState::fine : html::FormState::has_problems;
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Speed and domains"), .form_state = state}),
                          pages::limits(t, view), problems.empty() ? 200 : 422);
}

base::Result<DomainLimit, base::Problems> PeopleHandlers::read_limit(const http::Request& request) const {
    base::Problems problems;
    DomainLimit form{ports::acting(request), base::lower_ascii(base::collapse_spaces(request.form.text("domain"))), 0};
    if (!base::EmailAddress::parse("a@" + form.domain))
        problems.push_back({"domain", base::message("Please give a domain, such as example.org.")});
    form.per_minute = number_in(request.form, "per_minute", problems);
    if (!problems.empty()) return problems;
    return form;
}

http::WriteResult PeopleHandlers::limit(const DomainLimit& form, db::Write& write) const {
    store::limit_domain(write, form.domain, form.per_minute);
    if (form.per_minute == 0) store::lift_pause(write, form.domain);
    auth::record(write, {.actor = auth::actor_of(form.acting.staff, form.acting.request_id),
                         .action = "mail_sending.limit",
                         .subject = {"mail_domain", 0, form.domain},
                         .changes = {{"per_minute", "", text_of(form.per_minute)}}});
    return http::see_other(pages::path(form.acting.locale, "/limits"));
}

base::Result<WarmUpChange, base::Problems> PeopleHandlers::read_warm_up(const http::Request& request) const {
    base::Problems problems;
    WarmUp plan{.first_day = number_in(request.form, "first_day", problems)};
    WarmUpChange form{ports::acting(request), std::nullopt};
    if (problems.empty() && plan.first_day == 0) return form;
    const auto growth = number_in(request.form, "growth", problems);
    if (growth < 1 || growth > 1'000)
        problems.push_back({"growth", base::message("Please give a share between 1 and 1,000 per cent.")});
    plan.growth_percent = static_cast<int>(growth);
    plan.until_per_day = number_in(request.form, "until", problems);
    if (!problems.empty()) return problems;
    form.plan = plan;
    return form;
}

http::WriteResult PeopleHandlers::set_warm_up(const WarmUpChange& form, db::Write& write) const {
    auto plan = form.plan;
    if (plan) plan->began_at = write.now();
    store::set_warm_up(write, plan);
    auth::record(write, {.actor = auth::actor_of(form.acting.staff, form.acting.request_id),
                         .action = "mail_sending.warm_up",
                         .subject = {"mail_warm_up", 1, ""},
                         .changes = {{"first_day", "", text_of(plan ? plan->first_day : 0)}}});
    return http::see_other(pages::path(form.acting.locale, "/limits"));
}

}  // namespace mail_sending

// What staff_handlers.h declares about consents.
#include <algorithm>

#include "base/whole_number.h"
#include "features/mailing_list/form_store.h"
#include "features/mailing_list/membership_service.h"
#include "features/mailing_list/proof_pdf.h"
#include "features/mailing_list/staff_handlers.h"
#include "people/address_hash.h"
#include "people/addresses.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "ports/sender.h"

namespace mailing_list {
namespace {

using i18n::Translator;

constexpr std::int64_t kSweepsShown = 10;

PaperForm form_of(const http::Form& form) {
    return {.email = form.text("email"),
            .given_name = form.text("given_name"),
            .family_name = form.text("family_name"),
            .language = form.text("language"),
            .ground = form.text("ground"),
            .given_on = form.text("given_on"),
            .ends_on = form.text("ends_on"),
            .words = form.text("words"),
            .note = form.text("note")};
}

// Of all addresses that lead to this person, in the order of their time.
std::vector<people::Consent> all_consents(db::Read& read, const people::Person& person) {
    auto consents = people::consents(read, person.address_hash);
    for (const auto& address : people::addresses_of(read, person.id))
        if (address.address_hash != person.address_hash)
            std::ranges::move(people::consents(read, address.address_hash), std::back_inserter(consents));
    std::ranges::sort(consents, {}, [](const people::Consent& each) { return std::pair{each.at, each.act}; });
    return consents;
}

// Without the address and the words: the log outlives whoever asks to be erased.
void audit_paper(db::Write& write, const PaperAct& act, people::PersonId person) {
    auth::record(write, {.actor = auth::actor_of(act.acting.staff, act.acting.request_id),
                         .action = "mailing_list.paper_consent",
                         .subject = {"person", person.value, std::to_string(person.value)}});
}

}  // namespace

const i18n::TimeZone& ConsentHandlers::zone() const { return i18n::TimeZone::toronto(); }

http::Response ConsentHandlers::overview(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    const std::string typed = request.query.text("email");
    if (const auto email = base::EmailAddress::parse(typed)) {
        const auto person = people::find_person_by_address(read, people::address_hash(services_.secret, *email));
        if (person && !person->erased_at) return http::see_other(staff_pages::proof_path(request.locale, person->id));
    }
    return ports::respond(
        services_.frames.staff_frame(request, {.title = t("Email list")}),
        staff_pages::overview(t, {store::movement_since(read, request.received_at - base::days(7)),
                                  store::latest_sweeps(read, kSweepsShown), store::forms(read), typed}));
}

http::Response ConsentHandlers::wordings(const http::Request& request, db::Read& read) const {
    const Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Wordings of consent")}),
                          staff_pages::wordings(t, people::wordings(read)));
}

std::optional<ConsentHandlers::Found> ConsentHandlers::find(const http::Request& request, db::Read& read) const {
    const auto id = base::id_from<people::PersonId>(request.parameter("person"));
    const auto person = id ? member_of(read, *id) : std::nullopt;
    if (!person) return std::nullopt;
    const Held held{*person, people::find_standing(read, person->id), all_consents(read, *person)};
    return Found{person->id, proof_of(Translator{request.locale}, held, {request.received_at, zone()})};
}

http::Response ConsentHandlers::proof(const http::Request& request, db::Read& read) const {
    const auto found = find(request, read);
    if (!found) return http::not_found();
    const Translator t{request.locale};
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Proof of consent")}),
                          staff_pages::proof(t, {found->proof, found->person}));
}

http::Response ConsentHandlers::proof_sheet(const http::Request& request, db::Read& read) const {
    const auto found = find(request, read);
    if (!found) return http::not_found();
    const Translator t{request.locale};
    return http::download({t("proof-of-consent") + "-" + std::to_string(found->person.value) + ".pdf",
                           "application/pdf",
                           proof_pdf(t, found->proof, {services_.frames.campaign(request.locale), zone()})});
}

http::Response ConsentHandlers::show_paper(const http::Request& request, db::Read& read) const {
    PaperForm form;
    const auto id = base::id_from<people::PersonId>(request.query.text("person"));
    if (const auto person = id ? member_of(read, *id) : std::nullopt) {
        form.email = person->email;
        form.given_name = person->name.given;
        form.family_name = person->name.family;
        form.language = base::code(person->locale);
    }
    const Translator t{request.locale};
    const base::Problems none;
    return ports::respond(services_.frames.staff_frame(request, {.title = t("Record a consent on paper")}),
                          staff_pages::paper(t, {std::move(form), none}));
}

base::Result<PaperAct, base::Problems> ConsentHandlers::read_paper_form(const http::Request& request) const {
    auto consent = read_paper(form_of(request.form), {request.received_at, zone()});
    if (!consent) return consent.error();
    const auto hash = people::address_hash(services_.secret, consent->email);
    return PaperAct{ports::acting(request), *std::move(consent), hash};
}

// Paper from before a withdrawal does not undo it.
http::WriteResult ConsentHandlers::record_paper(const PaperAct& act, db::Write& write) const {
    const PaperConsent& said = act.consent;
    const auto newest = people::newest_consent(write, act.address_hash);
    if (newest && newest->act == people::ConsentAct::withdrawn && newest->at > said.given_at)
        return base::Problems{{"given_on", base::message("They left the list after that day, and that holds.")}};
    if (newest && newest->act == people::ConsentAct::given && !newest->expires_at)
        return base::Problems{{"email", base::message("This address has agreed already, without an end.")}};
    const auto person = people::ensure_person(write, {act.address_hash, said.email, said.name, said.locale, {}});
    people::record_consent(write, {.act = people::ConsentAct::given,
                                   .ground = said.ground,
                                   .address_hash = act.address_hash,
                                   .person = person,
                                   .wording = {"mailing_list.paper", said.locale, said.words},
                                   .on_behalf_of = ports::organisation_name(services_.config, said.locale),
                                   .source = said.note,
                                   .network = {},
                                   .at = said.given_at,
                                   .confirmed_at = std::nullopt,
                                   .expires_at = said.ends_at});
    audit_paper(write, act, person);
    return http::see_other(staff_pages::proof_path(act.acting.locale, person));
}

http::Response ConsentHandlers::show_paper_again(const http::Request& request, const base::Problems& problems,
                                                 db::Read&) const {
    const Translator t{request.locale};
    auto frame = services_.frames.staff_frame(
        request, {.title = t("Record a consent on paper"), .form_state = html::FormState::has_problems});
    return ports::respond(std::move(frame), staff_pages::paper(t, {form_of(request.form), problems}), 422);
}

ports::HomeProvider home_news() {
    return [](db::Read& read, const http::Request& request) {
        ports::HomeNews news;
        if (!auth::may(*request.staff, auth::Permission::read_people)) return news;
        const Translator t{request.locale};
        const auto week = store::movement_since(read, request.received_at - base::days(7));
        const std::string path = staff_pages::overview_path(request.locale);
        news.figures.push_back({.label = t("Joined the email list in the last seven days"),
                                .path = path,
                                .figure = t.number(week.joined),
                                .note = t("{count} left", {{"count", week.left}})});
        const auto ended = store::count_ended_since(read, request.received_at - base::days(7));
        const auto sweeps = store::latest_sweeps(read, 1);
        if (ended > 0)
            news.tasks.push_back(
                {.sentence = t.plural("{count} implied consent has ended this week: no mail goes there.",
                                      "{count} implied consents have ended this week: no mail goes there.", ended),
                 .path = path,
                 .act = t("Look")});
        if (!sweeps.empty() && sweeps.front().ending > 0)
            news.tasks.push_back(
                {.sentence = t.plural("{count} implied consent ends within 30 days. Ask for a consent now.",
                                      "{count} implied consents end within 30 days. Ask for consents now.",
                                      sweeps.front().ending),
                 .path = path,
                 .act = t("Look")});
        return news;
    };
}

}  // namespace mailing_list

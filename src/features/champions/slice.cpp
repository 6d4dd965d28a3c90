#include "features/champions/slice.h"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/whole_number.h"
#include "features/champions/access_store.h"
#include "features/champions/calendar_service.h"
#include "features/champions/history_store.h"
#include "features/champions/hours.h"
#include "features/champions/hours_store.h"
#include "features/champions/retention_store.h"
#include "features/champions/store.h"
#include "people/store.h"
#include "platform/auth/principal.h"
#include "platform/i18n/translator.h"
#include "platform/mail/outbox.h"
#include "ports/acting.h"

namespace champions {
namespace {

using auth::Permission;
using i18n::Translator;

boost::json::object held_about(db::Read& read, const Champion& champion) {
    boost::json::array steps, showings, hours, exceptions, links;
    for (const Step& each : store::steps(read, champion.id))
        steps.push_back({{"state", name_of(each.state)}, {"day", base::iso(each.day)}, {"note", each.note}});
    for (const Showing& each : store::showings(read, champion.id))
        showings.push_back({{"act", each.act == ShowingAct::given ? "given" : "taken_back"},
                            {"version", each.version},
                            {"words", each.words},
                            {"network", each.network},
                            {"at", i18n::machine_time(each.at)}});
    for (const auto& each : store::hours(read, champion.id))
        hours.push_back({{"weekday", each.hours.weekday},
                         {"from", clock_text(each.hours.hours.from)},
                         {"until", clock_text(each.hours.hours.until)}});
    for (const auto& each : store::exceptions(read, {champion.id, base::Day{}}))
        exceptions.push_back({{"first_day", base::iso(each.stored.exception.first)},
                              {"last_day", base::iso(each.stored.exception.last)}});
    for (const Link& each : store::links_of(read, champion.id))
        links.push_back({{"asked_at", i18n::machine_time(each.asked_at)}, {"network", each.network}});
    const auto calendar = store::calendar(read, champion.id);
    return {{"state", name_of(champion.state)},
            {"email", champion.email},
            {"given_name", champion.name.given},
            {"family_name", champion.name.family},
            {"place", champion.place},
            {"motivation", champion.motivation},
            {"biography_en", champion.biography.english},
            {"biography_fr", champion.biography.french},
            {"applied_at", i18n::machine_time(champion.applied_at)},
            {"time_zone", champion.terms.zone.name()},
            {"steps", std::move(steps)},
            {"consents_to_be_shown", std::move(showings)},
            {"hours", std::move(hours)},
            {"exceptions", std::move(exceptions)},
            {"links", std::move(links)},
            {"calendar_address", calendar ? calendar->address : ""},
            {"busy_times", calendar ? calendar->busy_count : 0}};
}

std::string export_person(db::Read& read, ports::PersonKey person) {
    boost::json::array list;
    if (const auto champion = store::find_by_address(read, person.address_hash))
        list.push_back(held_about(read, *champion));
    return boost::json::serialize(list);
}

void erase_champion(const Services& services, db::Write& write, const Champion& champion) {
    if (const auto email = base::EmailAddress::parse(champion.email)) mail::forget_recipient(write, *email);
    if (!champion.slug.empty()) ports::document_changed(write, {.kind = "champions", .key = champion.slug + "/"});
    services.changes.tell(write, champion.id, ports::ChampionEnd::erased);
    services.pictures.remove(write, champion.picture);
    store::erase(write, champion.id);
}

ports::PersonFact fact_of(const Translator& t, const Champion& champion, const Step& step) {
    const base::Instant day{std::chrono::microseconds{step.day.time_since_epoch() + std::chrono::hours{12}}.count()};
    return {step.state == State::applied ? step.at : day, "champions",
            t("Champion for Change: {state}.", {{"state", t(label_of(step.state))}}),
            fmt::format("/{}/staff/champions/{}", base::code(t.locale()), champion.id.value)};
}

ports::SearchDocument document_of(const Champion& champion, base::Locale locale) {
    const auto& own = champion.biography.in(locale);
    return {.key = fmt::format("{}/{}", champion.slug, base::code(locale)),
            .locale = locale,
            .path = pages::one_path(locale, champion.slug),
            .other_path = pages::one_path(base::other(locale), champion.slug),
            .title = champion.full_name(),
            .text = own + "\n\n" + champion.place,
            .level = champion.level,
            .changed_at = champion.changed_at};
}

ports::SearchDocument directory_document(base::Locale locale, base::Instant changed_at) {
    const Translator t{locale};
    return {.key = fmt::format("-directory/{}", base::code(locale)),
            .locale = locale,
            .path = pages::directory_path(locale),
            .other_path = pages::directory_path(base::other(locale)),
            .title = t("Champions for Change"),
            .text = t("Trained members of the campaign who come to your union hall, your council or your kitchen "
                      "table, or meet you online."),
            .changed_at = changed_at};
}

std::vector<ports::SearchDocument> all_documents(db::Read& read) {
    std::vector<ports::SearchDocument> documents;
    base::Instant newest{};
    for (const Champion& each : store::in_state(read, State::active)) {
        if (!each.is_public()) continue;
        newest = std::max(newest, each.changed_at);
        for (const auto locale : base::kLocales) documents.push_back(document_of(each, locale));
    }
    for (const auto locale : base::kLocales) documents.push_back(directory_document(locale, newest));
    std::ranges::sort(documents, {}, &ports::SearchDocument::key);
    return documents;
}

std::vector<ports::SearchDocument> documents_behind(db::Read& read, const ports::DocumentPage& page) {
    auto documents = all_documents(read);
    const auto first = std::ranges::upper_bound(documents, page.after, {}, &ports::SearchDocument::key);
    documents.erase(documents.begin(), first);
    while (documents.size() > page.limit) documents.pop_back();
    return documents;
}

ports::RetentionRule unconfirmed_rule() {
    return {.key = "champions.unconfirmed",
            .label = base::message("Applications of champions that nobody confirmed"),
            .usual_days = 30,
            .fewest_days = 15,
            .count = store::count_unconfirmed,
            .forget = [](db::Write& write, const ports::RetentionStep& step) -> ports::RetentionDone {
                return {store::forget_unconfirmed(write, {step.before, step.limit})};
            }};
}

ports::RetentionRule links_rule() {
    return {.key = "champions.links",
            .label = base::message("Mailed links and sessions of champions"),
            .usual_days = 30,
            .fewest_days = 15,
            .count = store::count_old_links,
            .forget = [](db::Write& write, const ports::RetentionStep& step) -> ports::RetentionDone {
                return {store::forget_old_links(write, step.before, step.limit)};
            }};
}

ports::RetentionRule exceptions_rule() {
    const auto day_of = [](base::Instant before) { return day_in(before, i18n::TimeZone::toronto()); };
    return {.key = "champions.exceptions",
            .label = base::message("Days on which champions were not free, once they are over"),
            .usual_days = 30,
            .count = [day_of](db::Read& read,
                              base::Instant before) { return store::count_past_exceptions(read, day_of(before)); },
            .forget = [day_of](db::Write& write, const ports::RetentionStep& step) -> ports::RetentionDone {
                return {store::forget_past_exceptions(write, day_of(step.before), step.limit)};
            }};
}

ports::RetentionRule left_rule(const Services& services) {
    return {.key = "champions.left",
            .label = base::message("Champions who left"),
            .usual_days = 730,
            .fewest_days = 30,
            .count = store::count_left,
            .forget = [&services](db::Write& write, const ports::RetentionStep& step) -> ports::RetentionDone {
                const auto gone = store::left(write, {step.before, step.limit});
                for (const auto id : gone)
                    if (const auto champion = store::find(write, id)) erase_champion(services, write, *champion);
                return {std::ssize(gone)};
            }};
}

}  // namespace

void Slice::add_jobs(jobs::Handlers& handlers) const {
    handlers.every(kLookAllJob, base::hours(1), [this](const jobs::Job& job) { order_looks(services_, job.now); });
    handlers.add(kLookJob, [this](const jobs::Job& job) {
        if (const auto id = base::id_from<ChampionId>(job.payload)) look_at(services_, *id);
    });
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Champions"),
            .path = "staff/champions",
            .icon = "presentation",
            .group = ports::StaffGroup::meetings,
            .order = 26,
            .may_see = ports::whoever_may(Permission::read_people)};
}

ports::HomeProvider home_news() {
    return [](db::Read& read, const http::Request& request) {
        const Translator t{request.locale};
        const auto tree = people::levels(read);
        const auto waiting = std::ranges::count_if(store::in_state(read, State::applied), [&](const Champion& each) {
            return auth::may(*request.staff, Permission::moderate, tree.ids_with_ancestors(each.level));
        });
        ports::HomeNews news;
        if (waiting > 0)
            news.tasks.push_back({.sentence = t.plural("{count} person wants to become a Champion for Change.",
                                                       "{count} people want to become Champions for Change.", waiting),
                                  .path = staff_pages::list_path(request.locale) + "?state=applied",
                                  .act = t("Read their applications")});
        return news;
    };
}

ports::FactProvider person_facts() {
    return [](db::Read& read, ports::PersonKey person, base::Locale locale) {
        const Translator t{locale};
        std::vector<ports::PersonFact> facts;
        const auto champion = store::find_by_address(read, person.address_hash);
        if (!champion) return facts;
        for (const Step& each : store::steps(read, champion->id)) facts.push_back(fact_of(t, *champion, each));
        return facts;
    };
}

ports::PersonDataHolder person_data(const Services& services) {
    return {"champions", export_person, [&services](db::Write& write, ports::PersonKey person) {
                if (const auto champion = store::find_by_address(write, person.address_hash))
                    erase_champion(services, write, *champion);
            }};
}

ports::ActionKind active_kind() {
    return {.key = kBecameActive,
            .label = base::message("Became a Champion for Change"),
            .subjects = [](db::Read&, base::Locale locale) {
                return std::vector<ports::ActionSubject>{{0, Translator{locale}("Champions for Change")}};
            }};
}

std::vector<ports::RetentionRule> retention_rules(const Services& services) {
    std::vector<ports::RetentionRule> rules;
    rules.push_back(unconfirmed_rule());
    rules.push_back(links_rule());
    rules.push_back(exceptions_rule());
    rules.push_back(left_rule(services));
    return rules;
}

ports::DocumentProvider search_documents() { return documents_behind; }

ports::PictureUses picture_uses() {
    return [](db::Read& read, const ports::Picture& picture, base::Locale locale) {
        std::vector<ports::PictureUse> uses;
        for (const Champion& each : store::all(read))
            if (each.picture == picture.id) uses.push_back({each.full_name(), staff_pages::one_path(locale, each.id)});
        return uses;
    };
}

ports::Check complete_check() {
    return {"champions.complete", [](db::Read& read) {
                std::vector<ports::Finding> findings;
                for (const auto& name : store::incomplete(read))
                    findings.push_back(
                        {fmt::format("champion {}: is active without an area, a language or an address "
                                     "of their page",
                                     name)});
                return findings;
            }};
}

}  // namespace champions

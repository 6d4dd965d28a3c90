#include "features/dossiers/slice.h"

#include <boost/json.hpp>

#include "features/dossiers/answer_store.h"
#include "features/dossiers/overview_pages.h"
#include "features/dossiers/pages.h"
#include "features/dossiers/record_store.h"
#include "features/dossiers/words.h"
#include "platform/auth/principal.h"
#include "platform/i18n/translator.h"
#include "ports/acting.h"

namespace dossiers {
namespace {

using auth::Permission;

// What waits for this member of staff: answers to be read, and what is late.
struct Waiting {
    std::int64_t answers = 0, late = 0;
};
Waiting waiting_for(const Services& services, db::Read& read, const http::Request& request) {
    Waiting waiting;
    const auto acting = ports::acting(request);
    for (const auto& each : store::unread_counts(read))
        if (seen_by(services, read, acting, each.representative)) waiting.answers += each.count;
    const std::string now = today(request.received_at);
    for (const auto& each : store::follow_up_sums(read))
        if (each.first_due_on < now && seen_by(services, read, acting, each.representative)) ++waiting.late;
    return waiting;
}

ports::HomeNews news_of(const Services& services, db::Read& read, const http::Request& request) {
    ports::HomeNews news;
    if (!ports::may_somewhere(request, Permission::read_people)) return news;
    const i18n::Translator t{request.locale};
    const auto [answers, late] = waiting_for(services, read, request);
    if (answers > 0)
        news.tasks.push_back({.sentence = t.plural("{count} answer of a representative waits to be read.",
                                                   "{count} answers of representatives wait to be read.", answers),
                              .path = answer_pages::inbox_path(request.locale),
                              .act = t("Read them")});
    if (late > 0)
        news.tasks.push_back(
            {.tone = ports::HomeTask::Tone::pressing,
             .sentence = t.plural("With {count} representative something should have been done by now.",
                                  "With {count} representatives something should have been done by now.", late),
             .path = overview_pages::path(request.locale) + "?sort=due&order=down",
             .act = t("Look at it")});
    return news;
}

std::string export_person(db::Read& read, ports::PersonKey person) {
    boost::json::array list;
    for (const Answer& each : store::answers_to_writer(read, person.address_hash))
        list.push_back({{"way", static_cast<int>(each.way)},
                        {"received_at", i18n::machine_time(each.received_at)},
                        {"sender", each.sender},
                        {"subject", each.subject},
                        {"words", each.words},
                        {"kind", name_of(each.kind)}});
    return boost::json::serialize(list);
}

ports::RetentionRule answers_rule(std::string key, base::Message label, store::Forgotten which) {
    const bool is_automatic = which == store::Forgotten::automatic_ones;
    return {.key = std::move(key),
            .label = label,
            .usual_days = is_automatic ? 30 : 730,
            .fewest_days = is_automatic ? 1 : 30,
            .count = [which](db::Read& read,
                             base::Instant before) { return store::count_to_forget(read, {which, before}); },
            .forget =
                [which](db::Write& write, const ports::RetentionStep& step) {
                    return ports::RetentionDone{.gone = store::forget(write, {which, step.before, step.limit})};
                }};
}

}  // namespace

ports::LetterAnswers Slice::letter_answers() const {
    return {[this](LetterId letter, base::Locale locale) {
        return pages::telling_path(locale, services_.tokens.make(kTellAnswer, letter.value));
    }};
}

ports::HomeProvider Slice::home_news() const {
    return [this](db::Read& read, const http::Request& request) { return news_of(services_, read, request); };
}

ports::FactProvider Slice::person_facts() const {
    return [this](db::Read& read, ports::PersonKey person, base::Locale locale) {
        const i18n::Translator t{locale};
        std::vector<ports::PersonFact> facts;
        for (const Answer& each : store::answers_to_writer(read, person.address_hash)) {
            const auto who = find_representative(services_, read, each.representative, locale);
            const std::string name = who ? name_words(t, *who) : t("a representative");
            facts.push_back({each.received_at, "dossiers",
                             each.way == Way::supporter
                                 ? t("Told what {name} answered.", {{"name", name}})
                                 : t("Got an answer of {name} to their letter.", {{"name", name}}),
                             answer_pages::path(locale, each.id)});
        }
        return facts;
    };
}

ports::PersonDataHolder Slice::person_data() const {
    return {"dossiers", export_person, [](db::Write& write, ports::PersonKey person) {
                store::empty_answers_of_writer(write, person.address_hash);
            }};
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Dossiers"),
            .path = "staff/dossiers",
            .icon = "file-text",
            .group = ports::StaffGroup::politicians,
            .order = 27,
            .may_see = ports::whoever_may(Permission::read_people)};
}

std::vector<ports::RetentionRule> retention_rules() {
    std::vector<ports::RetentionRule> rules;
    rules.push_back(answers_rule("dossiers.automatic", base::message("Automatic answers to letters"),
                                 store::Forgotten::automatic_ones));
    rules.push_back(answers_rule("dossiers.answers",
                                 base::message("The words of answers of representatives, with what was attached"),
                                 store::Forgotten::all_others));
    return rules;
}

}  // namespace dossiers

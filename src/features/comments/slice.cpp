#include "features/comments/slice.h"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/comments/hints.h"
#include "features/comments/store.h"
#include "platform/i18n/translator.h"

namespace comments {
namespace {

void take_in(db::Write& write, const ports::Signers& signers, const ports::CountChange& change) {
    auto signer = signers.words(write, change.signature);
    if (!signer) return;
    signer->words = tidied_words(signer->words);
    if (!signer->words.empty()) store::write_words(write, change.signature, *signer);
}

std::string export_person(db::Read& read, ports::PersonKey person) {
    boost::json::array list;
    for (const Comment& each : store::of_address(read, person.address_hash))
        list.push_back({{"words", each.words},
                        {"name", each.name},
                        {"place", each.place},
                        {"shown", each.state == State::shown},
                        {"not_shown_because", name_of(each.reason)},
                        {"written_at", i18n::machine_time(each.written_at)}});
    return boost::json::serialize(list);
}

std::vector<ports::Finding> standing_findings(db::Read& read, const ports::PetitionReader& petitions,
                                              const ports::Signers& signers) {
    std::vector<ports::Finding> findings;
    for (const ports::PetitionFacts& petition : petitions.all(read, base::Locale::english)) {
        std::int64_t strays = 0;
        store::PublicPage page{.petition = petition.id, .limit = 500};
        for (auto shown = store::shown(read, page); !shown.empty(); shown = store::shown(read, page)) {
            for (const Comment& each : shown) strays += signers.words(read, each.signature) ? 0 : 1;
            page.before = shown.back().id;
        }
        if (strays > 0)
            findings.push_back({fmt::format("petition {}: {} comments are shown whose signature does not count",
                                            petition.slug, strays)});
    }
    return findings;
}

}  // namespace

ports::PetitionRoom room() {
    return {.label = base::message("Comments"),
            .path = "comments",
            .icon = "quote",
            .permission = auth::Permission::moderate,
            .order = 15};
}

ports::CountListener count_listener(const ports::Signers& signers) {
    return [&signers](db::Write& write, std::span<const ports::CountChange> changes) {
        store::follow(write, changes);
        for (const ports::CountChange& change : changes)
            if (change.step == ports::CountStep::confirmed && change.said_why == ports::SaidWhy::yes)
                take_in(write, signers, change);
    };
}

ports::ForgettingListener forgetting_listener() {
    return [](db::Write& write, SignatureId signature) { store::remove(write, signature); };
}

ports::LeavingListener leaving_listener() { return forgetting_listener(); }

ports::PersonDataHolder person_data() {
    return {"comments", export_person,
            [](db::Write& write, ports::PersonKey person) { store::remove_of_address(write, person.address_hash); }};
}

ports::FactProvider person_facts(const ports::PetitionReader& petitions) {
    return [&petitions](db::Read& read, ports::PersonKey person, base::Locale locale) {
        const i18n::Translator t{locale};
        std::vector<ports::PersonFact> facts;
        for (const Comment& each : store::of_address(read, person.address_hash)) {
            const auto petition = petitions.find_by_id(read, each.petition, locale);
            if (!petition) continue;
            facts.push_back({each.written_at, "comments",
                             t("Said why they signed “{title}”.", {{"title", petition->title}}),
                             staff_pages::path(locale, petition->slug)});
        }
        return facts;
    };
}

std::vector<ports::WordHint> word_hints(std::string_view words, base::Locale locale) {
    std::vector<ports::WordHint> hints;
    for (const Hint& hint : hints_of(words, locale)) hints.push_back({label_of(hint.kind), hint.words});
    return hints;
}

ports::Check standing_check(const ports::PetitionReader& petitions, const ports::Signers& signers) {
    return {"comments.standing", [&](db::Read& read) { return standing_findings(read, petitions, signers); }};
}

}  // namespace comments

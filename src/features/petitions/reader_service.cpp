#include "features/petitions/reader_service.h"

#include <algorithm>
#include <map>
#include <utility>

#include "features/petitions/store.h"

namespace petitions {
namespace {

// In this language where there is a text, else in the other; the draft where nothing is published.
std::string title_in(db::Read& read, PetitionId petition, base::Locale locale) {
    if (const auto text = store::public_text(read, petition, locale)) return text->title;
    const auto newest = store::newest_texts(read, petition);
    const auto found = std::ranges::find(newest, locale, &Text::locale);
    if (found != newest.end()) return found->title;
    return newest.empty() ? std::string{} : newest.front().title;
}

ports::PetitionFacts facts_of(db::Read& read, const Petition& petition, base::Locale locale) {
    return {.id = petition.id,
            .level = petition.level,
            .slug = petition.slug,
            .kind = petition.kind,
            .stage = petition.stage(db::now()),
            .goal = petition.goal,
            .published_at = petition.published_at,
            .title = title_in(read, petition.id, locale)};
}

std::optional<ports::PetitionFacts> facts_of(db::Read& read, const std::optional<Petition>& petition,
                                             base::Locale locale) {
    if (!petition) return std::nullopt;
    return facts_of(read, *petition, locale);
}

std::vector<ports::PetitionFacts> all_facts(db::Read& read, base::Locale locale) {
    std::vector<ports::PetitionFacts> facts;
    for (const Petition& petition : store::all(read)) facts.push_back(facts_of(read, petition, locale));
    return facts;
}

ports::PetitionText text_of(const Text& text) {
    return {.id = text.id,
            .petition = text.petition,
            .locale = text.locale,
            .version = text.version,
            .title = text.title,
            .lead = text.lead,
            .body = text.body,
            .frozen_at = text.frozen_at.value_or(text.written_at)};
}

std::vector<ports::PetitionText> frozen_texts(db::Read& read, PetitionId petition, base::Locale locale) {
    std::vector<ports::PetitionText> texts;
    for (const Text& text : store::versions(read, petition, locale))
        if (text.frozen_at) texts.push_back(text_of(text));
    return texts;
}

std::optional<ports::PetitionText> frozen_text(db::Read& read, TextId id) {
    const auto text = store::find_text(read, id);
    if (!text || !text->frozen_at) return std::nullopt;
    return text_of(*text);
}

std::map<SignerClass, std::int64_t> counts_of(const LiveCounts& counts, PetitionId petition) {
    auto count = counts.count(petition);
    count.by_class[SignerClass::individual] = count.confirmed;
    return std::move(count.by_class);
}

std::vector<ports::PublicName> names_of(db::Read& read, PetitionId petition, const ports::NamePage& page) {
    std::vector<ports::PublicName> names;
    for (const store::NamedSignature& named : store::names_after(read, {petition, page.after, page.limit}))
        names.push_back({named.signature, named.shown.name, named.shown.place, named.shown.confirmed_at});
    return names;
}

}  // namespace

ports::PetitionReader reader(const LiveCounts& counts) {
    return {.find = [](db::Read& read, std::string_view slug,
                       base::Locale locale) { return facts_of(read, store::find(read, slug), locale); },
            .find_by_id = [](db::Read& read, PetitionId id,
                             base::Locale locale) { return facts_of(read, store::find(read, id), locale); },
            .all = all_facts,
            .texts = frozen_texts,
            .text = frozen_text,
            .counts = [&counts](PetitionId petition) { return counts_of(counts, petition); },
            .names = names_of};
}

ports::CountListener endorser_listener() {
    return [](db::Write& write, std::span<const ports::CountChange> changes) {
        std::map<std::pair<PetitionId, SignerClass>, std::int64_t> steps;
        for (const ports::CountChange& change : changes)
            if (change.signer_class != SignerClass::individual)
                steps[{change.petition, change.signer_class}] += ports::sign_of(change.step);
        for (const auto& [of, step] : steps) store::step_endorsers(write, {of.first, of.second, step});
    };
}

}  // namespace petitions

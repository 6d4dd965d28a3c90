#include "features/petitions/slice.h"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/petitions/count_change.h"
#include "features/petitions/invalidation_store.h"
#include "features/petitions/store.h"
#include "platform/auth/principal.h"
#include "platform/html/markdown.h"
#include "platform/mail/outbox.h"
#include "ports/acting.h"

namespace petitions {
namespace {

ports::Action action_of(const i18n::Translator& t, const Petition& petition, const Text& text, std::int64_t confirmed) {
    const bool is_open = petition.stage(db::now()) == Stage::open;
    return {.key = petition.slug,
            .icon = petition.kind == Kind::proclamation ? "landmark" : "scale",
            .title = text.title,
            .summary = text.lead,
            .path = pages::petition_path(t.locale(), petition.slug),
            .figure = ports::LiveFigure{confirmed, t.plural("signature", "signatures", confirmed),
                                        fmt::format("/api/v1/petitions/{}/count/stream", petition.slug)},
            .availability = is_open ? ports::Availability::open : ports::Availability::closed};
}

ports::PersonFact fact_of(db::Read& read, const Signature& signature, const i18n::Translator& t) {
    const auto petition = store::find(read, signature.petition);
    const auto text = store::find_text(read, signature.text);
    const std::string title = text ? text->title : std::string{};
    const std::string path = petition ? staff_pages::staff_path(t.locale(), petition->slug) + "/signatures" : "";
    return {signature.signed_at, "petitions", t("Signed “{title}”.", {{"title", title}}), path};
}

// Why it looked odd, in words where the guard has them.
boost::json::array reasons_of(const Signature& signature, const ports::SignOnGuard& guard) {
    boost::json::array reasons;
    if (!guard.words) return reasons;
    for (const std::string& words : guard.words(signature.reasons, signature.locale)) reasons.emplace_back(words);
    return reasons;
}

std::string why_invalidated(db::Read& read, const Signature& signature) {
    const auto batch = signature.invalidation ? store::find_invalidation(read, *signature.invalidation) : std::nullopt;
    return batch ? batch->reason.in(signature.locale) : std::string{};
}

boost::json::object exported(db::Read& read, const Signature& signature, const ports::SignOnGuard& guard) {
    const auto petition = store::find(read, signature.petition);
    return {{"petition", petition ? petition->slug : ""},
            {"state", name_of(signature.state)},
            {"email", signature.email},
            {"given_name", signature.given_name},
            {"family_name", signature.family_name},
            {"country", signature.country},
            {"postal_code", signature.postal_code},
            {"place", signature.place},
            {"comment", signature.comment},
            {"signed_at", i18n::machine_time(signature.signed_at)},
            {"confirmed_at", signature.confirmed_at ? i18n::machine_time(*signature.confirmed_at) : ""},
            {"score", signature.score},
            {"reasons", reasons_of(signature, guard)},
            {"source", signature.source},
            {"invalidated_because", why_invalidated(read, signature)}};
}

std::string export_person(db::Read& read, ports::PersonKey person, const ports::SignOnGuard& guard) {
    boost::json::array signatures;
    for (const Signature& signature : store::of_address(read, person.address_hash))
        signatures.push_back(exported(read, signature, guard));
    return boost::json::serialize(signatures);
}

void erase_person(db::Write& write, ports::PersonKey person, const ports::CountChanges& changes) {
    std::vector<ports::CountChange> told;
    for (const Signature& signature : store::of_address(write, person.address_hash)) {
        if (const auto email = base::EmailAddress::parse(signature.email)) mail::forget_recipient(write, *email);
        store::erase(write, signature);
        changes.forget(write, signature.id);
        if (signature.state == SignatureState::confirmed)
            told.push_back(change_of(signature, {ports::CountStep::withdrawn, write.now()}));
    }
    changes.tell(write, told);
}

ports::SearchDocument document_of(const Petition& petition, const Text& text) {
    return {.key = fmt::format("{}/{}", petition.slug, base::code(text.locale)),
            .locale = text.locale,
            .path = pages::petition_path(text.locale, petition.slug),
            .other_path = pages::petition_path(base::other(text.locale), petition.slug),
            .title = text.title,
            .text = text.lead + "\n\n" + html::plain_text(text.body),
            .level = petition.level,
            .changed_at = text.frozen_at.value_or(text.written_at)};
}

// All of them: there are tens of petitions.
std::vector<ports::SearchDocument> all_documents(db::Read& read) {
    std::vector<ports::SearchDocument> documents;
    for (const Petition& petition : store::all(read)) {
        if (!petition.published_at) continue;
        for (const base::Locale locale : base::kLocales) {
            const auto text = store::public_text(read, petition.id, locale);
            if (text && text->locale == locale) documents.push_back(document_of(petition, *text));
        }
    }
    std::ranges::sort(documents, {}, &ports::SearchDocument::key);
    return documents;
}

std::string words_of(const store::Count& count) {
    return fmt::format("{} pending, {} confirmed, {} withdrawn, {} invalidated", count.pending, count.confirmed,
                       count.withdrawn, count.invalidated);
}

// The counts that stand for the same petition and class, or zeros.
store::Count counterpart(const std::vector<store::Count>& counts, const store::Count& of) {
    const auto found = std::ranges::find_if(counts, [&](const store::Count& each) {
        return each.petition == of.petition && each.signer_class == of.signer_class;
    });
    return found == counts.end() ? store::Count{of.petition, of.signer_class, 0, 0, 0} : *found;
}

// Where the tally and the signatures themselves differ, whichever of them is missing.
std::vector<ports::Finding> tally_findings(db::Read& read) {
    const auto tally = store::tally(read);
    const auto recounted = store::recount(read);
    std::vector<ports::Finding> findings;
    const auto compare = [&](const store::Count& kept, const store::Count& counted) {
        if (kept == counted) return;
        findings.push_back({fmt::format("petition {}: the tally says {}; the signatures are {}", kept.petition.value,
                                        words_of(kept), words_of(counted))});
    };
    for (const store::Count& counted : recounted) compare(counterpart(tally, counted), counted);
    for (const store::Count& kept : tally)
        if (counterpart(recounted, kept) == store::Count{kept.petition, kept.signer_class, 0, 0, 0})
            compare(kept, {kept.petition, kept.signer_class, 0, 0, 0});
    return findings;
}

std::vector<ports::Finding> stray_findings(db::Read& read) {
    const store::Strays strays = store::strays(read);
    std::vector<ports::Finding> findings;
    if (strays.without_text > 0)
        findings.push_back({fmt::format("{} signatures point at a text that is not there", strays.without_text)});
    if (strays.shown_without_right > 0)
        findings.push_back(
            {fmt::format("{} names are shown whose signature is not confirmed, not there or not to be "
                         "shown",
                         strays.shown_without_right)});
    return findings;
}

}  // namespace

ports::ActionProvider actions(const LiveCounts& counts) {
    return [&counts](db::Read& read, base::Locale locale) {
        std::vector<ports::Action> actions;
        for (const Petition& petition : store::all(read)) {
            const auto text = store::public_text(read, petition.id, locale);
            if (!petition.published_at || !text) continue;
            actions.push_back(
                action_of(i18n::Translator{locale}, petition, *text, counts.count(petition.id).confirmed));
        }
        return actions;
    };
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Petitions"),
            .path = "staff/petitions",
            .icon = "signature",
            .group = ports::StaffGroup::signatures,
            .order = 20,
            .may_see = ports::whoever_may(auth::Permission::edit_content)};
}

ports::FactProvider person_facts() {
    return [](db::Read& read, ports::PersonKey person, base::Locale locale) {
        std::vector<ports::PersonFact> facts;
        for (const Signature& signature : store::of_address(read, person.address_hash))
            facts.push_back(fact_of(read, signature, i18n::Translator{locale}));
        return facts;
    };
}

std::vector<ports::PetitionRoom> rooms() {
    return {{.label = base::message("Review"),
             .path = "review",
             .icon = "flag",
             .permission = auth::Permission::moderate,
             .order = 10},
            {.label = base::message("Invalidations"),
             .path = "invalidations",
             .icon = "shield",
             .permission = auth::Permission::moderate,
             .order = 11}};
}

ports::PersonDataHolder person_data(const ports::CountChanges& changes, const ports::SignOnGuard& guard) {
    return {"petitions",
            [&guard](db::Read& read, ports::PersonKey person) { return export_person(read, person, guard); },
            [&changes](db::Write& write, ports::PersonKey person) { erase_person(write, person, changes); }};
}

ports::DocumentProvider search_documents() {
    return [](db::Read& read, const ports::DocumentPage& page) {
        auto documents = all_documents(read);
        std::erase_if(documents, [&](const ports::SearchDocument& each) { return each.key <= page.after; });
        if (documents.size() > page.limit) documents.resize(page.limit);
        return documents;
    };
}

std::vector<ports::Check> checks() {
    return {{"petitions.tally", tally_findings}, {"petitions.strays", stray_findings}};
}

}  // namespace petitions

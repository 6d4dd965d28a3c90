#include "features/mail_sending/slice.h"

#include <algorithm>
#include <iterator>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/mail_sending/tally_store.h"
#include "people/merging.h"
#include "people/store.h"
#include "ports/acting.h"

namespace mail_sending {
namespace {

constexpr std::int64_t kExported = 10'000, kTold = 50;

std::vector<ports::VariantFigures> figures(db::Read& read, MailingId mailing) {
    std::map<int, ports::VariantFigures> by_variant;
    for (const Blast& blast : store::of_mailing(read, mailing))
        for (const store::Tally& tally : store::tallies(read, blast.id)) {
            ports::VariantFigures& sum = by_variant[tally.variant.number];
            sum.variant = tally.variant;
            sum.delivered += tally.delivered;
            sum.left += tally.unsubscribed;
            sum.bounced += tally.returned();
        }
    std::vector<ports::VariantFigures> all;
    for (const auto& [number, sum] : by_variant) all.push_back(sum);
    return all;
}

std::string_view name_of(CopyState state) {
    static constexpr std::array<std::string_view, kCopyStates> kNames{"waiting",  "under way", "delivered", "refused",
                                                                      "given up", "not sent",  "held back"};
    return kNames[static_cast<std::size_t>(state)];
}

std::vector<store::Copy> copies_of(db::Read& read, ports::PersonKey key, std::int64_t limit) {
    std::vector<store::Copy> copies;
    const auto person = people::find_person_by_address(read, key.address_hash);
    if (!person || person->address_hash != key.address_hash) return copies;  // once, not for each of their addresses
    for (const auto self : people::selves(read, person->id))
        std::ranges::move(store::of_person(read, self, std::nullopt, limit), std::back_inserter(copies));
    return copies;
}

std::string blast_name(db::Read& read, const store::Copy& copy) {
    const auto blast = copy.blast ? store::find(read, *copy.blast) : std::nullopt;
    return blast ? blast->plan.name : std::string{};
}

std::string export_person(db::Read& read, ports::PersonKey key) {
    boost::json::array list;
    for (const store::Copy& copy : copies_of(read, key, kExported))
        list.push_back({{"mail", blast_name(read, copy)},
                        {"state", name_of(copy.state)},
                        {"attempts", copy.attempts},
                        {"at", i18n::machine_time(copy.at)}});
    return boost::json::serialize(list);
}

std::string words_of(const store::Tally& tally) {
    return fmt::format(
        "{} taken, {} delivered, {} refused, {} given up, {} dropped, {} hard, {} soft, {} blocked, {} complaints, {} "
        "left",
        tally.taken, tally.delivered, tally.refused, tally.given_up, tally.dropped, tally.hard, tally.soft,
        tally.blocked, tally.complaints, tally.unsubscribed);
}

// The tally of the same sending and wording among these, or zeros.
store::Tally counterpart(const std::vector<store::BlastTally>& all, const store::BlastTally& of) {
    const auto found = std::ranges::find_if(all, [&](const store::BlastTally& each) {
        return each.blast == of.blast && each.tally.variant == of.tally.variant;
    });
    return found == all.end() ? store::Tally{.variant = of.tally.variant} : found->tally;
}

// Where the tallies and the copies themselves differ, whichever of them is missing.
std::vector<ports::Finding> tally_findings(db::Read& read) {
    const auto kept = store::kept_tallies(read), counted = store::recounted_tallies(read);
    std::vector<ports::Finding> findings;
    const auto compare = [&](const store::BlastTally& of, const store::Tally& tally, const store::Tally& copies) {
        if (tally == copies) return;
        findings.push_back({fmt::format("sending {}, wording {}: the tally says {}; the copies are {}", of.blast.value,
                                        of.tally.variant.number, words_of(tally), words_of(copies))});
    };
    for (const auto& each : counted) compare(each, counterpart(kept, each), each.tally);
    for (const auto& each : kept)
        if (counterpart(counted, each) == store::Tally{.variant = each.tally.variant})
            compare(each, each.tally, {.variant = each.tally.variant});
    return findings;
}

}  // namespace

std::vector<ports::Check> checks() { return {{"mail_sending.tally", tally_findings}}; }

ports::MailSending port() {
    return {.figures = figures,
            .send_path =
                [](base::Locale locale, MailingId mailing) {
                    return fmt::format("{}?mailing={}", pages::path(locale, "/new"), mailing.value);
                },
            .send_single = [](db::Write& write,
                              const ports::MailSending::Single& single) { store::insert_single(write, single); },
            .person_of = [](db::Read& read, SentMailId id) -> std::optional<people::PersonId> {
                const auto copy = store::find_copy(read, id);
                if (!copy) return std::nullopt;
                return copy->person;
            }};
}

// The copies themselves name nobody: they say that a person who is no more got this mail then, and stay counted.
ports::PersonDataHolder person_data() {
    return {"mail_sending", export_person, [](db::Write& write, ports::PersonKey key) {
                store::forget_singles_of(write, key.address_hash);
                const auto person = people::find_person_by_address(write, key.address_hash);
                if (!person) return;
                for (const auto self : people::selves(write, person->id)) store::forget_words_about(write, self);
            }};
}

ports::FactProvider person_facts() {
    return [](db::Read& read, ports::PersonKey key, base::Locale locale) {
        const i18n::Translator t{locale};
        std::vector<ports::PersonFact> facts;
        for (const store::Copy& copy : copies_of(read, key, kTold)) {
            if (copy.state != CopyState::delivered && copy.state != CopyState::refused) continue;
            const auto name = blast_name(read, copy);
            const auto path = pages::path(locale, fmt::format("/people/{}", copy.person.value));
            const auto sentence = copy.state == CopyState::refused
                                      ? t("Their server refused the mail “{name}”.", {{"name", name}})
                                  : name.empty() ? t("Got a mail of a series.")
                                                 : t("Got the mail “{name}”.", {{"name", name}});
            facts.push_back({copy.at, "mail_sending", sentence, path});
        }
        return facts;
    };
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Sending"),
            .path = "staff/sending",
            .icon = "send",
            .group = ports::StaffGroup::mail,
            .order = 32,
            .may_see = ports::whoever_may(auth::Permission::publish)};
}

}  // namespace mail_sending

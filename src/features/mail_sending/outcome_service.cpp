#include "features/mail_sending/outcome_service.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "features/mail_sending/engine_service.h"
#include "features/mail_sending/tally_store.h"
#include "people/addresses.h"
#include "people/mail_standing.h"
#include "people/merging.h"

namespace mail_sending {
namespace {

constexpr std::size_t kLongestDetail = 500;  // characters

bool nothing_reached_the_server(const WorkBlock& block) {
    return std::ranges::all_of(block.results(), [](const auto& result) { return !result || is_unreached(*result); });
}

// Writes the settlement of one block, letter by letter.
class Settling {
public:
    Settling(const WorkBlock& block, base::Instant now)
        : block_(block), now_(now), unreached_(nothing_reached_the_server(block)) {}

    Settlement settle() {
        for (std::size_t i = 0; i < block_.letters().size(); ++i) add(block_.letters()[i], block_.results()[i]);
        return std::move(settlement_);
    }

private:
    void add(const Letter& letter, const std::optional<mail::DeliveryResult>& result) {
        if (!result) return put_back(letter, now_);
        if (result->delivery == mail::Delivery::delivered) return deliver(letter);
        if (!result->reason.empty()) settlement_.notes.push_back({letter.id, result->reason});
        if (result->delivery == mail::Delivery::permanent) return refuse(letter, *result);
        delay(letter, *result);
    }
    void put_back(const Letter& letter, base::Instant at) {
        settlement_.outcomes.push_back({letter.id, CopyState::waiting, letter.attempts - 1, at});
    }
    void deliver(const Letter& letter) {
        if (!block_.content().row)
            settlement_.outcomes.push_back({letter.id, CopyState::delivered, letter.attempts, now_});
        ++round(letter).delivered;
        ++settlement_.delivered;
        step(letter, &store::Tally::delivered);
    }
    void refuse(const Letter& letter, const mail::DeliveryResult& result) {
        settlement_.outcomes.push_back({letter.id, CopyState::refused, letter.attempts, now_});
        settlement_.refusals.push_back({letter.id, kind_of({result.code, result.reason}), result.reason, now_,
                                        ports::mark_of(letter.person.address_hash)});
        ++round(letter).refused;
        ++settlement_.refused;
        step(letter, &store::Tally::refused);
    }
    void delay(const Letter& letter, const mail::DeliveryResult& result) {
        ++settlement_.delayed;
        if (result.code != 0) {
            DomainRound& of_domain = round(letter);
            ++of_domain.delayed;
            of_domain.reason = result.reason;
        }
        const auto next = next_attempt({made_at(letter.id), letter.attempts}, now_);
        if (unreached_ && next) return put_back(letter, now_);
        settlement_.outcomes.push_back(
            {letter.id, next ? CopyState::waiting : CopyState::given_up, letter.attempts, next.value_or(now_)});
        if (!next) step(letter, &store::Tally::given_up);
    }
    void step(const Letter& letter, std::int64_t store::Tally::* field) {
        if (!letter.blast) {
            settlement_.finished_singles.push_back(letter.id);
            return;
        }
        store::Tally& tally = settlement_.steps[{*letter.blast, letter.variant.number}];
        tally.variant = letter.variant;
        ++(tally.*field);
    }
    DomainRound& round(const Letter& letter) { return settlement_.rounds[domain_of(letter.person.email)]; }

    const WorkBlock& block_;
    base::Instant now_;
    bool unreached_;
    Settlement settlement_;
};

std::int64_t store::Tally::* field_of(ports::ReturnKind kind) {
    switch (kind) {
        case ports::ReturnKind::hard:
            return &store::Tally::hard;
        case ports::ReturnKind::soft:
            return &store::Tally::soft;
        case ports::ReturnKind::blocked:
            return &store::Tally::blocked;
        case ports::ReturnKind::complaint:
            return &store::Tally::complaints;
        case ports::ReturnKind::left:
            return &store::Tally::unsubscribed;
    }
    return &store::Tally::blocked;
}

bool bounced_in_a_row(db::Read& read, people::PersonId person) {
    const auto newest = store::newest_returns(read, person, kSoftReturnsInARow);
    const auto is_soft = [](int kind) { return kind == static_cast<int>(ports::ReturnKind::soft); };
    return newest.size() == kSoftReturnsInARow && std::ranges::all_of(newest, is_soft);
}

// The address that the copy went to, of whoever goes on with it after a merge. nullopt: it is nobody's any more.
std::optional<std::int64_t> address_of(db::Read& read, const store::Copy& copy, const ports::MailReturn& returned) {
    const auto addresses = people::addresses_of(read, people::living(read, copy.person));
    if (addresses.empty()) return std::nullopt;
    if (!returned.address) return addresses.front().address_hash;
    for (const auto& address : addresses)
        if (ports::mark_of(address.address_hash) == *returned.address) return address.address_hash;
    return std::nullopt;
}

people::SuppressionReason reason_for(db::Read& read, const ports::MailReturn& returned, people::PersonId person) {
    if (returned.kind == ports::ReturnKind::hard) return people::SuppressionReason::unknown_address;
    if (returned.kind == ports::ReturnKind::complaint) return people::SuppressionReason::complaint;
    if (returned.kind == ports::ReturnKind::soft && bounced_in_a_row(read, person))
        return people::SuppressionReason::refused;
    return people::SuppressionReason::none;
}

}  // namespace

bool is_unreached(const mail::DeliveryResult& result) {
    return result.delivery == mail::Delivery::temporary && result.code == 0 &&
           result.handed_over == mail::HandedOver::no;
}

Settlement settlement_of(const WorkBlock& block, base::Instant now) { return Settling{block, now}.settle(); }

void record(db::Write& write, const WorkBlock& block, const Settlement& settlement) {
    store::record(write, settlement.outcomes);
    if (block.content().row) store::finish_delivered(write, *block.content().row);
    store::note(write, settlement.notes);
    for (const auto& [key, step] : settlement.steps) store::add(write, key.first, step);
    store::add_rounds(write, settlement.rounds);
    if (settlement.delivered > 0) store::add_delivered_today(write, settlement.delivered);
    for (const ports::MailReturn& refusal : settlement.refusals) note_return(write, refusal);
    store::forget_singles(write, settlement.finished_singles);
}

void record_decided(db::Database& database, const std::vector<store::Copy>& due,
                    const std::vector<store::Outcome>& decided) {
    std::unordered_map<SentMailId, const store::Copy*> by_id;
    for (const store::Copy& copy : due) by_id[copy.id] = &copy;
    std::map<std::pair<BlastId, int>, store::Tally> steps;
    std::vector<SentMailId> singles;
    for (const store::Outcome& outcome : decided) {
        if (outcome.state == CopyState::waiting) continue;
        const store::Copy& copy = *by_id.at(outcome.id);
        if (!copy.blast) {
            singles.push_back(copy.id);
            continue;
        }
        store::Tally& step = steps[{*copy.blast, copy.variant.number}];
        step.variant = copy.variant;
        ++step.dropped;
    }
    database.write([&](db::Write& write) {
        store::record(write, decided);
        for (const auto& [key, step] : steps) store::add(write, key.first, step);
        store::forget_singles(write, singles);
    });
}

void note_return(db::Write& write, const ports::MailReturn& returned) {
    const auto copy = store::find_copy(write, returned.mail);
    if (!copy) return;
    ports::MailReturn kept = returned;
    kept.detail = base::first_characters(kept.detail, kLongestDetail);
    if (!store::mark_returned(write, kept)) return;
    store::insert_return(write, kept);
    if (copy->blast) {
        store::Tally step{.variant = copy->variant};
        ++(step.*field_of(kept.kind));
        store::add(write, *copy->blast, step);
    }
    const auto address = address_of(write, *copy, kept);
    if (!address) return;
    const auto reason = reason_for(write, kept, copy->person);
    if (reason != people::SuppressionReason::none) people::suppress(write, {*address, reason, kept.detail, kept.at});
}

}  // namespace mail_sending

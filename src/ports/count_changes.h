// ports/count_changes.h - every step of a public count, told in the transaction that makes it.
//
// A slice that counts signers (petitions, endorsements) tells; slices that follow the count (the log that proves it,
// statistics, webhooks) listen and write rows of their own. A pending signature is no step: it is counted once its
// address is confirmed.
//
//     house.count_changes.add([](db::Write& write, std::span<const ports::CountChange> changes) { ... });
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/instant.h"
#include "platform/db/transaction.h"
#include "ports/petition_terms.h"

namespace ports {

// confirmed: counts from now on. withdrawn: by the signer, or with the person who was erased. invalidated: by staff,
// with a public reason. restored: an invalidation was undone.
enum class CountStep : unsigned char { confirmed = 0, withdrawn = 1, invalidated = 2, restored = 3 };

// One more for confirmed and restored, one less for the others.
constexpr int sign_of(CountStep step) { return step == CountStep::confirmed || step == CountStep::restored ? 1 : -1; }

// Whether the signer wrote why they sign. What they wrote: ports/signers.h.
enum class SaidWhy : unsigned char { no, yes };

struct CountChange {
    PetitionId petition;
    SignerClass signer_class;
    SignatureId signature;
    CountStep step;
    base::Instant at;
    base::Instant first_counted_at;  // when it was confirmed: of a step down, which day the step takes from
    std::string region{};            // "CA-ON" and its like in Canada, else the country, "FR"; empty where not known
    std::int64_t signer = 0;         // auth's keyed hash of their canonical address; 0 where not known
    std::string source{};            // the partner whose page it came from; empty for this site
    SaidWhy said_why = SaidWhy::no;
};

using CountListener = std::function<void(db::Write&, std::span<const CountChange>)>;

// Of a signature whose person was erased, whether it counted or not: what is kept about it apart is forgotten too.
using ForgettingListener = std::function<void(db::Write&, SignatureId)>;

// Of a signature that its signer took back when it no longer counted, since it was invalidated: no step of the count.
using LeavingListener = std::function<void(db::Write&, SignatureId)>;

class CountChanges {
public:
    void add(CountListener listener) { listeners_.push_back(std::move(listener)); }

    // In their order. Nothing to tell is fine. A listener that throws rolls the step back.
    void tell(db::Write& write, std::span<const CountChange> changes) const {
        if (changes.empty()) return;
        for (const CountListener& listener : listeners_) listener(write, changes);
    }

    void add_forgetting(ForgettingListener listener) { forgetting_.push_back(std::move(listener)); }

    void forget(db::Write& write, SignatureId signature) const {
        for (const ForgettingListener& listener : forgetting_) listener(write, signature);
    }

    void add_leaving(LeavingListener listener) { leaving_.push_back(std::move(listener)); }

    void leave(db::Write& write, SignatureId signature) const {
        for (const LeavingListener& listener : leaving_) listener(write, signature);
    }

private:
    std::vector<CountListener> listeners_;
    std::vector<ForgettingListener> forgetting_;
    std::vector<LeavingListener> leaving_;
};

}  // namespace ports

// features/partners/store.h - partners, their lines, who agreed, and counts by source: all SQL of this slice.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/partners/partner.h"
#include "people/person.h"
#include "platform/auth/principal.h"
#include "platform/db/transaction.h"
#include "ports/count_changes.h"

namespace partners::store {

enum class Changed : unsigned char { no, yes };

// Partners, by their English names.
std::vector<Partner> all(db::Read& read);
std::optional<Partner> find(db::Read& read, std::string_view code);
std::optional<Partner> find(db::Read& read, PartnerId id);
// nullopt: the code is taken.
std::optional<PartnerId> insert(db::Write& write, const PartnerWords& words, auth::StaffId by);
// Names and websites; the code stays.
void change(db::Write& write, PartnerId id, const PartnerWords& words);
void pause(db::Write& write, PartnerId id);
void resume(db::Write& write, PartnerId id);

// Lines. The newest is the one that is shown.
std::optional<Wording> newest_wording(db::Read& read, PartnerId partner);
void insert_wording(db::Write& write, PartnerId partner, const Line& line, auth::StaffId by);
struct OfPartner {
    PartnerId partner;
    Wording wording;
};
std::optional<OfPartner> find_wording(db::Read& read, PartnerWordingId id);

// Somebody who agreed.
struct Agreed {
    ConsentRowId id{0};
    PartnerId partner;
    PartnerWordingId wording;
    ports::PetitionId petition;
    ports::SignatureId signature;
    people::PersonId person;
    std::int64_t address_hash;
    base::Locale locale;
    std::string on_behalf_of, network;
    base::Instant ticked_at, confirmed_at;
    std::optional<base::Instant> ended_at{};
};
// no: this signature has agreed before.
Changed insert_agreed(db::Write& write, const Agreed& agreed);
std::optional<Agreed> agreed_with(db::Read& read, ports::SignatureId signature);
std::vector<Agreed> of_address(db::Read& read, std::int64_t address_hash);
// no: it has ended before.
Changed end(db::Write& write, ConsentRowId id);
// While a signature does not count, nothing is passed on.
struct Standing {
    ports::SignatureId signature;
    std::int64_t is_counted;  // 0 or 1
};
void follow(db::Write& write, std::span<const Standing> standings);
// Takes address and network out; they have ended.
void forget(db::Write& write, std::int64_t address_hash);
// Those that hold, behind `after`, oldest first.
struct Page {
    PartnerId partner;
    ConsentRowId after;
    std::int64_t limit;
};
std::vector<Agreed> standing(db::Read& read, const Page& page);

// Counts.
void count_steps(db::Write& write, std::span<const ports::CountChange> changes);
struct SourceCount {
    ports::PetitionId petition;
    std::string source;
    std::int64_t counted;
};
std::vector<SourceCount> counts(db::Read& read);                              // all that are not zero
std::vector<SourceCount> counts_of(db::Read& read, std::string_view source);  // by petition
struct AgreedCount {
    ports::PetitionId petition;
    std::int64_t standing;
};
std::vector<AgreedCount> agreed_counts(db::Read& read, PartnerId partner);

}  // namespace partners::store

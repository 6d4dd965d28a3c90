// features/mailing_list/sign_up_store.h - sign-ups, what limits their mails, and who joined and left.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "features/mailing_list/sign_up.h"
#include "platform/db/transaction.h"

namespace mailing_list::store {

enum class Changed : unsigned char { no, yes };

// Its id is ignored.
SignUpId insert_sign_up(db::Write& write, const SignUp& sign_up);
std::optional<SignUp> find_sign_up(db::Read& read, SignUpId id);
std::vector<SignUp> sign_ups_of(db::Read& read, std::int64_t address_hash);  // oldest first
Changed confirm(db::Write& write, SignUpId id);
Changed deny(db::Write& write, SignUpId id);
// One mail more, whose link works from now on.
void renew(db::Write& write, SignUpId id);
// Whether somebody said "this was not me" of this address since then.
bool was_denied_since(db::Read& read, std::int64_t address_hash, base::Instant since);
// Takes what is personal out of the sign-ups and events of this address.
void erase(db::Write& write, std::int64_t address_hash);

// Confirmed ones of one form, oldest first, as the listing of ports/list_door.h asks for them.
struct ConfirmedPage {
    std::int64_t form;  // 0: the program's own
    SignUpId after{0};
    std::int64_t skipped = 0, limit = 25;
    base::Instant asked_after, asked_before, confirmed_after, confirmed_before;
};
std::vector<SignUp> confirmed(db::Read& read, const ConfirmedPage& page);
std::int64_t count_confirmed(db::Read& read, std::int64_t form, std::int64_t at_most);

// Those that nobody confirmed: how many were asked for before, and away with at most so many of them. Returns how many.
std::int64_t count_unconfirmed(db::Read& read, base::Instant asked_before);
struct Forgetting {
    base::Instant before;
    std::int64_t limit = 1'000;
};
std::int64_t forget_unconfirmed(db::Write& write, const Forgetting& forgetting);

// Takes one mail from what this subject may cause on this day. no: nothing is left.
struct Allowance {
    std::string subject;
    std::int64_t day;  // since 1970, UTC
    std::int64_t most;
};
Changed take_allowance(db::Write& write, const Allowance& allowance);
void forget_allowances(db::Write& write, std::int64_t before_day);

enum class ListEvent : unsigned char { joined = 0, left = 1 };
struct ListEventRow {
    std::int64_t address_hash = 0;
    std::int64_t form = 0;  // 0: by no form that staff made
    ListEvent event = ListEvent::joined;
    base::Instant at{};
};
void record_event(db::Write& write, const ListEventRow& event);

// How many joined and left since then.
struct Movement {
    std::int64_t joined = 0, left = 0;
};
Movement movement_since(db::Read& read, base::Instant since);

}  // namespace mailing_list::store

// features/mail_sending/domain_store.h - domains that mails go to, the daily counts and the warm-up plan, and what came
// back.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/mail_sending/copy.h"
#include "features/mail_sending/pace.h"
#include "platform/db/transaction.h"

namespace mail_sending::store {

struct Domain {
    std::string name;
    std::int64_t per_minute = 0;  // 0: no limit
    base::Instant paused_until{};
    int storms = 0;
    std::string reason{};  // why it is paused: the other server's words
    std::int64_t delivered = 0, refused = 0, delayed = 0;
};
// Those that are limited, or paused now.
std::vector<Domain> restrained(db::Read& read, base::Instant now);
// The largest first.
std::vector<Domain> domains(db::Read& read, std::int64_t limit);
void limit_domain(db::Write& write, std::string_view name, std::int64_t per_minute);
void lift_pause(db::Write& write, std::string_view name);
// Adds the rounds of one block, and pauses the domains of storms.
void add_rounds(db::Write& write, const std::map<std::string, DomainRound>& rounds);

void add_delivered_today(db::Write& write, std::int64_t delivered);
std::int64_t delivered_today(db::Read& read, base::Instant now);
std::optional<WarmUp> warm_up(db::Read& read);
void set_warm_up(db::Write& write, const std::optional<WarmUp>& plan);  // nullopt: none

void insert_return(db::Write& write, const ports::MailReturn& returned);
// Marks the copy; false where it bears this mark, or a worse one, already.
bool mark_returned(db::Write& write, const ports::MailReturn& returned);
std::vector<ports::MailReturn> returns_of(db::Read& read, SentMailId mail);
// Kinds of returns of the newest copies of a person, newest first; 0: nothing came back.
std::vector<int> newest_returns(db::Read& read, people::PersonId person, std::int64_t limit);

}  // namespace mail_sending::store

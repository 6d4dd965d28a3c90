// features/presentations/offer_store.h - what was offered to whom, and what was mailed about it.
#pragma once
#include <optional>
#include <vector>

#include "features/presentations/notice.h"
#include "features/presentations/offer.h"
#include "platform/db/transaction.h"

namespace presentations::store {

struct NewOffer {
    PresentationId presentation;
    std::int64_t round;
    Candidate candidate;
    base::Instant expires_at;
};
OfferId insert_offer(db::Write& write, const NewOffer& offer);
std::optional<Offer> find_offer(db::Read& read, OfferId id);
std::vector<Offer> offers_of(db::Read& read, PresentationId presentation);  // oldest first
std::vector<Offer> open_offers(db::Read& read, ChampionId champion);        // oldest first
std::vector<Offer> expired_offers(db::Read& read, base::Instant now);       // open, and past their time

enum class Answered : unsigned char { no, yes };
struct Answer {
    OfferState state;
    std::string words{};
};
// no: it is not open any more.
Answered answer_offer(db::Write& write, OfferId id, const Answer& answer);
void erase_answers(db::Write& write, ChampionId champion);  // their words; what they answered stays
// Every open one of this presentation is gone.
void close_offers(db::Write& write, PresentationId presentation);

// Those before a change of dates do not count any more: everybody may be asked again. They get round 0.
void begin_anew(db::Write& write, PresentationId presentation);

// How many presentations a champion has around now, and open offers: booked ones from `from` until `until`.
struct Load {
    ChampionId champion;
    base::Instant from, until;
};
std::int64_t load_of(db::Read& read, const Load& load);

NoticeId insert_notice(db::Write& write, const Notice& notice);  // its id is made here
std::optional<Notice> find_notice(db::Read& read, NoticeId id);
std::vector<Notice> notices_of(db::Read& read, PresentationId presentation);  // oldest first

}  // namespace presentations::store

// features/editor_letters/letter_service.h - the way of a letter, in one transaction with the mails about it: asked,
// confirmed, held, waiting for its turn, sent.
#pragma once
#include "features/editor_letters/letter.h"
#include "features/editor_letters/services.h"
#include "platform/db/transaction.h"

namespace editor_letters {

// The mail with the link that confirms. no: five mails about it left already.
enum class Asked : unsigned char { no, yes };
Asked ask(const EditorLetter& letter, db::Write& write);

// Confirmed by its writer: sent where it is its turn, else it waits; held for staff where it looked odd or may insult,
// and while an election is near that concerns whoever reads the paper.
// Nothing for one that is no longer asked about.
void confirm(const Services& services, const EditorLetter& letter, db::Write& write);
// By staff, who read it: it goes on, or not, and its writer hears of it.
void let_go(const Services& services, const EditorLetter& letter, db::Write& write);
void refuse(const EditorLetter& letter, db::Write& write);

// Sends those who wait at this paper, as many as its day still takes: at most most_a_day in any 24 hours.
void take_turns(const Services& services, NewspaperId newspaper, db::Write& write);

// Its writer sends it without us: a mail with the link on which they tell when it was printed.
void send_own_way(const EditorLetter& letter, db::Write& write);

}  // namespace editor_letters

// features/dossiers/replies_service.h - what comes back to the reply address of a letter becomes an answer.
#pragma once
#include "features/dossiers/services.h"
#include "ports/mail_replies.h"

namespace dossiers {

// More than this to one letter is passed over: whoever holds its address cannot fill the house.
inline constexpr std::int64_t kMostAnswersToOne = 20;

// A report that the letter did not arrive is noted on the letter; a receipt, and one about a letter that is gone, is
// passed over. All else is kept, once: a machine's as such, a person's counted as an answer and handed on to who wrote
// the letter. services outlives it.
ports::MailReplyListener reply_listener(const Services& services);

}  // namespace dossiers

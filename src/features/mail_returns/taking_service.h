// features/mail_returns/taking_service.h - takes one mail that came back and does what follows from it.
#pragma once
#include <string_view>

#include "features/mail_returns/services.h"
#include "platform/inbound_mail/session.h"

namespace mail_returns {

// Whether it is one of our addresses for returns: the token in it is of our making.
bool knows(const Services& services, std::string_view recipient);

// Reads the mail and, in one transaction, for each recipient: counts it; notes it on the copy that the address names;
// takes whoever wrote "unsubscribe" off the list; keeps for staff what no program understands. Any bytes are fine.
// Throws what the database throws: then nothing was kept and the other server is to try again.
void take(const Services& services, const inbound_mail::Mail& mail);

// The mails of a Maildir's folder new/, each taken for the recipients that its headers name (Delivered-To,
// X-Original-To, else To) and moved to cur/; at most `limit` of them. Returns how many. Nothing where there is no such
// folder. A mail that was taken and could not be moved is taken again: every step may be repeated.
struct Maildir {
    std::string path;
    std::size_t limit = 500;
};
std::size_t take_from(const Services& services, const Maildir& maildir);

}  // namespace mail_returns

// features/partners/export.h - the people who agreed to be passed on to one partner, with the proof of it, as CSV.
#pragma once
#include "features/partners/partner.h"
#include "platform/db/transaction.h"
#include "platform/http/response.h"
#include "ports/petitions.h"

namespace partners {

// UTF-8 with a byte order mark, RFC 4180; cells that a spreadsheet would take for a formula begin with an apostrophe.
// Only agreements that hold, of signatures that count, of people who are still known.
void export_people(db::Read& read, const Partner& partner, const ports::PetitionReader& petitions,
                   const http::PartWriter& write);

}  // namespace partners

// features/mailing_list/seed.h - topics of mails for the demo.
#pragma once
#include "platform/db/transaction.h"

namespace mailing_list {

// Nothing where there are topics already.
void seed_demo(db::Write& write);

}  // namespace mailing_list

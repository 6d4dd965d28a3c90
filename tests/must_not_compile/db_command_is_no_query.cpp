// expect: no matching member function
// A command that returns rows still changes them: not through a Read.
#include "platform/db/transaction.h"

extern const db::Command<std::int64_t(std::int64_t)> kErase;
void wrong(db::Read& read) { read.one(kErase, 17); }

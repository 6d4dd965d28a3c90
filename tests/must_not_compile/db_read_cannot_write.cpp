// expect: no member named 'run'
// A GET handler holds a Read: it cannot change anything.
#include "platform/db/transaction.h"

extern const db::Command<void(std::int64_t)> kErase;
void wrong(db::Read& read) { read.run(kErase, 17); }

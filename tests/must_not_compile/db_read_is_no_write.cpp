// expect: no matching function|cannot bind|no viable|cannot convert|could not bind
// A function that writes cannot be reached from a page.
#include "platform/db/transaction.h"

void record(db::Write&);
void wrong(db::Read& read) { record(read); }

// expect: nothing
// The control of the db_ and http_ cases.
#include "platform/db/transaction.h"
#include "platform/http/router.h"

extern const db::Command<void(std::int64_t)> kErase;
extern const db::Query<std::int64_t(std::int64_t)> kCount;
http::Response show(const http::Request&, db::Read&);
void right(db::Write& write, http::Router& router) {
    write.run(kErase, 17);
    write.one(kCount, 17);
    router.get("/{locale}/show", show, {.name = "show"});
}

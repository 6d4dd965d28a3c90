// expect: no matching member function|no viable conversion
// The kind of a handler is its signature: a GET that writes is refused.
#include "platform/db/transaction.h"
#include "platform/http/router.h"

http::Response confirm(const http::Request&, db::Write&);
void wrong(http::Router& router) { router.get("/{locale}/confirm", confirm, {.name = "confirm"}); }

// platform/http/proxy.h - who is calling when a proxy stands in front.
#pragma once
#include "platform/http/client_address.h"
#include "platform/http/request.h"

namespace http {

struct Visitor {
    ClientAddress address;
    Scheme scheme = Scheme::http;
};

// The caller itself, unless it is a trusted proxy. Then: of X-Forwarded-For (else the for= of Forwarded), read from the
// right, the first address that is no trusted proxy, or the last one that can be read; and the right-most
// X-Forwarded-Proto (else proto=). What the visitor put there stands further left and is never believed.
Visitor visitor_behind(const ClientAddress& caller, const Headers& headers, const Networks& trusted_proxies);

}  // namespace http

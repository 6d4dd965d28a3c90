// platform/http/head_rules.h - what a request head has to obey before the parser sees it. The parser alone is too
// generous: two programs that read one request differently are how requests are smuggled past a proxy.
#pragma once
#include <string_view>

namespace http {

// 0, or the status to refuse the head with. head: from the request line to the empty line, inclusive.
//  - lines end in CR LF, neither stands alone; no control characters but tab in values; no line begins with a blank
//    (obs-fold); names are tokens with the colon right behind them; at most 100 fields (431)
//  - method SP target SP version, each once; the target is printable ASCII; HTTP/1.0 or HTTP/1.1 (else 505)
//  - exactly one Host in HTTP/1.1, at most one in 1.0, of the characters of a host and port
//  - Content-Length at most once, digits only, at most 15; Transfer-Encoding at most once, exactly "chunked", never
//    with Content-Length and never in HTTP/1.0 (another coding: 501)
int check_head(std::string_view head);

}  // namespace http

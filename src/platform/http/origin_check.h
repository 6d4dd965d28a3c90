// platform/http/origin_check.h - does a browser send this from our own pages? Instead of tokens in forms, so that
// public pages are the same for everybody and can be cached.
#pragma once
#include <string_view>

#include "platform/http/request.h"

namespace http {

// Whether a request that may change something is to be let through:
//  - Sec-Fetch-Site, which no page can forge, is decisive where it is sent: same-origin and none pass;
//  - else Origin has to be this host (the Host header, or public_url);
//  - neither: no browser of the last years, so no visitor's cookies are misused: passes.
// A request that public_url's own pages sent passes whatever Sec-Fetch-Site says of a proxy's other name.
bool comes_from_our_pages(const Request& request, std::string_view public_url);

}  // namespace http

// platform/http/origin_check.cpp - Sec-Fetch-Site and Origin.
#include "platform/http/origin_check.h"

#include "base/text.h"

namespace http {
namespace {

// "https://example.org/" -> "https://example.org"
std::string_view origin_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return url;
    return url.substr(0, url.find('/', scheme + 3));
}

std::string_view host_of(std::string_view origin) {
    const auto scheme = origin.find("://");
    return scheme == std::string_view::npos ? std::string_view{} : origin.substr(scheme + 3);
}

}  // namespace

bool comes_from_our_pages(const Request& request, std::string_view public_url) {
    const auto origin = request.headers.find("origin");
    const bool is_public_origin = origin && !public_url.empty() && origin_of(public_url) == *origin;
    if (is_public_origin) return true;
    if (const auto site = request.headers.find("sec-fetch-site"); site && !site->empty())
        return *site == "same-origin" || *site == "none";
    if (!origin) return true;
    const auto host = host_of(*origin);
    return !host.empty() && base::equals_ignoring_ascii_case(host, request.headers.view("host"));
}

}  // namespace http

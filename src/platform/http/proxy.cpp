// platform/http/proxy.cpp - X-Forwarded-For, X-Forwarded-Proto and Forwarded (RFC 7239), from the right.
#include "platform/http/proxy.h"

#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "platform/http/multipart.h"

namespace http {
namespace {

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// The elements of all headers of this name, as one list.
std::vector<std::string> elements(const Headers& headers, std::string_view name) {
    std::vector<std::string> found;
    for (const auto& value : headers.all(name)) {
        std::string_view rest = value;
        while (true) {
            const auto comma = rest.find(',');
            if (const auto element = without_blanks(rest.substr(0, comma)); !element.empty())
                found.emplace_back(element);
            if (comma == std::string_view::npos) break;
            rest.remove_prefix(comma + 1);
        }
    }
    return found;
}

// One parameter of each element of Forwarded, "" where an element lacks it.
std::vector<std::string> forwarded(const Headers& headers, std::string_view parameter) {
    auto found = elements(headers, "forwarded");
    for (auto& element : found) element = header_parameter(";" + element, parameter).value_or("");
    return found;
}

}  // namespace

Visitor visitor_behind(const ClientAddress& caller, const Headers& headers, const Networks& trusted_proxies) {
    Visitor visitor{caller};
    if (trusted_proxies.empty() || !contains(trusted_proxies, caller)) return visitor;
    auto addresses = elements(headers, "x-forwarded-for");
    if (addresses.empty()) addresses = forwarded(headers, "for");
    for (const auto& text : addresses | std::views::reverse) {
        const auto address = ClientAddress::parse(text);
        if (!address) break;
        visitor.address = *address;
        if (!contains(trusted_proxies, *address)) break;
    }
    auto schemes = elements(headers, "x-forwarded-proto");
    if (schemes.empty()) schemes = forwarded(headers, "proto");
    if (!schemes.empty() && base::equals_ignoring_ascii_case(schemes.back(), "https")) visitor.scheme = Scheme::https;
    return visitor;
}

}  // namespace http

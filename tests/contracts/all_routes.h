// tests/contracts/all_routes.h - an address for every route of the program, so that a promise can be held to all of
// them. A new route with an unknown {parameter} gets a made-up one and still has to keep every promise.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/router.h"

namespace contracts {

// Values that exist in the demo, by the beginning of the pattern and the parameter; anything else is "none".
inline std::string value_of(std::string_view pattern, std::string_view parameter) {
    if (parameter == "locale") return "en";
    if (parameter == "level") return "canada";
    if (parameter == "file" && pattern.starts_with("/sitemaps/")) return "1.xml";
    if (parameter == "file" && pattern.find("/feeds/") != std::string_view::npos) return "rss.xml";
    if (parameter == "file" && pattern.starts_with("/counters/")) return "equality-pledge.json";
    if (parameter == "section") return "solidarity";
    if (parameter == "year") return "2026";
    if (parameter == "month") return "11";
    if (parameter != "slug") return "none";
    if (pattern.find("/join/") != std::string_view::npos) return "news";
    if (pattern.find("/articles/") != std::string_view::npos) return "2026-11-18-port-salines-keeps-its-water-public";
    if (pattern.find("/petitions/") != std::string_view::npos) return "equality-pledge";
    if (pattern.find("/pages/") != std::string_view::npos) return "about";
    if (pattern.find("/jobs-lost/") != std::string_view::npos) return "night-shift";
    if (pattern.find("/staff/fairness-test/") != std::string_view::npos) return "example-top-rate";
    if (pattern.find("/fairness-test/") != std::string_view::npos) return "ontario";
    if (pattern.find("/levels/") != std::string_view::npos) return "canada";
    return "none";
}

// "/en/petitions/equality-pledge" for "/{locale}/petitions/{slug}".
inline std::string address_of(std::string_view pattern) {
    std::string address{pattern};
    for (auto open = address.find('{'); open != std::string::npos; open = address.find('{', open)) {
        const auto close = address.find('}', open);
        address.replace(open, close - open + 1, value_of(pattern, address.substr(open + 1, close - open - 1)));
    }
    return address;
}

// Pages that other sites may put into a frame, by the names of their routes.
inline bool may_be_framed(const http::Route& route) { return route.options.name.ends_with(".embed"); }

inline bool is_api(const http::Route& route) { return route.pattern.starts_with("/api/"); }
inline bool changes_something(const http::Route& route) { return route.method != http::Method::get; }

// Every GET that ends: an event stream does not.
inline std::vector<const http::Route*> pages_of(const http::Router& router) {
    std::vector<const http::Route*> found;
    for (const auto& route : router.routes())
        if (!changes_something(*route) && route->kind != http::RouteKind::stream) found.push_back(route.get());
    return found;
}

inline std::vector<const http::Route*> forms_of(const http::Router& router) {
    std::vector<const http::Route*> found;
    for (const auto& route : router.routes())
        if (changes_something(*route)) found.push_back(route.get());
    return found;
}

}  // namespace contracts

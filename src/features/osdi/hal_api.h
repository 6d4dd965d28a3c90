// features/osdi/hal_api.h - the shape of every answer: HAL with links, embedded resources and pages, and errors. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include "base/problem.h"
#include "base/result.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace osdi {

namespace json = boost::json;

inline constexpr std::string_view kPrefix = "/api/v2";
inline constexpr std::int64_t kPageSize = 25;          // also the largest
inline constexpr std::int64_t kMostSkipped = 250'000;  // how far a page number reaches; links reach further

// Where this API is for whoever sent the request: the site's own address, or the one they called.
class Root {
public:
    Root(const http::Request& request, const std::string& public_url);
    // The site's own address, where nobody called.
    explicit Root(const std::string& public_url) : root_(public_url + std::string{kPrefix}) {}
    // "people/17" -> "https://example.org/api/v2/people/17"; "" is the entry point.
    std::string url(std::string_view path) const;
    // The part of an address of ours behind the entry point: "people/17". nullopt for any other address.
    std::optional<std::string> path_of(std::string_view url) const;

private:
    std::string root_;
};

json::object link(std::string href);
// {"self": ..., "curies": [...]}
json::object links_of(const Root& root, std::string_view path);
// "alltogether:17" in front, then what other programs call it.
json::array identifiers(std::string_view own, const std::vector<std::string>& others = {});

// What the query says of pages.
struct Paging {
    std::int64_t page = 1, per_page = kPageSize;
    std::string after{};  // where the page begins, from a link of ours; empty: counted from page

    // Records in front of the page where it is found by its number.
    std::int64_t skipped() const { return after.empty() ? (page - 1) * per_page : 0; }
};
// Fields: page. per_page above kPageSize is kPageSize.
base::Result<Paging, base::Problems> read_paging(const http::Fields& query);

struct Collection {
    std::string rel, path;  // "osdi:people", "people"
    Paging paging;
    std::vector<json::object> items{};    // each with its self link
    std::optional<std::string> next{};    // where the next page begins; nullopt: this is the last
    std::optional<std::int64_t> total{};  // absent: more than anybody counts
    std::string filter{};                 // kept in links
};
json::object collection_json(const Root& root, const Collection& collection);

// Items [skipped, skipped + per_page) of a short list, as the collection's page.
void take_page(Collection& collection, std::vector<json::object> all);

http::Response respond(const json::object& resource, int status = 200);

// Problems with these fields answer with a status of their own; all others with 422.
inline constexpr std::string_view kNoKey = "key", kForbidden = "forbidden", kNotFound = "not_found",
                                  kMalformed = "malformed", kConflict = "conflict";
int status_of(const base::Problems& problems);

struct ErrorWords {
    int status;
    base::Locale locale;
    const base::Problems* problems = nullptr;
};
// {"error": sentence, "request_type": "atomic", "response_code": 422, "resource_status": [{"errors": [{"code",
// "description", "properties"}]}]}: Action Network's member, and the standard's beside it.
http::Response error_response(const ErrorWords& words);

}  // namespace osdi

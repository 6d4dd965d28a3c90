// platform/http/request.h - what a handler may know about the visitor's request. A plain struct: tests make one by
// hand.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "platform/http/client_address.h"
#include "platform/http/fields.h"

namespace auth {
struct Principal;
}

namespace http {

enum class Method : unsigned char { get, head, post, put, patch, delete_, options, other };

// "GET", "POST", ...; Method::other for a text that is none of them.
std::string_view name(Method method);
Method method_of(std::string_view name);

enum class Scheme : unsigned char { http, https };

// A file that came with a multipart form. The name and type are the browser's claim: never trusted.
struct UploadedFile {
    std::string field, name, type, bytes;
};

// The decoded fields of an urlencoded or multipart body. All texts are well-formed UTF-8.
struct Form : Fields {
    using Fields::Fields;
    std::vector<UploadedFile> files;
    // Fields that came with bytes that are no UTF-8, or with zero bytes; each is replaced by U+FFFD. The server refuses
    // such a form with a problem beside each of them, before parse is asked.
    std::vector<std::string> broken_fields;

    // The first file sent under this field with a byte in it, or nullptr.
    const UploadedFile* file(std::string_view field) const;

    // Whether a checkbox was ticked: its value is "1" (or "on", which browsers send for one without a value).
    bool is_ticked(std::string_view name) const;
};

// Whose key a request to the API bears, as the slice that keeps keys tells it to those that answer.
struct ApiCaller {
    std::int64_t key;                      // its number
    std::string name;                      // as staff call it
    std::int64_t scopes;                   // a set of ports::ApiScope
    std::optional<base::LevelId> level{};  // it works at this level and below it; absent: everywhere
};

struct Request {
    Method method = Method::get;  // HEAD comes as get: the server drops the body
    std::string path;             // percent-decoded, well-formed UTF-8, begins with '/'
    std::string query_string;     // as sent, without '?'
    Fields query;                 // decoded
    Fields parameters;            // of the pattern: {slug} is parameters.text("slug")
    Headers headers;
    Fields cookies;
    std::string body;  // as sent, chunks joined
    Form form;         // of a POST whose content type is a form's, else empty

    ClientAddress client;               // behind trusted proxies: the visitor, not the proxy
    Scheme scheme = Scheme::http;       // as the visitor's browser sees it
    base::Locale locale{};              // of the /en or /fr prefix, else the visitor's Accept-Language, else English
    base::Instant received_at;          // when the head was complete; the only clock a handler needs
    std::string request_id;             // made here, also in X-Request-Id and in the log
    std::string_view route;             // name of the route, for metrics and limits
    bool from_trusted_network = false;  // limits.trusted_networks: no limits, no fraud flags
    std::shared_ptr<const auth::Principal> staff{};  // who is signed in; null for the public
    std::shared_ptr<const ApiCaller> caller{};       // of a request to the API that bears a key; null without one

    std::string parameter(std::string_view name) const { return parameters.text(name); }

    // Whether the body is declared as application/json (or a +json type).
    bool is_json() const;
};

}  // namespace http

// ports/api_operation.h - what one address of the JSON API takes and gives, as data beside its route. app makes the
// OpenAPI document of them; a test holds them against the routes: none may be missing on either side.
//
//     const ports::ApiOperation kCount{
//         .method = http::Method::get, .path = "/api/v1/petitions/{slug}/count", .id = "countSignatures",
//         .summary = "How many signed",
//         .parameters = {{.name = "slug", .description = "of the petition's address"}},
//         .answers = {{.status = 200, .description = "The count, at most a second old", .fields = {
//             {.name = "confirmed", .type = ports::JsonType::integer}}}, ports::problem_answer(404, "No such
//             petition")}};
#pragma once
#include <string>
#include <vector>

#include "platform/http/request.h"

namespace ports {

// How a value is written in JSON. object and list say what is in them by `fields` (a list: of each of its objects; no
// fields: a list of texts, or an object whose names are not known beforehand and whose values are integers).
enum class JsonType : unsigned char { text, integer, number, boolean, object, list };

enum class Presence : unsigned char { required, optional };

struct ApiField {
    std::string name;
    JsonType type = JsonType::text;
    Presence presence = Presence::required;
    std::string description{};
    std::string format{};               // OpenAPI's: "email", "date-time", "uri"; empty for none
    std::string example{};              // as JSON shows it, a text without its quotes; empty for none
    std::vector<std::string> values{};  // all texts there are; empty: any
    std::vector<ApiField> fields{};     // of an object, or of each object of a list
};

struct ApiAnswer {
    int status;
    std::string description;
    std::vector<ApiField> fields{};                 // of the JSON object; empty: no body, or one of another type
    std::string content_type = "application/json";  // "text/event-stream" and "text/csv" are texts
};

// Who may call it: anybody, a signed-in member of staff (cookie), or a program with a key.
enum class ApiAccess : unsigned char { anybody, staff, key };

struct ApiOperation {
    http::Method method;
    std::string path;  // the route's pattern, which is OpenAPI's as well
    std::string id;    // lowerCamelCase, unique; client generators name functions by it
    std::string summary;
    std::string description{};
    std::vector<ApiField> parameters{};  // in the path, by their names there
    std::vector<ApiField> query{};       // behind the '?'
    std::vector<ApiField> body{};        // fields of the JSON object that is sent; empty: no body
    std::vector<ApiAnswer> answers{};
    ApiAccess access = ApiAccess::anybody;
};

// An answer as application/problem+json (RFC 9457).
inline ApiAnswer problem_answer(int status, std::string description) {
    return {.status = status,
            .description = std::move(description),
            .fields = {},
            .content_type = "application/problem+json"};
}

}  // namespace ports

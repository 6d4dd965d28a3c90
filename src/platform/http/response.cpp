// platform/http/response.cpp - makers of responses.
#include "platform/http/response.h"

#include <algorithm>
#include <array>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "platform/http/percent.h"
#include "platform/i18n/translator.h"

namespace http {
namespace {

struct Reason {
    int status;
    std::string_view text;
};
constexpr std::array kReasons{Reason{100, "Continue"},
                              Reason{200, "OK"},
                              Reason{201, "Created"},
                              Reason{202, "Accepted"},
                              Reason{204, "No Content"},
                              Reason{301, "Moved Permanently"},
                              Reason{302, "Found"},
                              Reason{303, "See Other"},
                              Reason{304, "Not Modified"},
                              Reason{307, "Temporary Redirect"},
                              Reason{308, "Permanent Redirect"},
                              Reason{400, "Bad Request"},
                              Reason{401, "Unauthorized"},
                              Reason{403, "Forbidden"},
                              Reason{404, "Not Found"},
                              Reason{405, "Method Not Allowed"},
                              Reason{406, "Not Acceptable"},
                              Reason{408, "Request Timeout"},
                              Reason{409, "Conflict"},
                              Reason{410, "Gone"},
                              Reason{411, "Length Required"},
                              Reason{412, "Precondition Failed"},
                              Reason{413, "Content Too Large"},
                              Reason{414, "URI Too Long"},
                              Reason{415, "Unsupported Media Type"},
                              Reason{417, "Expectation Failed"},
                              Reason{421, "Misdirected Request"},
                              Reason{422, "Unprocessable Content"},
                              Reason{429, "Too Many Requests"},
                              Reason{431, "Request Header Fields Too Large"},
                              Reason{500, "Internal Server Error"},
                              Reason{501, "Not Implemented"},
                              Reason{503, "Service Unavailable"},
                              Reason{505, "HTTP Version Not Supported"}};

Response typed(std::string_view type, std::string body, int status) {
    return {.status = status, .headers = {{"Content-Type", type}}, .body = std::move(body)};
}

Response redirect(int status, std::string_view path) {
    return {.status = status, .headers = {{"Location", encode_for_header(path)}}};
}

Response later(int status, base::Duration retry_after) {
    const auto seconds = std::max<std::int64_t>(1, (retry_after.microseconds + 999'999) / 1'000'000);
    return {.status = status, .headers = {{"Retry-After", std::to_string(seconds)}}};
}

// RFC 6266 and 8187: a plain name for old programs, the true one in UTF-8.
std::string disposition(std::string_view kind, std::string_view name) {
    std::string plain{name};
    std::ranges::replace_if(
        plain, [](unsigned char c) { return c < ' ' || c > '~' || c == '"' || c == '\\' || c == '/'; }, '_');
    std::string text{kind};
    text.append("; filename=\"").append(plain).append("\"; filename*=UTF-8''").append(percent_encode(name));
    return text;
}

}  // namespace

std::string_view Body::view() const {
    if (const auto* own = std::get_if<std::string>(&bytes_)) return *own;
    const auto& shared = std::get<std::shared_ptr<const std::string>>(bytes_);
    return shared ? std::string_view{*shared} : std::string_view{};
}

Response page(html::SafeHtml html, int status) {
    return typed("text/html; charset=utf-8", std::move(html).take(), status);
}
Response see_other(std::string_view path) { return redirect(303, path); }
Response moved_permanently(std::string_view path) { return redirect(301, path); }
Response error(int status) { return {.status = status}; }
Response not_found() { return error(404); }
Response forbidden() { return error(403); }
Response too_many_requests(base::Duration retry_after) { return later(429, retry_after); }
Response unavailable(base::Duration retry_after) { return later(503, retry_after); }
Response text(std::string body, int status) { return typed("text/plain; charset=utf-8", std::move(body), status); }
Response json(std::string body, int status) { return typed("application/json", std::move(body), status); }
Response no_content() { return {.status = 204}; }

Response problem_json(const ProblemDetails& details) {
    boost::json::object document{{"status", details.status},
                                 {"title", details.title.empty() ? reason(details.status) : details.title}};
    if (!details.problems.empty()) {
        const i18n::Translator translate{details.locale};
        boost::json::array errors;
        for (const auto& problem : details.problems)
            errors.push_back({{"field", problem.field}, {"message", translate(problem.message)}});
        document.emplace("errors", std::move(errors));
    }
    return typed("application/problem+json", boost::json::serialize(document), details.status);
}

Response download(Download file) {
    return {.headers = {{"Content-Type", file.type}, {"Content-Disposition", disposition("attachment", file.name)}},
            .body = std::move(file.bytes)};
}

Response made_download(const MadeDownload& file, BodyMaker make) {
    return {.headers = {{"Content-Type", file.type},
                        {"Content-Disposition", disposition("attachment", file.name)},
                        {"Cache-Control", "no-store"}},
            .make_body = std::move(make)};
}

Response picture(std::string type, Body bytes) {
    return {.headers = {{"Content-Type", type}}, .body = std::move(bytes)};
}

std::string_view reason(int status) {
    const auto found = std::ranges::find(kReasons, status, &Reason::status);
    return found == kReasons.end() ? "Status" : found->text;
}

}  // namespace http

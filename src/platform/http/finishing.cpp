// platform/http/finishing.cpp - the first and the last step of every request.
#include "platform/http/finishing.h"

#include "base/text.h"
#include "platform/db/connection.h"
#include "platform/http/forms.h"
#include "platform/http/percent.h"
#include "platform/http/proxy.h"
#include "platform/http/request_reader.h"
#include "platform/http/response_writer.h"
#include "platform/i18n/negotiation.h"
#include "platform/runtime/log.h"

namespace http {
namespace {

constexpr std::size_t kWorthCompressing = 1024;  // bytes; below, the packet is the same

constexpr auto kComeAgain = base::seconds(5);  // to a database that was out of reach

Response bare_error(int status) { return text(std::string{reason(status)} + "\n", status); }

// The headers that the handler gave stay; the page's own are added.
void take_page(Response& response, Response page) {
    response.body = std::move(page.body);
    for (std::size_t i = 0; i < page.headers.size(); ++i)
        if (!response.headers.has(page.headers[i].name)) response.headers.add(page.headers[i]);
}

std::string_view default_cache_control(const Request& request, const Route* route, const Response& response) {
    if (request.method != Method::get || response.status >= 400) return "no-store";
    if (request.staff || !response.cookies.empty() || (route && route->options.permission)) return "no-store";
    return route && route->options.cache == Cache::public_page ? "public, no-cache" : "private, no-cache";
}

bool is_cookie_path(std::string_view path) { return !is_api(path); }

void compress_body(const Request& request, Response& response) {
    const auto bytes = response.body.view();
    if (!is_compressible(response.headers.view("content-type")) || response.headers.has("content-encoding")) return;
    response.headers.add({"Vary", is_cookie_path(request.path) ? "Accept-Encoding, Cookie" : "Accept-Encoding"});
    const auto accepted = accepted_encodings(request.headers.view("accept-encoding"));
    if (bytes.size() < kWorthCompressing || !accepted.gzip) return;
    response.headers.add({"Content-Encoding", "gzip"});
    response.body = compress(bytes, Encoding::gzip);
}

// Pages of other sites may read what the API tells everybody. Without credentials: "*" makes browsers keep what they
// get in answer to a cookie from the page that asked.
void open_to_other_sites(const Request& request, Response& response) {
    const bool is_preflight = request.method == Method::options;
    if (!is_api(request.path) || (request.method != Method::get && !is_preflight)) return;
    if (!response.headers.has("access-control-allow-origin"))
        response.headers.add({"Access-Control-Allow-Origin", "*"});
    if (!is_preflight) return;
    response.headers.add({"Access-Control-Allow-Methods", "GET, HEAD"});
    response.headers.add({"Access-Control-Max-Age", "86400"});
}

base::Locale locale_for(const Request& request) {
    if (const auto locale = i18n::locale_of_path(request.path)) return *locale;
    return i18n::preferred_locale(request.headers.view("accept-language")).value_or(base::Locale::english);
}

}  // namespace

bool is_api(std::string_view path) { return path.starts_with("/api/"); }

int make_request(RawRequest& raw, const ServerConfig& config, Arrival arrival, Request& request) {
    auto path = strict_percent_decode(raw.path());
    auto query = read_urlencoded(raw.query());
    const bool is_broken = !path || path->find('\0') != std::string::npos || !base::is_valid_utf8(*path) || !query ||
                           !query->broken_fields.empty();
    request.method = raw.method == Method::head ? Method::get : raw.method;
    request.query_string = raw.query();
    request.headers = std::move(raw.headers);
    request.body = std::move(raw.body);
    request.path = is_broken ? "/" : *std::move(path);
    if (!is_broken) request.query = *std::move(query);
    request.cookies = read_cookies(request.headers.view("cookie"));
    const auto visitor = visitor_behind(arrival.caller, request.headers, config.trusted_proxies);
    request.client = visitor.address;
    request.scheme = config.public_url.starts_with("https://") ? Scheme::https : visitor.scheme;
    request.from_trusted_network = contains(config.trusted_networks, request.client);
    request.locale = locale_for(request);
    request.received_at = arrival.at;
    request.request_id = std::move(arrival.request_id);
    return is_broken ? 400 : 0;
}

void fill_error(const Core& core, const Request& request, Response& response, const base::Problems* problems) {
    if (response.status < 400 || !response.body.empty()) return;
    const ErrorContext context{response.status, request.locale, request.request_id, request.path, problems};
    if (is_api(request.path)) {
        auto own = core.hooks.api_error ? core.hooks.api_error(context) : std::nullopt;
        if (own) return take_page(response, *std::move(own));
        take_page(response, problem_json({.status = response.status,
                                          .title = {},
                                          .locale = request.locale,
                                          .problems = problems ? *problems : base::Problems{}}));
        return;
    }
    if (!core.hooks.error_page) return take_page(response, bare_error(response.status));
    take_page(response, core.hooks.error_page(context));
}

void finish(const Request& request, const Route* route, Response& response) {
    open_to_other_sites(request, response);
    if (!response.headers.has("cache-control"))
        response.headers.add({"Cache-Control", default_cache_control(request, route, response)});
    if (response.make_body) return;
    const bool may_be_kept =
        request.method == Method::get && response.status == 200 && response.headers.view("cache-control") != "no-store";
    if (may_be_kept && !response.headers.has("etag"))
        response.headers.add({"ETag", "W/" + entity_tag(response.body.view(), "")});
    if (may_be_kept && names_tag(request.headers.view("if-none-match"), response.headers.view("etag"))) {
        response.status = 304;
        response.body = {};
    }
    compress_body(request, response);
}

Response response_to_fault(const Request& request, const std::exception& fault) {
    runtime::log_error({request.request_id}, "a handler failed",
                       {{"route", request.route}, {"method", name(request.method)}, {"fault", fault.what()}});
    if (dynamic_cast<const db::Unavailable*>(&fault) != nullptr) return unavailable(kComeAgain);
    return error(500);
}

}  // namespace http

#include "features/osdi/hal_api.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/whole_number.h"
#include "platform/http/percent.h"
#include "platform/i18n/translator.h"

namespace osdi {
namespace {

std::string_view host_of(std::string_view url) {
    const auto begin = url.find("://");
    if (begin == std::string_view::npos) return {};
    url.remove_prefix(begin + 3);
    return url.substr(0, url.find('/'));
}

std::string called_at(const http::Request& request) {
    return fmt::format("{}://{}", request.scheme == http::Scheme::https ? "https" : "http",
                       request.headers.view("host"));
}

json::array curies() {
    return {json::object{
        {"name", "osdi"}, {"href", "https://opensupporter.github.io/osdi-docs/{rel}"}, {"templated", true}}};
}

std::string page_path(const Collection& collection, std::int64_t page, std::string_view after) {
    std::string path = fmt::format("{}?page={}", collection.path, page);
    if (collection.paging.per_page != kPageSize) path += fmt::format("&per_page={}", collection.paging.per_page);
    if (!after.empty()) path += fmt::format("&after={}", after);
    if (!collection.filter.empty()) path += "&filter=" + http::percent_encode(collection.filter);
    return path;
}

std::string_view code_of(int status) {
    switch (status) {
        case 400:
            return "bad_request";
        case 401:
            return "unauthorized";
        case 403:
            return "forbidden";
        case 404:
            return "not_found";
        case 409:
            return "conflict";
        case 422:
            return "unprocessable_entity";
        case 429:
            return "too_many_requests";
        default:
            return status >= 500 ? "internal_server_error" : "bad_request";
    }
}

json::array errors_of(const i18n::Translator& t, const base::Problems& problems) {
    json::array errors;
    for (const auto& problem : problems) {
        json::object error{{"code", "INVALID"}, {"description", t(problem.message)}};
        if (!problem.field.empty()) error["properties"] = json::array{json::value(problem.field)};
        errors.push_back(std::move(error));
    }
    return errors;
}

std::string sentence_of(const i18n::Translator& t, const ErrorWords& words) {
    if (words.problems != nullptr && !words.problems->empty()) return t(words.problems->front().message);
    switch (words.status) {
        case 401:
            return t("API key invalid or not present");
        case 403:
            return t("This key may not do that.");
        case 404:
            return t("There is nothing at this address.");
        case 429:
            return t("Too many requests with this key. Retry-After says when to come again.");
        default:
            return std::string{http::reason(words.status)};
    }
}

}  // namespace

Root::Root(const http::Request& request, const std::string& public_url) {
    const bool is_own = base::equals_ignoring_ascii_case(host_of(public_url), request.headers.view("host"));
    root_ = (is_own ? public_url : called_at(request)) + std::string{kPrefix};
}

std::string Root::url(std::string_view path) const { return fmt::format("{}/{}", root_, path); }

std::optional<std::string> Root::path_of(std::string_view url) const {
    const std::string begin = root_ + "/";
    if (!url.starts_with(begin)) return std::nullopt;
    return std::string{url.substr(begin.size())};
}

json::object link(std::string href) { return {{"href", std::move(href)}}; }

json::object links_of(const Root& root, std::string_view path) {
    return {{"curies", curies()}, {"self", link(root.url(path))}};
}

json::array identifiers(std::string_view own, const std::vector<std::string>& others) {
    json::array all{json::value(fmt::format("alltogether:{}", own))};
    for (const std::string& other : others) all.emplace_back(other);
    return all;
}

base::Result<Paging, base::Problems> read_paging(const http::Fields& query) {
    const auto number = [&](std::string_view name, std::int64_t usual) {
        return query.has(name) ? base::whole_number(query.view(name)).value_or(0) : usual;
    };
    Paging paging{number("page", 1), number("per_page", kPageSize), query.text("after")};
    const bool is_sound = paging.page >= 1 && paging.page <= 1'000'000'000 && paging.per_page >= 1;
    if (!is_sound || paging.after.size() > 60)
        return base::Problems{{std::string{kMalformed}, base::message("page and per_page are numbers from 1.")}};
    paging.per_page = std::min(paging.per_page, kPageSize);
    if (paging.skipped() > kMostSkipped)
        return base::Problems{{std::string{kMalformed},
                               base::message("This page is too far to be counted to. Follow the links to the next.")}};
    return paging;
}

json::object collection_json(const Root& root, const Collection& collection) {
    const auto& paging = collection.paging;
    auto links = links_of(root, page_path(collection, paging.page, paging.after));
    json::array hrefs, embedded;
    for (const auto& item : collection.items) {
        hrefs.push_back(item.at("_links").at("self"));
        embedded.push_back(item);
    }
    links[collection.rel] = std::move(hrefs);
    if (collection.next) links["next"] = link(root.url(page_path(collection, paging.page + 1, *collection.next)));
    if (paging.page > 1 && paging.after.empty())
        links["previous"] = link(root.url(page_path(collection, paging.page - 1, {})));
    json::object page{{"per_page", paging.per_page}, {"page", paging.page}};
    if (collection.total) {
        page["total_pages"] = (*collection.total + paging.per_page - 1) / paging.per_page;
        page["total_records"] = *collection.total;
    }
    page["_links"] = std::move(links);
    page["_embedded"] = json::object{{collection.rel, std::move(embedded)}};
    return page;
}

void take_page(Collection& collection, std::vector<json::object> all) {
    const auto size = static_cast<std::int64_t>(all.size());
    const auto begin = std::min((collection.paging.page - 1) * collection.paging.per_page, size);
    const auto end = std::min(begin + collection.paging.per_page, size);
    collection.total = size;
    if (end < size) collection.next.emplace();
    collection.items.assign(std::make_move_iterator(all.begin() + begin), std::make_move_iterator(all.begin() + end));
}

http::Response respond(const json::object& resource, int status) {
    http::Response response{.status = status, .body = json::serialize(resource)};
    response.headers.add({"Content-Type", "application/hal+json"});
    response.headers.add({"Cache-Control", "no-store"});
    return response;
}

int status_of(const base::Problems& problems) {
    const auto has = [&](std::string_view field) { return base::find_problem(problems, field) != nullptr; };
    if (has(kNoKey)) return 401;
    if (has(kForbidden)) return 403;
    if (has(kNotFound)) return 404;
    if (has(kMalformed)) return 400;
    return has(kConflict) ? 409 : 422;
}

http::Response error_response(const ErrorWords& words) {
    const i18n::Translator t{words.locale};
    json::object error{{"error", sentence_of(t, words)}, {"request_type", "atomic"}, {"response_code", words.status}};
    if (words.problems != nullptr && !words.problems->empty())
        error["resource_status"] = json::array{
            json::object{{"response_code", code_of(words.status)}, {"errors", errors_of(t, *words.problems)}}};
    auto response = http::json(json::serialize(error), words.status);
    if (words.status == 401) response.headers.add({"WWW-Authenticate", "Bearer"});
    return response;
}

}  // namespace osdi

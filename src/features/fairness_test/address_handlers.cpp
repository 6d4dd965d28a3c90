#include "features/fairness_test/address_handlers.h"

#include <fmt/format.h>

#include "models/statistics/csv_table.h"

namespace fairness_test {

OwnForm own_form(const http::Fields& query) {
    OwnForm form{.place = query.text("place")};
    for (std::size_t i = 0; i < kLevers; ++i) form.values[i] = query.text(kind_of(static_cast<Lever>(i)).name);
    if (form.place.empty()) form.place = "ON";
    return form;
}

Depth depth_of(const http::Request& request) {
    return request.query.text("depth") == "full" ? Depth::full : Depth::quick;
}

std::optional<int> rules_version(const http::Request& request) {
    constexpr std::int64_t kLargest = 10'000;
    const auto version = statistics::integer_of(request.query.text("rules"));
    return version && *version > 0 && *version <= kLargest ? std::optional{static_cast<int>(*version)} : std::nullopt;
}

std::string query_suffix(const http::Request& request) {
    return request.query_string.empty() ? std::string{} : "?" + request.query_string;
}

pages::Addresses addresses_of(const TestAnswer& answer, const http::Request& request, std::string_view public_url) {
    const bool is_record = answer.budget.kind == budget_fairness::BudgetKind::record;
    std::string query;
    if (answer.budget.slug == kOwn) {
        if (const auto own = read_own(own_form(request.query))) query = "?" + query_of(*own);
    } else if (is_record) {
        query = fmt::format("?since={}&prices={}", answer.budget.first_year, name_of(answer.prices));
    }
    const bool asks_families = is_record || changes_law(answer.budget);
    const bool is_whole = asks_families && answer.incomes.effects && !answer.is_sample();
    if (is_whole) query += query.empty() ? "?depth=full" : "&depth=full";  // so that it gives the same answer again
    const std::string path = pages::budget_path(request.locale, answer.budget.slug);
    const std::string by_rules = fmt::format("?rules={}{}{}", answer.rubric->version, query.empty() ? "" : "&",
                                             query.substr(query.empty() ? 0 : 1));
    const std::string today = path + query;
    if (rules_version(request)) query = by_rules;
    return {.link = fmt::format("{}{}{}", public_url, path, by_rules),
            .page = path + query,
            .today = today,
            .csv = path + "/figures.csv" + query,
            .json = fmt::format("/api/v1/fairness-test/{}{}", answer.budget.slug, query),
            .embed = fmt::format("{}{}/embed{}", public_url, path, by_rules)};
}

}  // namespace fairness_test

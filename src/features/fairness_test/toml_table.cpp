#include "features/fairness_test/toml_table.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace fairness_test {
namespace {

constexpr std::size_t kLongestAddress = 500;
constexpr std::size_t kMostAddresses = 20;

bool is_address(std::string_view text) {
    constexpr std::string_view kScheme = "https://";
    if (!text.starts_with(kScheme) || text.size() == kScheme.size() || text.size() > kLongestAddress) return false;
    return text.find_first_of(" \t\r\n\"<>\\") == std::string_view::npos;
}

bool has_control_character(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n') || byte == 0x7f;
    });
}

}  // namespace

int line_of(const toml::node& node) {
    const auto line = node.source().begin.line;
    return line == 0 ? 1 : static_cast<int>(line);
}

std::string TomlTable::place_of(std::string_view key) const {
    return place_.empty() ? std::string{key} : place_ + '.' + std::string{key};
}

void TomlTable::refuse(std::string_view key, base::Message message) {
    const toml::node* node = table_.get(key);
    problems_.push_back({line_of(node == nullptr ? table_ : *node), place_of(key), message});
}

bool TomlTable::is_refused(std::string_view key) const {
    return std::ranges::find(problems_, place_of(key), &DocumentProblem::place) != problems_.end();
}

const toml::node* TomlTable::take(std::string_view key, Need need) {
    asked_.emplace(key);
    const toml::node* node = table_.get(key);
    if (node == nullptr && need == Need::required) refuse(key, base::message("This is missing."));
    return node;
}

std::string TomlTable::text(std::string_view key, const TextRule& rule) {
    const toml::node* node = take(key, rule.need);
    if (node == nullptr) return {};
    const auto value = node->value_exact<std::string>();
    if (!value) return refuse(key, base::message("This must be a text.")), std::string{};
    if (value->empty() && rule.need == Need::required) refuse(key, base::message("This is missing."));
    if (value->size() > rule.most * 4) refuse(key, base::message("This text is too long."));
    if (has_control_character(*value)) refuse(key, base::message("This text holds characters that nobody sees."));
    return *value;
}

std::string TomlTable::address(std::string_view key, Need need) {
    const std::string value = text(key, {need, kLongestAddress});
    if (!value.empty() && !is_address(value)) refuse(key, base::message("This address must begin with https://."));
    return value;
}

std::vector<std::string> TomlTable::addresses(std::string_view key) {
    std::vector<std::string> found;
    const toml::node* node = take(key, Need::optional);
    if (node == nullptr) return found;
    const toml::array* list = node->as_array();
    if (list == nullptr || list->size() > kMostAddresses)
        return refuse(key, base::message("This must be a list of at most 20 addresses.")), found;
    for (const toml::node& each : *list) {
        const auto value = each.value_exact<std::string>();
        if (!value || !is_address(*value))
            problems_.push_back(
                {line_of(each), place_of(key), base::message("This address must begin with https://.")});
        else
            found.push_back(*value);
    }
    return found;
}

budget_fairness::Words TomlTable::words(std::string_view key, const TextRule& rule) {
    const toml::node* node = take(key, rule.need);
    if (node == nullptr) return {};
    const toml::table* both = node->as_table();
    if (both == nullptr)
        return refuse(key, base::message("Write this in both languages: en and fr.")), budget_fairness::Words{};
    TomlTable languages{*both, place_of(key), problems_};
    budget_fairness::Words words{languages.text("en", rule), languages.text("fr", rule)};
    if (words.english.empty() != words.french.empty() && rule.need == Need::optional)
        refuse(key, base::message("Write this in both languages: en and fr."));
    languages.finish();
    return words;
}

double TomlTable::number(std::string_view key, const Bounds& bounds) {
    const toml::node* node = take(key, Need::required);
    if (node == nullptr) return bounds.least;
    const auto value = node->is_number() ? node->value<double>() : std::nullopt;
    if (!value) return refuse(key, base::message("This must be a number.")), bounds.least;
    if (!std::isfinite(*value) || *value < bounds.least || *value > bounds.most)
        return refuse(key, base::message("This number is out of range.")), bounds.least;
    return *value;
}

int TomlTable::whole_number(std::string_view key, const Bounds& bounds) {
    const toml::node* node = take(key, Need::required);
    if (node == nullptr) return static_cast<int>(bounds.least);
    const auto value = node->value_exact<std::int64_t>();
    if (!value) return refuse(key, base::message("This must be a whole number.")), static_cast<int>(bounds.least);
    if (static_cast<double>(*value) < bounds.least || static_cast<double>(*value) > bounds.most)
        return refuse(key, base::message("This number is out of range.")), static_cast<int>(bounds.least);
    return static_cast<int>(*value);
}

std::chrono::year_month_day TomlTable::date(std::string_view key) {
    const toml::node* node = take(key, Need::required);
    if (node == nullptr) return {};
    const auto value = node->value_exact<toml::date>();
    if (!value) return refuse(key, base::message("This must be a day: 2026-11-30.")), std::chrono::year_month_day{};
    return std::chrono::year{value->year} / value->month / value->day;
}

std::vector<TomlTable> TomlTable::tables(std::string_view key, std::size_t most) {
    std::vector<TomlTable> found;
    const toml::node* node = take(key, Need::optional);
    if (node == nullptr) return found;
    const toml::array* list = node->as_array();
    if (list == nullptr || list->size() > most)
        return refuse(key, base::message("This must be a list, and not such a long one.")), found;
    for (const toml::node& each : *list) {
        const toml::table* table = each.as_table();
        const std::string place = place_of(key) + '.' + std::to_string(found.size() + 1);
        if (table == nullptr)
            problems_.push_back({line_of(each), place, base::message("This must be a table.")});
        else
            found.emplace_back(*table, place, problems_);
    }
    return found;
}

void TomlTable::finish() {
    for (const auto& [key, node] : table_)
        if (!asked_.contains(key.str()))
            problems_.push_back({line_of(node), place_of(key.str()), base::message("There is no such key.")});
}

}  // namespace fairness_test

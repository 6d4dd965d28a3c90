#include "features/osdi/filter.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "base/text.h"

namespace osdi {
namespace {

constexpr std::array<std::pair<std::string_view, FilterField>, 8> kFields{{
    {"email_address", FilterField::email_address},
    {"identifier", FilterField::identifier},
    {"given_name", FilterField::given_name},
    {"family_name", FilterField::family_name},
    {"region", FilterField::region},
    {"postal_code", FilterField::postal_code},
    {"created_date", FilterField::created_date},
    {"modified_date", FilterField::modified_date},
}};
constexpr std::array<std::pair<std::string_view, Comparison>, 5> kComparisons{{
    {"eq", Comparison::eq},
    {"gt", Comparison::gt},
    {"lt", Comparison::lt},
    {"ge", Comparison::ge},
    {"le", Comparison::le},
}};

template <class Value, std::size_t Size>
std::optional<Value> named(const std::array<std::pair<std::string_view, Value>, Size>& all, std::string_view name) {
    const auto found =
        std::ranges::find_if(all, [&](const auto& each) { return base::equals_ignoring_ascii_case(each.first, name); });
    return found == all.end() ? std::nullopt : std::optional{found->second};
}

bool is_date(FilterField field) { return field == FilterField::created_date || field == FilterField::modified_date; }

// Takes a text apart from its beginning.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool is_done() {
        skip_blanks();
        return rest_.empty();
    }

    std::string_view word() {
        skip_blanks();
        const auto end = std::ranges::find_if_not(
            rest_, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; });
        return take(static_cast<std::size_t>(end - rest_.begin()));
    }

    // nullopt: no quotation mark in front, or none at the end.
    std::optional<std::string> quoted() {
        skip_blanks();
        if (!rest_.starts_with('\'')) return std::nullopt;
        std::string value;
        for (rest_.remove_prefix(1); !rest_.empty(); rest_.remove_prefix(1)) {
            if (rest_.front() == '\'' && !rest_.starts_with("''")) {
                rest_.remove_prefix(1);
                return value;
            }
            if (rest_.front() == '\'') rest_.remove_prefix(1);
            value += rest_.front();
        }
        return std::nullopt;
    }

private:
    void skip_blanks() {
        while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    }
    std::string_view take(std::size_t size) {
        const auto taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    std::string_view rest_;
};

base::Result<Condition, base::Message> read_condition(Reader& reader) {
    const auto field = named(kFields, reader.word());
    if (!field) return base::message("The filter names a field that cannot be asked for.");
    const auto comparison = named(kComparisons, reader.word());
    if (!comparison) return base::message("The filter needs one of eq, gt, lt, ge or le behind each field.");
    auto value = reader.quoted();
    if (!value) return base::message("The filter needs a value in single quotation marks.");
    if (!is_date(*field) && *comparison != Comparison::eq)
        return base::message("The filter knows gt, lt, ge and le for dates only.");
    Condition condition{*field, *comparison, *std::move(value)};
    if (!is_date(*field)) return condition;
    const auto at = read_time(condition.value);
    if (!at) return base::message("The filter holds a date that is none, such as 2026-11-22T18:00:00Z.");
    condition.at = *at;
    return condition;
}

struct Span {
    base::Instant& after;
    base::Instant& before;
};

void narrow(Span span, const Condition& condition) {
    constexpr base::Duration kSecond = base::seconds(1), kLeast{1};
    const bool ends = condition.comparison != Comparison::gt && condition.comparison != Comparison::ge;
    const bool begins = condition.comparison != Comparison::lt && condition.comparison != Comparison::le;
    const auto begin = condition.comparison == Comparison::gt ? condition.at : condition.at - kLeast;
    const auto end = condition.comparison == Comparison::lt ? condition.at : condition.at + kSecond;
    if (begins) span.after = std::max(span.after, begin);
    if (ends) span.before = std::min(span.before, end);
}

// Exactly this many digits in front of the text.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    if (text.size() < count) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take_mark(std::string_view& text, char mark) {
    if (!text.starts_with(mark)) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::int64_t> take_day(std::string_view& text) {
    const auto year = take_digits(text, 4);
    if (!year || *year < 1970 || !take_mark(text, '-')) return std::nullopt;
    const auto month = take_digits(text, 2);
    if (!month || !take_mark(text, '-')) return std::nullopt;
    const auto day = take_digits(text, 2);
    if (!day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days{date}.time_since_epoch().count();
}

std::optional<std::int64_t> take_hour_and_minute(std::string_view& text) {
    const auto hour = take_digits(text, 2);
    if (!hour || *hour > 23 || !take_mark(text, ':')) return std::nullopt;
    const auto minute = take_digits(text, 2);
    if (!minute || *minute > 59) return std::nullopt;
    return *hour * 3'600 + *minute * 60;
}

// Seconds and a fraction that is not looked at further than to microseconds.
std::optional<std::int64_t> take_seconds(std::string_view& text) {
    if (!take_mark(text, ':')) return 0;
    const auto second = take_digits(text, 2);
    if (!second || *second > 59) return std::nullopt;
    std::int64_t micros = *second * 1'000'000LL, place = 100'000;
    if (!take_mark(text, '.')) return micros;
    if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1), place /= 10)
        micros += (text.front() - '0') * place;
    return micros;
}

// Seconds east of Greenwich.
std::optional<std::int64_t> take_offset(std::string_view& text) {
    if (text.empty() || take_mark(text, 'Z')) return 0;
    const bool is_east = text.starts_with('+');
    if (!is_east && !text.starts_with('-')) return std::nullopt;
    text.remove_prefix(1);
    const auto offset = take_hour_and_minute(text);
    if (!offset) return std::nullopt;
    return is_east ? *offset : -*offset;
}

}  // namespace

const std::string* Filter::value(FilterField field) const {
    const auto found = std::ranges::find(conditions, field, &Condition::field);
    return found == conditions.end() ? nullptr : &found->value;
}

ports::TimeSpans Filter::spans() const {
    ports::TimeSpans spans;
    for (const Condition& condition : conditions) {
        if (condition.field == FilterField::created_date)
            narrow({spans.created_after, spans.created_before}, condition);
        if (condition.field == FilterField::modified_date)
            narrow({spans.changed_after, spans.changed_before}, condition);
    }
    return spans;
}

base::Result<Filter, base::Message> read_filter(std::string_view text) {
    if (text.size() > kLongestFilter) return base::message("The filter is too long.");
    Filter filter;
    Reader reader{text};
    if (reader.is_done()) return filter;
    while (true) {
        auto condition = read_condition(reader);
        if (!condition) return condition.error();
        filter.conditions.push_back(*std::move(condition));
        if (reader.is_done()) return filter;
        if (!base::equals_ignoring_ascii_case(reader.word(), "and") || filter.conditions.size() == kMostConditions)
            return base::message("The filter joins conditions by “and” alone, at most eight of them.");
    }
}

std::optional<base::Instant> read_time(std::string_view text) {
    const auto day = take_day(text);
    if (!day) return std::nullopt;
    const base::Instant midnight{*day * base::days(1).microseconds};
    if (text.empty()) return midnight;
    if (!take_mark(text, 'T') && !take_mark(text, ' ')) return std::nullopt;
    const auto time = take_hour_and_minute(text);
    const auto micros = time ? take_seconds(text) : std::nullopt;
    const auto offset = micros ? take_offset(text) : std::nullopt;
    if (!offset || !text.empty()) return std::nullopt;
    return midnight + base::seconds(*time - *offset) + base::Duration{*micros};
}

}  // namespace osdi

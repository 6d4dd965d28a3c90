#include "features/fairness_test/document_form.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace fairness_test {
namespace {

using ports::NamedTexts;

// words: both languages. lines: a list, one a line. menu: a word that is always chosen, and so says nothing about
// whether a row is used.
enum class Kind : unsigned char { text, words, number, day, lines, menu };

struct Key {
    std::string_view name;
    Kind kind = Kind::text;
};

struct Group {
    std::string_view name;
    std::span<const Key> keys;
    std::size_t spare;  // empty rows
};

struct Form {
    std::span<const Key> keys;
    Group first, second;
};

constexpr Key kBudget[] = {{"slug"},
                           {"kind", Kind::menu},
                           {"jurisdiction", Kind::menu},
                           {"year", Kind::number},
                           {"first_year", Kind::number},
                           {"title", Kind::words},
                           {"summary", Kind::words},
                           {"sources", Kind::lines}};
constexpr Key kMeasure[] = {{"title", Kind::words},
                            {"source"},
                            {"parameter"},
                            {"change", Kind::menu},
                            {"value", Kind::number},
                            {"service"},
                            {"million_dollars", Kind::number}};
constexpr Key kAnswer[] = {{"criterion"}, {"rating", Kind::menu}, {"evidence"},
                           {"reviewer"},  {"on", Kind::day},      {"reason", Kind::words}};
constexpr Key kRubric[] = {
    {"name"}, {"version", Kind::number}, {"title", Kind::words}, {"summary", Kind::words}, {"pass_mark", Kind::number}};
constexpr Key kCriterion[] = {
    {"key"},    {"weight", Kind::number}, {"title", Kind::words}, {"question", Kind::words}, {"reason", Kind::words},
    {"figure"}, {"better", Kind::menu},   {"met", Kind::number},  {"partly", Kind::number}};
constexpr Key kChange[] = {{"version", Kind::number}, {"on", Kind::day}, {"what", Kind::words}};

constexpr Form kForms[] = {{kBudget, {"measure", kMeasure, 3}, {"answer", kAnswer, 1}},
                           {kRubric, {"criterion", kCriterion, 1}, {"change", kChange, 1}}};

const Form& form_of(DocumentKind kind) { return kForms[static_cast<std::size_t>(kind)]; }

constexpr std::string_view kLanguages[] = {"en", "fr"};

// "measure_2_"
std::string prefix_of(const Group& group, std::size_t row) { return fmt::format("{}_{}_", group.name, row); }

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

// ---- from the text

std::optional<toml::table> parsed(std::string_view text) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error&) {
        return std::nullopt;
    }
}

std::size_t rows_in(const toml::table& table, const Group& group) {
    const auto* list = table[group.name].as_array();
    return std::min(kMostRows, (list == nullptr ? 0 : list->size()) + group.spare);
}

std::string digits(double value) {
    char text[40];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

std::string shown(const toml::node_view<const toml::node>& node, Kind kind) {
    if (kind == Kind::number) {
        const auto value = node.value<double>();
        return value ? digits(*value) : std::string{};
    }
    if (const auto day = node.value_exact<toml::date>(); kind == Kind::day && day)
        return fmt::format("{:04}-{:02}-{:02}", day->year, day->month, day->day);
    if (const auto* list = node.as_array(); kind == Kind::lines && list != nullptr) {
        std::string lines;
        for (const auto& each : *list) lines += (lines.empty() ? "" : "\n") + each.value_or(std::string{});
        return lines;
    }
    return node.value_or(std::string{});
}

void show(std::span<const Key> keys, const toml::table& table, const std::string& prefix, NamedTexts& fields) {
    for (const auto& [name, kind] : keys) {
        const toml::node_view<const toml::node> node{table.get(name)};
        const std::string field = prefix + std::string{name};
        if (kind != Kind::words) {
            fields.push_back({field, shown(node, kind)});
            continue;
        }
        for (const auto language : kLanguages)
            fields.push_back({fmt::format("{}_{}", field, language), node[language].value_or(std::string{})});
    }
}

void show(const Group& group, const toml::table& table, std::size_t rows, NamedTexts& fields) {
    const toml::table nothing;
    const auto* list = table[group.name].as_array();
    for (std::size_t row = 1; row <= rows; ++row) {
        const auto* one = list != nullptr && row <= list->size() ? (*list)[row - 1].as_table() : nullptr;
        show(group.keys, one == nullptr ? nothing : *one, prefix_of(group, row), fields);
    }
}

// ---- to the text

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) < ' ' || c == '\x7f')
            out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
        else
            out += c;
    }
    return out + '"';
}

std::string number_text(std::string_view typed) {
    double value = 0;
    const auto end = typed.data() + typed.size();
    const auto read = std::from_chars(typed.data(), end, value);
    return read.ec == std::errc{} && read.ptr == end && std::isfinite(value) ? digits(value) : quoted(typed);
}

std::string day_text(std::string_view typed) {
    int year = 0;
    unsigned month = 0, day = 0;
    const bool has_shape = typed.size() == 10 && typed[4] == '-' && typed[7] == '-' &&
                           std::ranges::count_if(typed, [](char c) { return c >= '0' && c <= '9'; }) == 8;
    if (!has_shape) return quoted(typed);
    std::from_chars(typed.data(), typed.data() + 4, year);
    std::from_chars(typed.data() + 5, typed.data() + 7, month);
    std::from_chars(typed.data() + 8, typed.data() + 10, day);
    const std::chrono::year_month_day on{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    return on.ok() ? std::string{typed} : quoted(typed);
}

std::string list_text(std::string_view typed) {
    std::string list;
    while (!typed.empty()) {
        const auto end = std::min(typed.find('\n'), typed.size());
        const auto line = trimmed(typed.substr(0, end));
        if (!line.empty()) list += (list.empty() ? "" : ", ") + quoted(line);
        typed.remove_prefix(std::min(typed.size(), end + 1));
    }
    return "[" + list + "]";
}

std::string value_text(std::string_view typed, Kind kind) {
    switch (kind) {
        case Kind::number:
            return number_text(typed);
        case Kind::day:
            return day_text(typed);
        case Kind::lines:
            return list_text(typed);
        default:
            return quoted(typed);
    }
}

// The fields of one form by name, blanks around what was typed aside.
class Typed {
public:
    explicit Typed(const NamedTexts& fields) : fields_(fields) {}
    std::string_view at(const std::string& name) const { return trimmed(ports::text_of(fields_, name)); }

private:
    const NamedTexts& fields_;
};

// { en = "...", fr = "..." }, with what there is of it.
std::string words_text(const Typed& typed, const std::string& field) {
    std::string words;
    for (const auto language : kLanguages) {
        const auto text = typed.at(fmt::format("{}_{}", field, language));
        if (!text.empty()) words += fmt::format("{}{} = {}", words.empty() ? "" : ", ", language, quoted(text));
    }
    return words.empty() ? words : "{ " + words + " }";
}

// What a menu says does not count in a row that is about something else: a service is not changed like a parameter.
bool is_left_out(std::string_view key, const Typed& typed, const std::string& prefix) {
    const auto has = [&](std::string_view other) { return !typed.at(prefix + std::string{other}).empty(); };
    if (key == "change") return has("service") || !has("parameter");
    return key == "better" && !has("figure");
}

void write(std::span<const Key> keys, const Typed& typed, const std::string& prefix, std::string& text) {
    for (const auto& [name, kind] : keys) {
        const std::string field = prefix + std::string{name};
        const std::string value = kind == Kind::words       ? words_text(typed, field)
                                  : typed.at(field).empty() ? std::string{}
                                                            : value_text(typed.at(field), kind);
        if (!value.empty() && !is_left_out(name, typed, prefix)) text += fmt::format("{} = {}\n", name, value);
    }
}

bool is_used(std::span<const Key> keys, const Typed& typed, const std::string& prefix) {
    return std::ranges::any_of(keys, [&](const Key& key) {
        const std::string field = prefix + std::string{key.name};
        if (key.kind == Kind::menu) return false;
        return key.kind == Kind::words ? !words_text(typed, field).empty() : !typed.at(field).empty();
    });
}

std::vector<std::size_t> used_rows(const Group& group, const Typed& typed, std::size_t rows) {
    std::vector<std::size_t> used;
    for (std::size_t row = 1; row <= rows; ++row)
        if (is_used(group.keys, typed, prefix_of(group, row))) used.push_back(row);
    return used;
}

void write(const Group& group, const Typed& typed, std::size_t rows, std::string& text) {
    for (const auto row : used_rows(group, typed, rows)) {
        text += fmt::format("\n[[{}]]\n", group.name);
        write(group.keys, typed, prefix_of(group, row), text);
    }
}

// ---- problems

// "measure.2.title.fr" -> "measure_3_title_fr", where the form's second row is empty; both languages missing: the
// first.
std::string field_at(std::string place, const Form& form, const Typed& typed, const FormRows& rows) {
    std::string prefix;
    auto keys = form.keys;
    for (const auto& [group, count] : {std::pair{form.first, rows.first}, std::pair{form.second, rows.second}}) {
        const std::string begin = std::string{group.name} + ".";
        if (!place.starts_with(begin)) continue;
        std::size_t position = 0;
        const auto* end = place.data() + place.size();
        const auto read = std::from_chars(place.data() + begin.size(), end, position);
        const auto used = used_rows(group, typed, count);
        if (read.ec != std::errc{} || position == 0 || position > used.size()) return {};
        prefix = prefix_of(group, used[position - 1]);
        place = read.ptr == end ? std::string{} : std::string{read.ptr + 1, end};
        keys = group.keys;
    }
    std::ranges::replace(place, '.', '_');
    const auto key = std::ranges::find(keys, place, &Key::name);
    return prefix + place + (key != keys.end() && key->kind == Kind::words ? "_en" : "");
}

}  // namespace

FormRows rows_for(DocumentKind kind, std::string_view text) {
    const auto& form = form_of(kind);
    const auto table = parsed(text).value_or(toml::table{});
    return {rows_in(table, form.first), rows_in(table, form.second)};
}

FormRows most_of(const FormRows& a, const FormRows& b) {
    return {std::max(a.first, b.first), std::max(a.second, b.second)};
}

NamedTexts fields_of(DocumentKind kind, std::string_view text, const FormRows& rows) {
    const auto& form = form_of(kind);
    const auto table = parsed(text).value_or(toml::table{});
    NamedTexts fields;
    show(form.keys, table, "", fields);
    show(form.first, table, rows.first, fields);
    show(form.second, table, rows.second, fields);
    return fields;
}

std::string text_of_fields(DocumentKind kind, const NamedTexts& fields, const FormRows& rows) {
    const auto& form = form_of(kind);
    const Typed typed{fields};
    std::string text;
    write(form.keys, typed, "", text);
    write(form.first, typed, rows.first, text);
    write(form.second, typed, rows.second, text);
    return text;
}

base::Problems problems_of_fields(const DocumentProblems& problems, DocumentKind kind, const NamedTexts& fields,
                                  const FormRows& rows) {
    const Typed typed{fields};
    base::Problems found;
    for (const auto& problem : problems) {
        std::string field = field_at(problem.place, form_of(kind), typed, rows);
        if (std::ranges::find(fields, field, &ports::NamedText::name) == fields.end()) field.clear();
        found.push_back({std::move(field), problem.message});
    }
    return found;
}

}  // namespace fairness_test

#include "features/segments/segment.h"

#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"
#include "people/person.h"

namespace segments {
namespace {

constexpr std::size_t kLongestName = 100;  // characters

template <class Items, class Item>
bool holds(const Items& items, const Item& item) {
    return std::ranges::find(items, item) != items.end();
}

// Reads the fields of one form; every problem is kept.
class FormReader {
public:
    base::Problems problems;

    void problem(std::string field, base::Message message) { problems.push_back({std::move(field), message}); }

    std::optional<int> days(const std::string& field, const std::string& typed) {
        const auto text = base::collapse_spaces(typed);
        if (text.empty()) return std::nullopt;
        const auto number = base::whole_number(text);
        if (number && *number >= 1 && *number <= kMostDays) return static_cast<int>(*number);
        problem(field, base::message("Give a number of days between 1 and 3650, or leave it empty."));
        return std::nullopt;
    }

    std::vector<people::Province> provinces(const std::string& field, const std::vector<std::string>& typed) {
        std::vector<people::Province> found;
        for (const auto& code : typed) {
            const auto province = people::province_of(code);
            if (!province) problem(field, base::message("Choose provinces from the list."));
            if (province && !holds(found, *province)) found.push_back(*province);
        }
        std::ranges::sort(found);
        return found;
    }

    std::vector<std::int64_t> tags(const std::string& field, const std::vector<std::string>& typed) {
        std::vector<std::int64_t> found;
        for (const auto& text : typed) {
            const auto number = base::whole_number(text);
            if (!number) problem(field, base::message("Choose tags from the list."));
            if (number && !holds(found, *number)) found.push_back(*number);
        }
        std::ranges::sort(found);
        return found;
    }
};

bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "K", "K1" or "K1A".
bool is_district(std::string_view text) {
    if (text.empty() || text.size() > 3 || !is_letter(text[0])) return false;
    if (text.size() > 1 && !is_digit(text[1])) return false;
    return text.size() < 3 || is_letter(text[2]);
}

std::vector<std::string> read_districts(FormReader& reader, std::string_view typed) {
    std::vector<std::string> found;
    std::string word;
    const auto end_word = [&] {
        if (word.empty()) return;
        if (!is_district(word))
            reader.problem("districts", base::message("Write beginnings of postal codes: K1A J0X H."));
        if (!holds(found, word)) found.push_back(word);
        word.clear();
    };
    for (const char c : typed) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (upper == ' ' || upper == ',' || upper == ';' || upper == '\n' || upper == '\r' || upper == '\t')
            end_word();
        else
            word += upper;
    }
    end_word();
    if (found.size() > kMostDistricts)
        reader.problem("districts", base::message("Those are too many; use shorter ones."));
    return found;
}

std::optional<ActionRule> read_action(FormReader& reader, const ActionForm& typed, std::string number) {
    if (typed.subject.empty()) return std::nullopt;
    const auto colon = typed.subject.rfind(':');
    const auto about = colon == std::string::npos
                           ? std::nullopt
                           : base::whole_number(std::string_view{typed.subject}.substr(colon + 1));
    if (!about || colon == 0) {
        reader.problem("action_" + number, base::message("Choose what they did from the list."));
        return std::nullopt;
    }
    return ActionRule{.did = typed.did == "no" ? Did::no : Did::yes,
                      .kind = typed.subject.substr(0, colon),
                      .about = *about,
                      .within_days = reader.days("days_" + number, typed.within_days)};
}

void check_name(FormReader& reader, std::string_view name) {
    if (name.empty()) return reader.problem("name", base::message("Give the segment a name."));
    if (base::count_characters(name) > kLongestName)
        reader.problem("name", base::message("The name is too long; 100 characters have room."));
}

std::string typed_days(const std::optional<int>& days) { return days ? std::to_string(*days) : ""; }

std::vector<std::string> codes_of(const std::vector<people::Province>& provinces) {
    std::vector<std::string> codes;
    for (const auto province : provinces) codes.emplace_back(people::code(province));
    return codes;
}

std::vector<std::string> texts_of(const std::vector<std::int64_t>& numbers) {
    std::vector<std::string> texts;
    for (const auto number : numbers) texts.push_back(std::to_string(number));
    return texts;
}

void read_place(FormReader& reader, const Form& form, Rules& rules) {
    rules.provinces = reader.provinces("provinces", form.provinces);
    rules.other_provinces = reader.provinces("other_provinces", form.other_provinces);
    if (std::ranges::find_first_of(rules.provinces, rules.other_provinces) != rules.provinces.end())
        reader.problem("other_provinces", base::message("A province cannot be meant and left out at once."));
    rules.districts = read_districts(reader, form.districts);
}

void read_language(FormReader& reader, const Form& form, Rules& rules) {
    rules.language = base::locale_of(form.language);
    if (!rules.language && !form.language.empty())
        reader.problem("language", base::message("Choose a language from the list."));
}

}  // namespace

base::Result<NamedRules, base::Problems> read_form(const Form& form) {
    FormReader reader;
    NamedRules named{.name = base::collapse_spaces(form.name), .rules = {}};
    Rules& rules = named.rules;
    check_name(reader, named.name);
    read_place(reader, form, rules);
    read_language(reader, form, rules);
    rules.joined_within_days = reader.days("joined_within_days", form.joined_within_days);
    rules.joined_before_days = reader.days("joined_before_days", form.joined_before_days);
    rules.active_within_days = reader.days("active_within_days", form.active_within_days);
    rules.quiet_for_days = reader.days("quiet_for_days", form.quiet_for_days);
    rules.tags = reader.tags("tags", form.tags);
    rules.other_tags = reader.tags("other_tags", form.other_tags);
    for (std::size_t i = 0; i < std::min(form.actions.size(), kMostActionRules); ++i)
        if (auto rule = read_action(reader, form.actions[i], std::to_string(i + 1))) rules.actions.push_back(*rule);
    if (!reader.problems.empty()) return reader.problems;
    return named;
}

Form form_of(const NamedRules& named) {
    const Rules& rules = named.rules;
    Form form{.name = named.name,
              .provinces = codes_of(rules.provinces),
              .other_provinces = codes_of(rules.other_provinces),
              .districts = {},
              .language = rules.language ? std::string{base::code(*rules.language)} : "",
              .joined_within_days = typed_days(rules.joined_within_days),
              .joined_before_days = typed_days(rules.joined_before_days),
              .active_within_days = typed_days(rules.active_within_days),
              .quiet_for_days = typed_days(rules.quiet_for_days),
              .tags = texts_of(rules.tags),
              .other_tags = texts_of(rules.other_tags),
              .actions = {}};
    for (const auto& district : rules.districts) form.districts += (form.districts.empty() ? "" : " ") + district;
    for (const auto& rule : rules.actions)
        form.actions.push_back({rule.did == Did::yes ? "yes" : "no", rule.kind + ":" + std::to_string(rule.about),
                                typed_days(rule.within_days)});
    return form;
}

base::Instant days_before(base::Instant now, int days) { return now - base::days(days); }

}  // namespace segments

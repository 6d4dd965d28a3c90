// features/segments/rules_json.cpp - rules as the JSON they are stored in.
#include <algorithm>

#include <boost/json.hpp>

#include "features/segments/segment.h"

namespace segments {
namespace {

namespace json = boost::json;

// Reads one object; false once anything in it is not as to_json() writes it.
class Reader {
public:
    explicit Reader(const json::object& object) : object_(object) {}

    bool is_sound() const { return sound_ && read_ == object_.size(); }

    void days(std::string_view name, std::optional<int>& to) {
        const auto* value = find(name);
        if (value == nullptr) return;
        const auto* number = value->if_int64();
        if (number == nullptr || *number < 1 || *number > kMostDays) return fail();
        to = static_cast<int>(*number);
    }
    void text(std::string_view name, std::string& to) {
        const auto* value = find(name);
        if (value == nullptr) return;
        if (!value->is_string()) return fail();
        to = value->get_string().c_str();
    }
    void number(std::string_view name, std::int64_t& to) {
        const auto* value = find(name);
        if (value == nullptr) return;
        if (!value->is_int64()) return fail();
        to = value->get_int64();
    }
    // Each member of the array through accept(value), which says whether it fits.
    template <class Accept>
    void each(std::string_view name, Accept accept) {
        const auto* value = find(name);
        if (value == nullptr) return;
        if (!value->is_array() || !std::ranges::all_of(value->get_array(), accept)) fail();
    }
    const json::value* find(std::string_view name) {
        const auto* value = object_.if_contains(name);
        if (value != nullptr) ++read_;
        return value;
    }
    void fail() { sound_ = false; }

private:
    const json::object& object_;
    std::size_t read_ = 0;
    bool sound_ = true;
};

void read_provinces(Reader& reader, std::string_view name, std::vector<people::Province>& to) {
    reader.each(name, [&](const json::value& value) {
        const auto province = value.is_string() ? people::province_of(value.get_string()) : std::nullopt;
        if (province) to.push_back(*province);
        return province.has_value();
    });
}

void read_numbers(Reader& reader, std::string_view name, std::vector<std::int64_t>& to) {
    reader.each(name, [&](const json::value& value) {
        if (value.is_int64()) to.push_back(value.get_int64());
        return value.is_int64();
    });
}

std::optional<ActionRule> action_of(const json::value& value) {
    if (!value.is_object()) return std::nullopt;
    Reader reader{value.get_object()};
    ActionRule rule;
    const auto* did = reader.find("did");
    if (did == nullptr || !did->is_bool()) return std::nullopt;
    rule.did = did->get_bool() ? Did::yes : Did::no;
    reader.text("kind", rule.kind);
    reader.number("about", rule.about);
    reader.days("within_days", rule.within_days);
    if (!reader.is_sound() || rule.kind.empty()) return std::nullopt;
    return rule;
}

void read_language(Reader& reader, std::optional<base::Locale>& to) {
    std::string language;
    reader.text("language", language);
    if (language.empty()) return;
    to = base::locale_of(language);
    if (!to) reader.fail();
}

json::array codes_of(const std::vector<people::Province>& provinces) {
    json::array codes;
    for (const auto province : provinces) codes.emplace_back(people::code(province));
    return codes;
}

json::object object_of(const ActionRule& rule) {
    json::object object{{"did", rule.did == Did::yes}, {"kind", rule.kind}, {"about", rule.about}};
    if (rule.within_days) object["within_days"] = *rule.within_days;
    return object;
}

// A member that is set.
void put(json::object& object, std::string_view name, json::array values) {
    if (!values.empty()) object[name] = std::move(values);
}
void put(json::object& object, std::string_view name, const std::optional<int>& days) {
    if (days) object[name] = *days;
}

}  // namespace

std::string to_json(const Rules& rules) {
    json::object object;
    put(object, "provinces", codes_of(rules.provinces));
    put(object, "not_provinces", codes_of(rules.other_provinces));
    put(object, "districts", json::array(rules.districts.begin(), rules.districts.end()));
    if (rules.language) object["language"] = base::code(*rules.language);
    put(object, "joined_within_days", rules.joined_within_days);
    put(object, "joined_before_days", rules.joined_before_days);
    put(object, "active_within_days", rules.active_within_days);
    put(object, "quiet_for_days", rules.quiet_for_days);
    put(object, "tags", json::array(rules.tags.begin(), rules.tags.end()));
    put(object, "not_tags", json::array(rules.other_tags.begin(), rules.other_tags.end()));
    json::array actions;
    for (const auto& rule : rules.actions) actions.push_back(object_of(rule));
    put(object, "actions", std::move(actions));
    return json::serialize(object);
}

std::optional<Rules> rules_of(std::string_view text) {
    boost::system::error_code error;
    const auto value = json::parse(text, error);
    if (error || !value.is_object()) return std::nullopt;
    Reader reader{value.get_object()};
    Rules rules;
    read_provinces(reader, "provinces", rules.provinces);
    read_provinces(reader, "not_provinces", rules.other_provinces);
    reader.each("districts", [&](const json::value& district) {
        if (district.is_string()) rules.districts.emplace_back(district.get_string());
        return district.is_string();
    });
    read_language(reader, rules.language);
    reader.days("joined_within_days", rules.joined_within_days);
    reader.days("joined_before_days", rules.joined_before_days);
    reader.days("active_within_days", rules.active_within_days);
    reader.days("quiet_for_days", rules.quiet_for_days);
    read_numbers(reader, "tags", rules.tags);
    read_numbers(reader, "not_tags", rules.other_tags);
    reader.each("actions", [&](const json::value& action) {
        const auto rule = action_of(action);
        if (rule) rules.actions.push_back(*rule);
        return rule.has_value();
    });
    if (!reader.is_sound()) return std::nullopt;
    return rules;
}

}  // namespace segments

#include "features/letters/target.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <boost/json.hpp>

#include "base/text.h"
#include "base/whole_number.h"

namespace letters {
namespace {

using ports::RidingHouse;

constexpr std::array kHouses{RidingHouse::federal, RidingHouse::provincial, RidingHouse::municipal};
constexpr std::size_t kMostParties = 20, kLongestParty = 80;

std::optional<RidingHouse> house_of(std::string_view name) {
    for (const RidingHouse house : kHouses)
        if (name_of(house) == name) return house;
    return std::nullopt;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (auto line = base::collapse_spaces(text.substr(0, end)); !line.empty()) lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

template <class Item>
void add_once(std::vector<Item>& list, const std::optional<Item>& item) {
    if (item && std::ranges::find(list, *item) == list.end()) list.push_back(*item);
}

std::vector<std::string> texts_under(const boost::json::object& object, std::string_view name) {
    std::vector<std::string> texts;
    const auto* const found = object.if_contains(name);
    if (found == nullptr || !found->is_array()) return texts;
    for (const auto& each : found->get_array())
        if (each.is_string()) texts.emplace_back(each.get_string());
    return texts;
}

}  // namespace

std::string_view name_of(RidingHouse house) {
    switch (house) {
        case RidingHouse::federal:
            return "federal";
        case RidingHouse::provincial:
            return "provincial";
        case RidingHouse::municipal:
            return "municipal";
    }
    return "federal";
}

base::Message own_label(RidingHouse house) {
    switch (house) {
        case RidingHouse::federal:
            return base::message("Your member of the House of Commons");
        case RidingHouse::provincial:
            return base::message("Your member of the provincial legislature");
        case RidingHouse::municipal:
            return base::message("Your municipal council");
    }
    return base::message("Your member of the House of Commons");
}

std::string to_json(const TargetRule& rule) {
    boost::json::array own, offices, provinces, parties, named;
    for (const RidingHouse house : rule.own) own.emplace_back(name_of(house));
    for (const auto office : rule.offices) offices.emplace_back(people::name_of(office));
    for (const auto province : rule.provinces) provinces.emplace_back(people::code(province));
    for (const auto& party : rule.parties) parties.emplace_back(party);
    for (const auto id : rule.named) named.emplace_back(id.value);
    return boost::json::serialize(boost::json::object{{"own", std::move(own)},
                                                      {"offices", std::move(offices)},
                                                      {"provinces", std::move(provinces)},
                                                      {"parties", std::move(parties)},
                                                      {"named", std::move(named)}});
}

TargetRule target_of(std::string_view json) {
    TargetRule rule;
    boost::system::error_code fault;
    const auto value = boost::json::parse(json, fault);
    if (fault || !value.is_object()) return rule;
    const auto& object = value.get_object();
    for (const auto& name : texts_under(object, "own")) add_once(rule.own, house_of(name));
    for (const auto& name : texts_under(object, "offices")) add_once(rule.offices, people::office_of(name));
    for (const auto& name : texts_under(object, "provinces")) add_once(rule.provinces, people::province_of(name));
    rule.parties = texts_under(object, "parties");
    if (const auto* const named = object.if_contains("named"); named != nullptr && named->is_array())
        for (const auto& each : named->get_array())
            if (each.is_int64() && each.get_int64() > 0) rule.named.emplace_back(each.get_int64());
    return rule;
}

TargetForm form_of(const TargetRule& rule) {
    TargetForm form;
    for (const RidingHouse house : rule.own) form.own.emplace_back(name_of(house));
    for (const auto office : rule.offices) form.offices.emplace_back(people::name_of(office));
    for (const auto province : rule.provinces) form.provinces.emplace_back(people::code(province));
    for (const auto& party : rule.parties) form.parties += party + '\n';
    for (const auto id : rule.named) form.named += std::to_string(id.value) + '\n';
    return form;
}

TargetRule read_target(const TargetForm& form) {
    TargetRule rule;
    for (const auto& name : form.own) add_once(rule.own, house_of(name));
    for (const auto& name : form.offices) add_once(rule.offices, people::office_of(name));
    for (const auto& name : form.provinces) add_once(rule.provinces, people::province_of(name));
    for (auto& party : lines_of(form.parties)) add_once(rule.parties, std::optional{std::move(party)});
    for (const auto& line : lines_of(form.named)) add_once(rule.named, base::id_from<ports::RepresentativeId>(line));
    return rule;
}

base::Problems problems_of(const TargetForm& form) {
    const TargetRule rule = read_target(form);
    base::Problems problems;
    if (rule.own.empty() && rule.offices.empty() && rule.named.empty())
        problems.push_back({"own", base::message("Please choose who gets the letters.")});
    if (rule.parties.size() > kMostParties || std::ranges::any_of(rule.parties, [](const std::string& party) {
            return base::count_characters(party) > kLongestParty || people::problem_of_place(party).has_value();
        }))
        problems.push_back({"parties", base::message("One party a line, each with at most 80 characters.")});
    if (rule.named.size() > kMostRecipients || lines_of(form.named).size() != rule.named.size())
        problems.push_back(
            {"named", base::message("One number of a representative a line, at most twelve; you find it in the "
                                    "address of their page.")});
    return problems;
}

bool asks_for(const TargetRule& rule, RidingHouse house) {
    return std::ranges::find(rule.own, house) != rule.own.end();
}

bool leaves_out(const TargetRule& rule, people::Province province) {
    if (!rule.named.empty() || rule.provinces.empty()) return false;
    return std::ranges::find(rule.provinces, province) == rule.provinces.end();
}

bool fits(const TargetRule& rule, const ports::Representative& representative) {
    const auto& provinces = rule.provinces;
    if (!provinces.empty() && representative.province &&
        std::ranges::find(provinces, *representative.province) == provinces.end())
        return false;
    if (rule.parties.empty() || representative.seat == ports::Seat::vacant) return true;
    return std::ranges::find(rule.parties, representative.party) != rule.parties.end();
}

std::string region_of(const ports::Representative& representative) {
    if (people::is_federal(representative.office) || !representative.province) return "";
    return std::string{people::code(*representative.province)};
}

}  // namespace letters

#include "features/representatives/holder.h"

#include <algorithm>
#include <array>

#include <boost/json.hpp>

#include "base/day.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "people/typed_reach.h"

namespace representatives {
namespace {

constexpr std::size_t kLongestText = 200;  // characters
constexpr std::size_t kLongestPostal = 500;
constexpr std::size_t kLongestSlug = 60;

struct HouseWords {
    RidingHouse house;
    std::string_view name;
    base::Message label;
};
constexpr std::array kHouseWords{
    HouseWords{RidingHouse::federal, "federal", base::message("Federal")},
    HouseWords{RidingHouse::provincial, "provincial", base::message("Provincial and territorial")},
    HouseWords{RidingHouse::municipal, "municipal", base::message("Municipal")}};

std::string json_text(const boost::json::object& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string{value->get_string()} : std::string{};
}

bool is_slug(std::string_view text) {
    return !text.empty() && text.size() <= kLongestSlug && text.front() != '-' && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

// Reads a form field by field, and gathers what is wrong.
class HolderReader {
public:
    HolderReader(const HolderForm& form, std::string_view today) : form_(form), today_(today) {}

    base::Result<Holder, base::Problems> run() {
        const auto office = people::office_of(base::collapse_spaces(form_.office));
        if (!office) add("office", base::message("Please choose the office."));
        Holder holder{.office = office.value_or(Office::other), .province = province(), .riding = riding()};
        holder.place_en = holder.place_fr = line("place", form_.place);
        holder.seat = form_.vacant == "1" ? Seat::vacant : Seat::held;
        holder.name = line("name", form_.name);
        holder.party = line("party", form_.party);
        holder.email = people::read_email({"email", form_.email}, problems_);
        holder.website = people::read_website({"website", form_.website}, problems_);
        add_address(holder, {"legislature", line("telephone", form_.telephone), line("fax", form_.fax),
                             postal("postal", form_.postal)});
        add_address(holder, {"constituency", line("constituency_telephone", form_.constituency_telephone),
                             line("constituency_fax", form_.constituency_fax),
                             postal("constituency_postal", form_.constituency_postal)});
        holder.source = line("source", form_.source);
        holder.as_of = as_of();
        check(holder);
        if (!problems_.empty()) return std::move(problems_);
        return holder;
    }

private:
    void add(const char* field, base::Message message) {
        if (!base::find_problem(problems_, field)) problems_.push_back({field, message});
    }

    std::string line(const char* field, const std::string& typed) {
        std::string text = base::collapse_spaces(typed);
        if (const auto problem = problem_of_text(text)) add(field, *problem);
        return text;
    }

    std::string postal(const char* field, const std::string& typed) {
        std::string text = base::tidy_lines(typed);
        if (base::count_characters(text) > kLongestPostal)
            add(field, base::message("This is too long: at most 500 characters."));
        return text;
    }

    std::optional<Province> province() {
        const auto typed = base::collapse_spaces(form_.province);
        const auto found = people::province_of(typed);
        if (!typed.empty() && !found) add("province", base::message("Please choose the province or territory."));
        return found;
    }

    std::optional<RidingId> riding() {
        const auto typed = base::collapse_spaces(form_.riding);
        const auto number = base::whole_number(typed);
        if (!typed.empty() && (!number || *number <= 0)) add("riding", base::message("Please choose the riding."));
        return number && *number > 0 ? std::optional{RidingId{*number}} : std::nullopt;
    }

    std::string as_of() {
        std::string typed = base::collapse_spaces(form_.as_of);
        if (!base::day_of(typed) || typed > today_)
            add("as_of", base::message("Please enter the day as in 2026-11-03, today at the latest."));
        return typed;
    }

    static void add_address(Holder& holder, ports::OfficeAddress address) {
        if (!address.telephone.empty() || !address.fax.empty() || !address.postal.empty())
            holder.addresses.push_back(std::move(address));
    }

    void check(Holder& holder) {
        if (holder.seat == Seat::held && holder.name.empty()) add("name", base::message("Please enter the name."));
        if (holder.seat == Seat::vacant) holder.name = holder.party = holder.email = holder.website = {};
        if (!holder.riding && holder.place_en.empty() && holder.office != Office::senator)
            add("place", base::message("Please choose the riding, or enter the ward or town."));
        if (!holder.riding && !holder.province && !people::is_federal(holder.office))
            add("province", base::message("Please choose the province or territory."));
        if (holder.source.empty()) add("source", base::message("Please say where this is from."));
    }

    const HolderForm& form_;
    std::string_view today_;
    base::Problems problems_{};
};

}  // namespace

bool has_one_seat(Office office) {
    return office == Office::mp || office == Office::provincial || office == Office::mayor;
}

RidingHouse house_of(Office office) {
    if (people::is_federal(office)) return RidingHouse::federal;
    return office == Office::provincial ? RidingHouse::provincial : RidingHouse::municipal;
}

std::string_view name_of(RidingHouse house) { return std::ranges::find(kHouseWords, house, &HouseWords::house)->name; }

std::optional<RidingHouse> house_of(std::string_view name) {
    const auto found = std::ranges::find(kHouseWords, name, &HouseWords::name);
    return found == kHouseWords.end() ? std::nullopt : std::optional{found->house};
}

base::Message label_of(RidingHouse house) { return std::ranges::find(kHouseWords, house, &HouseWords::house)->label; }

std::string text_of(const std::vector<ports::OfficeAddress>& addresses) {
    boost::json::array list;
    for (const auto& each : addresses)
        list.push_back(boost::json::object{
            {"kind", each.kind}, {"telephone", each.telephone}, {"fax", each.fax}, {"postal", each.postal}});
    return boost::json::serialize(list);
}

std::vector<ports::OfficeAddress> addresses_of(std::string_view json) {
    std::vector<ports::OfficeAddress> addresses;
    boost::system::error_code fault;
    const auto value = boost::json::parse(json, fault);
    if (fault || !value.is_array()) return addresses;
    for (const auto& each : value.get_array()) {
        if (!each.is_object()) continue;
        const auto& object = each.get_object();
        addresses.push_back({json_text(object, "kind"), json_text(object, "telephone"), json_text(object, "fax"),
                             json_text(object, "postal")});
    }
    return addresses;
}

std::string name_key(std::string_view name) {
    // Typographic dashes and apostrophes are outside of what fold_name() drops.
    std::string plain;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name.substr(i, 2) == "\xE2\x80" && i + 2 < name.size()) {
            i += 2;
            continue;
        }
        plain += name[i];
    }
    return base::fold_name(plain);
}

std::optional<base::Message> problem_of_text(std::string_view text) {
    if (base::count_characters(text) > kLongestText) return base::message("This is too long: at most 200 characters.");
    // A telephone number may begin with +, nothing else that a spreadsheet runs.
    if (!text.empty() && std::string_view{"=@"}.contains(text.front()))
        return base::message("Please begin with a letter or a number.");
    return std::nullopt;
}

HolderForm form_of(const StoredHolder& stored) {
    const Holder& holder = stored.holder;
    HolderForm form{.office = std::string{people::name_of(holder.office)},
                    .province = holder.province ? std::string{people::code(*holder.province)} : std::string{},
                    .riding = holder.riding ? std::to_string(holder.riding->value) : std::string{},
                    .place = holder.place_en,
                    .vacant = holder.seat == Seat::vacant ? "1" : "",
                    .name = holder.name,
                    .party = holder.party,
                    .email = holder.email,
                    .website = holder.website,
                    .source = holder.source,
                    .as_of = holder.as_of};
    for (const auto& each : holder.addresses) {
        const bool is_constituency = each.kind == "constituency";
        (is_constituency ? form.constituency_telephone : form.telephone) = each.telephone;
        (is_constituency ? form.constituency_fax : form.fax) = each.fax;
        (is_constituency ? form.constituency_postal : form.postal) = each.postal;
    }
    return form;
}

base::Result<Holder, base::Problems> accept(const HolderForm& form, std::string_view today) {
    return HolderReader{form, today}.run();
}

base::Result<RidingSet, base::Problems> accept(const SetForm& form) {
    base::Problems problems;
    const auto house = house_of(form.house);
    const auto province = people::province_of(form.province);
    RidingSet set{.slug = base::lower_ascii(base::collapse_spaces(form.slug)),
                  .house = house.value_or(RidingHouse::federal),
                  .province = province,
                  .name_en = base::collapse_spaces(form.name_en),
                  .name_fr = base::collapse_spaces(form.name_fr),
                  .boundary_set = base::lower_ascii(base::collapse_spaces(form.boundary_set))};
    if (!is_slug(set.slug))
        problems.push_back({"slug", base::message("Please use small letters, digits and hyphens only, 60 at most.")});
    if (!house) problems.push_back({"house", base::message("Please choose the level.")});
    if (house && *house != RidingHouse::federal && !province)
        problems.push_back({"province", base::message("Please choose the province or territory.")});
    if (!set.boundary_set.empty() && !is_slug(set.boundary_set))
        problems.push_back(
            {"boundary_set", base::message("Please use small letters, digits and hyphens only, 60 at most.")});
    for (const auto& [field, text] : {std::pair{"name_en", &set.name_en}, {"name_fr", &set.name_fr}}) {
        if (text->empty()) problems.push_back({field, base::message("Please enter the name.")});
        if (const auto problem = problem_of_text(*text)) problems.push_back({field, *problem});
    }
    if (!problems.empty()) return problems;
    return set;
}

SetForm form_of(const RidingSet& set) {
    return {.slug = set.slug,
            .house = std::string{name_of(set.house)},
            .province = set.province ? std::string{people::code(*set.province)} : std::string{},
            .name_en = set.name_en,
            .name_fr = set.name_fr,
            .boundary_set = set.boundary_set};
}

}  // namespace representatives

#include "features/letters/target_service.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/whole_number.h"

namespace letters {
namespace {

// One riding of these, or none yet.
std::optional<ports::RidingId> settled(const ports::RidingsOfHouse& of_house, const std::string& chosen) {
    if (of_house.ridings.size() == 1) return of_house.ridings.front().id;
    const auto id = base::id_from<ports::RidingId>(chosen);
    if (!id) return std::nullopt;
    const bool is_one_of_them = std::ranges::find(of_house.ridings, *id, &ports::Riding::id) != of_house.ridings.end();
    return is_one_of_them ? id : std::nullopt;
}

class Gathering {
public:
    explicit Gathering(const TargetRule& rule) : rule_(rule) {}

    void add(const ports::Representative& each) {
        auto& list = each.seat == ports::Seat::vacant ? found_.vacant : found_.to;
        if (list.size() >= kMostRecipients) return;
        if (std::ranges::find(list, each.id, &ports::Representative::id) == list.end()) list.push_back(each);
    }
    void add_fitting(const std::vector<ports::Representative>& some) {
        for (const auto& each : some)
            if (fits(rule_, each)) add(each);
    }
    Recipients take() && { return std::move(found_); }

private:
    const TargetRule& rule_;
    Recipients found_;
};

}  // namespace

PersonPlace place_of(db::Read& read, const ports::Representatives& representatives, const TargetRule& rule,
                     const std::string& postal_code, const std::array<std::string, 3>& chosen) {
    const auto code = people::PostalCode::parse(postal_code);
    CHECK(code.has_value());
    PersonPlace place{people::province_of(*code), {}, {}, {}};
    if (!representatives.look_up) return place;
    auto found = representatives.look_up(read, *code);
    place.province = found.province;
    for (auto& of_house : found.houses) {
        if (!asks_for(rule, of_house.house)) continue;
        const auto riding = settled(of_house, chosen[static_cast<std::size_t>(of_house.house)]);
        if (riding)
            place.ridings.push_back(*riding);
        else if (of_house.ridings.empty())
            place.unknown.push_back(of_house.house);
        else
            place.questions.push_back(std::move(of_house));
    }
    return place;
}

bool Recipients::can_mail() const {
    return std::ranges::any_of(to, [](const auto& each) { return each.email.has_value(); });
}

Recipients recipients_of(db::Read& read, const ports::Representatives& representatives, const TargetRule& rule,
                         const PersonPlace& place, base::Locale locale) {
    Gathering gathering{rule};
    if (!representatives.where) return {};
    if (!leaves_out(rule, place.province)) {
        if (!place.ridings.empty())
            gathering.add_fitting(representatives.where(read, {.locale = locale, .ridings = place.ridings}));
        for (const auto office : rule.offices)
            gathering.add_fitting(representatives.where(
                read, {.locale = locale, .office = office, .province = place.province, .limit = kMostRecipients}));
    }
    for (const auto id : rule.named)
        if (const auto named = representatives.find(read, id, locale)) gathering.add(*named);
    return std::move(gathering).take();
}

bool election_concerns(db::Read& read, const ports::Elections& elections, const Recipients& recipients) {
    if (!elections.near) return false;
    const auto near = elections.near(read);
    if (near.empty()) return false;
    return std::ranges::any_of(
        recipients.to, [&](const auto& each) { return std::ranges::find(near, region_of(each)) != near.end(); });
}

std::vector<std::string> taglines(db::Read& read, const ports::Elections& elections, const Campaign& campaign,
                                  base::Locale locale) {
    if (!elections.near || elections.near(read).empty()) return {};
    std::vector<std::string> lines;
    if (const auto& own = campaign.content.tagline.in(locale); !own.empty()) lines.push_back(own);
    if (elections.taglines)
        for (auto& line : elections.taglines(read, locale)) lines.push_back(std::move(line));
    return lines;
}

}  // namespace letters

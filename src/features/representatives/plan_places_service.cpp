// Planners of sets, ridings, postal codes and boundaries.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "features/representatives/plan_parts_service.h"

namespace representatives::planning {
namespace {

using Effect = PlannedStep::Effect;

// Statistics Canada's numbers of provinces: the first two digits of a federal riding.
struct ProvinceNumber {
    std::string_view digits;
    Province province;
};
constexpr std::array kProvinceNumbers{
    ProvinceNumber{"10", Province::nl}, ProvinceNumber{"11", Province::pe}, ProvinceNumber{"12", Province::ns},
    ProvinceNumber{"13", Province::nb}, ProvinceNumber{"24", Province::qc}, ProvinceNumber{"35", Province::on},
    ProvinceNumber{"46", Province::mb}, ProvinceNumber{"47", Province::sk}, ProvinceNumber{"48", Province::ab},
    ProvinceNumber{"59", Province::bc}, ProvinceNumber{"60", Province::yt}, ProvinceNumber{"61", Province::nt},
    ProvinceNumber{"62", Province::nu}};

std::optional<Province> province_for(const ridings::RidingRow& row, const RidingSet& set) {
    if (!row.province.empty()) {
        std::string code = row.province;
        std::ranges::transform(code, code.begin(),
                               [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        return people::province_of(code);
    }
    if (set.province) return set.province;
    if (set.house != RidingHouse::federal) return std::nullopt;
    const auto found = std::ranges::find(kProvinceNumbers, row.code.substr(0, 2), &ProvinceNumber::digits);
    return found == kProvinceNumbers.end() ? std::nullopt : std::optional{found->province};
}

// House and province of a set by what Represent calls its domain: "Canada", "Ontario", "Mississauga, ON".
bool settle_domain(RidingSet& set, const std::string& domain) {
    if (domain == "Canada") {
        set.house = RidingHouse::federal;
        return true;
    }
    for (const Province each : people::kProvinces)
        if (domain == people::name(each).key() || (each == Province::qc && domain == "Québec")) {
            set.house = RidingHouse::provincial;
            set.province = each;
            return true;
        }
    const auto comma = domain.rfind(", ");
    const auto province =
        comma == std::string::npos ? std::nullopt : people::province_of(std::string_view{domain}.substr(comma + 2));
    set.house = RidingHouse::municipal;
    set.province = province;
    return province.has_value();
}

// The name that is kept: the one that is there, where they differ in dashes and accents alone.
const std::string& kept_name(const std::string& stored, const std::string& typed) {
    return name_key(stored) == name_key(typed) ? stored : typed;
}

StoredRiding riding_of(const ridings::RidingRow& row, const RidingSet& set, Province province) {
    return {.riding = {.id = RidingId{0},
                       .house = set.house,
                       .province = province,
                       .code = row.code,
                       .set = set.slug,
                       .name_en = row.name_en,
                       .name_fr = row.name_fr},
            .within = row.within};
}

void plan_riding(const Planning& of, StoredRiding riding) {
    riding.source = of.import.source;
    riding.as_of = of.import.as_of;
    Riding& now = riding.riding;
    const StoredRiding* const before = of.places.riding(now.set, now.code);
    if (before == nullptr) {
        of.note({.effect = Effect::added, .name = now.name_en + " (" + now.code + ")"});
        of.plan.ridings.push_back(std::move(riding));
        return;
    }
    const Riding& was = before->riding;
    // A list in one language says nothing about the name in the other.
    const bool one_language = now.name_en == now.name_fr && name_key(now.name_en) == name_key(was.name_en);
    now.name_fr = one_language ? was.name_fr : kept_name(was.name_fr, now.name_fr);
    now.name_en = kept_name(was.name_en, now.name_en);
    const bool is_same = was.name_en == now.name_en && was.name_fr == now.name_fr && was.province == now.province &&
                         before->within == riding.within && !before->gone_at;
    if (is_same)
        ++of.plan.counts.same;
    else
        of.note({Effect::changed, now.name_en + " (" + now.code + ")", was.name_en + " / " + was.name_fr,
                 now.name_en + " / " + now.name_fr});
    if (!is_same || before->as_of != riding.as_of || before->source != riding.source)
        of.plan.ridings.push_back(std::move(riding));
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

// What the file says of each set: codes, and the codes of their ridings in order.
std::map<std::string, store::CodesOfSet> codes_in(const Planning& of) {
    std::map<std::string, store::CodesOfSet> found;
    const auto& names = of.reading.riding_names;
    std::vector<const RidingSet*> sets;
    std::vector<const StoredRiding*> known;
    for (const auto& name : names) {
        sets.push_back(of.set_for(name.boundary_set));
        const auto* const riding = sets.back() == nullptr ? nullptr : of.places.riding(sets.back()->slug, name.code);
        known.push_back(riding != nullptr && !riding->gone_at ? riding : nullptr);
    }
    for (const auto& row : of.reading.memberships) {
        const RidingSet* const set = sets.at(row.riding);
        const std::string& code = names.at(row.riding).code;
        if (set == nullptr) {
            if (names.at(row.riding).boundary_set.empty())
                of.refuse({row.line, code, base::message("Please choose the set of ridings that the file is about.")});
            continue;
        }
        if (known.at(row.riding) == nullptr) {
            of.refuse({row.line, code, base::message("There is no riding of this code in the set.")});
            continue;
        }
        if (!may_be_called(known.at(row.riding)->riding, names.at(row.riding).name)) {
            of.refuse({row.line, names.at(row.riding).name + " (" + code + ")",
                       base::message("The code and the name are of different ridings: the file may be of another "
                                     "division.")});
            continue;
        }
        auto& ridings = found[set->slug][row.code];
        if (std::ranges::find(ridings, code) == ridings.end()) ridings.push_back(code);
    }
    for (auto& [set, codes] : found)
        for (auto& [code, ridings] : codes) std::ranges::sort(ridings);
    return found;
}

void plan_codes_of(const Planning& of, const std::string& set, store::CodesOfSet said) {
    store::CodesOfSet before = store::codes(of.read, set);
    PlannedCodes planned;
    for (const auto& [code, ridings] : said) {
        const auto known = before.find(code);
        if (known != before.end() && known->second == ridings) {
            ++of.plan.counts.same;
            continue;
        }
        const bool is_new = known == before.end();
        of.note({is_new ? Effect::added : Effect::changed, ridings::text_of(code),
                 is_new ? std::string{} : joined(known->second), joined(ridings)});
        planned.changed.push_back(code);
    }
    if (of.is_whole()) {
        for (const auto& [code, ridings] : before) {
            if (said.contains(code)) continue;
            of.note({Effect::gone, ridings::text_of(code), joined(ridings)});
            planned.changed.push_back(code);
        }
        planned.all = std::move(said);
    } else {
        planned.all = std::move(before);
        for (auto& [code, ridings] : said) planned.all[code] = std::move(ridings);
    }
    if (!planned.changed.empty()) of.plan.codes.emplace(set, std::move(planned));
}

void plan_points(const Planning& of) {
    if (of.reading.points.empty()) return;
    of.plan.points = store::points(of.read);
    for (const auto& row : of.reading.points) {
        const auto [at, is_new] = of.plan.points.emplace(row.code, row.point);
        if (!is_new && at->second == row.point) {
            ++of.plan.counts.same;
            continue;
        }
        at->second = row.point;
        of.note({.effect = is_new ? Effect::added : Effect::changed, .name = ridings::text_of(row.code)});
        of.plan.changed_points.push_back(row.code);
    }
}

const StoredRiding* riding_for(const Planning& of, const RidingSet& set, const ridings::BoundaryRow& row) {
    if (const auto* const by_code = of.places.riding(set.slug, row.code); by_code != nullptr && !by_code->gone_at)
        return by_code;
    return row.name.empty() ? nullptr : of.places.riding_called(set.slug, row.name);
}

}  // namespace

void plan_sets(const Planning& of) {
    for (const auto& row : of.reading.sets) {
        if (row.boundary_set.empty() || row.name.empty()) continue;  // a trouble already
        if (of.places.set_of_boundaries(row.boundary_set) != nullptr) {
            ++of.plan.counts.same;
            continue;
        }
        RidingSet set{.slug = row.boundary_set,
                      .house = RidingHouse::federal,
                      .province = {},
                      .name_en = row.name,
                      .name_fr = row.name,
                      .boundary_set = row.boundary_set};
        if (!settle_domain(set, row.domain)) {
            of.refuse(
                {row.line, row.domain, base::message("It cannot be seen which province or town this set is of.")});
            continue;
        }
        of.note({.effect = Effect::added, .name = row.name});
        of.plan.sets.push_back(std::move(set));
    }
}

void plan_ridings(const Planning& of) {
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto& row : of.reading.ridings) {
        if (row.code.empty() || row.name_en.empty()) continue;  // a trouble already
        const RidingSet* const set = of.set_for(row.boundary_set);
        if (set == nullptr) {
            if (row.boundary_set.empty())
                of.refuse(
                    {row.line, row.code, base::message("Please choose the set of ridings that the file is about.")});
            continue;
        }
        const auto province = province_for(row, *set);
        if (!province) {
            of.refuse({row.line, row.province, base::message("This is no province or territory.")});
            continue;
        }
        if (const auto problem = problem_of_text(row.name_en)) of.refuse({row.line, row.name_en, *problem});
        if (!seen.emplace(set->slug, row.code).second) {
            of.refuse({row.line, row.code, base::message("This code stands there twice.")});
            continue;
        }
        plan_riding(of, riding_of(row, *set, *province));
    }
    if (!of.is_whole()) return;
    for (const StoredRiding* each : of.places.ridings_of(of.import.set)) {
        if (seen.contains({each->riding.set, each->riding.code})) continue;
        of.note({.effect = Effect::gone, .name = each->riding.name_en + " (" + each->riding.code + ")"});
        of.plan.gone_ridings.push_back(each->riding.id);
    }
}

void plan_codes(const Planning& of) {
    auto said = codes_in(of);
    if (of.is_whole() && !of.import.set.empty()) said[of.import.set];
    for (auto& [set, codes] : said) plan_codes_of(of, set, std::move(codes));
    plan_points(of);
}

void plan_boundaries(const Planning& of) {
    const RidingSet* const set = of.places.set(of.import.set);
    if (set == nullptr)
        return of.refuse({1, "", base::message("Please choose the set of ridings that the file is about.")});
    std::map<RidingId, store::StoredBoundary> before;
    store::each_boundary(of.read, [&](store::StoredBoundary stored) {
        const auto* const riding = of.places.riding(stored.riding);
        if (riding != nullptr && riding->riding.set == set->slug) before.emplace(stored.riding, std::move(stored));
    });
    std::set<RidingId> seen;
    for (const auto& row : of.reading.boundaries) {
        const StoredRiding* const riding = riding_for(of, *set, row);
        const std::string called = row.name.empty() ? row.code : row.name;
        if (riding == nullptr) {
            of.refuse({row.line, called, base::message("There is no riding of this code or name in the set.")});
            continue;
        }
        if (!may_be_called(riding->riding, row.name)) {
            of.refuse({row.line, row.name + " (" + row.code + ")",
                       base::message("The code and the name are of different ridings: the file may be of another "
                                     "division.")});
            continue;
        }
        if (!seen.insert(riding->riding.id).second) {
            of.refuse({row.line, called, base::message("This riding has an outline already; make one of them.")});
            continue;
        }
        store::StoredBoundary boundary{riding->riding.id, ridings::packed(row.shape),
                                       static_cast<std::int64_t>(ridings::count_points(row.shape)), of.import.source,
                                       of.import.as_of};
        const auto known = before.find(riding->riding.id);
        if (known != before.end() && known->second.shape == boundary.shape)
            ++of.plan.counts.same;
        else
            of.note({.effect = known == before.end() ? Effect::added : Effect::changed,
                     .name = riding->riding.name_en + " (" + riding->riding.code + ")"});
        of.plan.boundaries.push_back(std::move(boundary));
    }
    if (!of.is_whole()) return;
    for (const auto& [id, stored] : before) {
        if (seen.contains(id)) continue;
        of.note({.effect = Effect::gone, .name = of.places.riding(id)->riding.name_en});
        of.plan.dropped_boundaries.push_back(id);
    }
}

}  // namespace representatives::planning

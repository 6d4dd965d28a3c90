// The planner of representatives: who is new in which seat, whose facts changed, who left.
#include <algorithm>
#include <tuple>

#include "features/representatives/plan_parts_service.h"
#include "people/web_address.h"

namespace representatives::planning {
namespace {

using Effect = PlannedStep::Effect;

// A seat: its office and where it is.
using SeatKey = std::tuple<Office, std::optional<RidingId>, std::optional<Province>, std::string>;

SeatKey seat_of(const Holder& holder) {
    if (holder.riding) return {holder.office, holder.riding, std::nullopt, ""};
    return {holder.office, std::nullopt, holder.province, name_key(holder.place_en)};
}

std::string words_of(const Holder& holder) {
    std::string words = holder.party;
    for (const std::string& part : {holder.email, holder.website})
        if (!part.empty()) words.append(words.empty() ? "" : " · ").append(part);
    for (const auto& each : holder.addresses)
        for (const std::string& part : {each.telephone, each.postal})
            if (!part.empty()) words.append(words.empty() ? "" : " · ").append(part);
    return words;
}

bool has_same_facts(const Holder& one, const Holder& other) {
    const auto same_address = [](const ports::OfficeAddress& left, const ports::OfficeAddress& right) {
        return left.kind == right.kind && left.telephone == right.telephone && left.fax == right.fax &&
               left.postal == right.postal;
    };
    return one.party == other.party && one.email == other.email && one.website == other.website &&
           one.seat == other.seat && std::ranges::equal(one.addresses, other.addresses, same_address);
}

class HolderPlanner {
public:
    explicit HolderPlanner(const Planning& of) : of_(of), before_(store::holders(of.read)) {
        for (const StoredHolder& each : before_) in_seat_[seat_of(each.holder)].push_back(&each);
    }

    void run() {
        for (const auto& row : of_.reading.representatives)
            if (auto holder = holder_of(row)) plan(row.line, *std::move(holder));
        if (of_.is_whole()) plan_leavers();
    }

private:
    std::optional<Holder> holder_of(const ridings::RepresentativeRow& row) {
        const auto refuse = [&](const std::string& detail, base::Message why) -> std::optional<Holder> {
            of_.refuse({row.line, detail, why});
            return std::nullopt;
        };
        const auto office = people::office_of(row.office);
        if (!office) return refuse(row.office, base::message("This office is not known."));
        const bool needs_riding = *office == Office::mp || *office == Office::provincial;
        const RidingSet* const set = of_.set_for(row.boundary_set);
        if (set == nullptr && !row.boundary_set.empty()) return std::nullopt;  // passed over
        if (set == nullptr && needs_riding)
            return refuse(row.name, base::message("Please choose the set of ridings that the file is about."));
        const StoredRiding* const riding = set == nullptr ? nullptr : riding_of(row, *set);
        if (set != nullptr && riding == nullptr && *office != Office::senator)
            return refuse(row.place.empty() ? row.code : row.place,
                          base::message("There is no riding of this code or name in the set."));
        if (riding != nullptr && !may_be_called(riding->riding, row.place))
            return refuse(row.place + " (" + row.code + ")",
                          base::message("The code and the name are of different ridings: the file may be of another "
                                        "division."));
        Holder holder{.office = *office, .province = people::province_of(row.province)};
        if (!row.province.empty() && !holder.province)
            return refuse(row.province, base::message("This is no province or territory."));
        if (riding != nullptr) {
            holder.riding = riding->riding.id;
            holder.province = riding->riding.province;
        } else {
            if (!holder.province && !people::is_federal(*office))
                return refuse(row.place, base::message("The province is missing."));
            holder.place_en = holder.place_fr = row.place;
        }
        return with_facts(row, std::move(holder), set);
    }

    const StoredRiding* riding_of(const ridings::RepresentativeRow& row, const RidingSet& set) const {
        const auto* const by_code = row.code.empty() ? nullptr : of_.places.riding(set.slug, row.code);
        if (by_code != nullptr && !by_code->gone_at) return by_code;
        return row.place.empty() ? nullptr : of_.places.riding_called(set.slug, row.place);
    }

    std::optional<Holder> with_facts(const ridings::RepresentativeRow& row, Holder holder, const RidingSet* set) {
        holder.seat = row.name.empty() ? Seat::vacant : Seat::held;
        holder.name = row.name;
        if (holder.seat == Seat::held) {
            holder.party = row.party;
            holder.email = row.email;
            holder.website = row.website;
        }
        for (const auto& each : row.addresses)
            holder.addresses.push_back({each.kind, each.telephone, each.fax, each.postal});
        holder.set = set == nullptr ? std::string{} : set->slug;
        holder.source = row.source.empty() ? of_.import.source : row.source;
        holder.as_of = of_.import.as_of;
        for (const std::string* text : {&holder.name, &holder.party, &holder.source})
            if (const auto problem = problem_of_text(*text)) {
                of_.refuse({row.line, *text, *problem});
                return std::nullopt;
            }
        if (!holder.website.empty() && !people::is_web_address(holder.website)) {
            of_.refuse({row.line, holder.website, base::message("This is no whole web address.")});
            return std::nullopt;
        }
        return holder;
    }

    void plan(std::uint64_t line, Holder holder) {
        const SeatKey seat = seat_of(holder);
        offices_.insert(holder.office);
        const auto [at, is_new] = taken_.emplace(std::pair{seat, name_key(holder.name)}, line);
        if (!is_new) return of_.refuse({line, holder.name, base::message("The same person stands there twice.")});
        if (has_one_seat(holder.office) && !seats_.insert(seat).second)
            return of_.refuse({line, holder.name, base::message("Two people stand there for one seat.")});
        const auto& there = in_seat_[seat];
        const auto known = std::ranges::find_if(
            there, [&](const StoredHolder* each) { return name_key(each->holder.name) == name_key(holder.name); });
        if (has_one_seat(holder.office) || holder.seat == Seat::held) make_room(there, holder);
        if (known == there.end()) {
            of_.note({.effect = Effect::added, .name = shown_name(holder), .office = holder.office});
            of_.plan.new_holders.push_back(std::move(holder));
            return;
        }
        stays_.insert((*known)->id);
        change(**known, std::move(holder));
    }

    // Whoever had the only seat before leaves it; a vacant one is filled.
    void make_room(const std::vector<const StoredHolder*>& there, const Holder& holder) {
        for (const StoredHolder* each : there) {
            const bool is_other = name_key(each->holder.name) != name_key(holder.name);
            if (is_other && (has_one_seat(holder.office) || each->holder.seat == Seat::vacant)) leave(*each);
        }
    }

    void leave(const StoredHolder& stored) {
        if (!leaving_.insert(stored.id).second) return;
        of_.note({.effect = Effect::gone, .name = shown_name(stored.holder), .office = stored.holder.office});
        of_.plan.leaving.push_back(stored.id);
    }

    void change(const StoredHolder& before, Holder holder) {
        if (has_same_facts(before.holder, holder))
            ++of_.plan.counts.same;
        else
            of_.note({Effect::changed, shown_name(holder), words_of(before.holder), words_of(holder), holder.office});
        const Holder& was = before.holder;
        if (!has_same_facts(was, holder) || was.as_of != holder.as_of || was.source != holder.source ||
            was.name != holder.name)
            of_.plan.changed_holders.push_back({before.id, std::move(holder)});
    }

    // Those of the same list and the same offices that the file does not name.
    void plan_leavers() {
        for (const StoredHolder& each : before_)
            if (each.holder.set == of_.import.set && offices_.contains(each.holder.office) && !stays_.contains(each.id))
                leave(each);
    }

    std::string shown_name(const Holder& holder) const {
        const auto* const riding = holder.riding ? of_.places.riding(*holder.riding) : nullptr;
        const std::string& place = riding == nullptr ? holder.place_en : riding->riding.name_en;
        return (holder.name.empty() ? "–" : holder.name) + (place.empty() ? "" : ", " + place);
    }

    const Planning& of_;
    std::vector<StoredHolder> before_;
    std::map<SeatKey, std::vector<const StoredHolder*>> in_seat_{};
    std::map<std::pair<SeatKey, std::string>, std::uint64_t> taken_{};
    std::set<SeatKey> seats_{};
    std::set<Office> offices_{};
    std::set<RepresentativeId> stays_{}, leaving_{};
};

}  // namespace

void plan_holders(const Planning& of) { HolderPlanner{of}.run(); }

}  // namespace representatives::planning

#include "features/representatives/handlers.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/representatives/api.h"
#include "features/representatives/office_store.h"
#include "features/representatives/pages.h"
#include "features/representatives/port_service.h"
#include "models/ridings/shipped.h"

namespace representatives {
namespace {

using Regions = std::vector<std::string>;

Regions near(const ports::Elections& elections, db::Read& read) {
    return elections.near ? elections.near(read) : Regions{};
}

// Takes those away whom an election that is near concerns. Whether there was any. A vacant seat names nobody.
bool take_unnamed(const Regions& regions, std::vector<ports::Representative>& all) {
    return std::erase_if(all, [&](const ports::Representative& each) {
               return each.seat == Seat::held && ports::is_unnamed_near(regions, each);
           }) > 0;
}

// Whether nothing is listed of the code in this house, so that what is found there was found by its middle.
bool is_unlisted(const PlaceTable& places, ridings::PackedCode code, RidingHouse house) {
    return std::ranges::none_of(places.codes->memberships_of(code), [&](const ridings::Membership& each) {
        const auto* const stored = places.find(RidingId{each.riding});
        return stored != nullptr && stored->riding.house == house;
    });
}

FoundHouse found_house(const Tables& tables, const ports::RidingsOfHouse& of, const http::Request& request) {
    FoundHouse house{.house = of.house, .ridings = of.ridings};
    house.choice = choice_among(of.ridings, request.query.view(name_of(of.house)));
    if (house.choice) house.representatives = where(tables, {.locale = request.locale, .ridings = {house.choice->id}});
    return house;
}

pages::Filter filter_of(const http::Request& request) {
    return {house_of(request.query.view("house")), people::province_of(request.query.text("province")),
            base::collapse_spaces(request.query.text("party"))};
}

std::optional<RepresentativeId> id_in(const http::Request& request) {
    return base::id_from<RepresentativeId>(request.parameter("representative"));
}

// What is on a page whose address holds a postal code stays with whoever asked.
http::Response kept_nowhere(http::Response response) {
    response.headers.add({"Cache-Control", "no-store"});
    return response;
}

}  // namespace

Finding Handlers::finding_of(const http::Request& request, db::Read& read) const {
    Finding finding{.postal_code = base::collapse_spaces(request.query.text("postal_code"))};
    if (!request.query.has("postal_code")) return finding;
    finding.problems = problems_of_code(finding.postal_code);
    if (!finding.problems.empty()) return finding;
    const auto code = people::PostalCode::parse(finding.postal_code);
    const auto tables = services_.tables.current(read);
    const auto place = look_up(*tables, *code);
    const auto regions = near(services_.elections, read);
    finding.postal_code = code->text();
    finding.province = place.province;
    finding.has_listed_district = ridings::province_of_district(code->district()).has_value();
    const auto packed = ridings::pack(code->text());
    for (const auto& each : place.houses) {
        FoundHouse& house = finding.houses.emplace_back(found_house(*tables, each, request));
        house.has_unnamed = take_unnamed(regions, house.representatives);
        house.is_by_middle = packed && is_unlisted(*tables->places, *packed, house.house);
    }
    return finding;
}

http::Response Handlers::find(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const Finding finding = finding_of(request, read);
    const bool has_problems = !finding.problems.empty();
    auto frame = services_.frames.frame(
        request, {.title = t("Find your representatives"),
                  .description = t("Who speaks for you, and how do you reach them? Your postal code tells."),
                  .path = ports::find_representatives_path(request.locale),
                  .form_state = has_problems ? html::FormState::has_problems : html::FormState::fine});
    auto response = ports::respond(std::move(frame), pages::find(t, finding), has_problems ? 422 : 200);
    return finding.postal_code.empty() ? std::move(response) : kept_nowhere(std::move(response));
}

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto tables = services_.tables.current(read);
    pages::List list{.filter = filter_of(request), .representatives = {}, .parties = {}};
    auto all = where(*tables, {.locale = request.locale, .province = list.filter.province, .limit = 100'000});
    list.has_unnamed = take_unnamed(near(services_.elections, read), all);
    std::set<std::string> parties;
    for (const auto& each : all)
        if (!each.party.empty()) parties.insert(each.party);
    list.parties.assign(parties.begin(), parties.end());
    std::erase_if(all, [&](const ports::Representative& each) {
        return (list.filter.house && house_of(each.office) != *list.filter.house) ||
               (!list.filter.party.empty() && each.party != list.filter.party);
    });
    list.total = all.size();
    list.position = ports::position_in(all.size(), request.query);
    list.representatives = ports::rows_at(list.position, all);
    auto frame =
        services_.frames.frame(request, {.title = t("All representatives"), .path = pages::list_path(request.locale)});
    return ports::respond(std::move(frame), pages::list(t, list));
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const auto id = id_in(request);
    const auto stored = id ? store::find_holder(read, *id) : std::nullopt;
    if (!stored) return http::not_found();
    const auto tables = services_.tables.current(read);
    const auto* const riding = stored->holder.riding ? tables->places->find(*stored->holder.riding) : nullptr;
    const auto representative = representative_of(*stored, riding, request.locale);
    std::vector<ports::Representative> named{representative};
    if (take_unnamed(near(services_.elections, read), named)) return http::not_found();
    const i18n::Translator t{request.locale};
    pages::One one{representative, stored->left_at.has_value(), {}};
    for (const auto& section : services_.sections.all())
        one.sections.push_back(section.render(read, {representative, request.locale}));
    auto frame =
        services_.frames.frame(request, {.title = pages::name_of(t, representative),
                                         .description = pages::line_of(t, representative),
                                         .path = ports::representative_path(representative.id, request.locale)});
    return ports::respond(std::move(frame), pages::one(t, one));
}

http::Response Handlers::api_find(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    Finding finding = finding_of(request, read);
    if (!request.query.has("postal_code")) finding.problems = problems_of_code("");
    if (!finding.problems.empty())
        return http::problem_json(
            {.title = t("There is no such postal code"), .locale = request.locale, .problems = finding.problems});
    return kept_nowhere(http::json(json_of(finding)));
}

http::Response Handlers::api_show(const http::Request& request, db::Read& read) const {
    const auto id = id_in(request);
    const auto stored = id ? store::find_holder(read, *id) : std::nullopt;
    if (!stored || stored->left_at) return http::not_found();
    const auto tables = services_.tables.current(read);
    const auto* const riding = stored->holder.riding ? tables->places->find(*stored->holder.riding) : nullptr;
    std::vector<ports::Representative> named{representative_of(*stored, riding, request.locale)};
    if (take_unnamed(near(services_.elections, read), named)) return http::not_found();
    return http::json(json_of(named.front()));
}

}  // namespace representatives

#include "features/politician_tracker/handlers.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/politician_tracker/api.h"
#include "features/politician_tracker/pages.h"
#include "features/politician_tracker/store.h"
#include "people/place.h"

namespace politician_tracker {
namespace {

// Those who may be named now.
struct Named {
    std::vector<Standing> standings;
    std::vector<ElectionPeriod> periods;
};
Named named(db::Read& read, PetitionId petition) {
    Named named{store::standings(read, petition), store::open_periods(read)};
    std::erase_if(named.standings,
                  [&](const Standing& each) { return is_hidden(each.politician.facts, named.periods); });
    return named;
}

// The parties of those who may be named, in the order of their names.
std::vector<std::string> parties_of(const std::vector<Standing>& standings) {
    std::map<std::string, std::string> parties;
    for (const Standing& each : standings)
        if (const auto& party = each.politician.facts.party; !party.empty())
            parties.emplace(base::fold_name(party), party);
    std::vector<std::string> names;
    for (const auto& [folded, party] : parties) names.push_back(party);
    return names;
}

pages::Filter filter_of(const http::Request& request, const std::vector<std::string>& parties) {
    const auto region = people::province_of(request.query.text("region"));
    const auto party = std::ranges::find(parties, request.query.text("party"));
    return {tier_of(request.query.text("tier")), region ? std::string{people::code(*region)} : std::string{},
            stand_of(request.query.text("stand")), party == parties.end() ? std::string{} : *party};
}

bool passes(const pages::Filter& filter, const Standing& standing) {
    const PoliticianFacts& facts = standing.politician.facts;
    if (filter.tier && tier_of(facts.office) != *filter.tier) return false;
    if (!filter.region.empty() && facts.region != filter.region) return false;
    if (!filter.party.empty() && base::fold_name(facts.party) != base::fold_name(filter.party)) return false;
    return !filter.stand || standing.stand == *filter.stand;
}

PoliticianId id_of(const http::Request& request) {
    return PoliticianId{base::whole_number(request.parameter("politician")).value_or(0)};
}

}  // namespace

std::optional<ports::PetitionFacts> Handlers::find_public(const http::Request& request, db::Read& read) const {
    auto petition = services_.petitions.find(read, request.parameter("slug"), request.locale);
    if (!petition || petition->stage == ports::PetitionStage::draft) return std::nullopt;
    return petition;
}

html::SafeHtml Handlers::section(const ports::PetitionView& view, db::Read& read) const {
    if (view.petition.kind != ports::PetitionKind::pledge) return {};
    return services_.sections.section({view.petition.id, view.locale, view.now}, [&] {
        const auto found = named(read, view.petition.id);
        return pages::section(i18n::Translator{view.locale}, {view.petition, found.standings, found.periods, {}});
    });
}

html::SafeHtml Handlers::election_notice(const ports::PetitionView& view, db::Read& read) const {
    return pages::election_notice(i18n::Translator{view.locale}, store::open_periods(read));
}

http::Response Handlers::list(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    if (!petition) return http::not_found();
    const i18n::Translator t{request.locale};
    auto found = named(read, petition->id);
    auto parties = parties_of(found.standings);
    const auto filter = filter_of(request, parties);
    std::erase_if(found.standings, [&](const Standing& each) { return !passes(filter, each); });
    const auto position = ports::position_in(found.standings.size(), request.query);
    auto frame = services_.frames.frame(request, {.title = t("Where politicians stand"),
                                                  .description = petition->title,
                                                  .path = pages::list_path(request.locale, petition->slug)});
    return ports::respond(std::move(frame),
                          pages::list(t, {*petition, ports::rows_at(position, found.standings),
                                          std::move(found.periods), filter, std::move(parties), position}));
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    const auto standing = petition ? store::standing(read, petition->id, id_of(request)) : std::nullopt;
    if (!standing || is_hidden(standing->politician.facts, store::open_periods(read))) return http::not_found();
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(
        request, {.title = standing->politician.facts.name,
                  .description = petition->title,
                  .path = pages::one_path(request.locale, petition->slug, standing->politician.id)});
    const std::string url = services_.frames.public_url() + pages::petition_path(request.locale, petition->slug);
    return ports::respond(std::move(frame), pages::one(t, {*petition, *standing, url}));
}

base::Result<Asking, base::Problems> Handlers::read_asking(const http::Request& request) const {
    return Asking{request.parameter("slug"), id_of(request), request.locale};
}

http::WriteResult Handlers::ask(const Asking& asking, db::Write& write) const {
    const auto petition = services_.petitions.find(write, asking.slug, asking.locale);
    const auto politician = store::find(write, asking.politician);
    if (!petition || petition->stage != ports::PetitionStage::open || !politician) return http::not_found();
    if (is_hidden(politician->facts, store::open_periods(write))) return http::not_found();
    store::count_asking(write, petition->id, politician->id);
    return http::see_other(pages::one_path(asking.locale, asking.slug, asking.politician));
}

http::Response Handlers::show_again(const http::Request& request, const base::Problems&, db::Read& read) const {
    return show(request, read);
}

http::Response Handlers::api(const http::Request& request, db::Read& read) const {
    const auto petition = find_public(request, read);
    if (!petition) return http::not_found();
    return http::json(json_of(*petition, named(read, petition->id).standings));
}

}  // namespace politician_tracker

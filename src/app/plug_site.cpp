// app/plug_site.cpp - levels, campaign hubs and pages.
#include "app/plugs.h"
#include "features/site/menu_service.h"
#include "features/site/seed.h"
#include "features/site/slice.h"
#include "ports/people_holder.h"

namespace app {
namespace {

void seed(const House& house, Scenario scenario) {
    house.database.write([&](db::Write& write) {
        if (scenario == Scenario::empty) return site::seed_levels(write);
        const auto offered = house.pictures.offered(write, ports::kNoPicture);
        return site::seed_demo(write, offered.empty() ? ports::kNoPicture : offered.front().id);
    });
}

}  // namespace

void plug_in_site(House& house) {
    const auto& slice = house.keep<site::Slice>(
        site::Services{house.frames, house.actions, house.blocks, house.documents, house.pictures});
    slice.add_routes(house.router);
    for (auto& entry : site::staff_entries()) house.frames.add_staff_entry(std::move(entry));
    house.campaign = site::campaign_name;
    const auto& menus = house.keep<site::PageMenus>(house.database);
    house.page_links = [&menus](base::Locale locale, std::optional<base::LevelId> level) {
        return menus.links(locale, level);
    };
    house.documents.add({"pages", base::message("Pages")}, site::search_documents());
    house.person_data.add(ports::people_holder());
    house.facts.add(ports::consent_facts());
    house.home.add(site::home_news);
    house.pictures.add_uses(site::picture_uses());
    house.seeds.push_back({"site", [&house](db::Database&, Scenario scenario, SeedNotes&) { seed(house, scenario); }});
}

}  // namespace app

// app/plug_newsroom.cpp - sections of dated news, written by staff.
#include "app/plugs.h"
#include "app/stored_files.h"
#include "features/newsroom/document_jobs.h"
#include "features/newsroom/import_job_service.h"
#include "features/newsroom/import_slice.h"
#include "features/newsroom/seed.h"
#include "features/newsroom/slice.h"
#include "features/search/index_service.h"
#include "people/store.h"

namespace app {
namespace {

void seed(db::Database& database, const ports::Pictures& pictures, Scenario scenario) {
    if (scenario == Scenario::empty) return;
    database.write([&](db::Write& write) { newsroom::seed_demo(write, people::levels(write), pictures); });
}

}  // namespace

void plug_in_newsroom(House& house) {
    const auto zone = i18n::TimeZone::find(house.settings.config.site.time_zone).value_or(i18n::TimeZone::toronto());
    auto& files = *house.keep<Store>(document_files(house.settings));
    const auto& slice = house.keep<newsroom::Slice>(newsroom::Services{
        house.secret, house.frames, house.actions, house.pictures, house.documents, files, zone, search::take_out});
    slice.add_routes(house.router);
    house.frames.add_staff_entry(newsroom::staff_entry());
    house.documents.add(newsroom::document_kind(), newsroom::search_documents());
    house.blocks.add(newsroom::latest_block());
    house.home.add(newsroom::home_news());
    house.person_data.add(newsroom::person_data());
    house.facts.add(newsroom::person_facts());
    house.pictures.add_uses(newsroom::picture_uses());
    house.add_checks(newsroom::checks());
    house.add_checks({newsroom::documents_check(files)});
    auto& uploads = house.keep<files::FolderStore>(import_files(house.settings));
    house.keep<newsroom::ImportDesk>(newsroom::ImportServices{house.frames, uploads, zone}).add_routes(house.router);
    newsroom::add_import_jobs(house.jobs, {{house.database, house.pictures}, uploads});
    newsroom::add_jobs(house.jobs, house.database, zone);
    newsroom::add_document_jobs(house.jobs, {house.database, files});
    house.seeds.push_back({"newsroom", [&house](db::Database& database, Scenario scenario, SeedNotes&) {
                               seed(database, house.pictures, scenario);
                           }});
}

}  // namespace app

// app/plug_mosaic.cpp - the picture that is made of supporters' photos.
#include "app/plugs.h"
#include "app/stored_files.h"
#include "features/mosaic/seed.h"
#include "features/mosaic/slice.h"

namespace app {
namespace {

// The bytes behind "/pictures/ADDRESS-960.jpg".
std::optional<std::string> picture_bytes(const files::FileStore& pictures, std::string_view path) {
    const auto name = path.substr(path.rfind('/') + 1);
    const auto address = files::Address::parse(name.substr(0, name.find('-')));
    return address ? pictures.read(*address) : std::nullopt;
}

}  // namespace

void plug_in_mosaic(House& house) {
    auto& files = *house.keep<Store>(mosaic_files(house.settings));
    const auto& pictures = *house.keep<Store>(picture_files(house.settings));
    auto& workshop = house.keep<imaging::Workshop>();
    const auto& services = house.keep<mosaic::Services>(mosaic::Services{
        .frames = house.frames,
        .pictures = house.pictures,
        .voices = house.voices,
        .database = house.database,
        .files = files,
        .workshop = workshop,
        .picture_bytes = [&pictures](std::string_view path) { return picture_bytes(pictures, path); }});
    auto& slice = house.keep<mosaic::Slice>(services);
    slice.add_routes(house.router);
    slice.add_jobs(house.jobs);
    house.voice_changes.add(mosaic::voice_listener());
    house.actions.add(mosaic::actions());
    house.blocks.add(slice.block());
    house.documents.add({"mosaic", base::message("Mosaic")}, mosaic::search_documents());
    house.frames.add_staff_entry(mosaic::staff_entry());
    house.pictures.add_uses(mosaic::picture_uses);
    house.add_checks({mosaic::files_check(files)});
    house.add_operations(mosaic::api_operations());
    house.seeds.push_back({"mosaic", [&services, &slice](db::Database&, Scenario scenario, SeedNotes&) {
                               if (scenario != Scenario::empty) mosaic::seed_demo(services, slice.studio());
                           }});
}

}  // namespace app

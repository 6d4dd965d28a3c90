#include "features/site/seed.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/text.h"
#include "features/site/demo_texts.h"
#include "features/site/page_store.h"
#include "features/site/store.h"
#include "people/store.h"

namespace site {
namespace {

using people::LevelKind;
using people::Province;

constexpr std::string_view kAuthor = "Amélie Roy";

struct SeededProvince {
    Province province;
    std::string_view name_en, name_fr;
    int accent;
};
constexpr std::array<SeededProvince, 13> kProvinces{{
    {Province::bc, "British Columbia", "Colombie-Britannique", 6},
    {Province::ab, "Alberta", "Alberta", 4},
    {Province::sk, "Saskatchewan", "Saskatchewan", 3},
    {Province::mb, "Manitoba", "Manitoba", 5},
    {Province::on, "Ontario", "Ontario", 1},
    {Province::qc, "Quebec", "Québec", 2},
    {Province::nb, "New Brunswick", "Nouveau-Brunswick", 4},
    {Province::ns, "Nova Scotia", "Nouvelle-Écosse", 2},
    {Province::pe, "Prince Edward Island", "Île-du-Prince-Édouard", 3},
    {Province::nl, "Newfoundland and Labrador", "Terre-Neuve-et-Labrador", 6},
    {Province::yt, "Yukon", "Yukon", 5},
    {Province::nt, "Northwest Territories", "Territoires du Nord-Ouest", 1},
    {Province::nu, "Nunavut", "Nunavut", 3},
}};

// Places that do not exist.
struct SeededLocal {
    std::string_view slug, name;
    Province province;
    int accent;
};
constexpr std::array<SeededLocal, 8> kLocals{{
    {"val-clair", "Val-Clair", Province::qc, 2},
    {"riviere-aux-pins", "Rivière-aux-Pins", Province::qc, 5},
    {"north-harbour", "North Harbour", Province::on, 6},
    {"saint-alban-du-lac", "Saint-Alban-du-Lac", Province::on, 1},
    {"port-ellery", "Port Ellery", Province::ns, 3},
    {"two-creeks", "Two Creeks", Province::sk, 4},
    {"cap-aux-oies", "Cap-aux-Oies", Province::nb, 2},
    {"larch-river", "Larch River", Province::bc, 5},
}};

base::LevelId ensure_level(db::Write& write, const people::LevelPlan& plan) {
    if (const auto known = people::find_level(write, plan.slug)) return known->id;
    const auto id = people::insert_level(write, plan);
    CHECK(id.has_value());
    return *id;
}

std::string slug_of(Province province) { return base::lower_ascii(people::code(province)); }

void seed_locals(db::Write& write) {
    for (const auto& local : kLocals) {
        const auto province = people::find_level(write, slug_of(local.province));
        CHECK(province.has_value());
        ensure_level(write, {LevelKind::local, std::string{local.slug}, std::string{local.name},
                             std::string{local.name}, local.accent, province->id, local.province});
    }
}

void seed_hub(db::Write& write, base::LevelId level, const Blocks& blocks) {
    if (store::published(write, level) || !store::draft(write, level).empty()) return;
    store::replace_draft(write, level, blocks, kAuthor);
    store::publish(write, level, kAuthor);
}

// Puts a page that has just been made where the demo has it; the pages above it are there already.
void place_page(db::Write& write, std::string_view slug) {
    for (auto& [own, parent, place] : demo_places()) {
        if (own != slug) continue;
        const auto page = store::find_page(write, slug);
        const auto above = parent.empty() ? std::nullopt : store::find_page(write, parent);
        CHECK(page.has_value());
        if (above) place.parent = above->id;
        store::save_place(write, page->id, place);
    }
}

void seed_page(db::Write& write, base::LevelId level, const DemoPage& page) {
    const auto id = store::insert_page(write, level, page.slug, kAuthor);
    if (!id) return;
    store::save_text(write, {*id, base::Locale::english, page.english}, kAuthor);
    store::save_text(write, {*id, base::Locale::french, page.french}, kAuthor);
    store::publish_page(write, *id);
    place_page(write, page.slug);
}

// Behind the first two blocks: the headline, and what the campaign is about.
Blocks with_picture(Blocks blocks, ports::PictureId picture) {
    if (picture == ports::kNoPicture) return blocks;
    const auto place = blocks.begin() + std::min<std::ptrdiff_t>(2, std::ssize(blocks));
    blocks.insert(
        place,
        {.kind = "picture",
         .settings = write_settings({.picture = picture.value}),
         .english = {"", "", "The library belongs to everybody, at nine in the morning and at dusk."},
         .french = {"", "", "La bibliothèque est à tout le monde, à neuf heures du matin comme au crépuscule."}});
    return blocks;
}

}  // namespace

base::LevelId seed_levels(db::Write& write) {
    const auto national = ensure_level(write, {LevelKind::national, std::string{people::kNationalSlug}, "Canada",
                                               "Canada", 1, std::nullopt, std::nullopt});
    for (const auto& each : kProvinces)
        ensure_level(write, {LevelKind::province, slug_of(each.province), std::string{each.name_en},
                             std::string{each.name_fr}, each.accent, national, each.province});
    return national;
}

base::LevelId seed_demo(db::Write& write, ports::PictureId picture) {
    const auto national = seed_levels(write);
    seed_locals(write);
    seed_hub(write, national, with_picture(demo_national_blocks(), picture));
    if (const auto quebec = people::find_level(write, "qc")) seed_hub(write, quebec->id, demo_quebec_blocks());
    for (const auto& page : demo_pages()) seed_page(write, national, page);
    seed_page(write, national, demo_contact_page());
    return national;
}

}  // namespace site

#include "features/newsroom/seed.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/check.h"
#include "features/newsroom/demo_texts.h"
#include "features/newsroom/item_store.h"
#include "features/newsroom/section_store.h"
#include "ports/search_documents.h"

namespace newsroom {
namespace {

constexpr std::string_view kEditor = "Chantal Bélanger";

using SectionIds = std::map<std::string, SectionId, std::less<>>;

SectionIds seed_sections(db::Write& write, base::LevelId national) {
    SectionIds ids;
    int place = 0;
    for (const auto& section : demo_sections()) {
        const SectionForm form{.english = {std::string{section.slug_en}, std::string{section.title_en},
                                           std::string{section.introduction_en}, ""},
                               .french = {std::string{section.slug_fr}, std::string{section.title_fr},
                                          std::string{section.introduction_fr}, ""},
                               .place = std::to_string(++place * 10)};
        const auto id = store::insert_section(write, national, form, kEditor);
        store::publish_section(write, id, kEditor);
        ids.emplace(section.slug_en, id);
    }
    return ids;
}

ItemWords words_of(const DemoWords& words) {
    return {.title = std::string{words.title},
            .teaser = std::string{words.teaser},
            .body = std::string{words.body},
            .quotation = std::string{words.quotation},
            .quoted_name = std::string{words.quoted_name},
            .quoted_office = std::string{words.quoted_office}};
}

std::vector<SectionId> sections_of(const SectionIds& ids, const DemoItem& item) {
    std::vector<SectionId> sections{ids.find(item.section)->second};
    if (!item.second_section.empty()) sections.push_back(ids.find(item.second_section)->second);
    return sections;
}

// As on the morning of that day.
base::Instant morning_of(Day day) {
    return base::Instant{} + base::days(day.time_since_epoch().count()) + base::hours(14);
}

// The one whose description has this word.
std::vector<ItemPicture> pictures_of(const DemoItem& item, const std::vector<ports::Picture>& library) {
    if (item.picture.empty()) return {};
    const auto found =
        std::ranges::find_if(library, [&](const auto& each) { return each.alt_en.contains(item.picture); });
    if (found == library.end()) return {};
    return {{std::to_string(found->id.value), "Alltogether", found->alt_en, found->alt_fr}};
}

struct Placing {
    base::LevelId level;
    std::vector<SectionId> sections;
    const std::vector<ports::Picture>& library;
};
void seed_item(db::Write& write, const DemoItem& item, const Placing& placing) {
    const auto& [level, sections, library] = placing;
    const auto day = day_of(item.day);
    CHECK(day.has_value());
    const auto id = store::insert_item(write, {level, day, sections}, kEditor);
    store::save_words(write, {id, base::Locale::english, words_of(item.english)}, kEditor);
    store::save_words(write, {id, base::Locale::french, words_of(item.french)}, kEditor);
    store::Details details{.event_day = day,
                           .author = {},
                           .sections = sections,
                           .tags = {},
                           .pictures = pictures_of(item, library),
                           .attachments = {},
                           .actions = {}};
    if (!item.tag_en.empty())
        details.tags.push_back(store::ensure_tag(write, {std::string{item.tag_en}, std::string{item.tag_fr}}));
    if (!item.action.empty()) details.actions.emplace_back(item.action);
    store::save_details(write, id, details, kEditor);
    store::take_step(write, {.item = id, .to = Stage::published, .today = *day}, kEditor);
    store::set_published_at(write, id, morning_of(*day));
    if (item.is_pinned) store::pin(write, id, sections.front(), store::Pin::pinned, kEditor);
}

// The oldest first, as they were written.
std::vector<const DemoItem*> items_by_day() {
    std::vector<const DemoItem*> items;
    for (const auto of_section : {demo_solidarity(), demo_taxes(), demo_provinces()})
        for (const DemoItem& item : of_section) items.push_back(&item);
    std::ranges::sort(items, {}, &DemoItem::day);
    return items;
}

}  // namespace

void seed_demo(db::Write& write, const people::LevelTree& levels, const ports::Pictures& pictures) {
    const auto* const national = levels.national();
    if (national == nullptr || !store::all_sections(write).empty()) return;
    const auto sections = seed_sections(write, national->id);
    const auto library = pictures.offered(write, ports::kNoPicture);
    for (const DemoItem* item : items_by_day()) {
        const auto* const level = levels.find(item->level);
        seed_item(write, *item, {level != nullptr ? level->id : national->id, sections_of(sections, *item), library});
    }
    ports::many_documents_changed(write);
}

}  // namespace newsroom

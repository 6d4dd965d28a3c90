#include "features/newsroom/feed_store.h"

#include <algorithm>
#include <unordered_map>

namespace newsroom::store {
namespace {

// $1: numbers of items with commas between them.
#define WANTED_SQLITE "from json_each('[' || $1 || ']') w "
#define WANTED_POSTGRES "from (select unnest(string_to_array($1, ',')::bigint[]) as value) w "
#define BOTH(COLUMNS, REST)                                         \
    db::Texts {                                                     \
        .sqlite = "select w.value, " COLUMNS WANTED_SQLITE REST,    \
        .postgres = "select w.value, " COLUMNS WANTED_POSTGRES REST \
    }

struct Words {
    ItemId item;
    base::LevelId level;
    Author author;
    ItemWords words;
};
Words read_words(const db::Row& row) {
    return {.item = row.as<ItemId>(0),
            .level = row.as<base::LevelId>(1),
            .author = {row.as<std::string>(2), row.as<std::string>(3), row.integer(4)},
            .words = {row.as<std::string>(5), row.as<std::string>(6), row.as<std::string>(7), row.as<std::string>(8),
                      row.as<std::string>(9), row.as<std::string>(10)}};
}
const db::Query<Words(std::string_view, base::Locale)> kWords{
    BOTH("i.level_id, i.author_name, i.author_email, i.author_hash, r.title, r.teaser, r.body, r.quotation, "
         "r.quoted_name, r.quoted_office ",
         "join news_text t on t.item_id = w.value and t.locale = $2 join news_item i on i.id = t.item_id "
         "join news_revision r on r.id = t.public_id"),
    read_words};

// Something that belongs to an item.
template <class Thing>
struct Belonging {
    ItemId item;
    Thing thing;
};

Belonging<Tag> read_tag(const db::Row& row) {
    return {row.as<ItemId>(0),
            {row.as<TagId>(1), row.as<std::string>(2), row.as<std::string>(3), row.as<std::string>(4),
             row.as<std::string>(5)}};
}
const db::Query<Belonging<Tag>(std::string_view)> kTags{
    BOTH("x.tag_id, coalesce(e.slug, ''), coalesce(e.label, ''), coalesce(f.slug, ''), coalesce(f.label, '') ",
         "join news_tagging x on x.item_id = w.value "
         "left join news_tag_text e on e.tag_id = x.tag_id and e.locale = 'en' "
         "left join news_tag_text f on f.tag_id = x.tag_id and f.locale = 'fr' order by e.label, f.label"),
    read_tag};

Belonging<ItemPicture> read_picture(const db::Row& row) {
    return {row.as<ItemId>(0),
            {row.as<std::string>(1), row.as<std::string>(2), row.as<std::string>(3), row.as<std::string>(4)}};
}
const db::Query<Belonging<ItemPicture>(std::string_view)> kPictures{
    BOTH("p.picture, p.credit, p.alt_en, p.alt_fr ", "join news_picture p on p.item_id = w.value order by p.place"),
    read_picture};

Belonging<Attachment> read_attachment(const db::Row& row) {
    return {row.as<ItemId>(0), {row.as<std::string>(1), row.as<std::string>(2), row.as<std::string>(3)}};
}
const db::Query<Belonging<Attachment>(std::string_view)> kAttachments{
    BOTH("a.address, a.label_en, a.label_fr ", "join news_attachment a on a.item_id = w.value order by a.place"),
    read_attachment};

#undef BOTH
#undef WANTED_SQLITE
#undef WANTED_POSTGRES

std::string numbers_of(const std::vector<Headline>& headlines) {
    std::string numbers;
    for (const auto& headline : headlines) numbers += (numbers.empty() ? "" : ",") + std::to_string(headline.id.value);
    return numbers;
}

using Items = std::unordered_map<ItemId, PublicItem>;

template <class Thing>
void hand_out(std::vector<Belonging<Thing>> things, Items& items, std::vector<Thing> PublicItem::* where) {
    for (auto& [item, thing] : things)
        if (const auto found = items.find(item); found != items.end())
            (found->second.*where).push_back(std::move(thing));
}

}  // namespace

std::vector<PublicItem> public_items(db::Read& read, base::Locale locale, const std::vector<Headline>& headlines) {
    const auto numbers = numbers_of(headlines);
    if (numbers.empty()) return {};
    Items items;
    for (auto& row : read.all(kWords, numbers, locale))
        items.emplace(row.item, PublicItem{.headline = *std::ranges::find(headlines, row.item, &Headline::id),
                                           .words = std::move(row.words),
                                           .level = row.level,
                                           .author = std::move(row.author),
                                           .other_slug = {},
                                           .sections = {},
                                           .tags = {},
                                           .pictures = {},
                                           .attachments = {},
                                           .actions = {},
                                           .source = {}});
    hand_out(read.all(kTags, numbers), items, &PublicItem::tags);
    hand_out(read.all(kPictures, numbers), items, &PublicItem::pictures);
    hand_out(read.all(kAttachments, numbers), items, &PublicItem::attachments);
    std::vector<PublicItem> found;
    for (const auto& headline : headlines) {
        const auto item = items.find(headline.id);
        if (item == items.end()) continue;
        std::erase_if(item->second.tags, [&](const Tag& tag) { return tag.label(locale).empty(); });
        found.push_back(std::move(item->second));
    }
    return found;
}

}  // namespace newsroom::store

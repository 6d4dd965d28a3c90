#include <tuple>

#include "base/check.h"
#include "base/text.h"
#include "people/tags.h"

namespace people {
namespace {

constexpr auto kReadTag = db::columns<Tag, TagId, std::string, base::Instant>;

const db::Query<Tag()> kTags{"select id, name, created_at from tag order by folded", kReadTag};
const db::Query<Tag(TagId)> kTag{"select id, name, created_at from tag where id = $1", kReadTag};
const db::Query<Tag(std::string_view)> kTagByName{"select id, name, created_at from tag where folded = $1", kReadTag};
const db::Command<void(TagId, std::string_view, std::string_view, base::Instant)> kInsertTag{
    "insert into tag (id, folded, name, created_at) values ($1, $2, $3, $4) on conflict (folded) do nothing"};
const db::Command<void(TagId, std::string_view, std::string_view)> kRenameTag{
    "update tag set folded = $2, name = $3 where id = $1"};
const db::Command<void(TagId)> kTakeOffAll{"delete from person_tag where tag_id = $1"};
const db::Command<void(TagId)> kDeleteTag{"delete from tag where id = $1"};

const db::Query<Tag(PersonId)> kTagsOf{
    R"(select t.id, t.name, t.created_at from person_tag p join tag t on t.id = p.tag_id
       where p.person_id = $1 order by t.folded)",
    kReadTag};
const db::BatchCommand<void(TagId, PersonId, base::Instant)> kAddTags{
    "insert into person_tag (tag_id, person_id, added_at) values ($1, $2, $3) on conflict do nothing"};
const db::Command<void(TagId, PersonId)> kRemoveTag{"delete from person_tag where tag_id = $1 and person_id = $2"};
const db::Query<TaggedPerson(TagId, PersonId, std::int64_t)> kTagged{
    R"(select person_id, added_at from person_tag where tag_id = $1 and person_id > $2 order by person_id limit $3)",
    db::columns<TaggedPerson, PersonId, base::Instant>};
const db::Query<std::int64_t(TagId, std::int64_t)> kCountTagged{
    "select count(*) from (select person_id from person_tag where tag_id = $1 limit $2) as counted",
    db::columns<std::int64_t, std::int64_t>};

}  // namespace

std::vector<Tag> tags(db::Read& read) { return read.all(kTags); }

std::optional<Tag> find_tag(db::Read& read, TagId tag) { return read.one(kTag, tag); }

std::optional<Tag> find_tag(db::Read& read, std::string_view name) {
    return read.one(kTagByName, base::fold_name(name));
}

TagId ensure_tag(db::Write& write, std::string_view name) {
    const std::string folded = base::fold_name(name);
    if (const auto tag = write.one(kTagByName, folded)) return tag->id;
    write.run(kInsertTag, write.new_id<TagId>(), folded, name, write.now());
    const auto tag = write.one(kTagByName, folded);
    CHECK(tag.has_value());
    return tag->id;
}

std::optional<TagId> rename_tag(db::Write& write, TagId tag, std::string_view name) {
    const std::string folded = base::fold_name(name);
    const auto other = write.one(kTagByName, folded);
    if (other && other->id != tag) return std::nullopt;
    write.run(kRenameTag, tag, folded, name);
    return tag;
}

void delete_tag(db::Write& write, TagId tag) {
    write.run(kTakeOffAll, tag);
    write.run(kDeleteTag, tag);
}

std::vector<Tag> tags_of(db::Read& read, PersonId person) { return read.all(kTagsOf, person); }

std::int64_t add_tags(db::Write& write, std::span<const Tagging> taggings) {
    struct Item {
        TagId tag;
        PersonId person;
        base::Instant at;
    };
    std::vector<Item> items;
    for (const Tagging& tagging : taggings) items.push_back({tagging.tag, tagging.person, write.now()});
    return write.run_batch(kAddTags, items, [](const Item& item) { return std::tie(item.tag, item.person, item.at); });
}

std::int64_t add_tag(db::Write& write, Tagging tagging) { return add_tags(write, {&tagging, 1}); }

bool remove_tag(db::Write& write, Tagging tagging) { return write.run(kRemoveTag, tagging.tag, tagging.person) > 0; }

std::vector<TaggedPerson> tagged(db::Read& read, const TaggedPage& page) {
    return read.all(kTagged, page.tag, page.after, page.limit);
}

std::int64_t count_tagged(db::Read& read, TagId tag, std::int64_t at_most) {
    return read.one(kCountTagged, tag, at_most).value_or(0);
}

}  // namespace people

#include "features/newsroom/text_store.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "features/newsroom/listing_store.h"
#include "features/newsroom/teaser_service.h"

namespace newsroom::store {
namespace {

#define REVISION_COLUMNS                                                                                        \
    "select r.id, r.locale, r.number, r.title, r.teaser, r.body, r.quotation, r.quoted_name, r.quoted_office, " \
    "r.written_at, r.written_by, r.restored_from from news_revision r "

Revision read_revision(const db::Row& row) {
    return {.id = row.as<RevisionId>(0),
            .locale = row.as<base::Locale>(1),
            .number = row.integer(2),
            .words = {row.as<std::string>(3), row.as<std::string>(4), row.as<std::string>(5), row.as<std::string>(6),
                      row.as<std::string>(7), row.as<std::string>(8)},
            .written_at = row.as<base::Instant>(9),
            .written_by = row.as<std::string>(10),
            .restored_from = row.as<std::optional<std::int64_t>>(11)};
}

const db::Query<Revision(ItemId)> kNewest{
    REVISION_COLUMNS "join news_text t on t.newest_id = r.id where t.item_id = $1 order by r.locale", read_revision};
const db::Query<Revision(ItemId, base::Locale)> kRevisions{
    REVISION_COLUMNS "where r.item_id = $1 and r.locale = $2 order by r.number desc limit 200", read_revision};
const db::Query<Revision(ItemId, RevisionId)> kRevision{REVISION_COLUMNS "where r.item_id = $1 and r.id = $2",
                                                        read_revision};
#undef REVISION_COLUMNS

const db::Query<TextState(ItemId)> kStates{
    "select locale, slug, newest_id, public_id from news_text where item_id = $1 order by locale",
    db::columns<TextState, base::Locale, std::string, RevisionId, std::optional<RevisionId>>};

const db::Query<ports::Saving(ItemId)> kSaving{
    "select written_by, written_at from news_revision where item_id = $1 order by written_at desc, id desc limit 1",
    db::columns<ports::Saving, std::string, base::Instant>};

const db::Command<void(RevisionId, ItemId, base::Locale, std::int64_t, std::string_view, std::string_view,
                       std::string_view, std::string_view, std::string_view, std::string_view, base::Instant,
                       std::string_view, std::optional<std::int64_t>, std::optional<std::int64_t>)>
    kInsertRevision{R"sql(
    insert into news_revision (id, item_id, locale, number, title, teaser, body, quotation, quoted_name,
                               quoted_office, written_at, written_by, restored_from, written_by_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
)sql"};

const db::Command<void(ItemId, base::Locale, std::string_view, RevisionId, std::string_view)> kPutText{R"sql(
    insert into news_text (item_id, locale, slug, newest_id, headline, shown_title, shown_teaser)
    values ($1, $2, $3, $4, $5, '', '')
    on conflict (item_id, locale) do update set newest_id = excluded.newest_id, headline = excluded.headline
)sql"};
const db::Command<void(ItemId, base::Locale)> kDropText{
    "delete from news_text where item_id = $1 and locale = $2 and public_id is null"};
const db::Command<void(ItemId, base::Locale, RevisionId, std::string_view, std::string_view, base::Instant)> kShow{
    R"sql(
    update news_text set public_id = $3, shown_title = $4, shown_teaser = $5, shown_at = $6
    where item_id = $1 and locale = $2
)sql"};
const db::Command<void(ItemId)> kHide{
    "update news_text set public_id = null, shown_title = '', shown_teaser = '' where item_id = $1"};

const db::Query<ItemId(base::Locale, std::string_view)> kHolder{
    "select item_id from news_item_address where locale = $1 and slug = $2",
    [](const db::Row& row) { return row.as<ItemId>(0); }};
const db::Command<void(base::Locale, std::string_view, ItemId, base::Instant, std::string_view)> kPutAddress{R"sql(
    insert into news_item_address (locale, slug, item_id, since, given_by) values ($1, $2, $3, $4, $5)
    on conflict (locale, slug) do nothing
)sql"};
const db::Command<void(ItemId, base::Locale, std::string_view)> kSetSlug{
    "update news_text set slug = $3 where item_id = $1 and locale = $2"};
const db::Query<FormerAddress(ItemId)> kAddresses{
    "select locale, slug, since, given_by from news_item_address where item_id = $1 order by since desc, locale, slug",
    db::columns<FormerAddress, base::Locale, std::string, base::Instant, std::string>};

const db::Query<std::int64_t(base::Locale, std::string_view)> kLeads{R"sql(
    select a.item_id from news_item_address a
    join news_text t on t.item_id = a.item_id and t.locale = a.locale and t.public_id is not null
    where a.locale = $1 and a.slug = $2
)sql",
                                                                     [](const db::Row& row) { return row.integer(0); }};

const db::Query<TagId(base::Locale, std::string_view)> kTagOf{
    "select tag_id from news_tag_text where locale = $1 and slug = $2",
    [](const db::Row& row) { return row.as<TagId>(0); }};
const db::Command<void(TagId, base::Instant)> kInsertTag{"insert into news_tag (id, created_at) values ($1, $2)"};
const db::Command<void(TagId, base::Locale, std::string_view, std::string_view)> kPutTagText{R"sql(
    insert into news_tag_text (tag_id, locale, slug, label) values ($1, $2, $3, $4)
    on conflict do nothing
)sql"};

// By day: its number stands where the month will.
const db::Query<MonthDifference()> kCountedDays{
    R"sql(
    select list_kind, list_id, locale, shown_day, cast(0 as bigint), count(*) from news_listing
    group by list_kind, list_id, locale, shown_day
)sql",
    db::columns<MonthDifference, ListKind, std::int64_t, std::string, std::int64_t, std::int64_t, std::int64_t>};
const db::Query<MonthDifference()> kKeptMonths{
    "select list_kind, list_id, locale, month, items, cast(0 as bigint) from news_month where items <> 0",
    db::columns<MonthDifference, ListKind, std::int64_t, std::string, std::int64_t, std::int64_t, std::int64_t>};

// Listings of items that are not public, and public texts that are listed nowhere.
const db::Query<std::int64_t()> kStrays{R"sql(
    select (select count(*) from news_listing l
            where not exists (select 1 from news_text t where t.item_id = l.item_id and t.locale = l.locale
                                                          and t.public_id is not null))
         + (select count(*) from news_text t
            where t.public_id is not null
              and not exists (select 1 from news_listing l where l.item_id = t.item_id and l.locale = t.locale
                                                             and l.list_kind = 0))
)sql",
                                        [](const db::Row& row) { return row.integer(0); }};

// A slug that leads to no other item: the wish, or the wish with a number behind it.
struct Wish {
    ItemId item;
    base::Locale locale;
    std::string slug;
};
std::string free_slug(db::Read& read, const Wish& wish) {
    std::string slug = wish.slug;
    for (int number = 2; read.one(kHolder, wish.locale, slug).value_or(wish.item) != wish.item; ++number)
        slug = wish.slug + "-" + std::to_string(number);
    return slug;
}

const TextState* state_in(const std::vector<TextState>& states, base::Locale locale) {
    const auto found = std::ranges::find(states, locale, &TextState::locale);
    return found == states.end() ? nullptr : &*found;
}

std::string give_first_slug(db::Write& write, const WordsToSave& save, std::string_view staff_name) {
    const auto item = find_item(write, save.item);
    const auto wish = proposed_slug(headline_of(save.words, save.locale), item->event_day);
    auto slug = free_slug(write, {save.item, save.locale, wish});
    write.run(kPutAddress, save.locale, slug, save.item, write.now(), staff_name);
    return slug;
}

// What is kept and what was counted of each list's months.
using MonthKey = std::tuple<ListKind, std::int64_t, std::string, std::int64_t>;

}  // namespace

std::vector<TextState> text_states(db::Read& read, ItemId id) { return read.all(kStates, id); }

std::vector<Revision> newest_revisions(db::Read& read, ItemId id) { return read.all(kNewest, id); }

std::vector<Revision> revisions(db::Read& read, ItemId id, base::Locale locale) {
    return read.all(kRevisions, id, locale);
}

std::optional<Revision> find_revision(db::Read& read, ItemId id, RevisionId revision) {
    return read.one(kRevision, id, revision);
}

std::optional<ports::Saving> last_saving(db::Read& read, ItemId id) { return read.one(kSaving, id); }

void save_words(db::Write& write, const WordsToSave& save, std::string_view staff_name) {
    const auto states = text_states(write, save.item);
    const TextState* state = state_in(states, save.locale);
    const auto before = revisions(write, save.item, save.locale);
    if (save.words.is_empty()) {
        write.run(kDropText, save.item, save.locale);
        return;
    }
    if (state != nullptr && before.front().words == save.words) return;
    const auto id = write.new_id<RevisionId>();
    const std::int64_t number = before.empty() ? 1 : before.front().number + 1;
    const ItemWords& words = save.words;
    write.run(kInsertRevision, id, save.item, save.locale, number, words.title, words.teaser, words.body,
              words.quotation, words.quoted_name, words.quoted_office, write.now(), staff_name, save.restored_from,
              save.account);
    const std::string slug = state != nullptr ? state->slug : give_first_slug(write, save, staff_name);
    write.run(kPutText, save.item, save.locale, slug, id, headline_of(words, save.locale));
}

void show_newest(db::Write& write, ItemId item) {
    for (const Revision& revision : newest_revisions(write, item))
        write.run(kShow, item, revision.locale, revision.id, revision.words.title,
                  shown_teaser(revision.words, revision.locale), write.now());
}

void hide_all(db::Write& write, ItemId item) { write.run(kHide, item); }

bool rename(db::Write& write, const Renaming& renaming, std::string_view staff_name) {
    const auto holder = write.one(kHolder, renaming.locale, renaming.slug);
    if (holder && *holder != renaming.item) return false;
    write.run(kPutAddress, renaming.locale, renaming.slug, renaming.item, write.now(), staff_name);
    write.run(kSetSlug, renaming.item, renaming.locale, renaming.slug);
    return true;
}

std::vector<FormerAddress> addresses(db::Read& read, ItemId id) { return read.all(kAddresses, id); }

bool leads_somewhere(db::Read& read, base::Locale locale, std::string_view item_slug) {
    return read.one(kLeads, locale, item_slug).has_value();
}

TagId ensure_tag(db::Write& write, const TagLabels& labels) {
    const std::string english = labels.english.empty() ? "" : proposed_slug(labels.english, std::nullopt);
    const std::string french = labels.french.empty() ? "" : proposed_slug(labels.french, std::nullopt);
    std::optional<TagId> found;
    if (!english.empty()) found = write.one(kTagOf, base::Locale::english, english);
    if (!found && !french.empty()) found = write.one(kTagOf, base::Locale::french, french);
    const TagId id = found ? *found : write.new_id<TagId>();
    if (!found) write.run(kInsertTag, id, write.now());
    if (!english.empty()) write.run(kPutTagText, id, base::Locale::english, english, labels.english);
    if (!french.empty()) write.run(kPutTagText, id, base::Locale::french, french, labels.french);
    return id;
}

std::vector<MonthDifference> month_differences(db::Read& read) {
    std::map<MonthKey, MonthDifference> months;
    const auto at = [&](const MonthDifference& of, std::int64_t month) -> MonthDifference& {
        return months.try_emplace({of.kind, of.list, of.locale, month}, of.kind, of.list, of.locale, month, 0, 0)
            .first->second;
    };
    for (const MonthDifference& kept : read.all(kKeptMonths)) at(kept, kept.month).kept += kept.kept;
    for (const MonthDifference& day : read.all(kCountedDays)) at(day, month_number(day.month)).counted += day.counted;
    std::vector<MonthDifference> different;
    for (const auto& [key, each] : months)
        if (each.kept != each.counted) different.push_back(each);
    return different;
}

std::int64_t stray_listings(db::Read& read) { return read.one(kStrays).value_or(0); }

}  // namespace newsroom::store

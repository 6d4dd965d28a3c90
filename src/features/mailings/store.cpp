#include "features/mailings/store.h"

#include <limits>
#include <tuple>

#include <boost/json.hpp>

namespace mailings::store {
namespace {

using Number = std::optional<std::int64_t>;

std::optional<SegmentId> segment_of(const Number& number) {
    return number ? std::optional{SegmentId{*number}} : std::nullopt;
}
std::optional<people::TopicBit> topic_of(const Number& number) {
    return number ? std::optional{people::TopicBit{static_cast<int>(*number)}} : std::nullopt;
}
Number number_of(const std::optional<people::TopicBit>& topic) { return topic ? Number{topic->value} : std::nullopt; }

#define MAILING                                                                                                 \
    "id, level_id, name, segment_id, topic, variants, tested_per_thousand, counts_links, archive, created_at, " \
    "changed_at, changed_by "

Mailing read_mailing(const db::Row& row) {
    return {.id = row.as<MailingId>(0),
            .plan = {.name = row.as<std::string>(2),
                     .level = row.as<base::LevelId>(1),
                     .segment = segment_of(row.as<Number>(3)),
                     .topic = topic_of(row.as<Number>(4)),
                     .variants = row.as<int>(5),
                     .tested_per_thousand = row.as<int>(6),
                     .counting = row.as<LinkCounting>(7),
                     .archive = row.as<Archive>(8)},
            .created_at = row.as<base::Instant>(9),
            .changed_at = row.as<base::Instant>(10),
            .changed_by = row.as<std::string>(11)};
}

const db::Query<Mailing(MailingId)> kFind{"select " MAILING "from mailing where id = $1", read_mailing};

const db::Query<Mailing(MailingId, std::int64_t)> kPage{
    "select " MAILING "from mailing where id < $1 order by id desc limit $2", read_mailing};

const db::Query<Mailing()> kUnsent{
    "select " MAILING
    "from mailing where not exists (select 1 from mailing_edition e where e.mailing_id = mailing.id and e.kind = 1) "
    "order by id desc",
    read_mailing};
#undef MAILING

const db::Command<void(MailingId, base::LevelId, std::string, std::optional<SegmentId>, Number, int, int, LinkCounting,
                       Archive, base::Instant, std::string)>
    kInsert{R"sql(
    insert into mailing (id, level_id, name, segment_id, topic, variants, tested_per_thousand, counts_links, archive,
                         created_at, changed_at, changed_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)
)sql"};

const db::Command<void(MailingId, base::LevelId, std::string, std::optional<SegmentId>, Number, int, int, LinkCounting,
                       Archive, base::Instant, std::string)>
    kChange{R"sql(
    update mailing set level_id = $2, name = $3, segment_id = $4, topic = $5, variants = $6, tested_per_thousand = $7,
                       counts_links = $8, archive = $9, changed_at = $10, changed_by = $11
    where id = $1
)sql"};

const db::Command<void(MailingId, base::Instant, std::string)> kTouch{
    "update mailing set changed_at = $2, changed_by = $3 where id = $1"};

const db::Command<void(MailingId)> kRemove{
    "delete from mailing where id = $1 and not exists (select 1 from mailing_edition e where e.mailing_id = $1 and "
    "e.kind = 1)"};
const db::Command<void(MailingId)> kRemoveTexts{"delete from mailing_text where mailing_id = $1"};
const db::Command<void(MailingId)> kRemoveEditionTexts{
    "delete from mailing_edition_text where edition_id in (select id from mailing_edition where mailing_id = $1)"};
const db::Command<void(MailingId)> kRemoveLinks{
    "delete from mailing_link where edition_id in (select id from mailing_edition where mailing_id = $1)"};
const db::Command<void(MailingId)> kRemoveLooks{"delete from mailing_look where mailing_id = $1"};
const db::Command<void(MailingId)> kRemoveEditions{"delete from mailing_edition where mailing_id = $1"};

#define TEXT                                                                                                       \
    "t.id, t.mailing_id, t.variant, t.locale, t.subject, t.preheader, t.body, t.plain, t.plain_seen, t.saved_at, " \
    "t.saved_by "

StoredText read_text(const db::Row& row) {
    return {.id = row.as<MailingTextId>(0),
            .mailing = row.as<MailingId>(1),
            .variant = {row.as<int>(2)},
            .locale = row.as<base::Locale>(3),
            .words = {row.as<std::string>(4), row.as<std::string>(5), row.as<std::string>(6), row.as<std::string>(7),
                      row.integer(8)},
            .saved_at = row.as<base::Instant>(9),
            .saved_by = row.as<std::string>(10)};
}

const db::Query<StoredText(MailingId)> kNewestTexts{"select " TEXT R"sql(
    from (select max(id) as id from mailing_text where mailing_id = $1 group by variant, locale) newest
    join mailing_text t on t.id = newest.id
    order by t.variant, t.locale
)sql",
                                                    read_text};

const db::Query<StoredText(MailingTextId)> kFindText{"select " TEXT "from mailing_text t where t.id = $1", read_text};

const db::Query<StoredText(MailingId)> kVersions{
    "select " TEXT "from mailing_text t where t.mailing_id = $1 order by t.id desc limit 100", read_text};

const db::Command<void(MailingTextId, MailingId, int, base::Locale, std::string, std::string, std::string, std::string,
                       std::int64_t, base::Instant, std::string)>
    kInsertText{R"sql(
    insert into mailing_text (id, mailing_id, variant, locale, subject, preheader, body, plain, plain_seen, saved_at,
                              saved_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql"};

#define EDITION "id, mailing_id, kind, variants, counts_links, frozen_at "

Edition read_edition(const db::Row& row) {
    return {row.as<MailingEditionId>(0), row.as<MailingId>(1),    row.as<EditionKind>(2), row.as<int>(3),
            row.as<LinkCounting>(4),     row.as<base::Instant>(5)};
}

const db::Query<Edition(MailingEditionId)> kFindEdition{"select " EDITION "from mailing_edition where id = $1",
                                                        read_edition};

const db::Query<Edition(MailingId)> kFirstSending{
    "select " EDITION "from mailing_edition where mailing_id = $1 and kind = 1 order by id limit 1", read_edition};
#undef EDITION

const db::Command<void(MailingEditionId, MailingId, EditionKind, int, LinkCounting, base::Instant)> kInsertEdition{
    R"sql(
    insert into mailing_edition (id, mailing_id, kind, variants, counts_links, frozen_at)
    values ($1, $2, $3, $4, $5, $6)
)sql"};

const db::Command<void(MailingEditionId, int, base::Locale, MailingTextId, std::string_view)> kInsertEditionText{
    "insert into mailing_edition_text (edition_id, variant, locale, text_id, facts) values ($1, $2, $3, $4, $5)"};

EditionText read_edition_text(const db::Row& row) { return {read_text(row), row.as<std::string>(11)}; }

const db::Query<EditionText(MailingEditionId)> kEditionTexts{"select " TEXT R"sql(, e.facts
    from mailing_edition_text e join mailing_text t on t.id = e.text_id
    where e.edition_id = $1 order by e.variant, e.locale
)sql",
                                                             read_edition_text};

ArchivedMail read_archived(const db::Row& row) {
    return {row.as<MailingId>(1), row.as<base::Instant>(12), read_text(row), row.as<std::string>(11)};
}

// The first sending of a mailing that is to be shown, its first variant.
#define ARCHIVED                                                                                               \
    ", et.facts, e.frozen_at from mailing m "                                                                  \
    "join mailing_edition e on e.id = (select min(f.id) from mailing_edition f where f.mailing_id = m.id and " \
    "f.kind = 1) "                                                                                             \
    "join mailing_edition_text et on et.edition_id = e.id and et.variant = 0 join mailing_text t on t.id = "   \
    "et.text_id "

const db::Query<ArchivedMail(base::Locale, std::int64_t)> kArchived{
    "select " TEXT ARCHIVED "where m.archive = 1 and et.locale = $1 order by e.id desc limit $2", read_archived};

const db::Query<ArchivedMail(MailingId, base::Locale)> kFindArchived{
    "select " TEXT ARCHIVED "where m.id = $1 and m.archive = 1 and et.locale = $2", read_archived};
#undef ARCHIVED
#undef TEXT

std::string json_of(const BothLanguages& words) {
    boost::json::object fields;
    for (const auto& [name, text] : named(words)) fields[name] = text;
    return boost::json::serialize(fields);
}

BothLanguages words_of_json(std::string_view text) {
    ports::NamedTexts texts = named({});
    boost::system::error_code error;
    const auto value = boost::json::parse(text, error);
    if (error || !value.is_object()) return {};
    for (auto& [name, words] : texts)
        if (const auto* field = value.get_object().if_contains(name); field != nullptr && field->is_string())
            words = std::string_view{field->get_string()};
    return words_of(texts);
}

const db::Query<KeptDraft(MailingId, int, std::int64_t)> kKeptDraft{
    "select words, seen, kept_at from mailing_draft where mailing_id = $1 and variant = $2 and account_id = $3",
    [](const db::Row& row) {
        return KeptDraft{words_of_json(row.text(0)), row.as<std::string>(1), row.as<base::Instant>(2)};
    }};
const db::Command<void(MailingId, int, std::int64_t, std::string_view, std::string_view, base::Instant)> kKeepDraft{
    R"(insert into mailing_draft (mailing_id, variant, account_id, words, seen, kept_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (mailing_id, variant, account_id) do update set words = excluded.words, seen = excluded.seen,
           kept_at = excluded.kept_at)"};
const db::Command<void(MailingId, int, std::int64_t)> kDropDraft{
    "delete from mailing_draft where mailing_id = $1 and variant = $2 and account_id = $3"};
const db::Command<void(MailingId)> kDropDrafts{"delete from mailing_draft where mailing_id = $1"};

const db::BatchCommand<void(MailingLinkId, MailingEditionId, int, std::string, std::int64_t, std::int64_t)>
    kInsertLinks{
        "insert into mailing_link (id, edition_id, variant, url, readers, first_readers) "
        "values ($1, $2, $3, $4, $5, $6)"};

CountedLink read_link(const db::Row& row) {
    return {row.as<MailingLinkId>(0), {row.as<int>(1)}, row.as<std::string>(2), row.integer(3), row.integer(4)};
}

const db::Query<CountedLink(MailingEditionId)> kLinks{
    "select id, variant, url, readers, first_readers from mailing_link where edition_id = $1 order by id", read_link};

const db::Query<CountedLink(MailingId)> kLinksOf{R"sql(
    select min(l.id), l.variant, l.url, cast(sum(l.readers) as bigint), cast(sum(l.first_readers) as bigint)
    from mailing_edition e join mailing_link l on l.edition_id = e.id
    where e.mailing_id = $1 and e.kind = 1
    group by l.variant, l.url order by 4 desc, min(l.id)
)sql",
                                                 read_link};

const db::Query<LinkTarget(MailingLinkId)> kFindLink{
    "select id, edition_id, url from mailing_link where id = $1",
    db::columns<LinkTarget, MailingLinkId, MailingEditionId, std::string>};

const db::Command<void(MailingLinkId, std::int64_t, std::int64_t)> kAddFollowed{
    "update mailing_link set readers = readers + $2, first_readers = first_readers + $3 where id = $1"};

const db::Query<LookedAt(MailingId)> kLooks{"select url, status, looked_at from mailing_look where mailing_id = $1",
                                            db::columns<LookedAt, std::string, int, base::Instant>};

const db::Command<void(MailingId, std::string, int, base::Instant)> kSetLook{R"sql(
    insert into mailing_look (mailing_id, url, status, looked_at) values ($1, $2, $3, $4)
    on conflict (mailing_id, url) do update set status = excluded.status, looked_at = excluded.looked_at
)sql"};

const db::Query<LevelSender(base::LevelId)> kSender{
    "select name_en, name_fr, reply_to from mailing_sender where level_id = $1",
    db::columns<LevelSender, std::string, std::string, std::string>};

const db::Command<void(base::LevelId, std::string, std::string, std::string)> kSetSender{R"sql(
    insert into mailing_sender (level_id, name_en, name_fr, reply_to) values ($1, $2, $3, $4)
    on conflict (level_id) do update set name_en = excluded.name_en, name_fr = excluded.name_fr,
                                         reply_to = excluded.reply_to
)sql"};

}  // namespace

MailingId insert(db::Write& write, const MailingPlan& plan, const Saving& saving) {
    const auto id = write.new_id<MailingId>();
    write.run(kInsert, id, plan.level, plan.name, plan.segment, number_of(plan.topic), plan.variants,
              plan.tested_per_thousand, plan.counting, plan.archive, write.now(), saving.by);
    return id;
}

void change(db::Write& write, MailingId id, const MailingPlan& plan, const Saving& saving) {
    write.run(kChange, id, plan.level, plan.name, plan.segment, number_of(plan.topic), plan.variants,
              plan.tested_per_thousand, plan.counting, plan.archive, write.now(), saving.by);
}

std::optional<Mailing> find(db::Read& read, MailingId id) { return read.one(kFind, id); }

std::vector<Mailing> page(db::Read& read, const MailingPage& page) {
    constexpr MailingId kNewest{std::numeric_limits<std::int64_t>::max()};
    return read.all(kPage, page.before.value_or(kNewest), page.limit);
}

std::vector<Mailing> unsent(db::Read& read) { return read.all(kUnsent); }

Removed remove(db::Write& write, MailingId id) {
    if (write.run(kRemove, id) == 0) return Removed::no;
    write.run(kRemoveTexts, id);
    write.run(kDropDrafts, id);
    write.run(kRemoveEditionTexts, id);
    write.run(kRemoveLinks, id);
    write.run(kRemoveLooks, id);
    write.run(kRemoveEditions, id);
    return Removed::yes;
}

BothLanguages words(db::Read& read, MailingId id, Variant variant) {
    BothLanguages words;
    for (const StoredText& text : newest_texts(read, id))
        if (text.variant == variant) words.in(text.locale) = text.words;
    return words;
}

std::vector<StoredText> newest_texts(db::Read& read, MailingId id) { return read.all(kNewestTexts, id); }
std::optional<StoredText> find_text(db::Read& read, MailingTextId id) { return read.one(kFindText, id); }
std::vector<StoredText> versions(db::Read& read, MailingId id) { return read.all(kVersions, id); }

void save_words(db::Write& write, const Mailing& mailing, Variant variant, const BothLanguages& words) {
    const auto before = store::words(write, mailing.id, variant);
    for (const auto locale : base::kLocales) {
        const MailWords& each = words.in(locale);
        if (each == before.in(locale)) continue;
        write.run(kInsertText, write.new_id<MailingTextId>(), mailing.id, variant.number, locale, each.subject,
                  each.preheader, each.body, each.text, each.text_seen, write.now(), mailing.changed_by);
    }
    write.run(kTouch, mailing.id, write.now(), mailing.changed_by);
}

MailingEditionId insert_edition(db::Write& write, const Mailing& mailing, EditionKind kind) {
    const auto id = write.new_id<MailingEditionId>();
    write.run(kInsertEdition, id, mailing.id, kind, mailing.plan.variants, mailing.plan.counting, write.now());
    return id;
}

void insert_edition_text(db::Write& write, MailingEditionId edition, const StoredText& text, std::string_view facts) {
    write.run(kInsertEditionText, edition, text.variant.number, text.locale, text.id, facts);
}

std::optional<Edition> find_edition(db::Read& read, MailingEditionId id) { return read.one(kFindEdition, id); }
std::vector<EditionText> edition_texts(db::Read& read, MailingEditionId id) { return read.all(kEditionTexts, id); }
std::optional<Edition> first_sending(db::Read& read, MailingId id) { return read.one(kFirstSending, id); }

std::vector<ArchivedMail> archived(db::Read& read, base::Locale locale, std::int64_t limit) {
    return read.all(kArchived, locale, limit);
}

std::optional<KeptDraft> kept_draft(db::Read& read, const DraftKey& key) {
    return read.one(kKeptDraft, key.mailing, key.variant.number, key.account);
}

void keep_draft(db::Write& write, const DraftKey& key, const KeptDraft& draft) {
    write.run(kKeepDraft, key.mailing, key.variant.number, key.account, json_of(draft.words), draft.seen, write.now());
}

void drop_draft(db::Write& write, const DraftKey& key) {
    write.run(kDropDraft, key.mailing, key.variant.number, key.account);
}

std::optional<ArchivedMail> find_archived(db::Read& read, MailingId id, base::Locale locale) {
    return read.one(kFindArchived, id, locale);
}

void insert_links(db::Write& write, MailingEditionId edition, Variant variant, const std::vector<std::string>& urls) {
    std::vector<CountedLink> rows;
    rows.reserve(urls.size());
    for (const std::string& url : urls) rows.push_back({write.new_id<MailingLinkId>(), variant, url, 0, 0});
    write.run_batch(kInsertLinks, rows, [&](const CountedLink& row) {
        return std::tie(row.id, edition, row.variant.number, row.url, row.readers, row.first_readers);
    });
}

std::vector<CountedLink> links(db::Read& read, MailingEditionId edition) { return read.all(kLinks, edition); }
std::vector<CountedLink> links_of(db::Read& read, MailingId mailing) { return read.all(kLinksOf, mailing); }
std::optional<LinkTarget> find_link(db::Read& read, MailingLinkId link) { return read.one(kFindLink, link); }

void add_followed(db::Write& write, const std::vector<FollowedCount>& counts) {
    for (const FollowedCount& each : counts) write.run(kAddFollowed, each.link, each.readers, each.first_readers);
}

std::vector<LookedAt> looks(db::Read& read, MailingId mailing) { return read.all(kLooks, mailing); }

void set_look(db::Write& write, MailingId mailing, const LookedAt& look) {
    write.run(kSetLook, mailing, look.url, look.status, look.at);
}

LevelSender sender_of(db::Read& read, base::LevelId level) { return read.one(kSender, level).value_or(LevelSender{}); }

void set_sender(db::Write& write, base::LevelId level, const LevelSender& sender) {
    write.run(kSetSender, level, sender.name_en, sender.name_fr, sender.reply_to);
}

}  // namespace mailings::store

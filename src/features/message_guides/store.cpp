#include "features/message_guides/store.h"

#include "features/message_guides/content_json.h"

namespace message_guides::store {
namespace {

Guide read_guide(const db::Row& row) {
    return {.id = row.as<GuideId>(0),
            .slug = row.as<std::string>(1),
            .theme = row.as<std::string>(2),
            .level = row.as<base::LevelId>(3),
            .stage = row.as<Stage>(4),
            .shown = row.as<std::optional<VersionId>>(5)};
}

Version version_at(const db::Row& row, int first) {
    return {.id = row.as<VersionId>(first),
            .guide = row.as<GuideId>(first + 1),
            .number = row.as<int>(first + 2),
            .content = content_of(row.as<std::string>(first + 3)),
            .by = row.as<std::string>(first + 4),
            .at = row.as<base::Instant>(first + 5),
            .asked_at = row.as<std::optional<base::Instant>>(first + 6),
            .asked_by = row.as<std::string>(first + 7),
            .approved_at = row.as<std::optional<base::Instant>>(first + 8),
            .approved_by = row.as<std::string>(first + 9),
            .note = row.as<std::string>(first + 10)};
}
Version read_version(const db::Row& row) { return version_at(row, 0); }

#define GUIDE_COLUMNS                                                                                          \
    "message_guide.id, message_guide.slug, message_guide.theme, message_guide.level_id, message_guide.stage, " \
    "message_guide.shown_version_id "
#define VERSION_COLUMNS                                                                                   \
    "message_guide_version.id, message_guide_version.guide_id, message_guide_version.number, "            \
    "message_guide_version.content, message_guide_version.made_by, message_guide_version.made_at, "       \
    "message_guide_version.asked_at, message_guide_version.asked_by, message_guide_version.approved_at, " \
    "message_guide_version.approved_by, message_guide_version.note "

const db::Query<Guide()> kGuides{"select " GUIDE_COLUMNS "from message_guide order by slug", read_guide};
const db::Query<Guide(std::string_view)> kFind{"select " GUIDE_COLUMNS "from message_guide where slug = $1",
                                               read_guide};
Published read_published(const db::Row& row) { return {read_guide(row), version_at(row, 6)}; }

#define SELECT_PUBLISHED                                                                                          \
    "select " GUIDE_COLUMNS ", " VERSION_COLUMNS                                                                  \
    "from message_guide join message_guide_version on message_guide_version.id = message_guide.shown_version_id " \
    "where message_guide.stage = 1 "
const db::Query<Published()> kPublished{SELECT_PUBLISHED "order by message_guide.slug", read_published};
const db::Query<Published(std::string_view)> kFindPublished{SELECT_PUBLISHED "and message_guide.slug = $1",
                                                            read_published};
#undef SELECT_PUBLISHED

const db::Query<Version(GuideId)> kVersions{
    "select " VERSION_COLUMNS "from message_guide_version where guide_id = $1 order by number desc", read_version};
const db::Query<Version(GuideId, int)> kVersion{
    "select " VERSION_COLUMNS "from message_guide_version where guide_id = $1 and number = $2", read_version};
const db::Query<Version(GuideId)> kNewest{"select " VERSION_COLUMNS
                                          "from message_guide_version where guide_id = $1 order by number desc limit 1",
                                          read_version};

#undef GUIDE_COLUMNS
#undef VERSION_COLUMNS

const db::Command<void(GuideId, std::string_view, std::string_view, base::LevelId, base::Instant, std::string_view)>
    kInsert{
        "insert into message_guide (id, slug, theme, level_id, stage, stage_at, stage_by) values ($1, $2, $3, $4, 0, "
        "$5, $6)"};
const db::Command<void(GuideId, base::LevelId, std::string_view)> kMove{
    "update message_guide set level_id = $2, theme = $3 where id = $1"};

const db::Command<void(VersionId, GuideId, int, std::string_view, base::Instant, std::string_view, std::string_view)>
    kInsertVersion{
        "insert into message_guide_version (id, guide_id, number, content, made_at, made_by, note) values ($1, $2, $3, "
        "$4, $5, $6, $7)"};
const db::Command<void(VersionId, base::Instant, std::string_view)> kAsk{
    "update message_guide_version set asked_at = $2, asked_by = $3 where id = $1"};
const db::Command<void(VersionId, base::Instant, std::string_view)> kApprove{
    "update message_guide_version set approved_at = $2, approved_by = $3 where id = $1"};
const db::Command<void(GuideId, Stage, std::optional<VersionId>, base::Instant, std::string_view)> kSetStage{
    "update message_guide set stage = $2, shown_version_id = $3, stage_at = $4, stage_by = $5 where id = $1"};

const db::Command<void(GuideId, std::string_view, Wording, UseKind, std::int64_t, int)> kCountUse{R"sql(
    insert into message_guide_use (guide_id, pair, wording, kind, day, writer, uses) values ($1, $2, $3, $4, $5, $6, 1)
    on conflict (guide_id, pair, wording, kind, day, writer) do update set uses = message_guide_use.uses + 1
)sql"};
const db::Query<UseCount(GuideId, std::int64_t)> kUses{
    "select pair, wording, kind, cast(sum(uses) as bigint) from message_guide_use where guide_id = $1 and day >= $2 "
    "group by pair, wording, kind order by pair, wording, kind",
    db::columns<UseCount, std::string, Wording, UseKind, std::int64_t>};

const db::Command<void(std::int64_t, std::int64_t, std::int64_t)> kTakeLinkMail{R"sql(
    insert into message_guide_link (address_hash, day, mails) values ($1, $2, 1)
    on conflict (address_hash, day) do update set mails = message_guide_link.mails + 1
    where message_guide_link.mails < $3
)sql"};
const db::Command<void(std::int64_t)> kForgetLinkMails{"delete from message_guide_link where day < $1"};
const db::Command<void(std::int64_t)> kForgetAddress{"delete from message_guide_link where address_hash = $1"};
const db::Query<std::int64_t(std::int64_t)> kLinkMails{
    "select count(*) from message_guide_link where address_hash = $1", db::columns<std::int64_t, std::int64_t>};

}  // namespace

std::vector<Guide> guides(db::Read& read) { return read.all(kGuides); }

std::optional<Guide> find(db::Read& read, std::string_view slug) { return read.one(kFind, slug); }

std::optional<GuideId> insert(db::Write& write, const NewGuide& guide) {
    if (find(write, guide.slug)) return std::nullopt;
    const auto id = write.new_id<GuideId>();
    write.run(kInsert, id, guide.slug, guide.theme, guide.level, write.now(), guide.by);
    return id;
}

void move(db::Write& write, GuideId guide, base::LevelId level, std::string_view theme) {
    write.run(kMove, guide, level, theme);
}

std::vector<Published> published(db::Read& read) { return read.all(kPublished); }

std::optional<Published> find_published(db::Read& read, std::string_view slug) {
    return read.one(kFindPublished, slug);
}

std::vector<Version> versions(db::Read& read, GuideId guide) { return read.all(kVersions, guide); }

std::optional<Version> find_version(db::Read& read, GuideId guide, int number) {
    return read.one(kVersion, guide, number);
}

std::optional<Version> newest(db::Read& read, GuideId guide) { return read.one(kNewest, guide); }

VersionId add_version(db::Write& write, const NewVersion& version) {
    const auto before = newest(write, version.guide);
    const auto id = write.new_id<VersionId>();
    write.run(kInsertVersion, id, version.guide, before ? before->number + 1 : 1, text_of(version.content), write.now(),
              version.by, version.note);
    return id;
}

void ask_for_approval(db::Write& write, const Deed& deed) { write.run(kAsk, deed.version, write.now(), deed.by); }

void approve(db::Write& write, const Deed& deed) { write.run(kApprove, deed.version, write.now(), deed.by); }

void set_stage(db::Write& write, const StageChange& change) {
    write.run(kSetStage, change.guide, change.stage, change.shown, write.now(), change.by);
}

void count_use(db::Write& write, const Use& use) {
    write.run(kCountUse, use.guide, use.pair, use.wording, use.kind, use.day, write.lane());
}

std::vector<UseCount> uses(db::Read& read, GuideId guide, std::int64_t since_day) {
    return read.all(kUses, guide, since_day);
}

Taken take_link_mail(db::Write& write, const LinkMail& mail) {
    return write.run(kTakeLinkMail, mail.address_hash, mail.day, mail.most) > 0 ? Taken::yes : Taken::no;
}

void forget_link_mails(db::Write& write, std::int64_t before_day) { write.run(kForgetLinkMails, before_day); }

void forget_address(db::Write& write, std::int64_t address_hash) { write.run(kForgetAddress, address_hash); }

std::int64_t link_mails(db::Read& read, std::int64_t address_hash) {
    return read.one(kLinkMails, address_hash).value_or(0);
}

}  // namespace message_guides::store

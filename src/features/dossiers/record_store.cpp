#include "features/dossiers/record_store.h"

#include <algorithm>

namespace dossiers::store {
namespace {

Promise read_promise(const db::Row& row) {
    return {.id = row.as<PromiseId>(0),
            .representative = row.as<RepresentativeId>(1),
            .campaign = row.as<LetterCampaignId>(2),
            .answer = row.as<AnswerId>(3),
            .words = {row.as<std::string>(4), row.as<std::string>(5)},
            .made_on = row.as<std::string>(6),
            .recorded_at = row.as<base::Instant>(7),
            .recorded_by = row.as<std::string>(8)};
}
#define SELECT_PROMISES                                                                                            \
    "select id, representative_id, campaign_id, answer_id, words_en, words_fr, made_on, recorded_at, recorded_by " \
    "from dossier_promise "
const db::Query<Promise(RepresentativeId)> kPromises{
    SELECT_PROMISES "where representative_id = $1 order by made_on desc, id desc", read_promise};
const db::Query<Promise(PromiseId)> kPromise{SELECT_PROMISES "where id = $1", read_promise};
#undef SELECT_PROMISES

StateOfPromise read_state(const db::Row& row) {
    return {.id = row.as<PromiseStateId>(0),
            .promise = row.as<PromiseId>(1),
            .state = row.as<PromiseState>(2),
            .on_date = row.as<std::string>(3),
            .evidence = {row.as<std::string>(4), row.as<std::string>(5)},
            .evidence_url = row.as<std::string>(6),
            .recorded_at = row.as<base::Instant>(7),
            .recorded_by = row.as<std::string>(8)};
}
const db::Query<StateOfPromise(PromiseId)> kStates{
    "select id, promise_id, state, on_date, evidence_en, evidence_fr, evidence_url, recorded_at, recorded_by "
    "from dossier_promise_state where promise_id = $1 order by id desc",
    read_state};

const db::Command<void(PromiseId, RepresentativeId, LetterCampaignId, AnswerId, std::string, std::string, std::string,
                       base::Instant, std::string_view)>
    kAddPromise{R"sql(
    insert into dossier_promise (id, representative_id, campaign_id, answer_id, words_en, words_fr, made_on,
                                 recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};
const db::Command<void(PromiseStateId, PromiseId, PromiseState, std::string, std::string, std::string, std::string,
                       base::Instant, std::string_view)>
    kAddState{R"sql(
    insert into dossier_promise_state (id, promise_id, state, on_date, evidence_en, evidence_fr, evidence_url,
                                       recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};

const db::Query<PromiseCount()> kPromiseCounts{
    R"sql(
    select promise.representative_id, current.state, count(*)
    from dossier_promise as promise
    join dossier_promise_state as current on current.promise_id = promise.id
    where not exists (select 1 from dossier_promise_state as later
                      where later.promise_id = promise.id and later.id > current.id)
    group by promise.representative_id, current.state
)sql",
    db::columns<PromiseCount, RepresentativeId, PromiseState, std::int64_t>};

const db::Command<void(RepresentativeId, PetitionId, LetterCampaignId, base::Instant)> kReplacePosition{R"sql(
    update dossier_position set replaced_at = $4
    where representative_id = $1 and petition_id = $2 and campaign_id = $3 and replaced_at is null
)sql"};
const db::Command<void(OwnPositionId, RepresentativeId, PetitionId, LetterCampaignId, AnswerId, OwnStand, std::string,
                       std::string, std::string, std::string, base::Instant, std::string_view)>
    kAddPosition{R"sql(
    insert into dossier_position (id, representative_id, petition_id, campaign_id, answer_id, stand, on_date,
                                  evidence_en, evidence_fr, evidence_url, recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)sql"};
const db::Query<OwnPosition(RepresentativeId)> kPositions{
    "select id, representative_id, petition_id, campaign_id, answer_id, stand, on_date, evidence_en, evidence_fr, "
    "evidence_url, recorded_at, recorded_by, replaced_at from dossier_position where representative_id = $1 "
    "order by case when replaced_at is null then 0 else 1 end, on_date desc, id desc",
    [](const db::Row& row) {
        return OwnPosition{.id = row.as<OwnPositionId>(0),
                           .representative = row.as<RepresentativeId>(1),
                           .matter = {row.as<PetitionId>(2), row.as<LetterCampaignId>(3)},
                           .answer = row.as<AnswerId>(4),
                           .stand = row.as<OwnStand>(5),
                           .on_date = row.as<std::string>(6),
                           .evidence = {row.as<std::string>(7), row.as<std::string>(8)},
                           .evidence_url = row.as<std::string>(9),
                           .recorded_at = row.as<base::Instant>(10),
                           .recorded_by = row.as<std::string>(11),
                           .replaced_at = row.as<std::optional<base::Instant>>(12)};
    }};

const db::Command<void(MeetingId, RepresentativeId, base::Locale, std::string, std::string, std::string, std::string,
                       std::string, base::Instant, std::string_view)>
    kAddMeeting{R"sql(
    insert into dossier_meeting (id, representative_id, locale, on_date, people, notes, summary_en, summary_fr,
                                 recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql"};
Meeting read_meeting(const db::Row& row) {
    return {.id = row.as<MeetingId>(0),
            .representative = row.as<RepresentativeId>(1),
            .on_date = row.as<std::string>(2),
            .people = row.as<std::string>(3),
            .notes = row.as<std::string>(4),
            .locale = row.as<base::Locale>(5),
            .summary = {row.as<std::string>(6), row.as<std::string>(7)},
            .recorded_at = row.as<base::Instant>(8),
            .recorded_by = row.as<std::string>(9)};
}
#define SELECT_MEETINGS                                                                                               \
    "select id, representative_id, on_date, people, notes, locale, summary_en, summary_fr, recorded_at, recorded_by " \
    "from dossier_meeting "
const db::Query<Meeting(RepresentativeId)> kMeetings{
    SELECT_MEETINGS "where representative_id = $1 order by on_date desc, id desc", read_meeting};
const db::Query<Meeting(MeetingId)> kMeeting{SELECT_MEETINGS "where id = $1", read_meeting};
#undef SELECT_MEETINGS
const db::Command<void(MeetingId, std::string, std::string, std::string, std::string, std::string, base::Instant,
                       std::string_view)>
    kChangeMeeting{
        "update dossier_meeting set on_date = $2, people = $3, notes = $4, summary_en = $5, summary_fr = $6, "
        "recorded_at = $7, recorded_by = $8 where id = $1"};
const db::Command<void(MeetingId)> kRemoveMeeting{"delete from dossier_meeting where id = $1"};
const db::Command<void(MeetingId)> kPartFollowUps{"update dossier_follow_up set meeting_id = 0 where meeting_id = $1"};

const db::Command<void(FollowUpId, RepresentativeId, MeetingId, base::Locale, std::string, std::string, base::Instant,
                       std::string_view)>
    kAddFollowUp{R"sql(
    insert into dossier_follow_up (id, representative_id, meeting_id, locale, words, due_on, recorded_at, recorded_by,
                                   done_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, '')
)sql"};
constexpr auto kReadFollowUp = db::columns<FollowUp, FollowUpId, RepresentativeId, MeetingId, base::Locale, std::string,
                                           std::string, std::optional<base::Instant>, std::string>;
#define SELECT_FOLLOW_UPS \
    "select id, representative_id, meeting_id, locale, words, due_on, done_at, done_by from dossier_follow_up "
const db::Query<FollowUp(RepresentativeId)> kFollowUps{
    SELECT_FOLLOW_UPS "where representative_id = $1 order by due_on, id", kReadFollowUp};
const db::Query<FollowUp(FollowUpId)> kFollowUp{SELECT_FOLLOW_UPS "where id = $1", kReadFollowUp};
#undef SELECT_FOLLOW_UPS
const db::Command<void(FollowUpId, base::Instant, std::string_view)> kFinish{
    "update dossier_follow_up set done_at = $2, done_by = $3 where id = $1 and done_at is null"};

const db::Query<MeetingSum()> kMeetingSums{
    "select representative_id, count(*), max(on_date) from dossier_meeting group by representative_id",
    db::columns<MeetingSum, RepresentativeId, std::int64_t, std::string>};
const db::Query<FollowUpSum()> kFollowUpSums{
    "select representative_id, count(*), min(due_on) from dossier_follow_up where done_at is null "
    "group by representative_id",
    db::columns<FollowUpSum, RepresentativeId, std::int64_t, std::string>};

struct NewFollowUp {
    MeetingId meeting;
    const std::string& words;
    const std::string& due_on;
};
void insert_follow_up(db::Write& write, const NewFollowUp& follow_up, const By& by) {
    write.run(kAddFollowUp, write.new_id<FollowUpId>(), by.representative, follow_up.meeting, by.locale,
              follow_up.words, follow_up.due_on, write.now(), by.staff_name);
}

}  // namespace

PromiseId add_promise(db::Write& write, const PromiseFacts& facts, const By& by) {
    const auto id = write.new_id<PromiseId>();
    write.run(kAddPromise, id, by.representative, facts.campaign, facts.answer, facts.words.en, facts.words.fr,
              facts.made_on, write.now(), by.staff_name);
    write.run(kAddState, write.new_id<PromiseStateId>(), id, PromiseState::open, facts.made_on, facts.evidence.en,
              facts.evidence.fr, facts.evidence_url, write.now(), by.staff_name);
    return id;
}

std::vector<Promise> promises_of(db::Read& read, RepresentativeId representative) {
    auto promises = read.all(kPromises, representative);
    for (Promise& each : promises) each.states = read.all(kStates, each.id);
    return promises;
}

std::optional<Promise> find_promise(db::Read& read, PromiseId id) {
    auto promise = read.one(kPromise, id);
    if (promise) promise->states = read.all(kStates, id);
    return promise;
}

std::optional<PromiseStateId> add_state(db::Write& write, const Promise& promise, const StateFacts& facts,
                                        std::string_view staff_name) {
    if (promise.now().id != facts.seen) return std::nullopt;
    const auto id = write.new_id<PromiseStateId>();
    write.run(kAddState, id, promise.id, facts.state, facts.on_date, facts.evidence.en, facts.evidence.fr,
              facts.evidence_url, write.now(), staff_name);
    return id;
}

std::vector<PromiseCount> promise_counts(db::Read& read) { return read.all(kPromiseCounts); }

void set_position(db::Write& write, const PositionFacts& facts, const By& by) {
    write.run(kReplacePosition, by.representative, facts.matter.petition, facts.matter.campaign, write.now());
    write.run(kAddPosition, write.new_id<OwnPositionId>(), by.representative, facts.matter.petition,
              facts.matter.campaign, facts.answer, facts.stand, facts.on_date, facts.evidence.en, facts.evidence.fr,
              facts.evidence_url, write.now(), by.staff_name);
}

std::vector<OwnPosition> positions_of(db::Read& read, RepresentativeId representative) {
    return read.all(kPositions, representative);
}

MeetingId add_meeting(db::Write& write, const MeetingFacts& facts, const By& by) {
    const auto id = write.new_id<MeetingId>();
    write.run(kAddMeeting, id, by.representative, by.locale, facts.on_date, facts.people, facts.notes, facts.summary.en,
              facts.summary.fr, write.now(), by.staff_name);
    if (!facts.follow_up.empty()) insert_follow_up(write, {id, facts.follow_up, facts.due_on}, by);
    return id;
}

std::vector<Meeting> meetings_of(db::Read& read, RepresentativeId representative) {
    return read.all(kMeetings, representative);
}

std::optional<Meeting> find_meeting(db::Read& read, MeetingId id) { return read.one(kMeeting, id); }

void change_meeting(db::Write& write, MeetingId id, const MeetingFacts& facts, std::string_view staff_name) {
    write.run(kChangeMeeting, id, facts.on_date, facts.people, facts.notes, facts.summary.en, facts.summary.fr,
              write.now(), staff_name);
}

void remove_meeting(db::Write& write, MeetingId id) {
    write.run(kPartFollowUps, id);
    write.run(kRemoveMeeting, id);
}

void add_follow_up(db::Write& write, const FollowUpForm& facts, const By& by) {
    insert_follow_up(write, {MeetingId{0}, facts.follow_up, facts.due_on}, by);
}

std::vector<FollowUp> follow_ups_of(db::Read& read, RepresentativeId representative) {
    return read.all(kFollowUps, representative);
}

std::optional<FollowUp> find_follow_up(db::Read& read, FollowUpId id) { return read.one(kFollowUp, id); }

Changed finish_follow_up(db::Write& write, FollowUpId id, std::string_view staff_name) {
    return write.run(kFinish, id, write.now(), staff_name) == 0 ? Changed::no : Changed::yes;
}

std::vector<MeetingSum> meeting_sums(db::Read& read) { return read.all(kMeetingSums); }

std::vector<FollowUpSum> follow_up_sums(db::Read& read) { return read.all(kFollowUpSums); }

}  // namespace dossiers::store

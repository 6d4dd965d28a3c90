#include "features/voices/decision_store.h"

namespace voices::store {
namespace {

const db::Command<void(VoiceId, State, std::string_view, base::Instant, std::string_view, SavingId)> kDecide{R"sql(
    update voice set state = $2, reason = $3, decided_at = $4, decided_by = $5, saving = $6, reports = 0, seconded_by = 0
    where id = $1
)sql"};
const db::Command<void(DecisionId, SavingId, VoiceId, State, std::string_view, State, std::string_view, base::Instant,
                       std::string_view)>
    kRemember{R"sql(
    insert into voice_decision (id, saving, voice_id, state_before, reason_before, state_after, reason_after,
                                decided_at, decided_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};
const db::Command<void(VoiceId, auth::StaffId)> kSecond{"update voice set seconded_by = $2 where id = $1"};

const db::Query<Undoable(SavingId)> kUndoable{
    R"sql(
    select voice_decision.voice_id, state_before, reason_before, voice.province
    from voice_decision join voice on voice.id = voice_decision.voice_id
    where voice_decision.saving = $1 and undone_at is null and voice.saving = $1 and voice.state <> 5
    order by voice_decision.id
)sql",
    db::columns<Undoable, VoiceId, State, std::string, std::string>};
const db::Command<void(VoiceId, State, std::string_view)> kPutBack{
    "update voice set state = $2, reason = $3, saving = 0 where id = $1"};
const db::Command<void(SavingId, VoiceId, base::Instant)> kMarkUndone{
    "update voice_decision set undone_at = $3 where saving = $1 and voice_id = $2"};

const db::Query<LoggedDecision(DecisionId, std::int64_t)> kLog{
    R"sql(
    select id, voice_id, state_before, state_after, reason_after, decided_at, decided_by, undone_at
    from voice_decision where id < $1 order by id desc limit $2
)sql",
    [](const db::Row& row) {
        return LoggedDecision{row.as<DecisionId>(0),
                              row.as<VoiceId>(1),
                              row.as<State>(2),
                              row.as<State>(3),
                              reason_of(row.as<std::string>(4)).value_or(Reason::none),
                              row.as<base::Instant>(5),
                              row.as<std::string>(6),
                              row.as<std::optional<base::Instant>>(7)};
    }};

const db::Command<void(VoiceId)> kReport{
    "update voice set reports = reports + 1 where id = $1 and state = 2 and wall_key > 0"};

const db::Query<ReasonCount(std::string_view)> kCountReasons{
    "select reason, count(*) from voice where (state = 3 or state = 4) and ($1 = '' or province = $1) "
    "group by reason order by reason",
    [](const db::Row& row) {
        return ReasonCount{reason_of(row.as<std::string>(0)).value_or(Reason::none), row.integer(1)};
    }};

const db::Query<Settings()> kSettings{"select four_eyes from voice_setting where id = 1",
                                      [](const db::Row& row) { return Settings{row.integer(0) != 0}; }};
const db::Command<void(int)> kSaveSettings{
    "insert into voice_setting (id, four_eyes) values (1, $1) on conflict (id) do update set four_eyes = "
    "excluded.four_eyes"};

}  // namespace

void decide(db::Write& write, const Voice& voice, Reason reason, const Deciding& deciding) {
    const State after = state_after(voice.state, reason);
    write.run(kRemember, write.new_id<DecisionId>(), deciding.saving, voice.id, voice.state, name_of(voice.reason),
              after, name_of(reason), write.now(), deciding.by);
    write.run(kDecide, voice.id, after, name_of(reason), write.now(), deciding.by, deciding.saving);
}

void second(db::Write& write, VoiceId voice, auth::StaffId by) { write.run(kSecond, voice, by); }

std::vector<Undoable> undoable(db::Read& read, SavingId saving) { return read.all(kUndoable, saving); }

void undo(db::Write& write, SavingId saving, const Undoable& decision) {
    write.run(kPutBack, decision.voice, decision.before, decision.reason_before);
    write.run(kMarkUndone, saving, decision.voice, write.now());
}

std::vector<LoggedDecision> log(db::Read& read, const LogPage& page) { return read.all(kLog, page.before, page.limit); }

Changed report(db::Write& write, VoiceId voice) { return write.run(kReport, voice) == 0 ? Changed::no : Changed::yes; }

std::vector<ReasonCount> not_shown(db::Read& read, std::string_view province) {
    return read.all(kCountReasons, province);
}

Settings settings(db::Read& read) { return read.one(kSettings).value_or(Settings{}); }

void save_settings(db::Write& write, const Settings& settings) {
    write.run(kSaveSettings, settings.is_four_eyes ? 1 : 0);
}

}  // namespace voices::store

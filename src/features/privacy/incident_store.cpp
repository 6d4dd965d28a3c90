#include "features/privacy/incident_store.h"

namespace privacy::store {
namespace {

Incident read_incident_row(const db::Row& row) {
    return {.id = row.as<IncidentId>(0),
            .plan = {.title = row.as<std::string>(1),
                     .noticed_on = row.as<std::string>(2),
                     .happened = row.as<std::string>(3),
                     .affected = row.as<std::string>(4),
                     .affected_count = row.as<std::int64_t>(5),
                     .risk = row.as<Risk>(6),
                     .risk_reason = row.as<std::string>(7),
                     .notified = row.as<std::string>(8)},
            .recorded_at = row.as<base::Instant>(9),
            .recorded_by = row.as<std::string>(10)};
}

const db::Query<Incident()> kAll{
    R"(select id, title, noticed_on, happened, affected, affected_count, risk, risk_reason, notified, recorded_at,
              recorded_by
       from privacy_incident order by id desc)",
    read_incident_row};
const db::Query<Incident(IncidentId)> kFind{
    R"(select id, title, noticed_on, happened, affected, affected_count, risk, risk_reason, notified, recorded_at,
              recorded_by
       from privacy_incident where id = $1)",
    read_incident_row};
const db::Query<IncidentNote(IncidentId)> kNotes{
    "select words, recorded_at, recorded_by from privacy_incident_note where incident_id = $1 order by id",
    db::columns<IncidentNote, std::string, base::Instant, std::string>};

const db::Command<void(IncidentId, std::string, std::string, std::string, std::string, std::int64_t, Risk, std::string,
                       std::string, base::Instant, std::string)>
    kInsert{R"(insert into privacy_incident (id, title, noticed_on, happened, affected, affected_count, risk,
                                             risk_reason, notified, recorded_at, recorded_by)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))"};
struct NoteTag;
const db::Command<void(base::Id<NoteTag>, IncidentId, std::string, base::Instant, std::string)> kInsertNote{
    R"(insert into privacy_incident_note (id, incident_id, words, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5))"};

}  // namespace

IncidentId record_incident(db::Write& write, const Incident& incident) {
    const auto id = write.new_id<IncidentId>();
    const auto& plan = incident.plan;
    write.run(kInsert, id, plan.title, plan.noticed_on, plan.happened, plan.affected, plan.affected_count, plan.risk,
              plan.risk_reason, plan.notified, write.now(), incident.recorded_by);
    return id;
}

void add_note(db::Write& write, IncidentId incident, const IncidentNote& note) {
    write.run(kInsertNote, write.new_id<base::Id<NoteTag>>(), incident, note.words, write.now(), note.recorded_by);
}

std::vector<Incident> incidents(db::Read& read) {
    auto all = read.all(kAll);
    for (auto& incident : all) incident.notes = read.all(kNotes, incident.id);
    return all;
}

std::optional<Incident> find_incident(db::Read& read, IncidentId id) {
    auto incident = read.one(kFind, id);
    if (incident) incident->notes = read.all(kNotes, id);
    return incident;
}

}  // namespace privacy::store

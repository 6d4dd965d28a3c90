#include <algorithm>

#include "people/fields.h"

namespace people {
namespace {

Field read_field_row(const db::Row& row) {
    return {.id = row.as<FieldId>(0),
            .slug = row.as<std::string>(1),
            .label_en = row.as<std::string>(2),
            .label_fr = row.as<std::string>(3),
            .kind = row.as<FieldKind>(4),
            .position = row.as<int>(5),
            .retired_at = row.as<std::optional<base::Instant>>(6)};
}
const db::Query<Field()> kFields{
    "select id, slug, label_en, label_fr, kind, position, retired_at from person_field order by position, id",
    read_field_row};
const db::Query<Field(FieldId)> kField{
    "select id, slug, label_en, label_fr, kind, position, retired_at from person_field where id = $1", read_field_row};
const db::Query<Field(std::string_view)> kFieldBySlug{
    "select id, slug, label_en, label_fr, kind, position, retired_at from person_field where slug = $1",
    read_field_row};
const db::Command<void(FieldId, std::string_view, std::string_view, std::string_view, FieldKind, int)> kInsertField{
    R"(insert into person_field (id, slug, label_en, label_fr, kind, position) values ($1, $2, $3, $4, $5, $6)
       on conflict (slug) do nothing)"};
const db::Command<void(FieldId, std::string_view, std::string_view, int, std::optional<base::Instant>)> kChangeField{
    "update person_field set label_en = $2, label_fr = $3, position = $4, retired_at = $5 where id = $1"};

KeptAnswer read_answer_row(const db::Row& row) {
    return {.id = row.as<AnswerId>(0),
            .answer = {.person = row.as<PersonId>(1),
                       .field = row.as<FieldId>(2),
                       .value = row.as<std::string>(3),
                       .origin = row.as<AnswerOrigin>(4),
                       .source = row.as<std::string>(5),
                       .at = row.as<base::Instant>(6)},
            .recorded_at = row.as<base::Instant>(7)};
}
const db::Query<KeptAnswer(PersonId)> kAnswersOf{
    R"(select id, person_id, field_id, value, origin, source, at, recorded_at from person_answer
       where person_id = $1 order by field_id, at desc, id desc)",
    read_answer_row};
const db::Query<KeptAnswer(PersonId, FieldId)> kAnswersToOne{
    R"(select id, person_id, field_id, value, origin, source, at, recorded_at from person_answer
       where person_id = $1 and field_id = $2 order by at desc, id desc)",
    read_answer_row};
const db::Command<void(AnswerId, PersonId, FieldId, std::string_view, AnswerOrigin, std::string_view, base::Instant,
                       base::Instant)>
    kInsertAnswer{
        R"(insert into person_answer (id, person_id, field_id, value, origin, source, at, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8))"};

const db::Query<FieldValue(PersonId)> kValuesOf{
    R"(select v.field_id, v.value from person_field_value v join person_field f on f.id = v.field_id
       where v.person_id = $1 order by f.position, f.id)",
    db::columns<FieldValue, FieldId, std::string>};
const db::Command<void(FieldId, PersonId, std::string_view, AnswerId)> kSetValue{
    R"(insert into person_field_value (field_id, person_id, value, answer_id) values ($1, $2, $3, $4)
       on conflict (field_id, person_id) do update set value = excluded.value, answer_id = excluded.answer_id)"};
const db::Command<void(FieldId, PersonId)> kClearValue{
    "delete from person_field_value where field_id = $1 and person_id = $2"};
const db::Command<void(PersonId)> kClearValues{"delete from person_field_value where person_id = $1"};

// The newest of this origin, of answers that stand newest first.
const KeptAnswer* newest_of(const std::vector<KeptAnswer>& answers, AnswerOrigin origin) {
    const auto found =
        std::ranges::find_if(answers, [&](const KeptAnswer& kept) { return kept.answer.origin == origin; });
    return found == answers.end() ? nullptr : &*found;
}

void settle(db::Write& write, const KeptAnswer& kept) {
    const Answer& answer = kept.answer;
    if (answer.value.empty())
        write.run(kClearValue, answer.field, answer.person);
    else
        write.run(kSetValue, answer.field, answer.person, answer.value, kept.id);
}

}  // namespace

std::vector<Field> fields(db::Read& read) { return read.all(kFields); }

std::optional<Field> find_field(db::Read& read, FieldId field) { return read.one(kField, field); }

std::optional<Field> find_field(db::Read& read, std::string_view slug) { return read.one(kFieldBySlug, slug); }

std::optional<FieldId> insert_field(db::Write& write, const Field& field) {
    const auto id = write.new_id<FieldId>();
    if (write.run(kInsertField, id, field.slug, field.label_en, field.label_fr, field.kind, field.position) == 0)
        return std::nullopt;
    return id;
}

void change_field(db::Write& write, const Field& field) {
    write.run(kChangeField, field.id, field.label_en, field.label_fr, field.position, field.retired_at);
}

Recorded record_answer(db::Write& write, const Answer& answer) {
    auto answers = write.all(kAnswersToOne, answer.person, answer.field);
    const KeptAnswer* newest = newest_of(answers, answer.origin);
    const bool is_said = newest != nullptr ? newest->answer.value == answer.value : answer.value.empty();
    if (is_said) return Recorded::repeated;
    const auto id = write.new_id<AnswerId>();
    write.run(kInsertAnswer, id, answer.person, answer.field, answer.value, answer.origin, answer.source, answer.at,
              write.now());
    answers.push_back({id, answer, write.now()});
    const KeptAnswer* held = holding(answers);
    settle(write, *held);
    return held->id == id ? Recorded::holds : Recorded::behind;
}

std::vector<KeptAnswer> answers_of(db::Read& read, PersonId person) { return read.all(kAnswersOf, person); }

std::vector<FieldValue> values_of(db::Read& read, PersonId person) { return read.all(kValuesOf, person); }

void settle_values(db::Write& write, PersonId person) {
    write.run(kClearValues, person);
    const auto answers = answers_of(write, person);
    for (auto begin = answers.begin(); begin != answers.end();) {
        const auto end = std::find_if(begin, answers.end(),
                                      [&](const KeptAnswer& kept) { return kept.answer.field != begin->answer.field; });
        settle(write, *holding({begin, end}));
        begin = end;
    }
}

}  // namespace people

#include "features/champions/subject_store.h"

namespace champions::store {
namespace {

const db::Query<Subject()> kSubjects{
    "select id, slug, name_en, name_fr, position, closed_at from champion_subject order by position, id",
    db::columns<Subject, TopicId, std::string, std::string, std::string, std::int64_t, std::optional<base::Instant>>};
const db::Command<void(TopicId, std::string, std::string, std::string, std::int64_t)> kInsertSubject{
    R"(insert into champion_subject (id, slug, name_en, name_fr, position) values ($1, $2, $3, $4, $5)
       on conflict (slug) do nothing)"};
const db::Command<void(TopicId, std::optional<base::Instant>)> kCloseSubject{
    "update champion_subject set closed_at = $2 where id = $1"};

}  // namespace

std::vector<Subject> subjects(db::Read& read) { return read.all(kSubjects); }

std::vector<ports::Topic> open_topics(db::Read& read, base::Locale locale) {
    std::vector<ports::Topic> topics;
    for (const Subject& each : subjects(read))
        if (!each.closed_at) topics.push_back({each.id, each.slug, each.name(locale)});
    return topics;
}

std::optional<TopicId> insert_subject(db::Write& write, const Subject& subject) {
    const auto id = write.new_id<TopicId>();
    const auto position = static_cast<std::int64_t>(subjects(write).size()) + 1;
    const auto added = write.run(kInsertSubject, id, subject.slug, subject.name_en, subject.name_fr, position);
    return added == 0 ? std::nullopt : std::optional{id};
}

void close_subject(db::Write& write, TopicId subject) { write.run(kCloseSubject, subject, write.now()); }

void reopen_subject(db::Write& write, TopicId subject) { write.run(kCloseSubject, subject, std::nullopt); }

}  // namespace champions::store

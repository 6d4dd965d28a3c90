// features/champions/subject_store.h - the topics of presentations in the database.
#pragma once
#include <optional>
#include <vector>

#include "features/champions/champion.h"
#include "platform/db/transaction.h"

namespace champions::store {

// Subjects in the order of staff; closed ones too.
std::vector<Subject> subjects(db::Read& read);
// Those that are not closed, as others see them, in that order.
std::vector<ports::Topic> open_topics(db::Read& read, base::Locale locale);
// nullopt: there is one of that slug.
std::optional<TopicId> insert_subject(db::Write& write, const Subject& subject);
void close_subject(db::Write& write, TopicId subject);
void reopen_subject(db::Write& write, TopicId subject);

}  // namespace champions::store

// features/segments/audience_service.h - finds the people whom rules mean.
//
// What the narrow table of standings can tell is asked there by SQL; every other rule gives an ordered list of ids, and
// the lists are laid over each other. Nothing is kept between two questions.
#pragma once
#include <cstdint>
#include <vector>

#include "features/segments/segment.h"
#include "platform/db/transaction.h"
#include "ports/audience.h"

namespace segments {

// As the members of ports::Audience, with the rules at hand; question.segment is not looked at.
std::int64_t count(db::Read& read, const Rules& rules, const ports::AudienceQuestion& question);
std::vector<ports::AudienceMember> page(db::Read& read, const Rules& rules, const ports::AudienceQuestion& question,
                                        const ports::AudiencePage& page);
bool holds(db::Read& read, const Rules& rules, const ports::AudienceQuestion& question, people::PersonId person);

}  // namespace segments

// ports/audience.h - whom a mail goes to: people found by readable rules. The slice of segments gives it; app fills it
// in.
//
// Only those who may be mailed are ever counted or found (people::may_be_mailed), so that no caller can forget it.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "people/mail_standing.h"
#include "people/person.h"
#include "people/place.h"
#include "platform/db/transaction.h"

namespace ports {

using SegmentId = base::Id<struct SegmentTag>;

// What a mail may say about a person.
struct AudienceMember {
    people::PersonId id;
    std::int64_t address_hash;
    std::string email;
    people::PersonName name;
    base::Locale locale;
    std::string postal_code, place;
    std::optional<people::Province> province;
};

// Who is meant. Everything that is set must hold.
struct AudienceQuestion {
    std::optional<SegmentId> segment{};       // nullopt: everybody who may be mailed
    std::optional<people::TopicBit> topic{};  // and has not left it out
    std::optional<base::Locale> locale{};     // who wants to be written to in this language
    std::vector<base::LevelId> levels{};      // people of one of these or of those below; empty, or the nation: any
    base::Instant now{};
};

// In the order of their ids, which is that in which they came: those behind `after`.
struct AudiencePage {
    people::PersonId after{0};
    std::int64_t limit = 1'000;
};

struct SegmentSummary {
    SegmentId id;
    std::string name;   // as staff call it
    std::string rules;  // in words of the language asked for: "In Ontario; signed the Equality Pledge"
};

// All members are filled by the slice of segments.
struct Audience {
    // Under a second for a million people.
    std::function<std::int64_t(db::Read&, const AudienceQuestion&)> count;
    // A page costs the same wherever it lies. Fewer than the limit: there are no more.
    std::function<std::vector<AudienceMember>(db::Read&, const AudienceQuestion&, const AudiencePage&)> page;
    // Whether one person is meant: for drip series, and for previews of one person.
    std::function<bool(db::Read&, const AudienceQuestion&, people::PersonId)> holds;
    std::function<std::vector<SegmentSummary>(db::Read&, base::Locale)> segments;
    std::function<std::optional<SegmentSummary>(db::Read&, SegmentId, base::Locale)> segment;
    // Another segment with the rules of this one as they are now. It is offered to nobody, so that nobody changes it.
    std::function<std::optional<SegmentId>(db::Write&, SegmentId)> freeze;
};

}  // namespace ports

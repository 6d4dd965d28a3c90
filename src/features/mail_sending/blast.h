// features/mail_sending/blast.h - one sending of a mailing to many: its stages, its waves, who gets which wording.
// Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/problem.h"
#include "platform/i18n/local_time.h"
#include "platform/i18n/time_zone.h"
#include "ports/audience.h"
#include "ports/mailings.h"

namespace mail_sending {

using BlastId = base::Id<struct BlastTag>;
using ports::MailingEditionId;
using ports::MailingId;
using ports::SegmentId;
using ports::SentMailId;
using ports::Variant;

// recipients: the chosen time of the day in each recipient's province.
enum class LocalTimes : unsigned char { site = 0, recipients = 1 };

// What staff decide before anything is sent.
struct Plan {
    MailingId mailing{0};
    std::string name;
    base::LevelId level{0};
    std::optional<SegmentId> segment{};  // nullopt: everybody
    std::optional<people::TopicBit> topic{};
    int variants = 1;
    int tested_per_thousand = 1'000;
    std::int64_t per_hour = 0;  // 0: as fast as it goes
    std::optional<base::Instant> begins_at{};
    std::string time_zone = "America/Toronto";
    LocalTimes local_times = LocalTimes::site;
};

struct Blast {
    BlastId id{0};
    Plan plan;
    std::optional<MailingEditionId> edition{};
    std::optional<SegmentId> frozen_segment{};  // the rules of the plan's segment as they were when it was confirmed
    std::optional<int> winner{};
    std::string planned_by, confirmed_by;
    base::Instant planned_at{};
    std::optional<base::Instant> confirmed_at{};
    std::int64_t counted = 0;
    base::Instant undo_until{};
    std::optional<base::Instant> paused_at{}, stopped_at{}, finished_at{};

    // Whose rules decide: nullopt for everybody.
    std::optional<SegmentId> segment() const { return frozen_segment ? frozen_segment : plan.segment; }
    // Whether a part of the audience waits for the wording that did best.
    bool holds_back() const { return plan.variants > 1 && plan.tested_per_thousand < 1'000; }
    bool waits_for_winner() const { return holds_back() && !winner; }
};

// Whom it is for at this time: of the level's own people, or everybody where that is the nation.
ports::AudienceQuestion question_of(const Blast& blast, base::Instant now);

// waiting: confirmed; the undo window is open, or its time has not come.
enum class Stage : unsigned char { planned, waiting, running, paused, stopped, finished };
Stage stage_of(const Blast& blast, base::Instant first_wave_at, base::Instant now);

// Which part of the audience a wave is for. Stored by number.
enum class Part : unsigned char { everybody = 0, tested = 1, rest = 2 };

// A set of provinces: one bit for each of people::Province, and one for people whose province is not known.
struct Provinces {
    std::int64_t bits = -1;  // everybody
    bool hold(std::optional<people::Province> province) const;
    void add(std::optional<people::Province> province);
    bool operator==(const Provinces&) const = default;
};

struct Wave {
    int number = 0;
    base::Instant begins_at{};
    Provinces provinces{};
    Part part = Part::everybody;
    bool operator==(const Wave&) const = default;
};

// Those of a blast that is confirmed now: none begins before `earliest`, the end of the undo window. With
// LocalTimes::recipients one for each time zone in which the chosen time comes at another instant. Numbered from
// `first_number`.
struct WaveStart {
    base::Instant earliest{};
    Part part = Part::everybody;
    int first_number = 0;
};
std::vector<Wave> waves_of(const Plan& plan, const WaveStart& start);

// The zone of most of a province.
const i18n::TimeZone& zone_of(people::Province province);

// The same person always falls into the same part and gets the same wording of a blast; two blasts divide people
// independently. From splitmix64 of both ids.
bool is_tested(const Blast& blast, people::PersonId person);
Variant variant_for(const Blast& blast, people::PersonId person);
bool is_meant(const Blast& blast, Part part, people::PersonId person);

// Whether the number has to be typed: for everybody, and for a segment of more than this share of all.
struct Reach {
    std::int64_t counted = 0, everybody = 0;
};
bool needs_number(const Plan& plan, const Reach& reach, std::int64_t share_percent);

// "1,234", "1 234" (any blanks) and "1234" are 1234; nullopt for anything else.
std::optional<std::int64_t> typed_number(std::string_view text);

}  // namespace mail_sending

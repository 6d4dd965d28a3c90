// features/mail_series/series.h - mails that follow each other by themselves: who comes in, when each mail is due, who
// leaves. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/mail_standing.h"
#include "ports/audience.h"
#include "ports/mailings.h"

namespace mail_series {

using SeriesId = base::Id<struct SeriesTag>;

inline constexpr std::size_t kMostSteps = 6;
inline constexpr int kMostDays = 3'650;

// The mail that leaves so many days after somebody came in.
struct Step {
    ports::MailingId mailing;
    int days_after = 0;
    std::optional<ports::MailingEditionId> edition{};  // once the series was switched on
};

// What lets people in: "petitions.signed" about petition 7.
struct Trigger {
    std::string kind;
    std::int64_t about = 0;
    bool operator==(const Trigger&) const = default;
};

struct Plan {
    std::string name;
    Trigger trigger;
    std::optional<ports::SegmentId> segment{};       // only they get mails
    std::optional<ports::SegmentId> exit_segment{};  // who is in it leaves
    std::optional<people::TopicBit> topic{};
    std::vector<Step> steps;  // at least one; days_after never falls
};

struct Series {
    SeriesId id;
    Plan plan;
    std::string made_by;
    base::Instant changed_at;
    std::optional<base::Instant> switched_on_at;
};

// What was typed.
struct StepForm {
    std::string mailing, days;  // an id; empty: no step
};
struct Form {
    std::string name, trigger;  // "petitions.signed:7"
    std::string segment, exit_segment, topic;
    std::vector<StepForm> steps;
};

// Everything wrong with it, under the names of its fields (mailing_N, days_N with N from 1), or what it says.
base::Result<Plan, base::Problems> read_form(const Form& form);
Form form_of(const Plan& plan);

// Stored by these numbers.
enum class Ended : unsigned char { no = 0, through = 1, left_list = 2, exit_rule = 3 };

struct Member {
    SeriesId series;
    people::PersonId person;
    base::Instant entered_at;
    int next_step = 0;
};

// What happens to a member whose mail is due.
struct Verdict {
    enum class Act : unsigned char { send, wait, skip, end } act;
    Ended ended = Ended::no;  // with end
};
// What is known of them now.
struct Situation {
    std::optional<people::MailStanding> standing;  // nullopt: never consented
    std::optional<people::TopicBit> topic;
    base::Instant now;
    bool meets_exit_rule = false;
    bool is_in_segment = true;
};
// Whoever left the list, or must be left alone, leaves; who meets the exit rule leaves; a pause is waited for; who left
// the topic out, or is not in the segment, misses this mail and may get the next one.
Verdict judge(const Situation& situation);

// When the step is due.
base::Instant due_at(const Plan& plan, const Member& member);

}  // namespace mail_series

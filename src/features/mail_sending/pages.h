// features/mail_sending/pages.h - what staff see of mails that are sent to many. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/mail_sending/copy_store.h"
#include "features/mail_sending/domain_store.h"
#include "features/mail_sending/live_service.h"
#include "features/mail_sending/tally_store.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/staff_pages.h"

namespace mail_sending::pages {

// "/en/staff/sending", with what stands behind it
std::string path(base::Locale locale, std::string_view rest = {});
std::string path_of(base::Locale locale, BlastId id, std::string_view rest = {});

struct List {
    std::vector<Standing> blasts;  // newest first
    std::vector<ports::MailingSummary> unsent;
    std::optional<BlastId> older{};  // where the next page begins
};
html::SafeHtml list(const i18n::Translator& t, const List& list);

// A plan as it is typed.
struct PlanForm {
    std::string mailing, segment, when, begins_at, time_zone, per_hour;
    html::Checked local_times = html::Checked::no;
};
struct NewPlan {
    const ports::MailingSummary& mailing;
    PlanForm typed;
    std::vector<ports::SegmentSummary> segments;
    std::string topic;  // its name; empty: none
    const base::Problems& problems;
};
html::SafeHtml new_plan(const i18n::Translator& t, const NewPlan& plan);

// Somebody who would get the mail.
struct Sample {
    std::string name, email, place;
    base::Locale locale;
};
struct Confirm {
    Reach reach;
    bool typed_number;
    std::string proof;  // that this count was shown
    std::vector<Sample> sample;
    std::vector<base::Message> unready;
    std::int64_t undo_minutes;
};
struct Show {
    const Standing& standing;
    std::string segment;  // its rules in words; empty: everybody
    std::string topic;
    std::optional<Confirm> confirm{};  // of a plan
    std::vector<store::Tally> tallies{};
    std::vector<Wave> waves{};
    base::Instant now;
    bool may_see_people = false;
    const base::Problems& problems;
};
html::SafeHtml show(const i18n::Translator& t, const Show& show);

// One copy in a list, with words for it.
struct Row {
    store::Copy copy;
    std::string who, who_path;  // a person, or a blast
    std::string note;
};
struct Recipients {
    const Blast& blast;
    std::vector<Row> rows;
    std::string shown;                    // "", "waiting", "refused", "given_up", "dropped", "held_back", "returned"
    std::string address;                  // as searched
    std::optional<SentMailId> further{};  // where the next page begins
};
html::SafeHtml recipients(const i18n::Translator& t, const Recipients& recipients);

struct OfPerson {
    std::string name;
    std::string person_path;
    std::vector<Row> rows;
    std::optional<SentMailId> older{};
    people::PersonId person;
};
html::SafeHtml of_person(const i18n::Translator& t, const OfPerson& of_person);

struct Limits {
    std::vector<store::Domain> domains;
    std::optional<WarmUp> warm_up;
    std::optional<std::int64_t> allowed_today;
    std::int64_t today;
    base::Instant now;
    std::string domain, per_minute, first_day, growth, until;  // as typed
    const base::Problems& problems;
};
html::SafeHtml limits(const i18n::Translator& t, const Limits& limits);

// "delivered", as staff read it; and what came back, empty for nothing.
ports::Badge badge_of(const i18n::Translator& t, CopyState state);
std::string returned_words(const i18n::Translator& t, int kind);
ports::Badge badge_of(const i18n::Translator& t, Stage stage);

}  // namespace mail_sending::pages

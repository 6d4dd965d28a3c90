// features/presentations/report_store.h - reports, names for the email list, feedback, and what they come to: totals,
// and the places of the map.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "features/presentations/report.h"
#include "platform/db/transaction.h"

namespace presentations::store {

// A newer report takes the place of the one before.
void save_report(db::Write& write, PresentationId id, const StoredReport& report);
std::optional<StoredReport> find_report(db::Read& read, PresentationId id);

// Presentations whose report shows this picture.
void erase_reporter(db::Write& write, ChampionId champion);  // their name; what they told stays
std::vector<PresentationId> reports_with(db::Read& read, ports::PictureId picture);

struct NewListName {
    PresentationId presentation;
    const NewName& name;
    std::int64_t address_hash;
    base::Locale locale;
};
// nullopt: this address stands there already.
std::optional<ListNameId> insert_name(db::Write& write, const NewListName& name);
std::optional<ListName> find_name(db::Read& read, ListNameId id);
std::vector<ListName> names_of(db::Read& read, PresentationId presentation);
std::vector<ListName> names_of_address(db::Read& read, std::int64_t address_hash);
enum class NameChanged : unsigned char { no, yes };
NameChanged confirm_name(db::Write& write, ListNameId id);
NameChanged deny_name(db::Write& write, ListNameId id);  // the address goes with it
void erase_names(db::Write& write, std::int64_t address_hash);
std::int64_t count_unconfirmed_names(db::Read& read, base::Instant before);
struct OldNames {
    base::Instant before;
    std::int64_t limit;
};
std::int64_t forget_unconfirmed_names(db::Write& write, const OldNames& old);

void save_feedback(db::Write& write, PresentationId id, const Feedback& feedback);
std::optional<Feedback> find_feedback(db::Read& read, PresentationId id);
void erase_feedback(db::Write& write, PresentationId id);  // its words; the rating stays

// A town where somebody of the campaign spoke: how often, with how many people, and when last.
struct Place {
    std::string town;
    people::Province province;
    std::int64_t presentations, people;
    base::Instant last_at;
};
// Of everything that was held and reported, the newest first.
std::vector<Place> places(db::Read& read);

// One level's presentations by what became of them, and the people reached.
struct Totals {
    base::LevelId level;
    std::int64_t held = 0, people = 0, conversations = 0, booked = 0, cancelled = 0, missed = 0, waiting = 0;
    std::int64_t before_sum = 0, after_sum = 0, felt = 0;  // of reports that tell both feelings
};
std::vector<Totals> totals(db::Read& read);

// The coordinator of a level.
struct Coordinator {
    base::LevelId level;
    std::string email;
    base::Locale locale;
};
std::vector<Coordinator> coordinators(db::Read& read);
void save_coordinator(db::Write& write, const Coordinator& coordinator);  // an empty address takes them away

}  // namespace presentations::store

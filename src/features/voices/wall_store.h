// features/voices/wall_store.h - the wall as everybody reads it: pages by keys, never counting, and the tally that is
// kept with every step.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "features/voices/voice.h"
#include "platform/db/transaction.h"

namespace voices::store {

// A voice and its place on the wall: newest approval last.
struct OnTheWall {
    ports::Voice voice;
    std::int64_t wall_key;
};

// Newest first, older than `before` (0: from the newest). A page costs the same wherever it lies.
struct WallPage {
    std::optional<people::Province> province{};
    std::optional<base::Locale> locale{};
    std::int64_t before = 0;
    std::int64_t limit = 60;
};
std::vector<OnTheWall> wall(db::Read& read, const WallPage& page);

// nullopt: not shown now.
std::optional<ports::Voice> find_shown(db::Read& read, VoiceId voice);
// In the order of their ids.
std::vector<ports::Voice> shown_by_id(db::Read& read, const ports::VoicePage& page);
// The same without their files, for the search.
std::vector<ports::Voice> shown_words(db::Read& read, const ports::VoicePage& page);

// The file of a voice that is shown; a public address names all three.
bool is_file_shown(db::Read& read, const FileName& name);

void put_on_wall(db::Write& write, VoiceId voice);
void take_off_wall(db::Write& write, VoiceId voice);

struct TallyRow {
    std::string province;  // "QC"; "" outside Canada
    base::Locale locale{};
    std::int64_t shown = 0, with_picture = 0;
};
std::vector<TallyRow> tally(db::Read& read);
void add_to_tally(db::Write& write, const TallyRow& more);  // numbers may be negative
std::vector<TallyRow> counted_anew(db::Read& read);         // for the check

}  // namespace voices::store

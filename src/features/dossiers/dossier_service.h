// features/dossiers/dossier_service.h - everything that is known about one representative, put together from what this
// slice keeps and what the ports tell; and who may see it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/dossiers/dossier.h"
#include "features/dossiers/services.h"
#include "people/level.h"
#include "platform/auth/principal.h"

namespace dossiers {

using ports::Representative;

// nullopt: never known, or the house knows no representatives.
std::optional<Representative> find_representative(const Services& services, db::Read& read, RepresentativeId id,
                                                  base::Locale locale);

// Whose they are: of their province's level, else of the nation's; nullopt before there are levels.
std::optional<base::LevelId> level_of(const people::LevelTree& levels, const Representative& representative);

// Whether this member of staff may do it about this representative.
struct Deed {
    const auth::Principal& staff;
    auth::Permission permission;
};
bool may(const people::LevelTree& levels, const Representative& representative, const Deed& deed);
bool may(db::Read& read, const Representative& representative, const Deed& deed);

// Whether they are not to be shown now, since an election that concerns them is near.
bool is_unnamed(const Services& services, db::Read& read, const Representative& representative);

// One campaign's letters to them: what was asked, and how many answers of people came.
struct Asked {
    LetterCampaignId campaign;
    std::string title;
    std::int64_t asked = 0, delivered = 0, bounced = 0, called = 0, answered = 0;
    base::Instant first_at{}, last_at{};
};

// One matter on which they stand somewhere, whoever recorded it.
struct Standing {
    std::string title, path;  // of the petition or the campaign; path may be empty
    std::string label;        // "Supports it", "Signed"
    std::string tone;         // of a badge
    std::string on_date;
    std::string evidence, evidence_url;
    base::Locale evidence_language;
    AnswerId answer{0};  // whose answer shows it; 0: of none
    enum class Is : unsigned char { current, replaced } is = Is::current;
};

struct Totals {
    std::int64_t asked = 0, delivered = 0, bounced = 0, answered = 0;
    std::optional<base::Instant> since{};        // of the first letter
    std::optional<base::Instant> answered_at{};  // the last answer
};

struct Dossier {
    Representative representative;
    Totals totals{};
    std::vector<Asked> asked{};
    std::vector<Standing> standings{};
    std::vector<Promise> promises{};  // without mistaken ones in the public part
    std::vector<Meeting> meetings{};  // in the public part those with a summary, without notes and names
    std::vector<FollowUp> follow_ups{};
    std::vector<Answer> answers{};  // empty in the public part
};

// What everybody may know; nothing of it names a supporter. Whether it may be shown is is_unnamed's to say.
Dossier public_dossier(const Services& services, db::Read& read, const Representative& representative,
                       base::Locale locale);
// What staff know.
Dossier staff_dossier(const Services& services, db::Read& read, const Representative& representative,
                      base::Locale locale);

// Campaigns that are open or that were asked of them, and petitions: what a position or an answer can be about.
struct MatterChoice {
    Matter matter;
    std::string title;
};
std::vector<MatterChoice> matters(const Services& services, db::Read& read, base::Locale locale);

}  // namespace dossiers

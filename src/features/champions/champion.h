// features/champions/champion.h - champions, their way from an application to the directory, and the rules of the forms
// that say who they are. Pure.
#pragma once
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/level.h"
#include "people/person.h"
#include "platform/i18n/time_zone.h"
#include "ports/champions.h"
#include "ports/pictures.h"

namespace champions {

using ports::ChampionId;
using ports::TopicId;
using StepId = base::Id<struct StepTag>;

// Whether the list has it.
template <class T>
bool holds(const std::vector<T>& list, const T& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

// Stored as these numbers.
enum class State : unsigned char { applied = 0, in_training = 1, trained = 2, active = 3, paused = 4, left = 5 };
inline constexpr std::array kStates{State::applied, State::in_training, State::trained,
                                    State::active,  State::paused,      State::left};

// "applied", "in_training", ...: for forms, exports and the audit log.
std::string_view name_of(State state);
std::optional<State> state_of(std::string_view name);
base::Message label_of(State state);

// Where staff may take somebody from here: everybody may leave, and whoever left may begin again.
std::vector<State> next_states(State state);

// In which languages, and how.
struct Offer {
    std::vector<base::Locale> languages;
    std::vector<ports::PresentationFormat> formats;
    int radius_kilometres = 0;  // 0..2000
};

struct Biography {
    std::string english, french;  // up to 600 characters of plain text each; may be empty

    const std::string& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
};

// What the time of a presentation has to keep to.
struct Terms {
    i18n::TimeZone zone;
    int notice_hours = 48;      // 0..720
    int buffer_in_person = 60;  // minutes before and behind, 0..480
    int buffer_online = 15;
    int most_per_week = 2;  // 1..50
};

struct Champion {
    ChampionId id;
    std::optional<people::PersonId> person;
    std::int64_t address_hash;
    std::string email;
    people::PersonName name;
    std::string slug;
    base::Locale locale;
    base::LevelId level;
    State state;
    std::string place;
    std::optional<people::Province> province;
    std::string motivation;
    Biography biography;
    ports::PictureId picture;
    Offer offer;
    Terms terms;
    std::int64_t feed;
    base::Instant applied_at;
    std::optional<base::Instant> confirmed_at;
    base::Instant changed_at;
    std::vector<base::LevelId> areas{};
    std::vector<TopicId> topics{};
    bool is_shown = false;  // agreed to stand in the directory, and did not take it back

    std::string full_name() const { return name.given + " " + name.family; }
    bool is_public() const { return state == State::active && is_shown; }
};

// A subject of presentations, as staff keep it.
struct Subject {
    TopicId id;
    std::string slug, name_en, name_fr;
    std::int64_t position;
    std::optional<base::Instant> closed_at;

    const std::string& name(base::Locale locale) const { return locale == base::Locale::english ? name_en : name_fr; }
};

// --- forms

inline constexpr std::size_t kLongestMotivation = 2'000;  // characters
inline constexpr std::size_t kLongestBiography = 600;
inline constexpr int kFarthest = 2'000;  // kilometres

// As typed. Boxes are ticked or not; levels and topics are ids as texts.
struct OfferForm {
    bool english = false, french = false;
    bool in_person = false, online = false;
    std::string radius;
};
struct ApplicationForm {
    std::string given_name, family_name, email, place, level, motivation;
    OfferForm offer;
};
struct Application {
    people::PersonName name;
    base::EmailAddress email;
    std::string place, motivation;
    base::LevelId level;
    Offer offer;
};
// Everything wrong at once; fields: given_name, family_name, email, place, level, english, in_person, radius,
// motivation. Whether there is such a level is the store's business.
base::Result<Application, base::Problems> read_application(const ApplicationForm& form);

struct ProfileForm {
    std::string given_name, family_name, place, biography_en, biography_fr, language;
    OfferForm offer;
    std::vector<std::string> areas, topics;
};
struct Profile {
    people::PersonName name;
    std::string place;
    Biography biography;
    base::Locale locale;
    Offer offer;
    std::vector<base::LevelId> areas;  // never empty
    std::vector<TopicId> topics;
};
base::Result<Profile, base::Problems> read_profile(const ProfileForm& form);

// A step on the way, by staff.
struct StepForm {
    std::string state, day, note;
};
struct Step {
    StepId id;
    State state;
    base::Day day;
    std::string note, by;
    base::Instant at{};
};
// state has to follow from `from`; the day is not behind `today` and not before 2000.
struct StepLimits {
    State from;
    base::Day today;
};
base::Result<Step, base::Problems> read_step(const StepForm& form, const StepLimits& limits);

struct SubjectForm {
    std::string name_en, name_fr;
};
// Both names are needed; the slug is made of the English one.
base::Result<Subject, base::Problems> read_subject(const SubjectForm& form);

// "Éloïse Roy" -> "eloise-roy"; "champion" for a name without Latin letters.
std::string slug_of(std::string_view name);

// The zone of somebody's province, to begin with: Newfoundland's, Saskatchewan's, ...
const i18n::TimeZone& usual_zone(std::optional<people::Province> province);

// The zones that the editor offers, those of Canada.
std::span<const std::string_view> offered_zones();

// --- consent to be shown

enum class ShowingAct : unsigned char { given = 0, taken_back = 1 };
struct Showing {
    ShowingAct act;
    std::int64_t version;  // of one that was read; the store counts
    base::Locale locale;
    std::string words, network;
    base::Instant at{};
};

// --- who fits

// How closely the champion serves the level; nullopt: not at all. Without a level everybody fits.
std::optional<ports::AreaFit> area_fit(const Champion& champion, const ports::ChampionSearch& search,
                                       const people::LevelTree& tree);

// Whether language, topic and format fit.
bool fits(const Champion& champion, const ports::ChampionSearch& search);

}  // namespace champions

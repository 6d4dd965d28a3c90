// features/voices/voice.h - what somebody sends to the photo wall, what becomes of it, and the rules of the form. Pure:
// no SQL, no HTML, no clock.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/place.h"
#include "platform/imaging/picture.h"
#include "ports/judging_terms.h"
#include "ports/petition_terms.h"
#include "ports/voices.h"

namespace voices {

using ports::VoiceId;
using SavingId = base::Id<struct SavingTag>;  // decisions of staff that were saved together, and are undone together
using WordingId = base::Id<struct WordingTag>;

inline constexpr std::size_t kLongestMessage = 280;  // characters as people count them: an emoji of a family is one
inline constexpr std::size_t kLongestName = 60;
inline constexpr std::size_t kLongestAlt = 200;

// Stored as these numbers. Only what is shown is public. taken_down: it was shown before. withdrawn: nothing personal
// is left.
enum class State : unsigned char {
    unconfirmed = 0,
    waiting = 1,
    shown = 2,
    refused = 3,
    taken_down = 4,
    withdrawn = 5
};
// unusable: its file is no picture that can be shown.
enum class PictureState : unsigned char { none = 0, preparing = 1, ready = 2, unusable = 3 };

// Why staff do not show a voice; none where they do.
enum class Reason : unsigned char { none, insult, hatred, advertising, off_topic, personal_data, not_asked, unclear };

// "insult", "hatred", ...; "" for none. As in forms and in the database.
std::string_view name_of(Reason reason);
std::optional<Reason> reason_of(std::string_view name);  // nullopt for "" and any other word
base::Message label_of(Reason reason);                   // "Insult or threat"
ports::JudgingReasons reasons();                         // all of them

// What staff decide: none shows it, any other reason keeps it from being shown. seen: the seen_mark of what was looked
// at; "" where the form does not say.
struct Decision {
    VoiceId voice;
    Reason reason;
    std::string seen{};
};
State state_after(State before, Reason reason);

// Why a file is not taken. Stored as these numbers: those of imaging::Refusal, and that its workers died of it.
enum class PictureProblem : int {
    none = 0,
    unknown_format = 1,
    too_many_bytes = 2,
    too_many_pixels = 3,
    animated = 4,
    damaged = 5,
    not_made = 100,
};
PictureProblem problem_of(imaging::Refusal refusal);
base::Message message_of(PictureProblem problem);  // for whoever sent it; none is a bug

// How the sender turned and cut the picture.
struct Cut {
    int quarter_turns = 0;  // clockwise, 0 to 3
    imaging::Crop crop{};   // of the turned picture
    bool operator==(const Cut&) const = default;
};
// "0 0 10000 10000", and back; anything else is the whole picture.
std::string text_of(const imaging::Crop& crop);
imaging::Crop crop_of(std::string_view text);

enum class Tick : unsigned char { no, yes };

// The form as typed.
struct VoiceForm {
    std::string name, place, province, message, alt, email;
    Tick consent = Tick::no;
    Tick link = Tick::no;   // to the signature of the same address
    Tick minor = Tick::no;  // under 18
    std::string guardian_name, guardian_email;
    Tick guardian_consent = Tick::no;
    std::string turns, crop;  // "1", "0 0 10000 10000"
    std::string upload;       // names a picture that came before; may be empty
    std::string trap;
};

// The value of VoiceForm::province for a place that is none of Canada's.
inline constexpr std::string_view kElsewhere = "elsewhere";

struct Guardian {
    std::string name;
    base::EmailAddress email;
};

// What was stated, checked and tidied by accept().
struct Submission {
    std::string name, place;
    std::optional<people::Province> province;
    std::string message, alt;
    base::EmailAddress email;
    std::optional<Guardian> guardian;
    Tick link = Tick::no;
    Cut cut{};
};

// The submission, or everything that is wrong with it under the names of the fields. A message is needed where there is
// no picture. `picture`: whether one came along.
enum class PictureCame : unsigned char { no, yes };
base::Result<Submission, base::Problems> accept(const VoiceForm& form, PictureCame picture);

// The message as it is kept; its length as people count it.
std::string tidied_message(std::string_view typed);
std::size_t length_of(std::string_view message);

// One or two capital letters for the tile of a voice without a picture: "Maya T." is "MT". "•" where there is no
// letter.
std::string initials_of(std::string_view name);
// Which of the six colours that tile has, 1 to 6, the same each time.
int accent_of(VoiceId voice);

// A voice as it is stored.
struct Voice {
    VoiceId id{0};
    State state{};
    base::Locale locale{};
    std::string name, place, province, message, alt;
    std::int64_t likeness = 0;
    std::string email;
    std::int64_t address_hash = 0;
    WordingId consent{0};
    std::string guardian_name, guardian_email;
    WordingId guardian_consent{0};
    std::optional<base::Instant> guardian_confirmed_at;
    bool wants_link = false;
    ports::SignatureId signature{0};
    ports::PetitionId petition{0};
    PictureState picture{};
    PictureProblem picture_problem{};
    std::string original;
    Cut cut{};
    int width = 0, height = 0;
    std::string placeholder;
    std::int64_t perceptual_hash = 0, file_hash = 0;
    base::Instant sent_at{};
    std::optional<base::Instant> confirmed_at, approved_at, withdrawn_at;
    std::string decided_by;
    Reason reason{};
    std::int64_t seconded_by = 0, reports = 0, wall_key = 0;

    bool is_shown() const { return wall_key > 0; }
    bool needs_guardian() const { return !guardian_email.empty() && !guardian_confirmed_at; }
    bool is_ready_to_judge() const {
        return state == State::waiting && (picture == PictureState::none || picture == PictureState::ready);
    }
};

// Another as soon as the voice has another picture, or another part of it: nobody agrees to what they have not seen.
std::string seen_mark(const Voice& voice);

// "/voices/ADDRESS-640.jpg", and back from its last part. What reads as none is nullopt.
std::string public_path(const ports::VoiceFile& file);
struct FileName {
    std::string address;
    int width;
    imaging::Format format;
};
std::optional<FileName> read_file_name(std::string_view name);

// As others see it: its files by growing width.
ports::Voice shown_as(const Voice& voice, const std::vector<ports::VoiceFile>& files, std::string consent);

// The four quarters of a perceptual hash, 16 bits each.
std::array<std::int64_t, 4> bands_of(std::int64_t perceptual_hash);

}  // namespace voices

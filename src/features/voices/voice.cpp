#include "features/voices/voice.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/check.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "people/person.h"
#include "people/said_words.h"
#include "platform/files/address.h"
#include "platform/i18n/graphemes.h"

namespace voices {
namespace {

constexpr std::string_view kFolder = "/voices/";
constexpr int kWidest = 100'000;
// One character as people count them can be joined of any number of these; a family with eleven is the longest in use.
constexpr std::size_t kMostCodePoints = 12 * kLongestMessage;

constexpr std::array kReasonWords{
    ports::JudgingReason{"insult", base::message("Insult or threat")},
    ports::JudgingReason{"hatred", base::message("Hatred against a group")},
    ports::JudgingReason{"advertising", base::message("Advertising or spam")},
    ports::JudgingReason{"off_topic", base::message("Not about the campaign")},
    ports::JudgingReason{"personal_data", base::message("Private details of somebody")},
    ports::JudgingReason{"not_asked", base::message("Shows somebody who may not have agreed")},
    ports::JudgingReason{"unclear", base::message("Cannot be made out")}};
static_assert(kReasonWords.size() == static_cast<std::size_t>(Reason::unclear));

void look_at_name(const std::string& name, base::Problems& problems) {
    if (name.empty())
        problems.push_back({"name", base::message("Please give the name to be shown.")});
    else if (base::count_characters(name) > kLongestName)
        problems.push_back({"name", base::message("This is too long: at most 60 characters.")});
    else if (const auto wrong = people::problem_of_line(name))
        problems.push_back({"name", *wrong});
}

void look_at_words(const Submission& read, PictureCame picture, base::Problems& problems) {
    if (read.message.empty() && picture == PictureCame::no)
        problems.push_back({"message", base::message("Please choose a picture or write a message.")});
    if (base::count_characters(read.message) > kMostCodePoints || length_of(read.message) > kLongestMessage)
        problems.push_back({"message", base::message("This is too long: at most 280 characters.")});
    if (people::holds_link(read.message))
        problems.push_back({"message", base::message("Please leave out web addresses here.")});
    if (base::count_characters(read.alt) > kLongestAlt)
        problems.push_back({"alt", base::message("This is too long: at most 200 characters.")});
    else if (const auto wrong = people::problem_of_line(read.alt))
        problems.push_back({"alt", *wrong});
}

void look_at_place(const VoiceForm& form, Submission& read, base::Problems& problems) {
    read.place = base::collapse_spaces(form.place);
    if (const auto wrong = people::problem_of_place(read.place)) problems.push_back({"place", *wrong});
    read.province = people::province_of(form.province);
    if (!read.province && form.province != kElsewhere)
        problems.push_back({"province", base::message("Please choose your province or territory.")});
}

// nullopt where nobody under 18 sends it, or something is wrong.
std::optional<Guardian> guardian_in(const VoiceForm& form, base::Problems& problems) {
    if (form.minor == Tick::no) return std::nullopt;
    const std::string name = base::collapse_spaces(form.guardian_name);
    if (name.empty() || base::count_characters(name) > people::kLongestName)
        problems.push_back({"guardian_name", base::message("Please give the name of a parent or guardian.")});
    else if (const auto wrong = people::problem_of_line(name))
        problems.push_back({"guardian_name", *wrong});
    const auto email = base::EmailAddress::parse(form.guardian_email);
    if (!email)
        problems.push_back({"guardian_email", base::message("Please give their email address: we ask them too.")});
    if (form.guardian_consent == Tick::no)
        problems.push_back({"guardian_consent", base::message("A parent or guardian has to agree.")});
    if (!email) return std::nullopt;
    return Guardian{name, *email};
}

Cut cut_in(const VoiceForm& form) {
    const auto turns = base::whole_number(form.turns).value_or(0);
    return {turns >= 0 && turns <= 3 ? static_cast<int>(turns) : 0, crop_of(form.crop)};
}

// The first letter of a word, in capitals; "" where it begins with none.
std::string initial_of(std::string_view word) {
    const std::string letter = base::fold_name(base::first_characters(word, 1));
    if (letter.size() != 1) return letter.empty() ? "" : std::string{base::first_characters(word, 1)};
    return letter[0] >= 'a' && letter[0] <= 'z' ? std::string(1, static_cast<char>(letter[0] - 'a' + 'A')) : letter;
}

}  // namespace

std::string_view name_of(Reason reason) { return ports::name_of(kReasonWords, reason); }

std::optional<Reason> reason_of(std::string_view name) { return ports::reason_of<Reason>(kReasonWords, name); }

base::Message label_of(Reason reason) { return ports::label_of(kReasonWords, reason); }

ports::JudgingReasons reasons() { return kReasonWords; }

State state_after(State before, Reason reason) {
    if (reason == Reason::none) return State::shown;
    return before == State::shown || before == State::taken_down ? State::taken_down : State::refused;
}

PictureProblem problem_of(imaging::Refusal refusal) { return static_cast<PictureProblem>(refusal); }

base::Message message_of(PictureProblem problem) {
    switch (problem) {
        case PictureProblem::none:
            break;
        case PictureProblem::unknown_format:
            return base::message(
                "This is no picture that can be shown here. Please send JPEG, PNG, WebP, HEIC or AVIF.");
        case PictureProblem::too_many_bytes:
            return base::message("The file is too large: at most 30 megabytes.");
        case PictureProblem::too_many_pixels:
            return base::message("The picture has too many pixels: at most 80 million, and 30,000 on a side.");
        case PictureProblem::animated:
            return base::message("The picture moves. Please send a still one.");
        case PictureProblem::damaged:
            return base::message(
                "The picture cannot be read: the file is damaged or was cut short. Please send it again.");
        case PictureProblem::not_made:
            return base::message("The picture could not be prepared. Please try another file.");
    }
    CHECK(problem != PictureProblem::none);
    return base::message("The picture could not be prepared. Please try another file.");
}

std::string text_of(const imaging::Crop& crop) {
    return fmt::format("{} {} {} {}", crop.left, crop.top, crop.width, crop.height);
}

imaging::Crop crop_of(std::string_view text) {
    imaging::Crop crop;
    for (int* const number : {&crop.left, &crop.top, &crop.width, &crop.height}) {
        const auto end = std::min(text.find(' '), text.size());
        const auto read = base::whole_number(text.substr(0, end));
        if (!read || *read < 0 || *read > 10'000) return {};
        *number = static_cast<int>(*read);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return text.empty() && crop.is_possible() ? crop : imaging::Crop{};
}

base::Result<Submission, base::Problems> accept(const VoiceForm& form, PictureCame picture) {
    base::Problems problems;
    const auto email = base::EmailAddress::parse(form.email);
    Submission read{.name = base::collapse_spaces(form.name),
                    .place = {},
                    .province = {},
                    .message = tidied_message(form.message),
                    .alt = base::collapse_spaces(form.alt),
                    .email = email.value_or(*base::EmailAddress::parse("nobody@example.org")),
                    .guardian = {},
                    .link = form.link,
                    .cut = cut_in(form)};
    look_at_words(read, picture, problems);
    look_at_name(read.name, problems);
    look_at_place(form, read, problems);
    if (!email) problems.push_back({"email", base::message("Please give an email address, like maya@example.org.")});
    read.guardian = guardian_in(form, problems);
    if (email && read.guardian && read.guardian->email.canonical() == email->canonical())
        problems.push_back({"guardian_email", base::message("Please give an address of theirs, not your own.")});
    if (form.consent == Tick::no)
        problems.push_back({"consent", base::message("Nothing can be shown without your consent.")});
    if (!problems.empty()) return problems;
    return read;
}

std::string tidied_message(std::string_view typed) { return people::tidied_words(typed); }

std::size_t length_of(std::string_view message) { return i18n::count_graphemes(message); }

std::string initials_of(std::string_view name) {
    std::string initials;
    while (!name.empty()) {
        const auto end = std::min(name.find(' '), name.size());
        const std::string initial = initial_of(name.substr(0, end));
        name.remove_prefix(std::min(end + 1, name.size()));
        if (initial.empty()) continue;
        initials += initial;
        if (base::count_characters(initials) == 2) break;
    }
    return initials.empty() ? "•" : initials;
}

int accent_of(VoiceId voice) {
    const auto mixed = static_cast<std::uint64_t>(voice.value) * 0x9E3779B97F4A7C15U;
    return 1 + static_cast<int>((mixed >> 40U) % 6);
}

std::string seen_mark(const Voice& voice) {
    return fmt::format("{:x}.{}.{}", static_cast<std::uint64_t>(voice.file_hash), voice.cut.quarter_turns,
                       text_of(voice.cut.crop));
}

std::string public_path(const ports::VoiceFile& file) {
    return fmt::format("{}{}-{}.{}", kFolder, file.file, file.width,
                       file.format == imaging::Format::webp ? "webp" : "jpg");
}

std::optional<FileName> read_file_name(std::string_view name) {
    const auto dash = name.find('-');
    const auto dot = name.rfind('.');
    if (dash == std::string_view::npos || dot == std::string_view::npos || dot < dash) return std::nullopt;
    const auto address = files::Address::parse(name.substr(0, dash));
    const auto width = base::whole_number(name.substr(dash + 1, dot - dash - 1));
    const auto ending = name.substr(dot + 1);
    if (!address || !width || *width <= 0 || *width > kWidest || (ending != "webp" && ending != "jpg"))
        return std::nullopt;
    return FileName{address->hex(), static_cast<int>(*width),
                    ending == "webp" ? imaging::Format::webp : imaging::Format::jpeg};
}

ports::Voice shown_as(const Voice& voice, const std::vector<ports::VoiceFile>& files, std::string consent) {
    ports::Voice shown{.id = voice.id,
                       .approved_at = voice.approved_at.value_or(voice.sent_at),
                       .locale = voice.locale,
                       .name = voice.name,
                       .place = voice.place,
                       .province = people::province_of(voice.province),
                       .message = voice.message,
                       .alt = voice.alt,
                       .width = voice.width,
                       .height = voice.height,
                       .placeholder = voice.placeholder,
                       .webp = {},
                       .jpeg = {},
                       .perceptual_hash = static_cast<std::uint64_t>(voice.perceptual_hash),
                       .consent = std::move(consent)};
    for (const auto& file : files) {
        auto& of_format = file.format == imaging::Format::webp ? shown.webp : shown.jpeg;
        of_format.push_back(file);
        of_format.back().path = public_path(file);
    }
    return shown;
}

std::array<std::int64_t, 4> bands_of(std::int64_t perceptual_hash) {
    std::array<std::int64_t, 4> bands{};
    const auto bits = static_cast<std::uint64_t>(perceptual_hash);
    for (std::size_t i = 0; i < bands.size(); ++i) bands[i] = static_cast<std::int64_t>((bits >> (16 * i)) & 0xFFFFU);
    return bands;
}

}  // namespace voices

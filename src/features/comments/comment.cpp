#include "features/comments/comment.h"

#include "base/text.h"
#include "people/person.h"

namespace comments {
namespace {

constexpr std::array kReasonWords{ports::JudgingReason{"insult", base::message("Insult or threat")},
                                  ports::JudgingReason{"hatred", base::message("Hatred against a group")},
                                  ports::JudgingReason{"advertising", base::message("Advertising or spam")},
                                  ports::JudgingReason{"off_topic", base::message("Not about this petition")},
                                  ports::JudgingReason{"personal_data", base::message("Private details of somebody")},
                                  ports::JudgingReason{"unclear", base::message("Cannot be understood")}};
static_assert(kReasonWords.size() == kReasons.size());

}  // namespace

std::string_view name_of(Reason reason) { return ports::name_of(kReasonWords, reason); }

std::optional<Reason> reason_of(std::string_view name) { return ports::reason_of<Reason>(kReasonWords, name); }

base::Message label_of(Reason reason) { return ports::label_of(kReasonWords, reason); }

ports::JudgingReasons reasons() { return kReasonWords; }

State state_after(State before, Reason reason) {
    if (reason == Reason::none) return State::shown;
    return before == State::shown || before == State::taken_down ? State::taken_down : State::refused;
}

base::Result<std::string, base::Problems> accept(std::string_view typed) {
    std::string words = tidied_words(typed);
    base::Problems problems;
    if (words.empty()) problems.push_back({"words", base::message("Please write a few words.")});
    if (base::count_characters(words) > kLongestWords)
        problems.push_back({"words", base::message("This is too long: at most 500 characters.")});
    if (people::holds_link(words)) problems.push_back({"words", base::message("Please leave out web addresses here.")});
    if (!problems.empty()) return problems;
    return words;
}

}  // namespace comments

#include "features/mailing_list/paper_consent.h"

#include <algorithm>

#include "base/text.h"
#include "platform/i18n/local_time.h"

namespace mailing_list {
namespace {

constexpr std::size_t kLongest = 1'000;  // characters
constexpr auto kOldest = base::days(3'653);

std::optional<base::Instant> noon_of(const std::string& day, const i18n::TimeZone& zone) {
    const auto time = i18n::local_time_of(day + "T12:00");
    return time ? i18n::instant_of(*time, zone) : std::nullopt;
}

void add_text_problem(base::Problems& problems, const char* field, const std::string& text) {
    if (text.empty())
        problems.push_back({field, base::message("Please fill this in.")});
    else if (base::count_characters(text) > kLongest)
        problems.push_back({field, base::message("This is too long: at most 1000 characters.")});
}

}  // namespace

base::Result<PaperConsent, base::Problems> read_paper(const PaperForm& form, const PaperReading& reading) {
    base::Problems problems;
    const auto email = base::EmailAddress::parse(form.email);
    if (!email) problems.push_back({"email", base::message("Please enter an email address such as name@example.org.")});
    const auto name = people::tidied({form.given_name, form.family_name});
    if (const auto problem = people::problem_of_line(name.given)) problems.push_back({"given_name", *problem});
    if (const auto problem = people::problem_of_line(name.family)) problems.push_back({"family_name", *problem});
    const auto given = noon_of(base::collapse_spaces(form.given_on), reading.zone);
    if (!given || *given > reading.now + base::days(1) || *given < reading.now - kOldest)
        problems.push_back({"given_on", base::message("Please enter the day as in 2026-11-03, not one to come.")});
    const bool is_implied = form.ground == "implied";
    const auto ends = is_implied ? noon_of(base::collapse_spaces(form.ends_on), reading.zone) : std::nullopt;
    if (is_implied && (!ends || (given && *ends <= *given)))
        problems.push_back({"ends_on", base::message("Implied consent ends: please enter the day.")});
    const std::string words = base::tidy_lines(form.words), note = base::tidy_lines(form.note);
    add_text_problem(problems, "words", words);
    add_text_problem(problems, "note", note);
    if (!problems.empty()) return problems;
    return PaperConsent{*email,
                        name,
                        base::locale_of(form.language).value_or(base::Locale::english),
                        is_implied ? people::ConsentGround::implied : people::ConsentGround::express,
                        std::min(*given, reading.now),
                        ends,
                        words,
                        note};
}

}  // namespace mailing_list

// features/jobs_calculator/words.h - the sentences about a cut, the same on pages, in the API, on pictures and in
// frames of other sites. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "features/jobs_calculator/answer.h"
#include "platform/i18n/translator.h"

namespace jobs_calculator::words {

// "$100 million", "1,5 milliard de dollars", "$950"; as exact as a reader needs.
std::string money(const i18n::Translator& t, double dollars);

// The same to three leading digits, for what the model computes.
std::string about(const i18n::Translator& t, double dollars);

// "1,350", or "1,347.5" where the number is no whole one; at most two decimals.
std::string number(const i18n::Translator& t, double value);

// "$100 million" or "10% ($2.6 billion)": as it was asked.
std::string amount(const i18n::Translator& t, const Answer& answer);

// "Hospitals"
std::string service(const i18n::Translator& t, const Answer& answer);

// "Ontario"
std::string place(const i18n::Translator& t, jobs_lost::Jurisdiction jurisdiction);

// "Hospitals, Ontario: $100 million less a year"
std::string cut(const i18n::Translator& t, const Answer& answer);

// What stands under the large figure: "fewer jobs". "fewer job" for one.
std::string unit(const i18n::Translator& t, const Answer& answer);

// "About 1,350 fewer jobs"
std::string headline(const i18n::Translator& t, const Answer& answer);

// "Somewhere between 900 and 1,500."
std::string range(const i18n::Translator& t, const Answer& answer);

// "800 of them in public services, 550 in businesses and non-profit organizations."
std::string split(const i18n::Translator& t, const Answer& answer);

// What there is to see in the waterfall: "For every 10 jobs lost in the service itself, 7 more go elsewhere."
std::string spread(const i18n::Translator& t, const Answer& answer);

// A figure that is set large, and what it is.
struct Fact {
    std::string figure, words;
};

// "1 in 5,200", "of all jobs in Ontario would be gone."; none where employment is not known or the figure is none.
std::optional<Fact> share_of_jobs(const i18n::Translator& t, const Answer& answer);

// "1 in 4", "is what that would be of the jobs in forestry and logging there ..."; none where nothing is near.
std::optional<Fact> like_known_jobs(const i18n::Translator& t, const Answer& answer);

// "Forestry, logging and support" in this language; as published where it is new to us.
std::string industry_name(const i18n::Translator& t, std::string_view as_published);

// The name of an industry by its code; as published where the code is of another level.
std::string industry_of_code(const i18n::Translator& t, const jobs_lost::IndustryLoss& loss);

// One step of the working, its values in place.
std::string step(const i18n::Translator& t, const jobs_lost::Step& step);

}  // namespace jobs_calculator::words

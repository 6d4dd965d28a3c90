// features/mailings/check_service.h - what is wrong with a mail, or could be better, each with its reason.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/problem.h"
#include "features/mailings/facts.h"
#include "features/mailings/mailing.h"
#include "features/mailings/mails.h"

namespace mailings {

// Mail programs of Gmail cut a longer document off, and with it the link to leave.
inline constexpr std::size_t kLongestDocument = 102'400;  // bytes

// problem: has to be put right before it is sent. hint: staff decide.
enum class Weight : unsigned char { problem, hint };

struct Finding {
    Weight weight;
    base::Message message;  // may hold {what} and {line}
    std::string what{};
    std::size_t line = 0;  // of the body; 0: no line in particular
    bool operator==(const Finding&) const = default;
};

// Whether a path of this site leads to a page. Called with "/en/petitions/equality-pledge", no query.
using LeadsSomewhere = std::function<bool(std::string_view)>;

struct Examined {
    const MailWords& words;
    const Facts& facts;
    const LaidOut& mail;
    base::Locale locale;
};

// Problems first. Looks at: what is missing, what could not be read, actions and pictures that are not there, words
// for pictures, links, size, a mail of pictures alone; then subject, capitals, exclamation marks, words that filters
// know, and a text part that is older than the body.
std::vector<Finding> findings_of(const Examined& examined, const LeadsSomewhere& leads_somewhere);

// Phrases that spam filters and readers take amiss, with the reason. `text` in any case.
std::vector<Finding> phrase_findings(std::string_view text, base::Locale locale);

}  // namespace mailings

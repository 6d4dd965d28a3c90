// features/delivery/parliament.h - the parliaments that take petitions, and what each asks of one: rules as dated data,
// with the source of each. Pure.
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "base/problem.h"

namespace delivery {

// Paper that is signed by hand, or the parliament's own site.
enum class Form : unsigned char { paper, official_site };

// Stored and in addresses by their names.
enum class Parliament : unsigned char {
    house_of_commons = 0,       // on paper
    house_of_commons_site = 1,  // petitions.ourcommons.ca
    ontario = 2,
    british_columbia = 3,
    quebec = 4,
    quebec_site = 5,  // assnat.qc.ca
};
inline constexpr std::array kParliaments{Parliament::house_of_commons, Parliament::house_of_commons_site,
                                         Parliament::ontario,          Parliament::british_columbia,
                                         Parliament::quebec,           Parliament::quebec_site};

enum class RuleKind : unsigned char {
    addressed,            // the request names who should act
    request,              // there is a request
    no_demand,            // which demands nothing
    most_words,           // limit: words
    no_web_addresses,     // in the text
    no_pictures,          // nor attachments
    temperate,            // respectful words
    competence,           // within that parliament's powers
    no_expenditure,       // asks for no public money
    text_on_every_sheet,  // above the signatures
    least_signatures,     // limit: by hand
    signed_with_address,  // name, address, signature by hand
    originals,            // no copies of signatures
    residents,            // who may sign
    member,               // a member presents it
    supporters,           // limit: before it goes online
    open_days,            // 30, 60, 90 or 120
    least_confirmed,      // limit: on the official site
    answer_days,          // limit: until the answer
    official_site_only,   // names of this site do not count
};

// What the source says, and what we are not sure of: ask the clerk.
enum class Certainty : unsigned char { stated, ask_the_clerk };

struct Rule {
    RuleKind kind;
    int limit = 0;
    Certainty certainty = Certainty::stated;
};

struct ParliamentFacts {
    Parliament parliament;
    std::string_view key;  // "house-of-commons"
    Form form;
    base::Message name;         // "House of Commons of Canada"
    base::Message salutation;   // above the text: "To the House of Commons in Parliament assembled"
    base::Message signers;      // who signs: "We, the undersigned residents of Canada,"
    std::string_view source;    // where its rules stand
    std::string_view guide;     // where a petition is begun; the source where there is no other
    std::string_view noted_on;  // the day on which we wrote them down: "2026-11-22"
    std::span<const Rule> rules;
    // In the text's own language, in small letters without accents: what names the addressee. At least one of them has
    // to stand in the request.
    std::span<const std::string_view> addressees;
};

const ParliamentFacts& facts_of(Parliament parliament);
std::optional<Parliament> parliament_of(std::string_view key);

// Whether it has that rule, and its limit.
const Rule* find_rule(const ParliamentFacts& facts, RuleKind kind);

}  // namespace delivery

#include "features/delivery/parliament.h"

#include <algorithm>

namespace delivery {
namespace {

using enum RuleKind;
constexpr std::string_view kNotedOn = "2026-11-22";

// ourcommons.ca, Form and Content of Petitions - Guidelines: addressee, request and no demand, language, attachments;
// paper between 14 x 21.5 cm and 28 x 43.25 cm; 25 valid signatures.
constexpr std::string_view kCommonsGuide =
    "https://www.ourcommons.ca/About/Compendium/TypicalSittingDay/c_d_formcontentpetitionsguidelines-e.htm";
constexpr std::array kCommonsPaper{
    Rule{addressed},
    Rule{request},
    Rule{no_demand},
    Rule{no_pictures},
    Rule{temperate, 0, Certainty::ask_the_clerk},
    Rule{competence, 0, Certainty::ask_the_clerk},
    Rule{text_on_every_sheet, 0, Certainty::ask_the_clerk},
    Rule{least_signatures, 25},
    Rule{signed_with_address},
    Rule{originals},
    Rule{residents},
    Rule{member},
    Rule{answer_days, 45},
};

// petitions.ourcommons.ca, Electronic Petitions - Guide: 250 words, no addresses, 5 supporters, a Member, 500
// confirmed.
constexpr std::string_view kCommonsSite = "https://petitions.ourcommons.ca/en/Home/Index";
constexpr std::array kCommonsOnline{
    Rule{official_site_only},
    Rule{addressed},
    Rule{request},
    Rule{no_demand},
    Rule{most_words, 250},
    Rule{no_web_addresses},
    Rule{no_pictures},
    Rule{temperate, 0, Certainty::ask_the_clerk},
    Rule{competence, 0, Certainty::ask_the_clerk},
    Rule{supporters, 5},
    Rule{member},
    Rule{open_days},
    Rule{least_confirmed, 500},
    Rule{answer_days, 45},
};
constexpr std::array<std::string_view, 10> kCommonsAddressees{"house of commons",
                                                              "government of canada",
                                                              "minister",
                                                              "member of parliament",
                                                              "member of the house",
                                                              "chambre des communes",
                                                              "gouvernement du canada",
                                                              "ministre",
                                                              "depute",
                                                              "parliament"};

// ola.org, Petitions: the text at the top of every page of signatures, originals, printed name, address and signature,
// residents of Ontario, addressed to the Legislative Assembly; no copies, no online ones.
constexpr std::string_view kOntario = "https://www.ola.org/en/get-involved/petitions";
constexpr std::array kOntarioPaper{
    Rule{addressed},
    Rule{request},
    Rule{temperate, 0, Certainty::ask_the_clerk},
    Rule{competence, 0, Certainty::ask_the_clerk},
    Rule{text_on_every_sheet},
    Rule{least_signatures, 1},
    Rule{signed_with_address},
    Rule{originals},
    Rule{residents},
    Rule{member},
};
constexpr std::array<std::string_view, 4> kOntarioAddressees{"legislative assembly", "assemblee legislative",
                                                             "legislature", "parlement de l'ontario"};

// leg.bc.ca, Guidelines for Petitioning: addressed to the Legislative Assembly, no expenditure, the full text at the
// top of every sheet.
constexpr std::string_view kBritishColumbia =
    "https://www.leg.bc.ca/content-parliamentary-business/Pages/Petitions.aspx";
constexpr std::array kBritishColumbiaPaper{
    Rule{addressed},
    Rule{request},
    Rule{no_expenditure},
    Rule{temperate, 0, Certainty::ask_the_clerk},
    Rule{competence, 0, Certainty::ask_the_clerk},
    Rule{text_on_every_sheet},
    Rule{least_signatures, 1},
    Rule{signed_with_address},
    Rule{originals},
    Rule{residents},
    Rule{member},
};
constexpr std::array<std::string_view, 3> kBritishColumbiaAddressees{"legislative assembly", "assemblee legislative",
                                                                     "honourable house"};

// assnat.qc.ca, Starting a petition: 250 words, a request for action, French or English, temperate; electronic ones are
// signed on the Assembly's site.
constexpr std::string_view kQuebec = "https://www.assnat.qc.ca/fr/exprimez-votre-opinion/petition/lancer-petition.html";
constexpr std::array kQuebecPaper{
    Rule{request},
    Rule{most_words, 250},
    Rule{temperate, 0, Certainty::ask_the_clerk},
    Rule{competence, 0, Certainty::ask_the_clerk},
    Rule{text_on_every_sheet, 0, Certainty::ask_the_clerk},
    Rule{originals, 0, Certainty::ask_the_clerk},
    Rule{member},
};
constexpr std::array kQuebecOnline{
    Rule{official_site_only},
    Rule{request},
    Rule{most_words, 250},
    Rule{temperate, 0, Certainty::ask_the_clerk},
    Rule{competence, 0, Certainty::ask_the_clerk},
    Rule{member},
};

const std::array kFacts{
    ParliamentFacts{Parliament::house_of_commons, "house-of-commons", Form::paper,
                    base::message("House of Commons of Canada, on paper"),
                    base::message("To the House of Commons in Parliament assembled"),
                    base::message("We, the undersigned citizens and residents of Canada, draw the attention of the "
                                  "House of Commons to the following:"),
                    kCommonsGuide, kCommonsSite, kNotedOn, kCommonsPaper, kCommonsAddressees},
    ParliamentFacts{Parliament::house_of_commons_site, "house-of-commons-site", Form::official_site,
                    base::message("House of Commons of Canada, e-petition"),
                    base::message("To the House of Commons in Parliament assembled"),
                    base::message("We, the undersigned citizens and residents of Canada, draw the attention of the "
                                  "House of Commons to the following:"),
                    kCommonsSite, kCommonsSite, kNotedOn, kCommonsOnline, kCommonsAddressees},
    ParliamentFacts{Parliament::ontario, "ontario", Form::paper,
                    base::message("Legislative Assembly of Ontario, on paper"),
                    base::message("To the Legislative Assembly of Ontario"),
                    base::message("We, the undersigned residents of Ontario, petition the Legislative Assembly of "
                                  "Ontario as follows:"),
                    kOntario, kOntario, kNotedOn, kOntarioPaper, kOntarioAddressees},
    ParliamentFacts{Parliament::british_columbia, "british-columbia", Form::paper,
                    base::message("Legislative Assembly of British Columbia, on paper"),
                    base::message("To the Honourable the Legislative Assembly of the Province of British Columbia, in "
                                  "Legislature Assembled"),
                    base::message("The petition of the undersigned residents of British Columbia states that:"),
                    kBritishColumbia, kBritishColumbia, kNotedOn, kBritishColumbiaPaper, kBritishColumbiaAddressees},
    ParliamentFacts{Parliament::quebec,
                    "quebec",
                    Form::paper,
                    base::message("National Assembly of Québec, on paper"),
                    base::message("To the National Assembly of Québec"),
                    base::message("We, the undersigned residents of Québec, submit the following to the National "
                                  "Assembly:"),
                    kQuebec,
                    kQuebec,
                    kNotedOn,
                    kQuebecPaper,
                    {}},
    ParliamentFacts{Parliament::quebec_site,
                    "quebec-site",
                    Form::official_site,
                    base::message("National Assembly of Québec, e-petition"),
                    base::message("To the National Assembly of Québec"),
                    base::message("We, the undersigned residents of Québec, submit the following to the National "
                                  "Assembly:"),
                    kQuebec,
                    kQuebec,
                    kNotedOn,
                    kQuebecOnline,
                    {}},
};

}  // namespace

const ParliamentFacts& facts_of(Parliament parliament) { return kFacts.at(static_cast<std::size_t>(parliament)); }

std::optional<Parliament> parliament_of(std::string_view key) {
    const auto* const found = std::ranges::find(kFacts, key, &ParliamentFacts::key);
    return found == kFacts.end() ? std::nullopt : std::optional{found->parliament};
}

const Rule* find_rule(const ParliamentFacts& facts, RuleKind kind) {
    const auto found = std::ranges::find(facts.rules, kind, &Rule::kind);
    return found == facts.rules.end() ? nullptr : &*found;
}

}  // namespace delivery

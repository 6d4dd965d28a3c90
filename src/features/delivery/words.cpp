#include "features/delivery/words.h"

#include "people/place.h"

namespace delivery {
namespace {

using enum RuleKind;
using i18n::Translator;

std::string remedy_for_text(const Translator& t, const Finding& finding) {
    switch (finding.rule) {
        case addressed:
            return t(
                "Begin the request with whom it asks: “We call upon …”, with the name of the house, the government "
                "or a minister.");
        case request:
            return t("No paragraph asks for anything. End the text with one that begins “We call upon … to …”.");
        case no_demand:
            return t("The text says “{words}”. Ask instead: “We call upon …”.", {{"words", finding.found}});
        case most_words:
            return t("The text has {count} words; take out at least {more}.",
                     {{"count", finding.count}, {"more", finding.count - finding.limit}});
        case no_web_addresses:
            return t("Take out the address {address}.", {{"address", finding.found}});
        case no_pictures:
            return t("Take the pictures out of the text.");
        case no_expenditure:
            if (finding.found.empty())
                return t("A program cannot judge this. If in doubt, ask the clerk before you begin.");
            return t("The request says “{words}”, which asks for public money. Ask for the act itself instead.",
                     {{"words", finding.found}});
        case text_on_every_sheet:
            return t(
                "The text is too long to stand above the signatures of every sheet. Shorten it to about 250 words.");
        default:
            return {};
    }
}

std::string remedy_for_collecting(const Translator& t, const Finding& finding) {
    switch (finding.rule) {
        case least_signatures:
            return t("There are {count} valid ones so far: {more} more are needed.",
                     {{"count", finding.count}, {"more", finding.limit - finding.count}});
        case supporters:
            return t("There are {count} so far: {more} more are needed before it can go online.",
                     {{"count", finding.count}, {"more", finding.limit - finding.count}});
        case temperate:
            return t("A program cannot judge this. Have the clerk read the text before you begin.");
        case competence:
            return t("A program cannot judge this. If in doubt, ask the clerk before you begin.");
        case originals:
            return t("Keep the signed sheets. Do not copy, scan or fax them for the delivery.");
        case signed_with_address:
            return t("The sheets have a column for each.");
        case official_site_only:
            return t(
                "Begin the petition there too, and lead people to it. Signatures on this site go along as a "
                "delivery, not as a petition.");
        case open_days:
            return t("Choose 120 days unless there is a reason not to.");
        default:
            return {};
    }
}

}  // namespace

std::string class_name(const Translator& t, ports::SignerClass signer_class) {
    switch (signer_class) {
        case ports::SignerClass::individual:
            return t("People");
        case ports::SignerClass::elected_official:
            return t("Elected officials");
        case ports::SignerClass::candidate:
            return t("Candidates");
        case ports::SignerClass::organisation:
            return t("Organisations");
        case ports::SignerClass::municipality:
            return t("Municipalities");
    }
    return {};
}

std::string region_name(const Translator& t, std::string_view region) {
    if (region.starts_with("CA-"))
        if (const auto province = people::province_of(region.substr(3))) return t(people::name(*province));
    if (region == "CA") return t("Canada, province not known");
    return region.empty() ? t("Not known") : people::country_name(region, t.locale());
}

std::string rule_sentence(const Translator& t, const Finding& finding) {
    switch (finding.rule) {
        case addressed:
            return t("The request names whom it asks.");
        case request:
            return t("There is a clear request; a complaint alone is not enough.");
        case no_demand:
            return t("It asks; it does not demand or insist.");
        case most_words:
            return t("At most {limit} words.", {{"limit", finding.limit}});
        case no_web_addresses:
            return t("No web addresses in the text.");
        case no_pictures:
            return t("No pictures, logos or attachments.");
        case temperate:
            return t("Its language is respectful and temperate.");
        case competence:
            return t("It concerns something within the powers of that parliament.");
        case no_expenditure:
            return t("It asks for no spending of public money.");
        case text_on_every_sheet:
            return t("The text stands at the top of every sheet of signatures.");
        case least_signatures:
            return t("Signatures by hand: {limit} at least.", {{"limit", finding.limit}});
        case signed_with_address:
            return t("Each person prints name and address and signs by hand.");
        case originals:
            return t("Originals only: no copied, pasted or electronic signatures.");
        case residents:
            return t("Those who sign live in the country or province of that parliament.");
        case member:
            return t("A member agrees to present it. Ask one before you collect.");
        case supporters:
            return t("{limit} supporters before it is published.", {{"limit", finding.limit}});
        case open_days:
            return t("Open for 30, 60, 90 or 120 days.");
        case least_confirmed:
            return t("{limit} confirmed signatures there.", {{"limit", finding.limit}});
        case answer_days:
            return t("The government answers within {limit} days after it was presented.", {{"limit", finding.limit}});
        case official_site_only:
            return t("Only signatures on the parliament's own site count.");
    }
    return {};
}

std::string remedy(const Translator& t, const Finding& finding) {
    if (finding.verdict == Verdict::keeps) return {};
    const auto text = remedy_for_text(t, finding);
    return text.empty() ? remedy_for_collecting(t, finding) : text;
}

std::string verdict_name(const Translator& t, Verdict verdict) {
    switch (verdict) {
        case Verdict::keeps:
            return t("kept");
        case Verdict::breaks:
            return t("broken");
        case Verdict::ask_the_clerk:
            return t("ask the clerk");
        case Verdict::remember:
            return t("to remember");
    }
    return {};
}

std::string stage_name(const Translator& t, OfficialStage stage) {
    switch (stage) {
        case OfficialStage::none:
            return t("not begun");
        case OfficialStage::gathering_supporters:
            return t("being prepared");
        case OfficialStage::open:
            return t("open for signatures");
        case OfficialStage::closed:
            return t("closed");
        case OfficialStage::presented:
            return t("presented");
        case OfficialStage::answered:
            return t("answered");
    }
    return {};
}

}  // namespace delivery

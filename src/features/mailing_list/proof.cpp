#include "features/mailing_list/proof.h"

namespace mailing_list {
namespace {

using i18n::Translator;

std::string standing_words(const Translator& t, const std::optional<people::MailStanding>& standing,
                           const Reading& reading) {
    if (!standing) return t("We may not mail this person: there is no consent.");
    const auto date = [&](base::Instant at) { return t.date(at, i18n::DateStyle::long_form, reading.zone); };
    if (standing->suppression != people::SuppressionReason::none)
        return t(
            "We do not mail this person, whatever was agreed to: mail came back, was reported, or staff asked so.");
    if (standing->allowed_until == people::kForEver) return t("We may mail this person until they leave.");
    if (standing->allowed_until > reading.now)
        return t("We may mail this person until {date}: the consent is implied.",
                 {{"date", date(standing->allowed_until)}});
    if (standing->allowed_until > base::Instant{})
        return t("We may not mail this person: the implied consent ended on {date}.",
                 {{"date", date(standing->allowed_until)}});
    if (standing->left_at)
        return t("We may not mail this person: they left on {date}.", {{"date", date(*standing->left_at)}});
    return t("We may not mail this person: there is no consent.");
}

std::string title_of(const Translator& t, const people::Consent& consent) {
    const bool is_given = consent.act == people::ConsentAct::given;
    if (consent.purpose == people::ConsentPurpose::partner)
        return is_given ? t("Agreed to be passed to a partner") : t("Took back the consent for a partner");
    if (!is_given) return t("Withdrew the consent");
    return consent.ground == people::ConsentGround::implied ? t("Implied consent") : t("Gave consent");
}

void add(std::vector<ProofFact>& facts, std::string term, std::string value) {
    if (!value.empty()) facts.push_back({std::move(term), std::move(value)});
}

ProofEntry entry_of(const Translator& t, const people::Consent& consent, const Reading& reading) {
    const auto time = [&](const std::optional<base::Instant>& at) {
        return at ? t.date_time(*at, reading.zone) : std::string{};
    };
    ProofEntry entry{title_of(t, consent), consent.wording.words, consent.wording.locale, {}};
    add(entry.facts, t("When"), time(consent.at));
    add(entry.facts, t("Address confirmed"), time(consent.confirmed_at));
    add(entry.facts, t("Holds until"), time(consent.expires_at));
    add(entry.facts, t("For mail by"), consent.on_behalf_of);
    add(entry.facts, t("Where"), consent.source);
    add(entry.facts, t("Network address"), consent.network);
    add(entry.facts, t("Wording"),
        t("{key}, version {version}, {language}", {{"key", consent.wording.key},
                                                   {"version", consent.wording.version},
                                                   {"language", i18n::own_name(consent.wording.locale)}}));
    return entry;
}

}  // namespace

Proof proof_of(const Translator& t, const Held& held, const Reading& reading) {
    Proof proof{.name = held.person.name.given + (held.person.name.family.empty() ? "" : " " + held.person.name.family),
                .email = held.person.email,
                .standing = standing_words(t, held.standing, reading),
                .entries = {},
                .made_at = reading.now};
    for (const auto& consent : held.consents) proof.entries.push_back(entry_of(t, consent, reading));
    return proof;
}

}  // namespace mailing_list

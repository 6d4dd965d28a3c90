#include "features/supporters/seed.h"

#include <array>
#include <string_view>

#include "people/address_hash.h"
#include "people/fields.h"
#include "people/store.h"
#include "people/tags.h"

namespace supporters {
namespace {

struct Invented {
    std::string_view given, family, email, language, postal_code, place, tags, local;
    int joined_days_ago = 0;  // the email list; 0: never asked
};
constexpr std::array kInvented{
    Invented{"Maya", "Tremblay", "maya.tremblay@example.org", "fr", "J0X 1H0", "Val-Clair", "Bénévole", "SCFP 1234",
             210},
    Invented{"Omar", "Haddad", "omar.haddad@example.org", "en", "M5V 1A1", "Toronto", "Steward", "CUPE 416", 95},
    Invented{"Léa", "Hébert", "lea.hebert@example.org", "fr", "G1R 1A1", "Québec", "Bénévole", "", 61},
    Invented{"Ruth", "Chen", "ruth.chen@example.org", "en", "V6B 1A1", "Vancouver", "Steward", "BCGEU 603", 40},
    Invented{"Amara", "Okafor", "amara.okafor@example.org", "en", "B3H 1A1", "Halifax", "Speaker", "NSGEU 42", 33},
    Invented{"Jean", "Cyr", "jean.cyr@example.org", "fr", "E1C 1A1", "Moncton", "", "", 21},
    Invented{"Noor", "Aziz", "noor.aziz@example.org", "en", "T2P 1A1", "Calgary", "Speaker", "AUPE 48"},
    Invented{"Piet", "Janssen", "piet.janssen@example.org", "en", "S4P 1A1", "Regina", "", "SGEU 11"},
    Invented{"Rosa", "Martin", "rosa.martin@example.org", "en", "R3C 1A1", "Winnipeg", "Steward", "MGEU 77", 12},
    Invented{"Élise", "Gagnon", "elise.gagnon@example.org", "fr", "H2X 1A1", "Montréal", "Bénévole", "SCFP 301", 9}};

people::PersonId ensure(db::Write& write, const auth::Secret& secret, const Invented& one) {
    const auto email = *base::EmailAddress::parse(one.email);
    return people::ensure_person(
        write, {.address_hash = people::address_hash(secret, email),
                .email = email,
                .name = {std::string{one.given}, std::string{one.family}},
                .locale = base::locale_of(one.language).value_or(base::Locale::english),
                .address = people::understood({"CA", std::string{one.postal_code}, std::string{one.place}})});
}

void join(db::Write& write, people::PersonId person, std::int64_t address_hash, const Invented& one) {
    const bool is_french = one.language == "fr";
    const auto at = write.now() - base::days(one.joined_days_ago);
    people::record_consent(write, {.address_hash = address_hash,
                                   .person = person,
                                   .wording = {"demo.join", is_french ? base::Locale::french : base::Locale::english,
                                               is_french ? "Oui, écrivez-moi au sujet de la campagne."
                                                         : "Yes, write to me about the campaign."},
                                   .on_behalf_of = "All Together Now",
                                   .source = "demo",
                                   .at = at,
                                   .confirmed_at = at});
}

}  // namespace

void seed_demo(db::Database& database, const auth::Secret& secret) {
    database.write([&](db::Write& write) {
        if (!people::tags(write).empty()) return 0;
        const auto local = people::insert_field(
            write, {people::FieldId{0}, "union_local", "Union local", "Section locale", people::FieldKind::text, 0});
        people::insert_field(write, {people::FieldId{0}, "poster", "Would put up a poster", "Poserait une affiche",
                                     people::FieldKind::yes_no, 1});
        for (const Invented& one : kInvented) {
            const auto person = ensure(write, secret, one);
            if (one.joined_days_ago > 0)
                join(write, person, people::address_hash(secret, *base::EmailAddress::parse(one.email)), one);
            if (!one.tags.empty()) people::add_tag(write, {person, people::ensure_tag(write, one.tags)});
            if (local && !one.local.empty())
                people::record_answer(write, {person, *local, std::string{one.local}, people::AnswerOrigin::import,
                                              "members.csv", write.now()});
        }
        return 0;
    });
}

}  // namespace supporters

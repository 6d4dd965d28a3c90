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
};
constexpr std::array kInvented{
    Invented{"Maya", "Tremblay", "maya.tremblay@example.org", "fr", "J0X 1H0", "Val-Clair", "Bénévole", "SCFP 1234"},
    Invented{"Omar", "Haddad", "omar.haddad@example.org", "en", "M5V 1A1", "Toronto", "Steward", "CUPE 416"},
    Invented{"Léa", "Hébert", "lea.hebert@example.org", "fr", "G1R 1A1", "Québec", "Bénévole", ""},
    Invented{"Ruth", "Chen", "ruth.chen@example.org", "en", "V6B 1A1", "Vancouver", "Steward", "BCGEU 603"},
    Invented{"Amara", "Okafor", "amara.okafor@example.org", "en", "B3H 1A1", "Halifax", "Speaker", "NSGEU 42"},
    Invented{"Jean", "Cyr", "jean.cyr@example.org", "fr", "E1C 1A1", "Moncton", "", ""},
    Invented{"Noor", "Aziz", "noor.aziz@example.org", "en", "T2P 1A1", "Calgary", "Speaker", "AUPE 48"},
    Invented{"Piet", "Janssen", "piet.janssen@example.org", "en", "S4P 1A1", "Regina", "", "SGEU 11"},
    Invented{"Rosa", "Martin", "rosa.martin@example.org", "en", "R3C 1A1", "Winnipeg", "Steward", "MGEU 77"},
    Invented{"Élise", "Gagnon", "elise.gagnon@example.org", "fr", "H2X 1A1", "Montréal", "Bénévole", "SCFP 301"}};

people::PersonId ensure(db::Write& write, const auth::Secret& secret, const Invented& one) {
    const auto email = *base::EmailAddress::parse(one.email);
    return people::ensure_person(
        write, {.address_hash = people::address_hash(secret, email),
                .email = email,
                .name = {std::string{one.given}, std::string{one.family}},
                .locale = base::locale_of(one.language).value_or(base::Locale::english),
                .address = people::understood({"CA", std::string{one.postal_code}, std::string{one.place}})});
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
            if (!one.tags.empty()) people::add_tag(write, {person, people::ensure_tag(write, one.tags)});
            if (local && !one.local.empty())
                people::record_answer(write, {person, *local, std::string{one.local}, people::AnswerOrigin::import,
                                              "members.csv", write.now()});
        }
        return 0;
    });
}

}  // namespace supporters

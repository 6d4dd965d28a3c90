// features/petitions/store_house_test.h - what tests of this slice's stores begin with: a level, and one published
// petition, "library", that people of one town sign.
#pragma once
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "features/petitions/sign_on_store.h"
#include "features/petitions/store.h"
#include "people/store.h"
#include "tests/support/databases.h"

namespace petitions::house {

// What somebody types. Who has the same number has the same mailbox.
inline SignOn sign_on(const std::string& given_name, std::int64_t address_hash) {
    return {.slug = "library",
            .locale = base::Locale::english,
            .signer = {.given_name = given_name,
                       .family_name = "Tremblay",
                       .email = *base::EmailAddress::parse("box" + std::to_string(address_hash) + "@example.org"),
                       .country = "CA",
                       .postal_code = "K1A 0B1",
                       .place = "Val-Clair",
                       .comment = "",
                       .show_name = SignatureForm::Tick::yes,
                       .consent_mail = SignatureForm::Tick::no},
            .address_hash = address_hash,
            .network = "192.0.2.7"};
}

class Library : public test_support::OnBothDatabases {
protected:
    void SetUp() override {
        petition = database->write([](db::Write& write) {
            const auto level =
                people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            store::insert(write, {"library", Kind::petition, 100, {}, "canada"}, *level, "Amélie");
            return *store::find(write, "library");
        });
        write_texts("We ask the council to keep it open.");
        publish();
    }

    void write_texts(const std::string& body) {
        database->write([&](db::Write& write) {
            store::save_text(write, petition, base::Locale::english, {"Save the library", "", body, ""}, "Amélie");
            store::save_text(write, petition, base::Locale::french, {"Sauvons la bibliothèque", "", body, ""},
                             "Amélie");
        });
    }
    void publish() {
        database->write([&](db::Write& write) { store::publish(write, petition.id, "Amélie"); });
    }
    std::vector<SignOutcome> sign(const std::vector<SignOn>& sign_ons) {
        return database->write([&](db::Write& write) { return store::record_all(write, sign_ons); });
    }

    Petition petition{.id = PetitionId{1}, .level = base::LevelId{1}, .slug = "", .kind = Kind::petition, .goal = 0};
};

}  // namespace petitions::house

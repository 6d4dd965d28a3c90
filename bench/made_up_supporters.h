// bench/made_up_supporters.h - people of the list, made from a number: the same number gives the same person. ASCII
// alone, so that a name in small letters is the key by which it is sorted.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "bench/made_up_people.h"
#include "bench/row_loader.h"
#include "platform/db/id_time.h"

namespace bench {

inline constexpr base::Instant kSupportersNow{1'800'000'000'000'000};  // 2027-01-15

struct Home {
    std::string_view postal_code, district, province, place;
};
inline constexpr std::array<Home, 10> kHomes{{{"K1A 0B1", "K1A", "ON", "Ottawa"},
                                              {"H2X 1Y4", "H2X", "QC", "Val-Clair"},
                                              {"V5K 0A1", "V5K", "BC", "Larch River"},
                                              {"T5A 0A1", "T5A", "AB", "Prairie Bend"},
                                              {"E1A 0A1", "E1A", "NB", "Port Hollis"},
                                              {"B3H 0A1", "B3H", "NS", "Cold Creek"},
                                              {"R3C 0A1", "R3C", "MB", "Prairie Bend"},
                                              {"S4P 0A1", "S4P", "SK", "Cold Creek"},
                                              {"A1A 0A1", "A1A", "NL", "Port Hollis"},
                                              {"C1A 0A1", "C1A", "PE", "Port Hollis"}}};

// Identities as the program makes them: growing with time, a millisecond between two people.
inline std::int64_t supporter_id(std::int64_t number) {
    return db::least_id_at(base::Instant{1'767'225'600'000'000}) + number * 16'000;  // from 2026-01-01 on
}
inline const Home& home_of(std::int64_t number) { return kHomes[static_cast<std::size_t>(number) % kHomes.size()]; }
inline bool is_french(std::int64_t number) { return number % 5 == 0; }
inline std::string supporter_email(std::int64_t number) { return "person" + std::to_string(number) + "@example.org"; }

struct SupporterNames {
    std::string given, family, given_key, family_key;
};
inline std::string capitalised(std::string word) {
    if (word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}
// Of four people one has one of forty common family names, the others one of twenty thousand.
inline SupporterNames names_of(std::int64_t number) {
    const auto draw = mixed(static_cast<std::uint64_t>(number));
    SupporterNames names;
    names.given_key = std::string{kCommonGivenNames[draw % kCommonGivenNames.size()]};
    names.family_key = number % 4 == 0 ? std::string{kCommonFamilyNames[(draw >> 16) % kCommonFamilyNames.size()]}
                                       : said_aloud(static_cast<std::int64_t>((draw >> 16) % 20'000) + 60);
    names.given = capitalised(names.given_key);
    names.family = capitalised(names.family_key);
    return names;
}

using HashOf = std::function<std::int64_t(std::int64_t number)>;
using LevelOf = std::function<std::int64_t(const Home& home)>;

struct Supporters {
    std::int64_t count;
    HashOf hash_of;    // of their address
    LevelOf level_of;  // where they belong
};

inline void fill_people(RowLoader& loader, const Supporters& supporters) {
    const auto at = [](std::int64_t n) { return (kSupportersNow - base::days(n % 900)).microseconds; };
    loader.fill("person",
                {"id", "address_hash", "email", "given_name", "family_name", "locale", "country", "postal_code",
                 "place", "province", "first_seen_at", "changed_at", "level_id", "family_key", "given_key"},
                [&](const AddRow& add) {
                    for (std::int64_t n = 1; n <= supporters.count; ++n) {
                        const auto names = names_of(n);
                        const auto email = supporter_email(n);
                        const Home& home = home_of(n);
                        add({supporter_id(n), supporters.hash_of(n), email, names.given, names.family,
                             is_french(n) ? "fr" : "en", "CA", home.postal_code, home.place, home.province, at(n),
                             at(n), supporters.level_of(home), names.family_key, names.given_key});
                    }
                });
    loader.fill(
        "mail_standing",
        {"person_id", "allowed_until", "joined_at", "locale", "country", "province", "district", "level_id"},
        [&](const AddRow& add) {
            for (std::int64_t n = 1; n <= supporters.count; ++n) {
                const Home& home = home_of(n);
                add({supporter_id(n), std::numeric_limits<std::int64_t>::max(), at(n), is_french(n) ? "fr" : "en", "CA",
                     home.province, home.district, supporters.level_of(home)});
            }
        });
}

}  // namespace bench

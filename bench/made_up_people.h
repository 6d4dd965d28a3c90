// bench/made_up_people.h - people who sign, made from a number: the same number and seed give the same person.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace bench {

using PersonNumber = std::int64_t;

// Spreads numbers evenly and without a visible pattern (splitmix64).
constexpr std::uint64_t mixed(std::uint64_t number) {
    number += 0x9E3779B97F4A7C15ULL;
    number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9ULL;
    number = (number ^ (number >> 27)) * 0x94D049BB133111EBULL;
    return number ^ (number >> 31);
}

// Names as a browser sends them in a form: percent-encoded UTF-8.
inline constexpr std::array<std::string_view, 12> kGivenNames{
    "Maya",         "L%C3%A9a", "Noah", "Am%C3%A9lie",   "Jean-Luc", "Sophie",
    "%C3%89tienne", "Ibrahim",  "Wei",  "Fran%C3%A7ois", "Olivia",   "Gurpreet"};
inline constexpr std::array<std::string_view, 12> kFamilyNames{
    "Tremblay", "Singh", "B%C3%A9langer", "MacLeod",       "Nguyen", "C%C3%B4t%C3%A9",
    "Okafor",   "Roy",   "O%27Neil",      "L%C3%A9vesque", "Chen",   "Cardinal"};
inline constexpr std::array<std::string_view, 6> kPlaces{"Rivi%C3%A8re-aux-Pins", "Val-Clair",  "Port+Hollis",
                                                         "Saint-Amable-du-Lac",   "Cold+Creek", "Prairie+Bend"};
inline constexpr std::array<std::string_view, 6> kPostalCodes{"H2X+1Y4", "k1a0b1",  "M4B+1B3",
                                                              "V0N1B0",  "T0A+0R0", "G0A+2B0"};
inline constexpr std::array<std::string_view, 5> kMailHosts{"example.org", "example.com", "example.net", "mail.example",
                                                            "courriel.example"};

// plain: few names, hosts that nobody knows, numbered addresses. believable: as a crowd of people would be, so that
// rules against fraud find little to say.
enum class Crowd : unsigned char { plain, believable };

inline constexpr std::array<std::string_view, 40> kCommonGivenNames{
    "maya",   "noah",   "olivia", "ibrahim", "sophie",   "liam",   "emma",    "lucas",  "chloe",  "nathan",
    "lea",    "samuel", "alice",  "thomas",  "jade",     "felix",  "rosalie", "oliver", "harper", "mason",
    "anika",  "daniel", "nora",   "gabriel", "juliette", "hugo",   "simone",  "adam",   "clara",  "leo",
    "hannah", "omar",   "priya",  "marie",   "denis",    "louise", "robert",  "helen",  "andre",  "carole"};
inline constexpr std::array<std::string_view, 40> kCommonFamilyNames{
    "tremblay", "singh",     "macleod", "nguyen", "okafor",  "roy",      "chen",   "cardinal", "smith",    "gagnon",
    "brown",    "martin",    "wilson",  "lavoie", "morin",   "campbell", "fortin", "patel",    "kowalski", "fraser",
    "bouchard", "pelletier", "murphy",  "gill",   "lee",     "anderson", "girard", "simard",   "boucher",  "caron",
    "taylor",   "fournier",  "moore",   "dube",   "poirier", "lapointe", "haddad", "silva",    "rossi",    "novak"};
inline constexpr std::array<std::string_view, 8> kKnownHosts{"gmail.com",  "hotmail.com", "outlook.com",  "yahoo.ca",
                                                             "icloud.com", "bell.net",    "videotron.ca", "telus.net"};

// Letters that can be said aloud, another word for each number.
inline std::string said_aloud(PersonNumber number) {
    constexpr std::string_view kConsonants = "bdfglmnprst", kVowels = "aeiou";
    std::string word;
    for (auto rest = static_cast<std::uint64_t>(number) + 1; rest > 0; rest /= 55) {
        word += kConsonants[rest % 11];
        word += kVowels[rest / 11 % 5];
    }
    return word;
}

class People {
public:
    explicit People(std::uint64_t seed, Crowd crowd = Crowd::plain) : seed_(seed), crowd_(crowd) {}

    // Two numbers never give the same address; neither do two seeds of a plain crowd.
    std::string email(PersonNumber number) const {
        if (crowd_ == Crowd::believable) return believable_email(number);
        std::string text = "signer";
        text += std::to_string(number);
        text += ".s";
        text += std::to_string(seed_);
        text += '@';
        text += pick(kMailHosts, number, 1);
        return text;
    }

    // The form as a browser sends it, fields in the order of the page.
    void append_form(std::string& out, PersonNumber number) const {
        if (crowd_ == Crowd::believable) return append_believable_form(out, number);
        out.append("given_name=").append(pick(kGivenNames, number, 2));
        out.append("&family_name=").append(pick(kFamilyNames, number, 3));
        out.append("&email=");
        const auto address = email(number);
        const auto at = address.find('@');
        out.append(address, 0, at).append("%40").append(address, at + 1);
        out.append("&country=CA&postal_code=").append(pick(kPostalCodes, number, 4));
        out.append("&place=").append(pick(kPlaces, number, 5)).append("&comment=");
        if (chance(number, 6, 4)) out.append("Pour+mes+enfants+et+leur+%C3%A9cole.");
        if (chance(number, 7, 2)) out.append("&show_name=1");
        if (chance(number, 8, 3)) out.append("&consent_mail=1");
    }

private:
    std::string believable_email(PersonNumber number) const {
        std::string text{pick(kCommonGivenNames, number, 2)};
        text.append(1, '.').append(pick(kCommonFamilyNames, number, 3)).append(1, '.').append(said_aloud(number));
        return text.append(1, '@').append(pick(kKnownHosts, number, 1));
    }

    void append_believable_form(std::string& out, PersonNumber number) const {
        out.append("given_name=").append(pick(kCommonGivenNames, number, 2));
        out.append("&family_name=").append(pick(kCommonFamilyNames, number, 3));
        const auto address = believable_email(number);
        const auto at = address.find('@');
        out.append("&email=").append(address, 0, at).append("%40").append(address, at + 1);
        out.append("&country=CA&postal_code=").append(pick(kPostalCodes, number, 4));
        out.append("&place=").append(pick(kPlaces, number, 5)).append("&comment=");
        if (chance(number, 6, 4)) out.append("Pour+mes+enfants,+et+pour+").append(said_aloud(number));
        if (chance(number, 7, 2)) out.append("&show_name=1");
        if (chance(number, 8, 3)) out.append("&consent_mail=1");
    }

    std::uint64_t draw(PersonNumber number, std::uint64_t salt) const {
        return mixed(static_cast<std::uint64_t>(number) * 16 + salt + (seed_ << 48));
    }
    bool chance(PersonNumber number, std::uint64_t salt, std::uint64_t one_in) const {
        return draw(number, salt) % one_in == 0;
    }
    template <std::size_t N>
    std::string_view pick(const std::array<std::string_view, N>& list, PersonNumber number, std::uint64_t salt) const {
        return list[draw(number, salt) % N];
    }

    std::uint64_t seed_;
    Crowd crowd_;
};

}  // namespace bench

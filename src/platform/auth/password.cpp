#include "platform/auth/password.h"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>
#include <vector>

#include "base/text.h"
#include "platform/auth/sodium.h"

namespace auth {
namespace {

struct Work {
    unsigned long long passes;
    std::size_t memory;  // bytes
};

Work work_of(PasswordCost cost) {
    if (cost == PasswordCost::weak) return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
    return {2, std::size_t{64} * 1024 * 1024};
}

// The most common ones of at least five letters, in the forms in which people begin theirs, in both languages, and
// those that are about us. Compared without case, digits, marks and accents.
constexpr std::array<std::string_view, 60> kCommonPasswords{"password",
                                                            "passphrase",
                                                            "motdepasse",
                                                            "qwerty",
                                                            "qwertyuiop",
                                                            "azerty",
                                                            "azertyuiop",
                                                            "letmein",
                                                            "welcome",
                                                            "bienvenue",
                                                            "bonjour",
                                                            "iloveyou",
                                                            "jetaime",
                                                            "sunshine",
                                                            "princess",
                                                            "princesse",
                                                            "football",
                                                            "hockey",
                                                            "baseball",
                                                            "dragon",
                                                            "monkey",
                                                            "master",
                                                            "shadow",
                                                            "superman",
                                                            "batman",
                                                            "trustno",
                                                            "whatever",
                                                            "computer",
                                                            "ordinateur",
                                                            "secret",
                                                            "internet",
                                                            "canada",
                                                            "montreal",
                                                            "toronto",
                                                            "vancouver",
                                                            "quebec",
                                                            "canadiens",
                                                            "mapleleafs",
                                                            "changeme",
                                                            "default",
                                                            "admin",
                                                            "administrator",
                                                            "administrateur",
                                                            "temporary",
                                                            "temporaire",
                                                            "campaign",
                                                            "campagne",
                                                            "alltogether",
                                                            "alltogethernow",
                                                            "tousensemble",
                                                            "publicservices",
                                                            "servicespublics",
                                                            "correcthorsebatterystaple",
                                                            "chocolat",
                                                            "chocolate",
                                                            "soleil",
                                                            "doudou",
                                                            "loulou",
                                                            "marseille",
                                                            "starwars"};

// The letters alone.
std::string letters_of(std::string_view password) {
    std::string folded = base::fold_name(password);
    std::erase_if(folded, [](char c) { return c >= '0' && c <= '9'; });
    return folded;
}

// Whether text is part written again and again (once suffices): "passwordpassword".
bool repeats(std::string_view text, std::string_view part) {
    if (part.empty() || text.empty() || text.size() % part.size() != 0) return false;
    for (std::size_t at = 0; at < text.size(); at += part.size())
        if (text.substr(at, part.size()) != part) return false;
    return true;
}

bool is_common(std::string_view password) {
    const std::string letters = letters_of(password);
    return std::ranges::any_of(kCommonPasswords, [&](std::string_view common) { return repeats(letters, common); });
}

// "123456789012", "abcdefghijkl", "987654321098": each character follows the one before, or falls by one; after 9
// comes 0.
bool is_a_row(std::string_view password) {
    const auto follows = [&](int step) {
        for (std::size_t i = 1; i < password.size(); ++i) {
            const int gap = password[i] - password[i - 1];
            if (gap != step && gap != -9 * step) return false;
        }
        return true;
    };
    return follows(1) || follows(-1);
}

bool names_the_owner(std::string_view password, const base::EmailAddress& owner) {
    const std::string lower = base::lower_ascii(password);
    const std::string address = base::lower_ascii(owner.text());
    const std::string local = address.substr(0, address.find('@'));
    return lower == address || letters_of(lower) == letters_of(local) || lower == owner.canonical();
}

}  // namespace

// One of the two places; the others wait.
class Passwords::Turn {
public:
    explicit Turn(std::counting_semaphore<2>& turns) : turns_(turns) { turns_.acquire(); }
    ~Turn() { turns_.release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    std::counting_semaphore<2>& turns_;
};

Passwords::Passwords(PasswordCost cost) : cost_(cost), of_nobody_(hash("nobody has this password")) {}

PasswordHash Passwords::hash(std::string_view password) const {
    prepare_sodium();
    const Turn turn{turns_};
    const Work work = work_of(cost_);
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), work.passes, work.memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error{"no memory to hash a password"};
    return {text.data()};
}

bool Passwords::verify(std::string_view password, const std::optional<PasswordHash>& hash) const {
    if (password.size() > kLongestPassword) return false;
    const Turn turn{turns_};
    const PasswordHash& against = hash ? *hash : of_nobody_;
    const char* const letters = password.empty() ? "" : password.data();  // an empty view may have no address
    const bool right = crypto_pwhash_str_verify(against.text.c_str(), letters, password.size()) == 0;
    return right && hash.has_value();
}

bool Passwords::needs_rehash(const PasswordHash& hash) const {
    const Work work = work_of(cost_);
    return crypto_pwhash_str_needs_rehash(hash.text.c_str(), work.passes, work.memory) != 0;
}

std::optional<base::Message> refusal_of_password(std::string_view password, const base::EmailAddress& owner) {
    if (base::count_characters(password) < kShortestPassword)
        return base::message(
            "Please choose a password of at least 12 characters. A few words in a row are easy to keep in mind.");
    if (password.size() > kLongestPassword) return base::message("This password is too long.");
    if (names_the_owner(password, owner)) return base::message("Please choose a password that is not your address.");
    if (is_common(password) || is_a_row(password) || std::set<char>(password.begin(), password.end()).size() < 5)
        return base::message("This password is one of the first that anyone would try. Please choose another.");
    return std::nullopt;
}

}  // namespace auth

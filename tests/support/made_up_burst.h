// tests/support/made_up_burst.h - a made-up burst of sign-ons: honest people and fraud, each with the truth beside it.
//
// Written from what is assumed about people and about fraud, not from the rules that are to tell them apart. All of it
// follows from a seed. The assumptions, for one hour in which a petition is in the news:
//
// honest   20,000 people at home or on the way. Half have an IPv6 network of their own, four in ten an IPv4 address of
//          their own, one in ten shares one of 60 addresses of mobile providers. Times to fill in the form: lognormal,
//          median 55 s (sigma 0.6); one in six has a browser that fills it in, median 14 s (sigma 0.45). One in a
//          hundred has no JavaScript. Names: 60 given and 80 family names, common ones far more often (Zipf).
//          Addresses: name and separator (45 %), letter and name (20 %), name and digits (20 %), a nickname (15 %);
//          nine in ten with a large provider, the others in 400 domains. One in 500 uses a disposable address, one in
//          300 gives a family name of one letter, one in ten comments, half of them with one of five sentences that
//          were handed out.
// couple   of those at home every tenth is followed by a second person from the same home within one to six minutes.
// mailbox  200 pairs who share a mailbox and sign one after the other, one to eight minutes apart.
// hall     300 people at one meeting, on one address, within the hour.
// office   60 people behind one office's address, over the hour.
//
// clicker  a script on one server, a sign-on every 2 s, 0.3 to 1.5 s after opening the form; common names, addresses of
//          10 to 14 random letters and digits with large providers.
// botnet   120 machines in 30 networks, each a sign-on every 20 to 60 s, 5 to 25 s after opening the form; common
// names,
//          addresses of name and digits with large providers.
// farm     20 people paid by the piece, on 4 addresses: invented names (one in three typed along the keyboard), half of
//          the addresses disposable, the others of random letters; 15 to 40 s.
// thrown   800 disposable addresses, drawn from the public list, each from a home of its own, with common names, and
//          filled in as people do.
// api      600 sign-ons by a program that never opened the form, from changing addresses of two IPv6 networks, names of
//          random letters.
//
// Nobody of the fraud solves puzzles; their programs leave the field out or send it as it was.
#pragma once
#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"

namespace test_support {

enum class Truth : unsigned char { honest, fraud };

struct MadeUpSignOn {
    std::string_view group;
    Truth truth;
    base::Instant at;
    std::string given_name, family_name, email, country, postal_code, comment, network;
    std::optional<base::Duration> dwell;
    bool has_script = true;  // of honest people: whether their browser solves puzzles
};

class BurstMaker {
public:
    BurstMaker(std::uint64_t seed, base::Instant begin, std::vector<std::string> disposable)
        : random_(seed), begin_(begin), disposable_(std::move(disposable)) {}

    // In the order of time.
    std::vector<MadeUpSignOn> make() {
        for (int i = 0; i < 20'000; ++i) honest();
        for (int i = 0; i < 200; ++i) mailbox();
        gathering("hall", {"203.0.113.9", 300});
        gathering("office", {"198.51.100.20", 60});
        clicker();
        botnet();
        farm();
        for (int i = 0; i < 800; ++i) thrown();
        api();
        std::ranges::sort(all_, [](const MadeUpSignOn& left, const MadeUpSignOn& right) {
            return left.at != right.at ? left.at < right.at : left.email < right.email;
        });
        return std::move(all_);
    }

private:
    static constexpr std::array<const char*, 60> kGiven{
        "Marie",  "John",   "Sophie",  "Michael", "Julie",  "David",    "Catherine", "Robert",   "Isabelle",
        "Daniel", "Sarah",  "Pierre",  "Emily",   "Marc",   "Jessica",  "Paul",      "Nathalie", "James",
        "Amanda", "Luc",    "Priya",   "Mohamed", "Anna",   "Wei",      "Fatima",    "Carlos",   "Olena",
        "Kenji",  "Amélie", "Étienne", "Rachel",  "Thomas", "Valérie",  "Steven",    "Karen",    "Patrick",
        "Linda",  "Simon",  "Megan",   "Hugo",    "Chloé",  "Adam",     "Grace",     "Omar",     "Ingrid",
        "Tariq",  "Mei",    "Jorge",   "Zoé",     "Ivan",   "Noor",     "Dmitri",    "Aiko",     "Chidi",
        "Leila",  "Bjorn",  "Siobhan", "Yusuf",   "Anneke", "Krzysztof"};
    static constexpr std::array<const char*, 80> kFamily{
        "Tremblay",   "Smith",     "Gagnon",   "Brown",      "Roy",       "Martin",  "Wilson",   "Côté",
        "Bouchard",   "Macdonald", "Gauthier", "Morin",      "Taylor",    "Lavoie",  "Campbell", "Fortin",
        "Anderson",   "Gagné",     "Ouellet",  "Jones",      "Pelletier", "Singh",   "Williams", "Lee",
        "Bélanger",   "Johnson",   "Lévesque", "Bergeron",   "Wong",      "Leblanc", "Thompson", "Paquette",
        "Girard",     "Simard",    "Stewart",  "Boucher",    "Caron",     "White",   "Beaulieu", "Cloutier",
        "Patel",      "Dubé",      "Poirier",  "Nguyen",     "Fournier",  "Khan",    "Lapointe", "Leclerc",
        "Kim",        "Poulin",    "Thibault", "Martinez",   "Nadeau",    "Hill",    "Kowalski", "Schwartz",
        "O'Brien",    "Okafor",    "Haddad",   "Petrov",     "Yamamoto",  "Ng",      "Larsen",   "Szczepanski",
        "Hirschberg", "Fraser",    "Wright",   "Desjardins", "Chen",      "Garcia",  "Rossi",    "Murphy",
        "Sinclair",   "Dufour",    "Kelly",    "Grant",      "Vachon",    "Bernier", "Young",    "Turcotte"};
    static constexpr std::array<const char*, 12> kProviders{"gmail.com",    "gmail.com",  "gmail.com",    "hotmail.com",
                                                            "outlook.com",  "yahoo.ca",   "videotron.ca", "bell.net",
                                                            "sympatico.ca", "icloud.com", "rogers.com",   "yahoo.com"};
    static constexpr std::array<const char*, 10> kWords{"river", "maple",  "hockey", "garden", "sunny",
                                                        "lynx",  "violin", "bike",   "tulip",  "north"};
    static constexpr std::array<const char*, 5> kSentences{
        "Public services are what we have in common.", "Il faut protéger nos services publics, tous ensemble.",
        "My grandmother depends on this every week.", "Cuts cost more than they save, in the long run.",
        "Le service public, c'est pour tout le monde."};

    struct Person {
        std::string given, family;
    };
    struct Gathering {
        std::string network;
        int people;
    };

    std::uint64_t below(std::uint64_t bound) {
        return std::uniform_int_distribution<std::uint64_t>{0, bound - 1}(random_);
    }
    bool one_in(std::uint64_t n) { return below(n) == 0; }
    double uniform(double from, double to) { return std::uniform_real_distribution<double>{from, to}(random_); }
    base::Duration span(double seconds) { return {static_cast<std::int64_t>(seconds * 1'000'000)}; }
    // Busy at first, fading over the hour.
    base::Instant some_time() { return begin_ + span(3'600 * std::pow(uniform(0, 1), 1.5)); }

    // Rank r is drawn in proportion to 1/(r + 2).
    template <std::size_t N>
    const char* common(const std::array<const char*, N>& of) {
        const double top = std::log(static_cast<double>(N + 2) / 2);
        const auto rank = static_cast<std::size_t>(2 * std::exp(uniform(0, top)) - 2);
        return of[std::min(rank, N - 1)];
    }
    Person person() { return {common(kGiven), common(kFamily)}; }

    static std::string plain(std::string_view text) {
        std::string letters;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (byte == 0xc3) letters += 'e';  // accents of these names: near enough for an address
            if (byte < 0x80 && std::isalpha(byte) != 0) letters += static_cast<char>(std::tolower(byte));
        }
        return letters;
    }
    std::string digits(std::uint64_t count) {
        std::string text;
        while (text.size() < count) text += static_cast<char>('0' + below(10));
        return text;
    }
    std::string random_text(std::uint64_t size, std::string_view of) {
        std::string text;
        while (text.size() < size) text += of[below(of.size())];
        return text;
    }

    std::string local_part(const Person& who) {
        const std::string given = plain(who.given), family = plain(who.family);
        const auto kind = below(20);
        if (kind < 9) return given + (one_in(2) ? "." : "") + family + (one_in(2) ? digits(1 + below(2)) : "");
        if (kind < 13) return given.substr(0, 1) + family + (one_in(2) ? digits(1 + below(3)) : "");
        if (kind < 17) return (one_in(2) ? given : family) + digits(2 + below(3));
        return std::string{kWords[below(kWords.size())]} + kWords[below(kWords.size())] + (one_in(2) ? digits(2) : "");
    }
    std::string provider() { return kProviders[below(kProviders.size())]; }
    std::string address(const Person& who) {
        if (one_in(500)) return local_part(who) + "@" + disposable_[below(disposable_.size())];
        if (!one_in(10)) return local_part(who) + "@" + provider();
        return local_part(who) + "@work" + std::to_string(below(20) * below(20)) + ".example.ca";
    }

    std::string home() {
        if (one_in(2)) return "2001:db8:" + hexadecimal(below(65'536)) + ":" + hexadecimal(below(65'536)) + "::1";
        return std::to_string(24 + below(40)) + "." + std::to_string(below(256)) + "." + std::to_string(below(256)) +
               "." + std::to_string(1 + below(254));
    }
    static std::string hexadecimal(std::uint64_t number) {
        char text[20];
        std::snprintf(text, sizeof text, "%llx", static_cast<unsigned long long>(number));
        return text;
    }
    std::string on_the_way() { return "100.64." + std::to_string(below(6)) + "." + std::to_string(1 + below(10)); }

    base::Duration typing() {
        const bool is_filled_in = one_in(6);
        std::lognormal_distribution<double> seconds{std::log(is_filled_in ? 14 : 55), is_filled_in ? 0.45 : 0.6};
        return span(std::max(2.0, seconds(random_)));
    }
    std::string code() {
        static constexpr std::string_view kLetters = "ABCEGHJKLMNPRSTVWXYZ";
        return std::string{kLetters[below(18)]} + digits(1) + kLetters[below(20)] + " " + digits(1) +
               kLetters[below(20)] + digits(1);
    }

    MadeUpSignOn& add(std::string_view group, Truth truth, const Person& who) {
        all_.push_back({.group = group,
                        .truth = truth,
                        .at = some_time(),
                        .given_name = who.given,
                        .family_name = who.family,
                        .email = address(who),
                        .country = "CA",
                        .postal_code = code(),
                        .comment = "",
                        .network = home(),
                        .dwell = typing()});
        return all_.back();
    }
    MadeUpSignOn& add_honest(std::string_view group, const Person& who) {
        MadeUpSignOn& made = add(group, Truth::honest, who);
        if (one_in(300)) made.family_name = made.family_name.substr(0, 1);
        if (one_in(10))
            made.comment = one_in(2) ? kSentences[below(5)]
                                     : "For " + std::string{kWords[below(10)]} + " and " + who.given + ", " + digits(6);
        made.has_script = !one_in(100);
        return made;
    }
    void honest() {
        const Person who = person();
        MadeUpSignOn& made = add_honest("honest", who);
        if (one_in(10)) {
            made.network = on_the_way();
            return;
        }
        if (!one_in(10)) return;
        const MadeUpSignOn first = made;
        MadeUpSignOn& second = add_honest("couple", {common(kGiven), who.family});
        second.network = first.network;
        second.postal_code = first.postal_code;
        second.at = first.at + span(uniform(60, 360));
    }
    void mailbox() {
        const MadeUpSignOn first = add_honest("mailbox", person());
        MadeUpSignOn& second = add_honest("mailbox", {common(kGiven), first.family_name});
        second.email = first.email;
        second.network = first.network;
        second.postal_code = first.postal_code;
        second.at = first.at + span(uniform(60, 480));
    }
    void gathering(std::string_view group, const Gathering& of) {
        for (int i = 0; i < of.people; ++i) {
            MadeUpSignOn& made = add_honest(group, person());
            made.network = of.network;
            made.at = begin_ + span(uniform(0, 3'600));
        }
    }

    void clicker() {
        for (int i = 0; i < 1'500; ++i) {
            MadeUpSignOn& made = add("clicker", Truth::fraud, person());
            made.email = random_text(10 + below(5), "abcdefghijklmnopqrstuvwxyz0123456789") + "@" + provider();
            made.network = "192.0.2.66";
            made.at = begin_ + span(300 + 2.0 * i);
            made.dwell = span(uniform(0.3, 1.5));
        }
    }
    void botnet() {
        for (int machine = 0; machine < 120; ++machine) {
            const std::string network =
                "185." + std::to_string(machine / 4) + ".7." + std::to_string(10 + machine % 4 * 50);
            double second = uniform(600, 700);
            for (int i = 0; i < 20; ++i, second += uniform(20, 60)) {
                const Person who = person();
                MadeUpSignOn& made = add("botnet", Truth::fraud, who);
                made.email = plain(who.given) + digits(4) + "@" + provider();
                made.network = network;
                made.at = begin_ + span(second);
                made.dwell = span(uniform(5, 25));
            }
        }
    }
    void farm() {
        static constexpr std::array<const char*, 6> kTyped{"asdf", "qwert", "dfgh", "hjkl", "zxcv", "lkjh"};
        for (int i = 0; i < 600; ++i) {
            Person who = person();
            if (one_in(3)) who.family = kTyped[below(kTyped.size())];
            MadeUpSignOn& made = add("farm", Truth::fraud, who);
            made.email = one_in(2) ? plain(who.given) + digits(3) + "@" + disposable_[below(disposable_.size())]
                                   : random_text(9, "abcdefghijklmnopqrstuvwxyz") + "@" + provider();
            made.network = "45.77.3." + std::to_string(1 + below(4));
            made.dwell = span(uniform(15, 40));
        }
    }
    void thrown() {
        const Person who = person();
        MadeUpSignOn& made = add("thrown", Truth::fraud, who);
        made.email = local_part(who) + "@" + disposable_[below(disposable_.size())];
    }
    void api() {
        for (int i = 0; i < 600; ++i) {
            MadeUpSignOn& made = add("api", Truth::fraud, {});
            made.given_name = random_text(6, "abcdefghijklmnopqrstuvwxyz");
            made.family_name = random_text(8, "abcdefghijklmnopqrstuvwxyz");
            made.email = made.given_name + made.family_name.substr(0, 4) + "@" + provider();
            made.network = (one_in(2) ? "2a01:4f8:1:" : "2a01:7e0:9:") + hexadecimal(below(65'536)) +
                           "::" + hexadecimal(1 + below(9'999));
            made.dwell.reset();
        }
    }

    std::mt19937_64 random_;
    base::Instant begin_;
    std::vector<std::string> disposable_;
    std::vector<MadeUpSignOn> all_;
};

}  // namespace test_support

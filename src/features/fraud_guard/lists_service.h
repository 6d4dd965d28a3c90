// features/fraud_guard/lists_service.h - allow, block and watch lists of networks, addresses, domains and countries.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/problem.h"
#include "base/result.h"
#include "platform/http/client_address.h"

namespace fraud_guard {

using ListEntryId = base::Id<struct ListEntryTag>;

// Stored as these numbers. allow: the rules about what is listed are silent, and no block entry applies. block:
// refused. watch: flagged.
enum class List : std::int64_t { allow = 0, block = 1, watch = 2 };
inline constexpr std::array kLists{List::allow, List::block, List::watch};
std::string_view name_of(List list);  // "allow", "block", "watch"
std::optional<List> list_of(std::string_view name);

enum class PatternKind : unsigned char { network, address, domain, country };

// What is listed: "192.0.2.0/24", "2001:db8::/48", "*+promo@mail.example", "*.mail.example", "FR".
struct Pattern {
    PatternKind kind;
    std::string text;  // tidied: small letters, a country in capitals, a network without what its prefix leaves out

    // A network in CIDR form (a lone address is one), else a text with an '@' (an address), with a '.' (a domain), or
    // of two letters (a country). Addresses and domains may hold '*' and '?'. Problems with the field "pattern".
    static base::Result<Pattern, base::Problems> parse(std::string_view typed);
};

struct ListEntry {
    ListEntryId id;
    List list;
    std::string pattern;
    std::string reason;
    std::optional<base::Instant> expires_at;
    base::Instant created_at;
    std::string created_by;
    std::optional<base::Instant> ended_at;
    std::optional<std::string> ended_by;

    bool holds(base::Instant now) const { return !ended_at && (!expires_at || now < *expires_at); }
};

// A set of networks: one look for each length of prefix there is.
class NetworkSet {
public:
    // The text of a network that Pattern has parsed.
    void add(std::string_view network);
    bool contains(const http::ClientAddress& address) const;

private:
    struct Masked {
        unsigned prefix;  // over 128 bits
        http::ClientAddress address;
        auto operator<=>(const Masked&) const = default;
    };
    std::set<unsigned> prefixes_;
    std::set<Masked> networks_;
};

// Texts and patterns of them. Whole texts are found by one look, endings ("*@mail.example") by one for each length
// there is, other patterns are tried one after the other.
class GlobSet {
public:
    void add(std::string_view pattern);
    bool contains(std::string_view text) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Texts = std::unordered_set<std::string, Hash, std::equal_to<>>;
    Texts texts_, endings_;
    std::set<std::size_t> ending_sizes_;
    std::vector<std::string> globs_;
};
inline constexpr std::size_t kMostGlobs = 200;  // on one list at a time, so that a sign-on stays cheap

// Everything on one list.
struct Listed {
    NetworkSet networks;
    GlobSet addresses, domains, countries;
    bool is_empty = true;

    void add(const Pattern& pattern);
};

struct Lists {
    Listed allow, block, watch;
};
// Of those entries that hold now. Patterns that cannot be read any more are left out.
Lists lists_of(const std::vector<ListEntry>& entries, base::Instant now);

// Where they hold: a copy of the address, in small letters.
struct ListedFacts {
    const http::ClientAddress& client;
    std::string_view address, domain, country;
};
struct ListHit {
    bool network = false, sender = false;  // sender: its address, domain or country
    bool any() const { return network || sender; }
};
ListHit hit_of(const Listed& listed, const ListedFacts& facts);

}  // namespace fraud_guard

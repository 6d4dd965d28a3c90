#include "features/fraud_guard/lists_service.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "features/fraud_guard/glob.h"

namespace fraud_guard {
namespace {

constexpr std::size_t kLongestPattern = 254;
constexpr unsigned kMappedBits = 96;
constexpr unsigned kWidestV4 = 8;
constexpr unsigned kWidestV6 = 16;
constexpr std::array<std::string_view, 3> kNames{"allow", "block", "watch"};

bool is_two_letters(std::string_view text) {
    return text.size() == 2 && std::ranges::all_of(text, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
}

bool says_nothing(std::string_view text) { return text.find_first_not_of("*?.@") == std::string_view::npos; }

std::string in_capitals(std::string_view text) {
    std::string capitals{text};
    for (char& c : capitals) c = static_cast<char>(c & ~0x20);
    return capitals;
}

http::ClientAddress first_bits(const http::ClientAddress& address, unsigned bits) {
    auto bytes = address.bytes();
    for (unsigned i = 0; i < bytes.size(); ++i) {
        const unsigned kept = bits <= i * 8 ? 0 : std::min(bits - i * 8, 8U);
        bytes[i] = static_cast<std::uint8_t>(bytes[i] & (0xff00U >> kept));
    }
    return http::ClientAddress{bytes};
}

// The network that a text which Network::parse() takes means; bits count over the sixteen bytes.
struct Meant {
    http::ClientAddress first;
    unsigned bits;
};
std::optional<Meant> meant_by(std::string_view network) {
    const auto slash = network.find('/');
    const auto written = network.substr(0, slash);
    const auto address = http::ClientAddress::parse(written);
    if (!address) return std::nullopt;
    const bool is_short = address->is_v4() && !written.contains(':');
    unsigned prefix = is_short ? 128 - kMappedBits : 128;
    if (slash != std::string_view::npos)
        std::from_chars(network.data() + slash + 1, network.data() + network.size(), prefix);
    const unsigned bits = prefix + (is_short ? kMappedBits : 0);
    return Meant{first_bits(*address, bits), bits};
}

// As it stands on a list: one network is written in one way, "192.0.2.0/24" however it was typed.
std::string text_of(const Meant& meant) {
    const bool is_v4 = meant.first.is_v4();
    if (meant.bits == 128) return meant.first.text();
    return meant.first.text() + "/" + std::to_string(meant.bits - (is_v4 ? kMappedBits : 0));
}

// A network so wide that it is no group of people any more: a mistyped prefix would shut everybody out. That is also
// one of IPv6 that begins with so many zeros that all of IPv4 lies in it.
bool is_too_wide(const Meant& network) {
    static const http::ClientAddress kSomebody = *http::ClientAddress::parse("192.0.2.7");
    if (network.bits >= kMappedBits && network.first.is_v4()) return network.bits < kMappedBits + kWidestV4;
    return network.bits < kWidestV6 || network.first == first_bits(kSomebody, network.bits);
}

base::Problems matches_everybody() {
    return {{"pattern", base::message("This would match everybody. Please say it more closely.")}};
}

base::Problems not_understood() {
    return {{"pattern", base::message("Please give a network like 192.0.2.0/24, an address like *@mail.example, a "
                                      "domain like *.mail.example, or a country like FR.")}};
}

}  // namespace

std::string_view name_of(List list) { return kNames[static_cast<std::size_t>(list)]; }

std::optional<List> list_of(std::string_view name) {
    for (const List list : kLists)
        if (name_of(list) == name) return list;
    return std::nullopt;
}

base::Result<Pattern, base::Problems> Pattern::parse(std::string_view typed) {
    const std::string text = base::lower_ascii(base::collapse_spaces(typed));
    if (text.empty()) return base::Problems{{"pattern", base::message("Please say what to put on the list.")}};
    if (text.size() > kLongestPattern || text.contains(' ') || !base::is_valid_utf8(text)) return not_understood();
    if (http::Network::parse(text)) {
        const auto meant = meant_by(text);
        if (!meant || is_too_wide(*meant)) return matches_everybody();
        return Pattern{PatternKind::network, text_of(*meant)};
    }
    if (text.contains('/') || text.contains(':')) return not_understood();
    if (is_two_letters(text)) return Pattern{PatternKind::country, in_capitals(text)};
    if (says_nothing(text)) return matches_everybody();
    if (std::ranges::count(text, '@') > 1) return not_understood();
    if (text.contains('@')) return Pattern{PatternKind::address, text};
    if (text.contains('.')) return Pattern{PatternKind::domain, text};
    return not_understood();
}

void NetworkSet::add(std::string_view network) {
    const auto meant = meant_by(network);
    if (!meant) return;
    prefixes_.insert(meant->bits);
    networks_.insert({meant->bits, meant->first});
}

bool NetworkSet::contains(const http::ClientAddress& address) const {
    return std::ranges::any_of(prefixes_, [&](unsigned prefix) {
        if (prefix < kMappedBits && address.is_v4()) return false;  // an IPv6 network holds no IPv4 address
        return networks_.contains(Masked{prefix, first_bits(address, prefix)});
    });
}

void GlobSet::add(std::string_view pattern) {
    if (!is_glob(pattern)) {
        texts_.emplace(pattern);
    } else if (pattern.front() == '*' && !is_glob(pattern.substr(1))) {
        endings_.emplace(pattern.substr(1));
        ending_sizes_.insert(pattern.size() - 1);
    } else {
        globs_.emplace_back(pattern);
    }
}

bool GlobSet::contains(std::string_view text) const {
    const auto ends_so = [&](std::size_t size) {
        return size <= text.size() && endings_.contains(text.substr(text.size() - size));
    };
    return (!texts_.empty() && texts_.contains(text)) || std::ranges::any_of(ending_sizes_, ends_so) ||
           std::ranges::any_of(globs_, [&](const std::string& glob) { return matches_glob(glob, text); });
}

void Listed::add(const Pattern& pattern) {
    is_empty = false;
    switch (pattern.kind) {
        case PatternKind::network:
            return networks.add(pattern.text);
        case PatternKind::address:
            return addresses.add(pattern.text);
        case PatternKind::domain:
            return domains.add(pattern.text);
        case PatternKind::country:
            return countries.add(pattern.text);
    }
}

Lists lists_of(const std::vector<ListEntry>& entries, base::Instant now) {
    Lists lists;
    for (const ListEntry& entry : entries) {
        const auto pattern = Pattern::parse(entry.pattern);
        if (!entry.holds(now) || !pattern) continue;
        Listed& listed = entry.list == List::allow   ? lists.allow
                         : entry.list == List::block ? lists.block
                                                     : lists.watch;
        listed.add(*pattern);
    }
    return lists;
}

ListHit hit_of(const Listed& listed, const ListedFacts& facts) {
    if (listed.is_empty) return {};
    return {listed.networks.contains(facts.client), listed.addresses.contains(facts.address) ||
                                                        listed.domains.contains(facts.domain) ||
                                                        listed.countries.contains(facts.country)};
}

}  // namespace fraud_guard

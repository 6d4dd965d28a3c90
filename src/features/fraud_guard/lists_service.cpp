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

// A network so wide that it is no group of people any more: a mistyped prefix would shut everybody out. That is also
// one of IPv6 that begins with so many zeros that all of IPv4 lies in it.
bool is_too_wide(std::string_view network) {
    static const http::ClientAddress kSomebody = *http::ClientAddress::parse("192.0.2.7");
    const auto slash = network.find('/');
    if (slash == std::string_view::npos) return false;
    const auto address = http::ClientAddress::parse(network.substr(0, slash));
    unsigned prefix = 0;
    std::from_chars(network.data() + slash + 1, network.data() + network.size(), prefix);
    if (!address || prefix < (address->is_v4() ? kWidestV4 : kWidestV6)) return true;
    return !address->is_v4() && first_bits(*address, prefix) == first_bits(kSomebody, prefix);
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
        if (is_too_wide(text)) return matches_everybody();
        return Pattern{PatternKind::network, text};
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
    const auto slash = network.find('/');
    const auto address = http::ClientAddress::parse(network.substr(0, slash));
    if (!address) return;
    const unsigned offset = address->is_v4() ? kMappedBits : 0;
    unsigned prefix = 128 - offset;
    if (slash != std::string_view::npos)
        std::from_chars(network.data() + slash + 1, network.data() + network.size(), prefix);
    prefixes_.insert(prefix + offset);
    networks_.insert({prefix + offset, first_bits(*address, prefix + offset)});
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

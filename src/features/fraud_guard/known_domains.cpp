#include "features/fraud_guard/known_domains.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "base/text.h"
#include "models/statistics/pack.h"

namespace fraud_guard {
namespace {

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using Domains = std::unordered_set<std::string, Hash, std::equal_to<>>;

Domains domains_of(std::string_view pack) {
    Domains domains;
    const auto table = statistics::table_of(statistics::shipped_pack(pack));
    for (const auto row : table.rows()) domains.emplace(row["domain"]);
    return domains;
}

}  // namespace

bool is_disposable(std::string_view domain) {
    static const Domains kDisposable = domains_of("fraud/disposable_domains");
    if (is_large_provider(domain)) return false;
    while (domain.contains('.')) {
        if (kDisposable.contains(domain)) return true;
        domain.remove_prefix(domain.find('.') + 1);
    }
    return false;
}

bool is_large_provider(std::string_view domain) {
    static const Domains kProviders = domains_of("fraud/mail_providers");
    return kProviders.contains(domain);
}

bool is_foreign(const DomainAndCountry& given) {
    static constexpr std::array<std::string_view, 18> kSoldAsWords{
        "ac", "ag", "ai", "am", "cc", "co", "eu", "fm", "gg", "im", "io", "la", "ly", "me", "sh", "to", "tv", "ws"};
    const auto code = given.domain.substr(given.domain.rfind('.') + 1);
    if (code.size() != 2 || given.country.size() != 2 || std::ranges::find(kSoldAsWords, code) != kSoldAsWords.end())
        return false;
    if (base::equals_ignoring_ascii_case(code, given.country)) return false;
    if (code == "uk" && given.country == "GB") return false;
    return !is_large_provider(given.domain);
}

}  // namespace fraud_guard

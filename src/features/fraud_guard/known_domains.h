// features/fraud_guard/known_domains.h - domains of email addresses that the program knows: disposable ones, large
// providers, and those that belong to a country. From data/fraud.
#pragma once
#include <string_view>

namespace fraud_guard {

// Small letters. On the list of disposable domains, or below one that is; never a large provider.
bool is_disposable(std::string_view domain);

// Where many people have their mailbox.
bool is_large_provider(std::string_view domain);

// Whether the domain ends in the code of a country other than this one (ISO 3166, two letters, capitals). Codes that
// are sold as words (.io, .me, .co, .tv and their like) belong to no country; .uk is that of GB. Large providers have
// customers everywhere: never foreign.
struct DomainAndCountry {
    std::string_view domain, country;
};
bool is_foreign(const DomainAndCountry& given);

}  // namespace fraud_guard

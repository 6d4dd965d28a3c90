#include "features/petitions/invalidation_conditions_service.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/petitions/count_change.h"
#include "people/place.h"
#include "platform/http/forms.h"
#include "platform/http/percent.h"
#include "platform/i18n/local_time.h"

namespace petitions {
namespace {

using Tick = SignatureForm::Tick;

constexpr std::size_t kLongestCondition = 200;
constexpr std::int64_t kHighestScore = 100;

struct TextCondition {
    std::string_view name;
    std::string ConditionForm::* text;
};
constexpr std::array kTextConditions{
    TextCondition{"name", &ConditionForm::name},       TextCondition{"address", &ConditionForm::address},
    TextCondition{"domain", &ConditionForm::domain},   TextCondition{"postal_code", &ConditionForm::postal_code},
    TextCondition{"network", &ConditionForm::network}, TextCondition{"region", &ConditionForm::region},
    TextCondition{"source", &ConditionForm::source},   TextCondition{"from", &ConditionForm::from},
    TextCondition{"until", &ConditionForm::until},     TextCondition{"least_score", &ConditionForm::least_score}};

// A pattern of LIKE that means these characters and nothing else.
std::string escaped(std::string_view text) {
    std::string pattern;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern;
}

// '*' and '?' as LIKE has them.
std::string pattern_of(std::string_view glob) {
    std::string pattern;
    for (const char c : base::lower_ascii(glob)) {
        if (c == '*')
            pattern += '%';
        else if (c == '?')
            pattern += '_';
        else
            pattern += escaped({&c, 1});
    }
    return pattern;
}

// The groups of an address that every address of the network begins with: "192.0." for 192.0.2.0/20. Groups that are
// zero in IPv6 may be written shorter, so they end it.
std::string common_start(std::string_view cidr) {
    const auto slash = cidr.find('/');
    const auto address = http::ClientAddress::parse(cidr.substr(0, slash));
    const auto bits = slash == std::string_view::npos ? std::nullopt : base::whole_number(cidr.substr(slash + 1));
    if (!address) return {};
    if (!bits) return escaped(address->text());
    constexpr std::int64_t kMappedBits = 96;  // "::ffff:192.0.2.0/120" is 192.0.2.0/24
    const bool is_mapped = address->is_v4() && cidr.contains(':');
    const char sign = address->is_v4() ? '.' : ':';
    const std::int64_t bits_of_group = address->is_v4() ? 8 : 16;
    const std::string text = address->text();
    std::string start;
    std::size_t at = 0;
    const std::int64_t all_known = is_mapped ? *bits - kMappedBits : *bits;
    for (std::int64_t known = bits_of_group; known <= all_known; known += bits_of_group) {
        const auto end = text.find(sign, at);
        if (end == std::string::npos) return start + escaped(std::string_view{text}.substr(at));
        if (sign == ':' && (end == at || text.substr(at, end - at) == "0")) break;
        start += text.substr(at, end + 1 - at);
        at = end + 1;
    }
    return start + "%";
}

bool is_region(std::string_view code) { return people::province_of(code) || people::Country::parse(code); }

bool lies_in(char letter, std::string_view region) {
    const std::string first{letter};
    const auto code = people::PostalCode::parse(first + "0A 0A0"),
               elsewhere = people::PostalCode::parse(first + "1E 1E1");
    return (code && people::code(people::province_of(*code)) == region) ||
           (elsewhere && people::code(people::province_of(*elsewhere)) == region);
}

// Between which postal codes those of this province lie: its first letters stand together in the alphabet, but for some
// that begin no code. Empty for a country.
void read_postal_codes(Conditions& conditions) {
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        if (!lies_in(letter, conditions.region)) continue;
        if (conditions.postal_from.empty()) conditions.postal_from = letter;
        conditions.postal_until = static_cast<char>(letter + 1);
    }
}

// "*tremblay" is of the family name and "ann*" of the given one, wherever they have no blank and no other sign of a
// pattern: then one column is compared, not two put together.
void read_name(const std::string& glob, Conditions& conditions) {
    const std::string pattern = pattern_of(glob);
    const auto is_plain = [](std::string_view rest) {
        return !rest.empty() && rest.find_first_of(" %_\\") == std::string_view::npos;
    };
    if (pattern.starts_with('%') && is_plain(std::string_view{pattern}.substr(1)))
        conditions.family_name = pattern;
    else if (pattern.ends_with('%') && is_plain(std::string_view{pattern}.substr(0, pattern.size() - 1)))
        conditions.given_name = pattern;
    else
        conditions.name = pattern;
}

bool is_too_long(const ConditionForm& form) {
    return std::ranges::any_of(kTextConditions, [&form](const TextCondition& condition) {
        return (form.*condition.text).size() > kLongestCondition || !base::is_valid_utf8(form.*condition.text);
    });
}

std::string upper_ascii(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

// What reading found, with what was wrong on the way.
struct Reading {
    Conditions conditions{};
    base::Problems problems{};

    void read_time(const std::string& text, std::string_view field, const i18n::TimeZone& zone, base::Instant& into) {
        if (text.empty()) return;
        const auto local = i18n::local_time_of(text);
        const auto at = local ? i18n::instant_of(*local, zone) : std::nullopt;
        if (at)
            into = *at;
        else
            problems.push_back({std::string{field}, base::message("Please give a day and a time.")});
    }
    void read_network(const std::string& text) {
        if (text.empty()) return;
        conditions.network = http::Network::parse(text);
        conditions.network_prefix = common_start(text);
        if (!conditions.network)
            problems.push_back(
                {"network", base::message("Please write the network like 192.0.2.0/24 or 2001:db8::/32.")});
    }
    void read_region(const std::string& text) {
        conditions.region = upper_ascii(text);
        if (!text.empty()) read_postal_codes(conditions);
        if (!text.empty() && !is_region(conditions.region))
            problems.push_back({"region", base::message("Please give a province or a country by its two letters.")});
    }
    void read_score(const std::string& text) {
        if (text.empty()) return;
        const auto score = base::whole_number(text);
        if (score && *score >= 0 && *score <= kHighestScore)
            conditions.least_score = *score;
        else
            problems.push_back({"least_score", base::message("Please give a number from 0 to 100.")});
    }
    void read_source(const std::string& text) {
        conditions.source = source_of(text);
        if (conditions.source != text)
            problems.push_back({"source", base::message("Please write the partner's code as it stands in the list.")});
    }
};

void append(std::string& query, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (!query.empty()) query += '&';
    query += name;
    query += '=';
    query += http::percent_encode(value);
}

}  // namespace

bool Conditions::needs_a_look() const {
    // The territories share a letter; "CA" are the few whose province is not known; and some countries have the letters
    // of a province: PE is Peru as well.
    const bool is_north = region == "NT" || region == "NU" || region == "CA";
    const bool is_both = people::province_of(region) && people::Country::parse(region);
    return network.has_value() || is_north || is_both;
}

bool Conditions::passes(const std::string& network_text, const std::string& country, const std::string& postal) const {
    const std::string wanted = people::province_of(region) ? "CA-" + region : region;
    if (!region.empty() && region_of(country, postal) != wanted) return false;
    if (!network) return true;
    const auto caller = http::ClientAddress::parse(network_text);
    return caller && network->contains(*caller);
}

base::Result<Conditions, base::Problems> read_conditions(const ConditionForm& form, const i18n::TimeZone& zone) {
    if (form == ConditionForm{})
        return base::Problems{{"", base::message("Please give at least one condition: none would mean everybody.")}};
    if (is_too_long(form)) return base::Problems{{"", base::message("One of the conditions is too long.")}};
    Reading reading;
    Conditions& conditions = reading.conditions;
    read_name(form.name, conditions);
    conditions.address = pattern_of(form.address);
    if (!form.domain.empty()) {
        conditions.domain = "%@" + escaped(base::lower_ascii(form.domain));
        conditions.domain_below = "%." + escaped(base::lower_ascii(form.domain));
    }
    if (!form.postal_code.empty()) conditions.postal_code = escaped(upper_ascii(form.postal_code)) + "%";
    conditions.reasons = form.reasons;
    conditions.marked = form.marked;
    reading.read_network(form.network);
    reading.read_region(form.region);
    reading.read_source(form.source);
    reading.read_time(form.from, "from", zone, conditions.from);
    reading.read_time(form.until, "until", zone, conditions.until);
    reading.read_score(form.least_score);
    if (!reading.problems.empty()) return std::move(reading.problems);
    return std::move(reading.conditions);
}

std::string query_of(const ConditionForm& form) {
    std::string query;
    for (const TextCondition& condition : kTextConditions) append(query, condition.name, form.*condition.text);
    if (form.reasons != 0) append(query, "reasons", std::to_string(form.reasons));
    if (form.marked == Tick::yes) append(query, "marked", "1");
    return query;
}

ConditionForm conditions_of(std::string_view query) {
    ConditionForm form;
    const auto fields = http::read_urlencoded(query);
    if (!fields) return form;
    for (const TextCondition& condition : kTextConditions)
        form.*condition.text = base::collapse_spaces(fields->view(condition.name));
    // One field with all bits, as stored, or one for each box that was ticked.
    for (const std::string& bits : fields->all("reasons")) form.reasons |= base::whole_number(bits).value_or(0);
    if (fields->is_ticked("marked")) form.marked = Tick::yes;
    return form;
}

}  // namespace petitions

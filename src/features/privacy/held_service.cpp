#include "features/privacy/held_service.h"

#include <algorithm>
#include <map>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/privacy/pages.h"
#include "features/privacy/store.h"
#include "people/addresses.h"
#include "people/store.h"
#include "platform/i18n/translator.h"

namespace privacy {
namespace {

namespace json = boost::json;

// Whether a value says anything: not null, not empty, not a list or an object of nothing.
bool says_anything(const json::value& value) {
    if (const auto* const object = value.if_object())
        return std::ranges::any_of(*object, [](const auto& member) { return says_anything(member.value()); });
    if (const auto* const array = value.if_array()) return std::ranges::any_of(*array, says_anything);
    if (const auto* const text = value.if_string()) return !text->empty();
    return !value.is_null();
}

json::array exports_of(const Services& services, const Access& access, db::Read& read) {
    json::array exports;
    for (const auto hash : addresses_of(read, access.address_hash))
        exports.push_back(json::parse(services.data.export_json(read, {hash})));
    return exports;
}

void indent(std::string& out, int depth) { out.append(1, '\n').append(static_cast<std::size_t>(depth) * 2, ' '); }

// With line ends, so that people can read it.
void write_pretty(std::string& out, const json::value& value, int depth) {
    const auto* const object = value.if_object();
    const auto* const array = value.if_array();
    if ((object == nullptr || object->empty()) && (array == nullptr || array->empty())) {
        out += json::serialize(value);
        return;
    }
    out += object != nullptr ? '{' : '[';
    bool is_first = true;
    const auto begin = [&] {
        if (!is_first) out += ',';
        is_first = false;
        indent(out, depth + 1);
    };
    if (object != nullptr)
        for (const auto& member : *object) {
            begin();
            out += json::serialize(json::string{member.key()}) + ": ";
            write_pretty(out, member.value(), depth + 1);
        }
    else
        for (const auto& item : *array) {
            begin();
            write_pretty(out, item, depth + 1);
        }
    indent(out, depth);
    out += object != nullptr ? '}' : ']';
}

// The newest row for each partner.
std::vector<people::Consent> standing_partner_consents(db::Read& read, std::int64_t address_hash) {
    std::map<std::string, people::Consent> newest;
    for (const auto& consent : people::consents(read, address_hash))
        if (consent.purpose == people::ConsentPurpose::partner) newest.insert_or_assign(consent.on_behalf_of, consent);
    std::vector<people::Consent> standing;
    for (auto& [partner, consent] : newest)
        if (consent.act == people::ConsentAct::given) standing.push_back(std::move(consent));
    return standing;
}

}  // namespace

std::optional<people::Person> person_of(db::Read& read, std::int64_t address_hash) {
    auto person = people::find_person_by_address(read, address_hash);
    if (!person || person->erased_at) return std::nullopt;
    return person;
}

std::vector<std::int64_t> addresses_of(db::Read& read, std::int64_t address_hash) {
    std::vector<std::int64_t> hashes{address_hash};
    if (const auto person = person_of(read, address_hash))
        for (const auto& address : people::addresses_of(read, person->id)) hashes.push_back(address.address_hash);
    std::ranges::sort(hashes);
    const auto repeated = std::ranges::unique(hashes);
    hashes.erase(repeated.begin(), repeated.end());
    return hashes;
}

std::string everything_json(const Services& services, const Access& access, db::Read& read) {
    const json::value all{{"made_at", i18n::machine_time(access.asked_at)},
                          {"addresses", exports_of(services, access, read)}};
    std::string text;
    write_pretty(text, all, 0);
    return text + "\n";
}

bool holds_anything(const Services& services, const Access& access, db::Read& read) {
    for (auto& exported : exports_of(services, access, read)) {
        if (auto* const object = exported.if_object()) object->erase("privacy");
        if (says_anything(exported)) return true;
    }
    return false;
}

std::vector<ports::PersonFact> facts_of(const Services& services, const Access& access, db::Read& read) {
    std::vector<ports::PersonFact> facts;
    for (const auto hash : addresses_of(read, access.address_hash))
        std::ranges::move(services.facts.all(read, {hash}, access.locale), std::back_inserter(facts));
    std::ranges::sort(facts, std::ranges::greater{}, &ports::PersonFact::at);
    return facts;
}

void erase_everywhere(const Services& services, std::int64_t address_hash, db::Write& write) {
    for (const auto hash : addresses_of(write, address_hash)) services.data.erase(write, {hash});
    store::record_erasure(write);
}

void withdraw_consents(const Services& services, const Access& access, db::Write& write) {
    const i18n::Translator t{access.locale};
    const std::string source = pages::my_data_path(access.locale);
    const people::ConsentWording words{"privacy.withdraw", access.locale, pages::withdraw_label(t)};
    if (const auto person = person_of(write, access.address_hash); person && services.mail_links.leave)
        services.mail_links.leave(write, {person->id, words, source, {}});
    for (const auto hash : addresses_of(write, access.address_hash))
        for (auto consent : standing_partner_consents(write, hash)) {
            consent.act = people::ConsentAct::withdrawn;
            consent.wording = words;
            consent.source = source;
            consent.network.clear();
            consent.at = write.now();
            consent.confirmed_at = write.now();
            consent.expires_at = std::nullopt;
            people::record_consent(write, consent);
        }
}

}  // namespace privacy

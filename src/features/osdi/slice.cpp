#include "features/osdi/slice.h"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/osdi/hal_api.h"
#include "features/osdi/news_api.h"
#include "features/osdi/records_api.h"
#include "features/osdi/store.h"
#include "people/merging.h"
#include "people/store.h"
#include "platform/auth/principal.h"
#include "ports/acting.h"

namespace osdi {
namespace {

constexpr auto kKept = base::days(7);

// Of the person, and of whoever was merged into them.
std::vector<store::Record> records_of(db::Read& read, ports::PersonKey key) {
    std::vector<store::Record> records;
    if (const auto person = people::find_person_by_address(read, key.address_hash))
        for (const auto self : people::selves(read, person->id))
            records.push_back({store::RecordKind::person, self.value});
    return records;
}

std::string export_person(db::Read& read, ports::PersonKey key) {
    boost::json::array identifiers;
    for (const auto& record : records_of(read, key))
        for (const auto& identifier : store::identifiers_of(read, record)) identifiers.emplace_back(identifier);
    return boost::json::serialize(identifiers);
}

void erase_person(db::Write& write, ports::PersonKey key) {
    for (const auto& record : records_of(write, key)) store::forget_identifiers(write, record);
}

}  // namespace

ports::SignatureRecords Slice::signature_records() const {
    return {[this](db::Read& read, ports::SignatureId id, ports::SignerShown shown) -> std::optional<std::string> {
        const auto signature = services_.signing.find(read, id);
        if (!signature || signature->standing != ports::SignatureStanding::confirmed) return std::nullopt;
        if (signature->email.empty()) return std::nullopt;
        const Root root{services_.frames.public_url()};
        const Making making{services_, read, root, signature->locale};
        const auto petition = services_.petitions.find_by_id(read, signature->petition, signature->locale);
        if (!petition) return std::nullopt;
        auto record = signature_json(making, *signature);
        record["add_tags"] = boost::json::array{};
        if (shown == ports::SignerShown::whole) record["person"] = signer_json(making, *signature);
        return fmt::format(R"("osdi:signature":{},"action_network:sponsor":{})", boost::json::serialize(record),
                           boost::json::serialize(sponsor_json(making, petition->level)));
    }};
}

ports::ListRecords Slice::list_records() const {
    return {[this](db::Read& read, const ports::ListNews& news, ports::SignerShown shown) {
        return members_of(services_, read, {news, shown});
    }};
}

void Slice::add_jobs(jobs::Handlers& handlers) const {
    handlers.daily("osdi.forget_requests", base::hours(9), [this](const jobs::Job& job) {
        services_.database.write([&](db::Write& write) { store::forget_requests(write, job.now - kKept); });
    });
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Consents of partners"),
            .path = "staff/partner-consents",
            .icon = "shield",
            .group = ports::StaffGroup::settings,
            .order = 815,
            .may_see = ports::whoever_may(auth::Permission::manage_settings)};
}

ports::PersonDataHolder person_data() { return {"osdi", export_person, erase_person}; }

std::optional<http::Response> api_error(const http::ErrorContext& context) {
    if (!context.path.starts_with(kPrefix)) return std::nullopt;
    return error_response({context.status, context.locale, context.problems});
}

}  // namespace osdi

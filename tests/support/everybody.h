// tests/support/everybody.h - everybody who may be mailed, as an audience: for tests and benches of what mails people
// without knowing the slice of segments. Header only.
#pragma once
#include "platform/db/transaction.h"
#include "ports/audience.h"

namespace test_support {

inline ports::AudienceMember audience_member(const db::Row& row) {
    const auto province = row.as<std::optional<std::string>>(8);
    return {.id = row.as<people::PersonId>(0),
            .address_hash = row.integer(1),
            .email = row.as<std::string>(2),
            .name = {row.as<std::string>(3), row.as<std::string>(4)},
            .locale = row.as<base::Locale>(5),
            .postal_code = row.as<std::string>(6),
            .place = row.as<std::string>(7),
            .province = province ? people::province_of(*province) : std::nullopt};
}

inline const db::Query<ports::AudienceMember(people::PersonId, base::Instant, std::int64_t, std::int64_t)>
    kEverybodyWhoMayBeMailed{
        R"(select person.id, address_hash, email, given_name, family_name, person.locale, postal_code, place,
                  person.province
           from mail_standing join person on person.id = person_id
           where person_id > $1 and allowed_until > $2 and suppression = 0 and paused_until <= $2
             and (topics_left_out & $3) = 0
           order by person_id limit $4)",
        audience_member};

inline ports::Audience everybody() {
    ports::Audience audience;
    audience.page = [](db::Read& read, const ports::AudienceQuestion& question, const ports::AudiencePage& page) {
        const auto topic = question.topic ? std::int64_t{1} << question.topic->value : 0;
        return read.all(kEverybodyWhoMayBeMailed, page.after, question.now, topic, page.limit);
    };
    audience.count = [page = audience.page](db::Read& read, const ports::AudienceQuestion& question) {
        return static_cast<std::int64_t>(page(read, question, {.limit = 1'000'000'000}).size());
    };
    audience.segments = [](db::Read&, base::Locale) { return std::vector<ports::SegmentSummary>{}; };
    audience.segment = [](db::Read&, ports::SegmentId, base::Locale) -> std::optional<ports::SegmentSummary> {
        return std::nullopt;
    };
    return audience;
}

}  // namespace test_support

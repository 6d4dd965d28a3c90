#include <algorithm>
#include <set>

#include "people/addresses.h"
#include "people/mail_standing.h"
#include "people/mail_standing_changes.h"
#include "people/store.h"

namespace people {
namespace {

const db::Query<MailStanding(PersonId)> kStanding{
    R"(select allowed_until, joined_at, left_at, topics_left_out, most_per_week, paused_until, suppression
       from mail_standing where person_id = $1)",
    [](const db::Row& row) {
        return MailStanding{.allowed_until = row.as<base::Instant>(0),
                            .joined_at = row.as<base::Instant>(1),
                            .left_at = row.as<std::optional<base::Instant>>(2),
                            .preferences = {.left_out = {row.as<std::int64_t>(3)},
                                            .most_per_week = row.as<int>(4),
                                            .paused_until = row.as<base::Instant>(5)},
                            .suppression = row.as<SuppressionReason>(6)};
    }};
// Who comes back keeps the topics and the pace they chose, but not the pause.
const db::Command<void(PersonId, base::Instant, base::Instant)> kAllow{
    R"(insert into mail_standing (person_id, allowed_until, joined_at) values ($1, $2, $3)
       on conflict (person_id) do update set allowed_until = excluded.allowed_until, joined_at = excluded.joined_at,
           left_at = null, paused_until = 0)"};
const db::Command<void(PersonId, base::Instant)> kDisallow{
    "update mail_standing set allowed_until = 0, left_at = $2 where person_id = $1"};
// As kAllow, but the pause stays.
const db::Command<void(PersonId, base::Instant, base::Instant)> kSettle{
    R"(insert into mail_standing (person_id, allowed_until, joined_at) values ($1, $2, $3)
       on conflict (person_id) do update set allowed_until = excluded.allowed_until, joined_at = excluded.joined_at,
           left_at = null)"};
const db::Command<void(PersonId, std::optional<base::Instant>)> kStop{
    "update mail_standing set allowed_until = 0, left_at = $2 where person_id = $1"};
const db::Command<void(PersonId)> kFollowPerson{
    R"(update mail_standing set
           locale = (select locale from person where id = $1), country = (select country from person where id = $1),
           province = (select province from person where id = $1),
           district = (select substr(postal_code, 1, 3) from person where id = $1),
           level_id = (select level_id from person where id = $1),
           suppression = coalesce((select m.reason from mail_suppression m join person p
                                   on m.address_hash = p.address_hash where p.id = $1), 0)
       where person_id = $1)"};
const db::Command<void(PersonId)> kForget{"delete from mail_standing where person_id = $1"};
const db::Command<void(PersonId, std::int64_t, int, base::Instant)> kChangePreferences{
    "update mail_standing set topics_left_out = $2, most_per_week = $3, paused_until = $4 where person_id = $1"};

const db::Command<void(std::int64_t, SuppressionReason, std::string_view, base::Instant)> kSuppress{
    R"(insert into mail_suppression (address_hash, reason, detail, at) values ($1, $2, $3, $4)
       on conflict (address_hash) do update set reason = excluded.reason, detail = excluded.detail, at = excluded.at)"};
const db::Command<void(std::int64_t)> kLift{"delete from mail_suppression where address_hash = $1"};
const db::Command<void(std::int64_t, SuppressionReason)> kFollowSuppression{
    R"(update mail_standing set suppression = $2
       where person_id in (select id from person where address_hash = $1))"};
const db::Query<Suppression(std::int64_t)> kSuppression{
    "select address_hash, reason, detail, at from mail_suppression where address_hash = $1",
    db::columns<Suppression, std::int64_t, SuppressionReason, std::string, base::Instant>};

Topic read_topic_row(const db::Row& row) {
    return {.bit = {row.as<int>(0)},
            .slug = row.as<std::string>(1),
            .name_en = row.as<std::string>(2),
            .name_fr = row.as<std::string>(3),
            .summary_en = row.as<std::string>(4),
            .summary_fr = row.as<std::string>(5),
            .position = row.as<int>(6),
            .retired_at = row.as<std::optional<base::Instant>>(7)};
}
const db::Query<Topic()> kTopics{
    "select bit, slug, name_en, name_fr, summary_en, summary_fr, position, retired_at from mail_topic "
    "order by position, bit",
    read_topic_row};
const db::Command<void(int, std::string_view, std::string_view, std::string_view, std::string_view, std::string_view,
                       int)>
    kInsertTopic{
        R"(insert into mail_topic (bit, slug, name_en, name_fr, summary_en, summary_fr, position)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing)"};
const db::Command<void(int, std::string_view, std::string_view, std::string_view, std::string_view, int,
                       std::optional<base::Instant>)>
    kChangeTopic{
        R"(update mail_topic set name_en = $2, name_fr = $3, summary_en = $4, summary_fr = $5, position = $6,
                                 retired_at = $7 where bit = $1)"};

// Whether mail goes to the address that the consent was given for.
bool is_in_use(db::Read& read, const Consent& consent) {
    const auto person = find_person(read, *consent.person);
    return !person || person->address_hash == consent.address_hash;
}

}  // namespace

bool may_be_mailed(const MailStanding& standing, std::optional<TopicBit> topic, base::Instant now) {
    if (standing.suppression != SuppressionReason::none || standing.allowed_until <= now) return false;
    if (standing.preferences.paused_until > now) return false;
    return !topic || !standing.preferences.left_out.holds(*topic);
}

std::optional<MailStanding> find_standing(db::Read& read, PersonId person) { return read.one(kStanding, person); }

void change_preferences(db::Write& write, PersonId person, const MailPreferences& preferences) {
    write.run(kChangePreferences, person, preferences.left_out.bits, preferences.most_per_week,
              preferences.paused_until);
}

void follow_consent(db::Write& write, const Consent& consent) {
    if (consent.purpose != ConsentPurpose::mail || !consent.person) return;
    if (consent.act == ConsentAct::withdrawn) {
        write.run(kDisallow, *consent.person, consent.at);
        return;
    }
    if (!is_in_use(write, consent)) return recompute_standing(write, *consent.person);
    write.run(kAllow, *consent.person, consent.expires_at.value_or(kForEver), consent.at);
    follow_person(write, *consent.person);
}

void follow_person(db::Write& write, PersonId person) { write.run(kFollowPerson, person); }

void recompute_standing(db::Write& write, PersonId person) {
    const auto addresses = addresses_of(write, person);
    if (addresses.empty()) return;
    const auto in_use = newest_consent(write, addresses.front().address_hash);
    std::optional<base::Instant> left;
    for (const PersonAddress& address : addresses) {
        const auto newest = newest_consent(write, address.address_hash);
        if (newest && newest->act == ConsentAct::withdrawn) left = std::max(left, std::optional{newest->at});
    }
    const bool is_given = in_use && in_use->act == ConsentAct::given;
    if (is_given && (!left || *left <= in_use->at))
        write.run(kSettle, person, in_use->expires_at.value_or(kForEver), in_use->at);
    else
        write.run(kStop, person, left);
    follow_person(write, person);
}

void stop_standing(db::Write& write, PersonId person) { write.run(kStop, person, std::nullopt); }

void forget_standing(db::Write& write, PersonId person) { write.run(kForget, person); }

void suppress(db::Write& write, const Suppression& suppression) {
    write.run(kSuppress, suppression.address_hash, suppression.reason, suppression.detail, suppression.at);
    write.run(kFollowSuppression, suppression.address_hash, suppression.reason);
}

void lift_suppression(db::Write& write, std::int64_t address_hash) {
    write.run(kLift, address_hash);
    write.run(kFollowSuppression, address_hash, SuppressionReason::none);
}

std::optional<Suppression> find_suppression(db::Read& read, std::int64_t address_hash) {
    return read.one(kSuppression, address_hash);
}

const std::string& Topic::name(base::Locale locale) const { return locale == base::Locale::french ? name_fr : name_en; }

const std::string& Topic::summary(base::Locale locale) const {
    return locale == base::Locale::french ? summary_fr : summary_en;
}

std::vector<Topic> topics(db::Read& read) {
    auto found = read.all(kTopics);
    std::erase_if(found, [](const Topic& topic) { return topic.retired_at.has_value(); });
    return found;
}

std::optional<TopicBit> insert_topic(db::Write& write, const Topic& topic) {
    std::set<int> used;
    for (const Topic& present : write.all(kTopics)) used.insert(present.bit.value);
    int bit = 0;
    while (used.contains(bit)) ++bit;
    if (bit >= kMostTopics) return std::nullopt;
    if (write.run(kInsertTopic, bit, topic.slug, topic.name_en, topic.name_fr, topic.summary_en, topic.summary_fr,
                  topic.position) == 0)
        return std::nullopt;
    return TopicBit{bit};
}

void change_topic(db::Write& write, const Topic& topic) {
    write.run(kChangeTopic, topic.bit.value, topic.name_en, topic.name_fr, topic.summary_en, topic.summary_fr,
              topic.position, topic.retired_at);
}

}  // namespace people

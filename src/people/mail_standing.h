// people/mail_standing.h - whether and how a person may be mailed: consent, their own choices, and addresses that must
// be left alone. record_consent() and erase_person() of people/store.h keep it up to date by themselves.
#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/locale.h"
#include "people/person.h"
#include "platform/db/transaction.h"

namespace people {

// A place in the set of topics, 0 to kMostTopics - 1.
struct TopicBit {
    int value;
    bool operator==(const TopicBit&) const = default;
};
inline constexpr int kMostTopics = 62;

// Topics that a person does not want. Whoever left none out also gets those that staff add later.
struct TopicSet {
    std::int64_t bits = 0;
    bool holds(TopicBit topic) const { return (bits >> topic.value & 1) != 0; }
    void add(TopicBit topic) { bits |= std::int64_t{1} << topic.value; }
    bool operator==(const TopicSet&) const = default;
};

// What people choose in their preferences.
struct MailPreferences {
    TopicSet left_out{};
    int most_per_week = 0;         // mails at most; 0: as many as there are
    base::Instant paused_until{};  // no mail before
};

// Why an address is not mailed whatever was agreed to. Stored by number.
enum class SuppressionReason : unsigned char {
    none = 0,
    unknown_address = 1,
    complaint = 2,
    refused = 3,
    by_staff = 4
};

// Express consent holds for ever.
inline constexpr base::Instant kForEver{std::numeric_limits<std::int64_t>::max()};

struct MailStanding {
    base::Instant allowed_until{};  // zero: not at all; kForEver: express consent
    base::Instant joined_at{};
    std::optional<base::Instant> left_at{};
    MailPreferences preferences{};
    SuppressionReason suppression = SuppressionReason::none;
};

// Whether a mail on this topic (nullopt: on none in particular) may leave now. most_per_week is not looked at: that is
// for whoever knows what was sent.
bool may_be_mailed(const MailStanding& standing, std::optional<TopicBit> topic, base::Instant now);

// nullopt: this person never consented.
std::optional<MailStanding> find_standing(db::Read& read, PersonId person);
// Nothing where the person never consented.
void change_preferences(db::Write& write, PersonId person, const MailPreferences& preferences);

struct Suppression {
    std::int64_t address_hash;
    SuppressionReason reason;  // not none
    std::string detail;        // at most 500 bytes: the other server's words, or those of staff
    base::Instant at{};
};
// The newest reason holds. The standing of the person of this address follows.
void suppress(db::Write& write, const Suppression& suppression);
void lift_suppression(db::Write& write, std::int64_t address_hash);
std::optional<Suppression> find_suppression(db::Read& read, std::int64_t address_hash);

struct Topic {
    TopicBit bit;
    std::string slug;
    std::string name_en, name_fr;
    std::string summary_en, summary_fr;
    int position = 0;
    std::optional<base::Instant> retired_at{};

    const std::string& name(base::Locale locale) const;
    const std::string& summary(base::Locale locale) const;
};
std::vector<Topic> topics(db::Read& read);  // those in use, by position
// nullopt: the slug is taken, or all bits are.
std::optional<TopicBit> insert_topic(db::Write& write, const Topic& topic);
void change_topic(db::Write& write, const Topic& topic);  // by its bit; the slug stays

}  // namespace people

// people/person_news.h - what becomes of people on the email list, for whoever follows it. A follower names a kind of
// job; while it is there each step queues one job of that kind, in the transaction of the step.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "people/consent.h"
#include "people/person.h"
#include "platform/db/transaction.h"

namespace people {

// joined: on the list, and was not before. agreed_again: was on it already. left: by a withdrawal, or since an implied
// consent ended. erased: for good.
enum class PersonStep : unsigned char { joined, agreed_again, left, erased };

struct PersonNews {
    PersonId person;
    PersonStep step;
    base::Instant at;
    bool operator==(const PersonNews&) const = default;
};

// The job's payload: "17 joined 1795348800000000".
std::string payload_of(const PersonNews& news);
std::optional<PersonNews> read_news(std::string_view payload);

enum class Following : unsigned char { no, yes };
// Both may be said again and again.
void follow_news(db::Write& write, std::string_view job_kind, Following following);

bool is_followed(db::Read& read);
// record_consent() and erase_person() of people/store.h tell by themselves.
void tell_news(db::Write& write, const PersonNews& news);

// As record_consent(), of one row of a file: nobody is told of it. Whoever takes in a million rows would otherwise
// order a million jobs, before which everything else waits.
ConsentId record_consent_of_file(db::Write& write, const Consent& consent);

}  // namespace people

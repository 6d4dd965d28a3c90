// people/mail_pace.h - who wants only so many mails a week, for whoever knows what was sent.
#pragma once
#include <vector>

#include "people/person.h"
#include "platform/db/transaction.h"

namespace people {

// Behind the first, up to and with the last.
struct PersonRange {
    PersonId behind, last;
};

struct PacedPerson {
    PersonId person;
    int most_per_week;  // above 0
};

// Of the people of this range those who set a limit, in the order of their ids.
std::vector<PacedPerson> paced_people(db::Read& read, const PersonRange& range);

}  // namespace people

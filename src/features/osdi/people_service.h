// features/osdi/people_service.h - people whom programs bring and change, through the doors that everybody goes
// through: what is known is filled in and not overwritten, answers keep their history, and nobody is on the list by a
// program's word alone unless the level lets the partner answer for it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "features/osdi/person_input.h"
#include "features/osdi/reach_service.h"
#include "features/osdi/services.h"
#include "people/person.h"
#include "platform/db/transaction.h"

namespace osdi {

// What a request asks about tags.
struct TagOrders {
    std::vector<std::string> add{}, remove{};
};
// add_tags and remove_tags of a body. Problems: as read_tags; and where there are some and the key has no scope for
// them.
base::Result<TagOrders, base::Problems> tag_orders(const http::Request& request, const boost::json::object& body);

struct Bringing {
    const http::Request& request;  // of somebody with a key
    const Reach& reach;
    const PersonInput& person;
    TagOrders tags{};
    std::string form{};  // slug of the form they filled in; empty: none
};

// The person of the primary address, made where there is none, filled in where something was not known. Problems: no
// address (email_addresses), or one that this key may not add (kForbidden): of somebody beyond its level, or who asked
// to be forgotten.
base::Result<people::PersonId, base::Problems> bring(const Services& services, const Bringing& bringing,
                                                     db::Write& write);

// Changes what the input states about this person. A name or a place that is stated replaces the one before, which the
// audit log notes by its field; another address is added and does not become the one in use. Problems: an address that
// is somebody else's.
base::Result<people::PersonId, base::Problems> change(const Services& services, const Bringing& bringing,
                                                      const people::Person& person, db::Write& write);

}  // namespace osdi

// ports/list_records.h - what happened to people on the email list as programs of partners read it, for slices that
// send it to them. The slice that answers to those programs gives it; app fills it in. Empty where nobody does.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "base/instant.h"
#include "people/person.h"
#include "platform/db/transaction.h"
#include "ports/list_door.h"
#include "ports/signature_records.h"

namespace ports {

// submitted: a form of the list was filled in and the address confirmed, also by who is on the list already.
enum class ListStep : unsigned char { joined, left, submitted, erased };

struct ListNews {
    people::PersonId person;
    ListStep step;
    base::Instant at;
    ListSignUpId sign_up{0};  // of submitted alone
};

struct ListRecords {
    // Members of a message as Action Network puts it into its webhooks, without the closing idempotency key:
    // "osdi:submission" for a form, "action_network:action" for who joined, and two of our own, "alltogether:departure"
    // and "alltogether:erasure"; each with "action_network:sponsor". nullopt: it is not so any more (who joined has
    // left, who left is back), or the person was erased and the step is another one.
    std::function<std::optional<std::string>(db::Read&, const ListNews&, SignerShown)> members{};
};

}  // namespace ports

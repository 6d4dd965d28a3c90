// ports/signature_records.h - a signature as programs of partners read it, for slices that send it to them. The slice
// that answers to those programs gives it; app fills it in. Empty where nobody does.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "platform/db/transaction.h"
#include "ports/petition_terms.h"

namespace ports {

// links: who signed is behind a link, which needs a key. whole: their names and addresses stand in the record too.
enum class SignerShown : unsigned char { links, whole };

struct SignatureRecords {
    // JSON with "osdi:signature" and "action_network:sponsor", as Action Network puts it into its webhooks, without the
    // closing idempotency key: two members of an object. nullopt: it does not count (any more), or its person was
    // erased.
    std::function<std::optional<std::string>(db::Read&, SignatureId, SignerShown)> members{};
};

}  // namespace ports

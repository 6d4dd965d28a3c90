// features/osdi/news_api.h - what happened to people on the list, as members of a webhook's message.
#pragma once
#include <optional>
#include <string>

#include "features/osdi/services.h"
#include "platform/db/transaction.h"
#include "ports/list_records.h"

namespace osdi {

struct WantedNews {
    const ports::ListNews& news;
    ports::SignerShown shown;
};

// As ports/list_records.h says.
std::optional<std::string> members_of(const Services& services, db::Read& read, const WantedNews& wanted);

}  // namespace osdi

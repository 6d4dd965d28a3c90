// features/delivery/content_service.h - reads through the ports what documents and checks are made of.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/delivery/content.h"
#include "features/delivery/petition_words.h"
#include "features/delivery/services.h"
#include "platform/db/transaction.h"
#include "ports/petitions.h"

namespace delivery {

// The text as it stands on paper: its Markdown read as plain words.
PetitionWords words_of(const ports::PetitionText& text);

SignedText signed_text_of(const ports::PetitionText& text);

// The newest frozen text in this language; nullopt where there is none.
std::optional<ports::PetitionText> newest_text(const Services& services, db::Read& read, ports::PetitionId petition,
                                               base::Locale locale);

// What a document says now. `head`: of the log, where there is one.
struct ContentWish {
    const ports::PetitionFacts& petition;
    const DocumentOrder& order;
    base::Instant now;
    std::optional<ports::SignedHead> head{};
};
Content gather(const Services& services, db::Read& read, const ContentWish& wish);

}  // namespace delivery

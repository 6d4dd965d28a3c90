// features/voices/consent_store.h - the words that were agreed to, word by word and version by version.
#pragma once
#include <optional>
#include <string>

#include "features/voices/voice.h"
#include "platform/db/transaction.h"

namespace voices::store {

// The words that are agreed to, found again or entered as the next version of their kind and language.
struct Wording {
    std::string kind;  // "publish", "guardian"
    base::Locale locale;
    std::string words;
};
WordingId ensure_wording(db::Write& write, const Wording& wording);
struct KnownWording {
    Wording wording;
    std::int64_t version;
};
std::optional<KnownWording> find_wording(db::Read& read, WordingId wording);
// "voices.publish/en/1"; "" for none.
std::string wording_name(db::Read& read, WordingId wording);

}  // namespace voices::store

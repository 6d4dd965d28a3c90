// ports/petitions.h - what other slices may read of petitions. The slice of petitions gives it; app fills it in.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "platform/db/transaction.h"
#include "ports/petition_terms.h"

namespace ports {

// A petition as it stands when asked for, with the title that pages of this language show.
struct PetitionFacts {
    PetitionId id;
    base::LevelId level;
    std::string slug;
    PetitionKind kind;
    PetitionStage stage;
    std::int64_t goal;  // 0: none
    std::optional<base::Instant> published_at;
    std::string title;  // of the draft where nothing is published
};

// One frozen version of its words in one language. It never changes again.
struct PetitionText {
    PetitionTextId id;
    PetitionId petition;
    base::Locale locale;
    std::int64_t version;  // 1, 2, ... for each language
    std::string title, lead;
    std::string body;  // Markdown
    base::Instant frozen_at;
};

// One person who agreed to be shown: "Maya T.", "Moncton".
struct PublicName {
    SignatureId signature;
    std::string name, place;
    base::Instant confirmed_at;
};

// Behind `after` (id 0: from the beginning), oldest first.
struct NamePage {
    SignatureId after{0};
    std::int64_t limit = 500;
};

// How petitions are read. All members are filled by the slice.
struct PetitionReader {
    std::function<std::optional<PetitionFacts>(db::Read&, std::string_view slug, base::Locale)> find;
    std::function<std::optional<PetitionFacts>(db::Read&, PetitionId, base::Locale)> find_by_id;
    // Every one, drafts too, newest first. There are tens.
    std::function<std::vector<PetitionFacts>(db::Read&, base::Locale)> all;
    // Frozen versions of one language, newest first; empty where there is none.
    std::function<std::vector<PetitionText>(db::Read&, PetitionId, base::Locale)> texts;
    std::function<std::optional<PetitionText>(db::Read&, PetitionTextId)> text;
    // Confirmed signers by class, from memory, at most a second old. Classes nobody signed in are missing.
    std::function<std::map<SignerClass, std::int64_t>(PetitionId)> counts;
    std::function<std::vector<PublicName>(db::Read&, PetitionId, const NamePage&)> names;
};

}  // namespace ports

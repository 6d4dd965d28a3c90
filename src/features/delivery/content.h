// features/delivery/content.h - what a document to hand over says: the texts, the figures, the proof. Pure.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/locale.h"
#include "features/delivery/document_order.h"
#include "features/delivery/paper.h"
#include "ports/count_proof.h"
#include "ports/count_regions.h"
#include "ports/petition_terms.h"

namespace delivery {

// One frozen version that people signed.
struct SignedText {
    base::Locale locale;
    std::int64_t version;
    std::string title, lead;
    std::vector<std::string> paragraphs;  // plain
    base::Instant frozen_at;
    std::string sha256;  // of title, lead and body as they are kept, parted by empty lines; 64 digits
};

// How many of the individuals who count signed one version in one language.
struct SignedVersion {
    base::Locale locale;
    std::int64_t version;
    base::Instant frozen_at;
    std::int64_t counted;
};

struct Content {
    DocumentOrder order;
    std::string campaign;  // its name, in the first language
    std::string address;   // of the petition's page, "https://..."
    int accent = 1;        // of its level
    ports::PetitionKind kind = ports::PetitionKind::petition;
    std::vector<SignedText> texts;  // every frozen version of the languages that are wanted, newest first in each
    std::map<ports::SignerClass, std::int64_t> counts;
    std::vector<ports::RegionCount> regions{};     // of individuals, the largest first
    std::vector<SignedVersion> signed_versions{};  // of both languages, newest first in each; empty where not known
    PaperCount on_paper;
    std::optional<ports::SignedHead> head;
    base::Instant counted_at;
};

// The newest text of a language; nullptr where there is none.
const SignedText* newest_text(const Content& content, base::Locale locale);

// Of one class; 0 where nobody signed.
std::int64_t count_of(const Content& content, ports::SignerClass signer_class);

}  // namespace delivery

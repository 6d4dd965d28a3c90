// features/delivery/document_order.h - a document to hand over, as staff order it: PDF or CSV, languages, names. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "platform/documents/document.h"
#include "ports/petition_terms.h"

namespace delivery {

using DocumentId = base::Id<struct DeliveryDocumentTag>;

enum class DocumentKind : unsigned char { pdf = 0, csv = 1 };

// Which of the names that may be shown stand in it, and how they are sorted.
enum class NameOrder : unsigned char { none = 0, by_name = 1, by_place = 2 };

struct DocumentOrder {
    DocumentKind kind = DocumentKind::pdf;
    std::vector<base::Locale> languages;  // one or both; the first is that of headings and of the file
    documents::Paper paper = documents::Paper::letter;
    NameOrder names = NameOrder::by_name;
    std::string recipient;  // 0..200 characters, on the cover
    bool operator==(const DocumentOrder&) const = default;
};

// As typed.
struct OrderForm {
    std::string kind, languages, paper, names, recipient;
};
base::Result<DocumentOrder, base::Problems> read_order(const OrderForm& form);
OrderForm form_of(const DocumentOrder& order);

// "en", "fr", "en,fr", "fr,en"; empty for anything else.
std::vector<base::Locale> languages_of(std::string_view text);
std::string text_of(const std::vector<base::Locale>& languages);

enum class DocumentState : unsigned char { ordered = 0, made = 1, given_up = 2 };

struct OrderedDocument {
    DocumentId id;
    ports::PetitionId petition;
    DocumentOrder order;
    base::Instant ordered_at;
    std::int64_t ordered_by_id;
    std::string ordered_by;
    DocumentState state;
    std::optional<base::Instant> made_at{};
    std::string file{};  // address in the store of files, which is its SHA-256
    std::int64_t bytes = 0, pages = 0, names = 0;
};

}  // namespace delivery

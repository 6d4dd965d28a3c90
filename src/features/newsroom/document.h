// features/newsroom/document.h - documents to take away with an item: what they are, by their bytes and not by their
// name, and where they stand. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/problem.h"
#include "base/result.h"

namespace newsroom {

using DocumentId = base::Id<struct NewsDocumentTag>;

// The most bytes that one may have.
inline constexpr std::size_t kLargestDocument = std::size_t{25} * 1024 * 1024;

enum class DocumentType : unsigned char { pdf, docx, xlsx, pptx, odt, ods, odp, csv, txt };

// "pdf", as file names end, and back.
std::string_view ending_of(DocumentType type);
std::optional<DocumentType> document_type_of(std::string_view ending);
// "application/pdf"
std::string_view media_type(DocumentType type);
// "PDF", "Word", "CSV": what readers call it, the same in both languages.
std::string_view name_of(DocumentType type);

// What the bytes are. The name is looked at for nothing but telling tables from other plain texts. The problem (field
// "file") says why they are not taken: empty, too large, of another kind, damaged, or with macros inside.
struct UploadedDocument {
    std::string_view bytes, name;
};
base::Result<DocumentType, base::Problems> type_of(const UploadedDocument& document);

// "/documents/17325/brief-on-water.pdf": made of the uploaded name, whatever it held.
std::string document_path(DocumentId id, std::string_view uploaded_name, DocumentType type);

// The number in such a path; nullopt for any other address.
std::optional<DocumentId> document_in(std::string_view path);

}  // namespace newsroom

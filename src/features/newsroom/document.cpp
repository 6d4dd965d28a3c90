#include "features/newsroom/document.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/newsroom/item.h"

namespace newsroom {
namespace {

struct Kind {
    DocumentType type;
    std::string_view ending, media_type, name;
};
constexpr std::array kKinds{
    Kind{DocumentType::pdf, "pdf", "application/pdf", "PDF"},
    Kind{DocumentType::docx, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"},
    Kind{DocumentType::xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"},
    Kind{DocumentType::pptx, "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
         "PowerPoint"},
    Kind{DocumentType::odt, "odt", "application/vnd.oasis.opendocument.text", "OpenDocument"},
    Kind{DocumentType::ods, "ods", "application/vnd.oasis.opendocument.spreadsheet", "OpenDocument"},
    Kind{DocumentType::odp, "odp", "application/vnd.oasis.opendocument.presentation", "OpenDocument"},
    Kind{DocumentType::csv, "csv", "text/csv; charset=utf-8", "CSV"},
    Kind{DocumentType::txt, "txt", "text/plain; charset=utf-8", "TXT"},
};

const Kind& kind_of(DocumentType type) { return *std::ranges::find(kKinds, type, &Kind::type); }

std::size_t little_endian(std::string_view bytes) {
    std::size_t number = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return number;
}

// ---- Zip (APPNOTE.TXT 4.3): the names in its directory. Nothing is unpacked.

constexpr std::size_t kMostEntries = 5'000;
constexpr std::size_t kEndLength = 22, kEntryLength = 46;

// Behind the end record stands a comment of 65,535 bytes at most.
std::size_t end_of_directory(std::string_view zip) {
    constexpr std::size_t kLongestComment = 65'535;
    if (zip.size() < kEndLength) return std::string_view::npos;
    const auto at = zip.rfind("PK\x05\x06", zip.size() - kEndLength);
    const bool is_near = at != std::string_view::npos && zip.size() - kEndLength - at <= kLongestComment;
    return is_near ? at : std::string_view::npos;
}

// nullopt where the directory is damaged or longer than any document's.
std::optional<std::vector<std::string_view>> names_in(std::string_view zip) {
    const auto end = end_of_directory(zip);
    if (end == std::string_view::npos) return std::nullopt;
    const auto entries = little_endian(zip.substr(end + 10, 2));
    auto at = little_endian(zip.substr(end + 16, 4));
    if (entries > kMostEntries) return std::nullopt;
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < entries; ++i) {
        if (at > end || end - at < kEntryLength || zip.substr(at, 4) != "PK\x01\x02") return std::nullopt;
        const auto name = little_endian(zip.substr(at + 28, 2));
        const auto rest = little_endian(zip.substr(at + 30, 2)) + little_endian(zip.substr(at + 32, 2));
        if (end - at - kEntryLength < name + rest) return std::nullopt;
        names.push_back(zip.substr(at + kEntryLength, name));
        at += kEntryLength + name + rest;
    }
    return names;
}

struct Mark {
    DocumentType type;
    std::string_view entry;
};
constexpr std::array kOfficeMarks{Mark{DocumentType::docx, "word/document.xml"},
                                  Mark{DocumentType::xlsx, "xl/workbook.xml"},
                                  Mark{DocumentType::pptx, "ppt/presentation.xml"}};

// OpenDocument begins with an unpacked entry "mimetype" (part 3, 3.3).
std::optional<DocumentType> open_document_type(std::string_view zip) {
    constexpr std::size_t kName = 30;
    if (zip.size() < kName || zip.substr(kName, 8) != "mimetype") return std::nullopt;
    const auto begin = kName + 8 + little_endian(zip.substr(28, 2));
    if (begin > zip.size()) return std::nullopt;
    const auto length = little_endian(zip.substr(18, 4));
    for (const DocumentType type : {DocumentType::odt, DocumentType::ods, DocumentType::odp})
        if (zip.substr(begin, length) == media_type(type)) return type;
    return std::nullopt;
}

base::Problems problem(base::Message message) { return {{"file", message}}; }

base::Problems other_kind() {
    return problem(
        base::message("This kind of file is not taken. PDF, Word, Excel, PowerPoint, OpenDocument, CSV and plain "
                      "text are."));
}

base::Problems damaged() {
    return problem(base::message("The file is damaged: save it anew where you wrote it, then send it again."));
}

base::Result<DocumentType, base::Problems> type_of_zip(std::string_view zip) {
    const auto names = names_in(zip);
    if (!names) return damaged();
    if (std::ranges::any_of(*names, [](auto name) { return name.contains("vbaProject.bin"); }))
        return problem(base::message("There are macros in this file. Save it without macros, or as PDF."));
    if (const auto type = open_document_type(zip)) return *type;
    for (const auto& [type, entry] : kOfficeMarks)
        if (std::ranges::find(*names, entry) != names->end()) return type;
    return other_kind();
}

// A PDF that was cut short has no end (ISO 32000-1, 7.5.5).
base::Result<DocumentType, base::Problems> type_of_pdf(std::string_view pdf) {
    constexpr std::size_t kEndLooked = 2'048;
    const auto end = pdf.substr(pdf.size() - std::min(pdf.size(), kEndLooked));
    if (!end.contains("%%EOF")) return damaged();
    return DocumentType::pdf;
}

bool is_plain_text(std::string_view bytes) {
    const auto is_control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    };
    return base::is_valid_utf8(bytes) && std::ranges::none_of(bytes, is_control);
}

std::string_view without_folders(std::string_view name) {
    const auto slash = name.find_last_of("/\\");
    return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

}  // namespace

std::string_view ending_of(DocumentType type) { return kind_of(type).ending; }

std::optional<DocumentType> document_type_of(std::string_view ending) {
    const auto* const found = std::ranges::find(kKinds, ending, &Kind::ending);
    return found == kKinds.end() ? std::nullopt : std::optional{found->type};
}

std::string_view media_type(DocumentType type) { return kind_of(type).media_type; }

std::string_view name_of(DocumentType type) { return kind_of(type).name; }

base::Result<DocumentType, base::Problems> type_of(const UploadedDocument& document) {
    const auto bytes = document.bytes;
    if (bytes.empty()) return problem(base::message("Please choose a file."));
    if (bytes.size() > kLargestDocument) return problem(base::message("The file is too large: at most 25 megabytes."));
    if (bytes.starts_with("%PDF-")) return type_of_pdf(bytes);
    if (bytes.starts_with("PK\x03\x04")) return type_of_zip(bytes);
    if (!is_plain_text(bytes)) return other_kind();
    return base::lower_ascii(document.name).ends_with(".csv") ? DocumentType::csv : DocumentType::txt;
}

std::string document_path(DocumentId id, std::string_view uploaded_name, DocumentType type) {
    const auto name = without_folders(uploaded_name);
    auto words = proposed_slug(name.substr(0, name.find_last_of('.')), std::nullopt);
    if (words == "item") words = "document";
    return fmt::format("/documents/{}/{}.{}", id.value, words, ending_of(type));
}

std::optional<DocumentId> document_in(std::string_view path) {
    constexpr std::string_view kFolder = "/documents/";
    if (!path.starts_with(kFolder)) return std::nullopt;
    path.remove_prefix(kFolder.size());
    return base::id_from<DocumentId>(path.substr(0, path.find('/')));
}

}  // namespace newsroom

#include "features/delivery/paper.h"

#include <algorithm>

#include "features/delivery/field_reader.h"

namespace delivery {
namespace {

constexpr std::int64_t kMostSheets = 100'000, kMostSignatures = 10'000'000;

struct Kind {
    ScanType type;
    std::string_view name, media_type, begin;
};
constexpr std::array kKinds{Kind{ScanType::pdf, "pdf", "application/pdf", "%PDF-"},
                            Kind{ScanType::jpeg, "jpeg", "image/jpeg", "\xFF\xD8\xFF"},
                            Kind{ScanType::png, "png", "image/png", "\x89PNG\r\n\x1a\n"}};

const Kind& kind_of(ScanType type) { return *std::ranges::find(kKinds, type, &Kind::type); }

base::Problems problem(base::Message message) { return {{"file", message}}; }

// A PDF that was cut short has no end (ISO 32000-1, 7.5.5); a JPEG ends with its mark, a PNG with the chunk IEND.
bool is_whole(ScanType type, std::string_view bytes) {
    constexpr std::size_t kEndLooked = 2'048;
    const auto end = bytes.substr(bytes.size() - std::min(bytes.size(), kEndLooked));
    switch (type) {
        case ScanType::pdf:
            return end.contains("%%EOF");
        case ScanType::jpeg:
            return end.contains("\xFF\xD9");
        case ScanType::png:
            return end.contains("IEND");
    }
    return false;
}

}  // namespace

base::Result<BatchWords, base::Problems> read_batch(const ports::NamedTexts& typed, base::Day today) {
    FieldReader fields{typed};
    const auto received_on = fields.day("received_on");
    if (!received_on && ports::text_of(typed, "received_on").empty())
        fields.problem("received_on", base::message("Please say on which day the sheets came."));
    if (received_on && *received_on > today) fields.problem("received_on", base::message("This day is still to come."));
    BatchWords words{.received_on = received_on.value_or(base::Day{}),
                     .place = fields.line("place", {0, 200}),
                     .collector = fields.line("collector", {0, 200}),
                     .sheets = fields.number("sheets", kMostSheets),
                     .valid = fields.number("valid", kMostSignatures),
                     .refused = fields.number("refused", kMostSignatures),
                     .note = fields.text("note", {0, 2'000})};
    if (words.sheets == 0 && fields.problems().empty())
        fields.problem("sheets", base::message("Please say how many sheets there are."));
    if (words.valid + words.refused == 0 && fields.problems().empty())
        fields.problem("valid", base::message("Please count the signatures."));
    if (!fields.problems().empty()) return fields.problems();
    return words;
}

ports::NamedTexts named(const BatchWords& words) {
    return {{"received_on", base::iso(words.received_on)},
            {"place", words.place},
            {"collector", words.collector},
            {"sheets", std::to_string(words.sheets)},
            {"valid", std::to_string(words.valid)},
            {"refused", std::to_string(words.refused)},
            {"note", words.note}};
}

std::string_view name_of(ScanType type) { return kind_of(type).name; }
std::string_view media_type(ScanType type) { return kind_of(type).media_type; }

std::optional<ScanType> scan_type_named(std::string_view name) {
    const auto* const found = std::ranges::find(kKinds, name, &Kind::name);
    return found == kKinds.end() ? std::nullopt : std::optional{found->type};
}

base::Result<ScanType, base::Problems> scan_type_of(std::string_view bytes) {
    if (bytes.empty()) return problem(base::message("Please choose a file."));
    if (bytes.size() > kLargestScan) return problem(base::message("The file is too large: at most 25 megabytes."));
    for (const Kind& kind : kKinds) {
        if (!bytes.starts_with(kind.begin)) continue;
        if (!is_whole(kind.type, bytes))
            return problem(base::message("The file is damaged: scan or save it anew, then send it again."));
        return kind.type;
    }
    return problem(base::message("This kind of file is not taken. PDF, JPEG and PNG are."));
}

std::string harmless_name(std::string_view uploaded, ScanType type) {
    const auto folder = uploaded.find_last_of("/\\");
    if (folder != std::string_view::npos) uploaded.remove_prefix(folder + 1);
    std::string name;
    for (const char c : base::collapse_spaces(uploaded.substr(0, uploaded.find_last_of('.'))))
        if (!std::string_view{"\"'<>:|?*%;"}.contains(c)) name += c;
    name = base::first_characters(name, 110);
    if (name.empty() || name.front() == '.') name.insert(0, "scan");
    return name + "." + std::string{name_of(type)};
}

}  // namespace delivery

#include "ports/scans.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace ports {
namespace {

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

http::Response kept_file(const files::FileStore& files, const KeptFile& kept) {
    const auto address = files::Address::parse(kept.file);
    auto bytes = address ? files.read(*address) : std::nullopt;
    if (!bytes) return http::not_found();
    auto response = http::download({kept.name, kept.type, *std::move(bytes)});
    response.headers.add({"Content-Security-Policy", "default-src 'none'; sandbox"});
    return response;
}

}  // namespace ports

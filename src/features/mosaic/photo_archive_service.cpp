#include "features/mosaic/photo_archive_service.h"

#include <array>

#include <fmt/format.h>

#include "base/csv_cell.h"
#include "platform/files/zip_stream.h"
#include "platform/i18n/translator.h"

namespace mosaic {
namespace {

constexpr std::int64_t kVoicesAtOnce = 500;

std::string file_name(const ports::Voice& voice) { return fmt::format("photos/{}.jpg", voice.id.value); }

std::string csv_line(const ports::Voice& voice) {
    const std::array<std::string, 9> cells{file_name(voice),
                                           voice.name,
                                           voice.place,
                                           voice.province ? std::string{people::code(*voice.province)} : std::string{},
                                           std::string{base::code(voice.locale)},
                                           voice.message,
                                           voice.alt,
                                           i18n::machine_time(voice.approved_at),
                                           voice.consent};
    std::string line;
    for (const auto& cell : cells) line += (&cell == cells.data() ? "" : ",") + base::csv_cell(cell);
    return line + "\r\n";
}

// Shows every voice with a photo and a consent.
template <class Visit>
void each_photo(db::Read& read, const ports::VoiceReader& voices, const Visit& visit) {
    ports::VoicePage page{.limit = kVoicesAtOnce, .with = ports::VoicesWith::picture};
    while (true) {
        const auto part = voices.shown(read, page);
        for (const auto& voice : part)
            if (voice.has_picture() && !voice.consent.empty()) visit(voice);
        if (std::ssize(part) < kVoicesAtOnce) return;
        page.after = part.back().id;
    }
}

}  // namespace

http::BodyMaker photo_archive(const Services& services, base::Instant now) {
    return [&services, now](db::Read& read, const http::PartWriter& write) {
        files::ZipStream archive{write};
        std::string credits =
            "\xEF\xBB\xBF"
            "file,name,place,province,language,message,description,approved_at,consent\r\n";
        each_photo(read, services.voices, [&](const ports::Voice& voice) {
            credits += csv_line(voice);
            const auto photo = [&bytes = services.voices.bytes, file = voice.jpeg.back().file] {
                return bytes(file).value_or("");
            };
            archive.add({.name = file_name(voice), .changed_at = voice.approved_at, .content = photo});
        });
        archive.add({.name = "credits.csv", .changed_at = now, .content = [&credits] { return credits; }});
        archive.finish();
    };
}

}  // namespace mosaic

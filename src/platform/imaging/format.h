// platform/imaging/format.h - which format some bytes claim to be, by how they begin.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/imaging/picture.h"

namespace imaging {

// Only what is taken: JPEG (FF D8 FF), PNG, WebP in RIFF, and ISO media files (ftyp) whose major brand is one of HEIC
// or AVIF. nullopt for anything else, whatever its name says. Reads at most the first 12 bytes.
std::optional<SourceFormat> format_of(std::string_view bytes);

// A WebP with its pixels alone (RFC 9649): libvips 8.14 writes an EXIF chunk into each, asked for or not. What is no
// WebP of one still comes back as it is.
std::string bare_webp(std::string_view bytes);

// A PNG without its texts (tEXt, zTXt, iTXt), which a decoder unpacks, however long they become, and nobody ever sees.
// Other bytes come back as they are.
std::string without_texts(std::string bytes);

// Whether it says of itself that it is a sequence of pictures: the major brands avis and msf1 (ISO/IEC 23008-12).
bool is_heif_sequence(std::string_view bytes);

}  // namespace imaging

// platform/html/embedded_fonts.h - the fonts of the web pages for what is drawn here: share cards and documents. They
// travel inside the program; fontconfig learns of them at first use.
#pragma once

namespace html {

// headline: Archivo, upright, weight 100..900, width 62..125. text: Source Serif, upright and italic, weight 200..900.
enum class EmbeddedFace : unsigned char { headline, text };

// The family by which fontconfig, and so Pango, knows the face in this program; the system's sans or serif where the
// build brought no fonts. Letters that a face lacks come from the system's fonts. From any thread; the first call takes
// some milliseconds. A font map made before the first call may not know them.
[[nodiscard]] const char* family_of(EmbeddedFace face);

}  // namespace html

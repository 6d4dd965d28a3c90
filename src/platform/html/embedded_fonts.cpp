#include "platform/html/embedded_fonts.h"

#include <string>
#include <string_view>

#include <fontconfig/fontconfig.h>
#include <freetype/freetype.h>
#include <freetype/tttables.h>
#include <sys/mman.h>
#include <unistd.h>

#include "platform/html/assets.h"

// Fontconfig keeps pointers as offsets, which the leak checker of the test build cannot follow.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
extern "C" const char* __lsan_default_suppressions();                                    // NOLINT: the sanitizer's name
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }  // NOLINT
#endif
#endif

namespace html {
namespace {

// The WOFF2 file unpacked to a plain font, which is what Pango's shaper reads; empty when FreeType cannot.
std::string unpacked_font(std::string_view woff2) {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    std::string font;
    if (FT_Init_FreeType(&library) != 0) return font;
    const auto* bytes = reinterpret_cast<const FT_Byte*>(woff2.data());
    if (FT_New_Memory_Face(library, bytes, static_cast<FT_Long>(woff2.size()), 0, &face) == 0) {
        FT_ULong size = 0;  // tag 0 stands for the whole file
        if (FT_Load_Sfnt_Table(face, 0, 0, nullptr, &size) == 0) font.resize(size);
        if (FT_Load_Sfnt_Table(face, 0, 0, reinterpret_cast<FT_Byte*>(font.data()), &size) != 0) font.clear();
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return font;
}

// Fontconfig reads files only: the font lies in a memory file, which stays open as long as the program.
std::string memory_file(std::string_view bytes) {
    const int file = memfd_create("embedded-font", MFD_CLOEXEC);
    if (file < 0 || ::write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) return {};
    return "/proc/self/fd/" + std::to_string(file);
}

// Makes one file known to this program's fontconfig, and says under which family; else empty.
std::string add_font(std::string_view asset_name) {
    const auto asset = find_asset(asset_url(asset_name).view());
    const auto font = asset ? unpacked_font(asset->content) : std::string{};
    const auto path = font.empty() ? std::string{} : memory_file(font);
    if (path.empty()) return {};
    FcConfig* const fonts = FcConfigGetCurrent();
    if (FcConfigAppFontAddFile(fonts, reinterpret_cast<const FcChar8*>(path.c_str())) == FcFalse) return {};
    const FcFontSet* const added = FcConfigGetFonts(fonts, FcSetApplication);
    FcChar8* family = nullptr;
    if (!added || added->nfont == 0) return {};
    if (FcPatternGetString(added->fonts[added->nfont - 1], FC_FAMILY, 0, &family) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(family);
}

struct Families {
    std::string headline, text;
};

// All at once, so that no font map is made between two of them.
Families add_fonts() {
    Families families{add_font("fonts/headline.woff2"), add_font("fonts/text.woff2")};
    for (const auto* const more :
         {"fonts/headline-extended.woff2", "fonts/text-extended.woff2", "fonts/text-italic.woff2"})
        add_font(more);
    if (families.headline.empty()) families.headline = "sans-serif";
    if (families.text.empty()) families.text = "serif";
    return families;
}

}  // namespace

const char* family_of(EmbeddedFace face) {
    static const Families families = add_fonts();
    return face == EmbeddedFace::headline ? families.headline.c_str() : families.text.c_str();
}

}  // namespace html

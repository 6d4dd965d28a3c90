// platform/imaging/maker.h - looks at pictures and makes them anew. Inside the worker only: whoever calls this lets
// foreign bytes near a decoder.
#pragma once
#include <string_view>

#include "base/result.h"
#include "platform/imaging/picture.h"
#include "platform/imaging/sheet.h"

namespace imaging {

struct Vips;

class Maker {
public:
    Maker(const Vips& vips, const Limits& limits) : vips_(vips), limits_(limits) {}

    // By first bytes and header: no pixel is decoded.
    base::Result<Inspection, Refusal> inspect(std::string_view bytes) const;

    // All sizes of the part that is wanted. The pixels go through bare memory, so that nothing else of the file comes
    // along: no EXIF, GPS, XMP, IPTC, comment, thumbnail or profile, whatever a saver might keep.
    base::Result<Made, Refusal> make(std::string_view bytes, const Order& order) const;

    // A sheet with its pieces in their order (sheet.h). A piece that cannot be read is damaged.
    base::Result<std::string, Refusal> draw(const Sheet& sheet) const;

private:
    const Vips& vips_;
    Limits limits_;
};

}  // namespace imaging

// platform/imaging/vips_image.h - an image of libvips that is let go at the end. For the worker's files only.
#pragma once
#include <memory>

#include "platform/imaging/vips_library.h"

namespace imaging {

struct Release {
    const Vips* vips = nullptr;
    void operator()(VipsImage* image) const { vips->g_object_unref(image); }
};

// Null: it could not be made.
using Image = std::unique_ptr<VipsImage, Release>;

// What an operation gave; failed: not 0 when it gave nothing.
inline Image image_of(const Vips& vips, int failed, VipsImage* out) {
    return Image{failed == 0 ? out : nullptr, Release{&vips}};
}

}  // namespace imaging

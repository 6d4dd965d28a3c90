// platform/imaging/vips_library.h - libvips, loaded by the worker alone: the server that answers pages has neither its
// hundred libraries in memory nor waits for them at its start.
#pragma once
#include <vips/vips.h>

namespace imaging {

// Every function of it that is used, under its own name.
// clang-format off
#define ALLTOGETHER_VIPS(X) \
    X(vips_init) X(vips_version) X(vips_block_untrusted_set) X(vips_operation_block_set) \
    X(vips_concurrency_set) X(vips_cache_set_max) X(vips_error_buffer) X(vips_error_clear) \
    X(vips_jpegload_buffer) X(vips_pngload_buffer) X(vips_webpload_buffer) X(vips_heifload_buffer) \
    X(vips_image_get_width) X(vips_image_get_height) X(vips_image_get_bands) X(vips_image_get_n_pages) \
    X(vips_image_get_orientation) X(vips_image_hasalpha) X(vips_image_get_typeof) X(vips_image_get_blob) X(vips_icc_transform) \
    X(vips_thumbnail_buffer) X(vips_thumbnail_image) X(vips_colourspace) X(vips_cast_uchar) \
    X(vips_extract_area) X(vips_rot) X(vips_extract_band) X(vips_flatten) X(vips_copy) \
    X(vips_image_write_to_memory) X(vips_image_new_from_memory) X(vips_jpegsave_buffer) X(vips_webpsave_buffer) \
    X(vips_array_double_newv) X(vips_area_unref) X(vips_black) X(g_object_unref) \
    X(g_free) X(g_module_open)
// clang-format on

struct Vips {
#define ALLTOGETHER_DECLARE(name) decltype(&::name) name;
    ALLTOGETHER_VIPS(ALLTOGETHER_DECLARE)
#undef ALLTOGETHER_DECLARE
};

// Loads it with the decoders that are taken and no other, and starts it. std::runtime_error when it is not installed.
// Once a process, before any thread.
const Vips& load_vips();

}  // namespace imaging

#include "platform/imaging/vips_library.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

#include <dlfcn.h>
#include <fmt/format.h>

namespace imaging {
namespace {

constexpr auto kLibrary = "libvips.so.42";
constexpr auto kNowhere = "/nonexistent";
// As libvips names them: all loaders are blocked, then these are taken back.
constexpr std::array kLoaders{"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp",
                              "VipsForeignLoadHeif"};

void* open_library() {
    void* const library = ::dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL);
    if (!library) throw std::runtime_error{std::string{"pictures cannot be made: "} + ::dlerror()};
    return library;
}

template <class Function>
void find(void* library, const char* name, Function& function) {
    function = reinterpret_cast<Function>(::dlsym(library, name));
    if (!function) throw std::runtime_error{std::string{"pictures cannot be made: libvips lacks "} + name};
}

// Modules hold the decoders that Debian keeps apart: ImageMagick's and poppler's among them. Only this one is loaded.
void load_heif(const Vips& vips) {
    Dl_info place{};
    if (::dladdr(reinterpret_cast<const void*>(vips.vips_init), &place) == 0) return;
    const auto folder = std::filesystem::canonical(place.dli_fname).parent_path();
    const auto module =
        folder / fmt::format("vips-modules-{}.{}", vips.vips_version(0), vips.vips_version(1)) / "vips-heif.so";
    vips.g_module_open(module.c_str(), G_MODULE_BIND_LOCAL);
}

void allow_few_loaders(const Vips& vips) {
    vips.vips_block_untrusted_set(TRUE);
    vips.vips_operation_block_set("VipsForeignLoad", TRUE);
    for (const char* const loader : kLoaders) vips.vips_operation_block_set(loader, FALSE);
}

}  // namespace

const Vips& load_vips() {
    static Vips vips{};
    void* const library = open_library();
#define ALLTOGETHER_FIND(name) find(library, #name, vips.name);
    ALLTOGETHER_VIPS(ALLTOGETHER_FIND)
#undef ALLTOGETHER_FIND
    ::setenv("VIPSHOME", kNowhere, 1);  // where it looks for its modules
    ::setenv("VIPS_WARNING", "0", 1);   // what is wrong with a picture is answered, not logged
    if (vips.vips_init("alltogether") != 0) throw std::runtime_error{vips.vips_error_buffer()};
    load_heif(vips);
    allow_few_loaders(vips);
    // Two workers share the processors; what one picture computes is of no use to the next.
    vips.vips_concurrency_set(1);
    vips.vips_cache_set_max(0);
    return vips;
}

}  // namespace imaging

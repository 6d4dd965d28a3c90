#include "features/mosaic/seed.h"

#include <algorithm>

#include "features/mosaic/store.h"

namespace mosaic {
namespace {

constexpr int kAcross = 12;  // room to grow: the demo's picture shows through where nobody stands yet

std::optional<MosaicId> begin(db::Write& write, const Services& services) {
    const auto photos = services.voices.counts(write).with_picture;
    const auto offered = services.pictures.offered(write, ports::kNoPicture);
    const auto harbour = std::ranges::find_if(
        offered, [](const ports::Picture& picture) { return picture.alt_en.contains("lighthouse"); });
    if (!store::all(write).empty() || photos == 0 || harbour == offered.end()) return std::nullopt;
    return store::insert(write, {.wish = {.picture = harbour->id,
                                          .title_en = "One harbour, made of all of us",
                                          .title_fr = "Un seul port, fait de nous tous",
                                          .across = kAcross,
                                          .tint = 30},
                                 .alt_en = harbour->alt_en,
                                 .alt_fr = harbour->alt_fr,
                                 .by = "Amélie Roy"});
}

}  // namespace

void seed_demo(const Services& services, Studio& studio) {
    const auto mosaic = services.database.write([&](db::Write& write) { return begin(write, services); });
    while (mosaic && studio.go_on(*mosaic) == Studio::Step::more) {
    }
}

}  // namespace mosaic

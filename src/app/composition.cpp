#include "app/composition.h"

#include <array>

#include "app/plugs.h"

namespace app {
namespace {

// The order is that of pages and seeds: who signs in, what the site is, what it offers.
constexpr std::array kPlugs{
    plug_in_system,
    plug_in_petitions,
};

}  // namespace

void plug_in_slices(House& house) {
    for (const auto plug_in : kPlugs) plug_in(house);
}

}  // namespace app

// app/composition.h - which slices this program is made of. To add one: a plug in plugs.h, a line in composition.cpp.
#pragma once
#include "app/house.h"

namespace app {

// Plugs every slice into the house, in the order in which they need each other.
void plug_in_slices(House& house);

}  // namespace app

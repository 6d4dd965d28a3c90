// app/menu.h - the few links that every public page shows.
#pragma once
#include <vector>

#include "ports/page.h"

namespace app {

std::vector<ports::MenuEntry> public_menu();
std::vector<ports::MenuEntry> public_footer();

}  // namespace app

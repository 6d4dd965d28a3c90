// ports/load_ladder.h - what the program leaves out while it has more to do than it can: search first, then
// statistics, then live pushes; sign-ons never. A route says what it is part of (RouteOptions::part) and is then
// answered by the server itself; a slice asks here where it does such work of its own accord:
//
//     if (!house.load_ladder.serves(ports::LoadPart::statistics)) return;
#pragma once
#include "platform/http/load_ladder.h"

namespace ports {

using http::LoadLadder;
using http::LoadPart;
using http::LoadStep;

}  // namespace ports

// app/plugs.h - one function for each slice: it makes the slice's objects and enters them in the house's registries.
#pragma once
#include "app/house.h"

namespace app {

void plug_in_system(House& house);        // health, metrics, assets, the API's document: system_routes.cpp
void plug_in_accounts(House& house);      // plug_accounts.cpp
void plug_in_site(House& house);          // plug_site.cpp
void plug_in_petitions(House& house);     // plug_petitions.cpp
void plug_in_demo_mailbox(House& house);  // plug_demo_mailbox.cpp

}  // namespace app

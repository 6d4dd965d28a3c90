// features/site/demo_texts.h - the words of the demo, in both languages: our own, about invented people and places.
#pragma once
#include <string>
#include <vector>

#include "features/site/block.h"
#include "features/site/content_page.h"
#include "features/site/page_tree.h"

namespace site {

// The hub of the whole country, and that of Quebec, which its locals inherit.
Blocks demo_national_blocks();
Blocks demo_quebec_blocks();

struct DemoPage {
    std::string slug;
    PageWords english, french;
};
std::vector<DemoPage> demo_pages();
DemoPage demo_contact_page();

// Where a page of the demo stands.
struct DemoPlace {
    std::string slug, parent;  // parent: slug; empty at the top
    PagePlace place;
};
std::vector<DemoPlace> demo_places();

}  // namespace site

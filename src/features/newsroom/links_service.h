// features/newsroom/links_service.h - where the links of public items lead: the broken ones among our own, and a list
// of those that lead elsewhere. Nothing is fetched.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "features/newsroom/staff_pages.h"
#include "features/newsroom/store.h"
#include "ports/search_documents.h"

namespace newsroom {

// The addresses of links and pictures in a Markdown text, in order, each once.
std::vector<std::string> links_in(std::string_view markdown);

// Looks at the texts of this page. A link is broken when it has a shape of ours that leads nowhere public: an item,
// section, topic, petition, page or level that is not there. Addresses on this site that search does not know (staff
// pages, files) are not judged; what stands below a page is as public as the page. own_site: what the whole addresses
// of this site begin with, "https://ours.example".
staff_pages::LinkReport report_links(db::Read& read, const ports::SearchDocuments& documents,
                                     const store::TextPage& page, std::string_view own_site);

}  // namespace newsroom

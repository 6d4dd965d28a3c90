// features/site/slice.h - the whole slice as app plugs it in: one object, and what it offers to the others.
#pragma once
#include <string>
#include <vector>

#include "base/locale.h"
#include "features/site/handlers.h"
#include "features/site/home_news_service.h"
#include "features/site/routes.h"
#include "features/site/services.h"
#include "features/site/staff_handlers.h"
#include "ports/page.h"
#include "ports/pictures.h"
#include "ports/search_documents.h"

namespace site {

class Slice {
public:
    explicit Slice(const Services& services) : services_(services), handlers_(services_), staff_handlers_(services_) {}
    Slice(const Slice&) = delete;
    Slice& operator=(const Slice&) = delete;

    void add_routes(http::Router& router) const { site::add_routes(router, {handlers_, staff_handlers_}); }

private:
    Services services_;
    Handlers handlers_;
    StaffHandlers staff_handlers_;
};

// The name of the campaign, beside the mark on every page: "All Together Now".
std::string campaign_name(base::Locale locale);

// Hubs, pages, levels.
std::vector<ports::StaffEntry> staff_entries();

// Where you live: for the footer of every page, behind the pages that staff put there.
std::vector<ports::MenuEntry> footer_entries();

// The hub of each level that has one of its own, and each published page of text, in each language that it has.
ports::DocumentProvider search_documents();

// Hubs with this picture in a block, and pages with its address in their text.
ports::PictureUses picture_uses();

}  // namespace site

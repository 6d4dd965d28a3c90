// features/mailing_list/form_documents_service.h - pages on which people join, for the site's search and its sitemap.
#pragma once
#include <string_view>

#include "ports/search_documents.h"

namespace mailing_list {

// Under the kind "list": the page of the main form, and each open form of staff, in both languages.
ports::DocumentProvider search_documents();

// A form appeared, changed, was closed or opened again.
void form_changed(db::Write& write, std::string_view slug);

}  // namespace mailing_list

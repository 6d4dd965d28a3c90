// features/site/documents.h - the public pages of this slice as texts, for search and for the sitemap.
#pragma once
#include "ports/search_documents.h"

namespace site {

// The hub of each level that has one of its own, and each published page of text, in each language that it has.
ports::DocumentProvider search_documents();

}  // namespace site

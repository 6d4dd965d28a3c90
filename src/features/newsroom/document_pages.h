// features/newsroom/document_pages.h - the documents of an item, as staff and readers see them.
#pragma once
#include <string>
#include <vector>

#include "features/newsroom/document_store.h"
#include "features/newsroom/staff_pages.h"

namespace newsroom::staff_pages {

std::string documents_path(base::Locale locale, ItemId item);  // "/en/staff/news/items/17/documents"

struct DocumentList {
    const Item& item;
    std::string title;
    std::vector<Attachment> attachments;
    std::vector<store::Document> documents;  // those of the attachments that were uploaded here
    bool may_change;
    std::string label_en, label_fr;  // as typed
    const base::Problems& problems;
};
html::SafeHtml documents(const i18n::Translator& t, const DocumentList& list);

}  // namespace newsroom::staff_pages

namespace newsroom::pages {

// "PDF, 1.2 MB"
std::string kind_and_size(const i18n::Translator& t, const store::Document& document);

}  // namespace newsroom::pages

#include "ports/search_documents.h"

namespace ports {
namespace {

void each_of(const DocumentProvider& provider, db::Read& read,
             const std::function<void(const SearchDocument&)>& visit) {
    DocumentPage page;
    for (;;) {
        const auto documents = provider(read, page);
        for (const auto& document : documents) visit(document);
        if (documents.size() < page.limit) return;
        page.after = documents.back().key;
    }
}

}  // namespace

void SearchDocuments::each(db::Read& read, const std::function<void(const SearchDocument&)>& visit) const {
    for (const auto& provider : providers_) each_of(provider, read, visit);
}

}  // namespace ports

#include "ports/search_documents.h"

#include <algorithm>

#include "platform/jobs/jobs.h"

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
    for (const auto& source : sources_) each_of(source.provider, read, visit);
}

const DocumentSource* SearchDocuments::find(std::string_view kind) const {
    const auto found = std::ranges::find_if(sources_, [&](const auto& source) { return source.kind.slug == kind; });
    return found == sources_.end() ? nullptr : &*found;
}

void document_changed(db::Write& write, const DocumentName& name) {
    jobs::queue(write, {std::string{kFollowDocuments}, name.kind + " " + name.key});
}

void many_documents_changed(db::Write& write) { jobs::queue(write, {std::string{kFollowDocuments}, ""}); }

}  // namespace ports

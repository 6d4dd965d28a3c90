// ports/search_documents.h - the public pages of every slice, as texts: for the site's search and its sitemap.
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "platform/db/transaction.h"

namespace ports {

// One public page in one language.
struct SearchDocument {
    std::string key;  // grows in the order of the provider; the next page begins behind it
    base::Locale locale;
    std::string path;        // "/en/petitions/equality-pledge"
    std::string other_path;  // of the same page in the other language; empty where there is none
    std::string title;
    std::string text;  // plain words, no Markdown
    std::optional<base::LevelId> level{};
    base::Instant changed_at{};
};

// Documents behind `after` ("": from the beginning), in the order of their keys, `limit` at most; fewer: the end.
struct DocumentPage {
    std::string after{};
    std::size_t limit = 200;
};
using DocumentProvider = std::function<std::vector<SearchDocument>(db::Read&, const DocumentPage&)>;

class SearchDocuments {
public:
    void add(DocumentProvider provider) { providers_.push_back(std::move(provider)); }

    // Shows every document of every slice, a page at a time.
    void each(db::Read& read, const std::function<void(const SearchDocument&)>& visit) const;

private:
    std::vector<DocumentProvider> providers_;
};

}  // namespace ports

// ports/search_documents.h - the public pages of every slice, as texts: for the site's search and its sitemap.
//
// A slice gives its documents by a provider, a page at a time, and says in the transaction that changes one:
//
//     house.documents.add({"petitions", base::message("Petitions")}, petitions::search_documents());   // in app
//     ports::document_changed(write, {.kind = "petitions", .key = petition.slug + "/"});              // in the slice
//
// The search follows within seconds, also after a crash; it finds what nobody told it about some minutes later.
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
#include "base/problem.h"
#include "platform/db/transaction.h"

namespace ports {

// Something that visitors narrow a search down to: a section of the news.
struct DocumentSection {
    std::string slug;   // the same in both languages, or one for each
    std::string title;  // in the document's language
};

// One public page in one language.
struct SearchDocument {
    std::string key;  // grows bytewise in the order of the provider, never repeats; the next page begins behind it
    base::Locale locale;
    std::string path;        // "/en/petitions/equality-pledge"; no two documents have the same
    std::string other_path;  // of the same page in the other language; empty where there is none
    std::string title;
    std::string text;  // plain words, no Markdown
    std::optional<base::LevelId> level{};
    base::Instant changed_at{};
    // What search knows beyond the sitemap; all of it may be left out.
    std::string teaser{};                     // plain; counts more than the text, and is not repeated in it
    std::vector<std::string> tags{};          // labels in this language
    std::vector<DocumentSection> sections{};  // where it stands, the main one first
    std::optional<base::Instant> dated_at{};  // when it happened or was published, as visitors see it
};

// addresses: key, locale, path, other_path and changed_at are needed, and a provider may leave the rest empty; a list
// of a hundred thousand addresses then reads no texts.
enum class DocumentParts : unsigned char { all, addresses };

// Documents behind `after` ("": from the beginning), in the order of their keys, `limit` at most; fewer: the end.
struct DocumentPage {
    std::string after{};
    std::size_t limit = 200;
    DocumentParts parts = DocumentParts::all;
};
using DocumentProvider = std::function<std::vector<SearchDocument>(db::Read&, const DocumentPage&)>;

// What all documents of one provider are.
struct DocumentKind {
    std::string slug;     // "petitions": 1 to 20 of a-z, in addresses of searches; unique
    base::Message label;  // in the plural, "Petitions"
};

struct DocumentSource {
    DocumentKind kind;
    DocumentProvider provider;
};

class SearchDocuments {
public:
    void add(DocumentKind kind, DocumentProvider provider) {
        sources_.push_back({std::move(kind), std::move(provider)});
    }

    // Shows every document of every slice, a page at a time.
    void each(db::Read& read, const std::function<void(const SearchDocument&)>& visit) const;

    // One for each provider, in the order in which they were added.
    const std::vector<DocumentSource>& sources() const { return sources_; }
    const DocumentSource* find(std::string_view kind) const;  // nullptr: no such kind

private:
    std::vector<DocumentSource> sources_;
};

// Which documents: those of this kind whose key begins with `key`. "library/" names both languages of a page whose
// documents are "library/en" and "library/fr". It is shorter than every key that it names.
struct DocumentName {
    std::string kind;
    std::string key;
};

// Says that these documents appeared, changed or vanished with this transaction: the search looks at them again when
// it is committed. Saying it too often does no harm.
void document_changed(db::Write& write, const DocumentName& name);

// The same for so many that they are not named one by one, such as an import: the search compares all documents.
void many_documents_changed(db::Write& write);

// The work that the two order (platform/jobs), for the slice that does it. The payload is "kind key", or empty for all.
inline constexpr std::string_view kFollowDocuments = "search.follow";

}  // namespace ports

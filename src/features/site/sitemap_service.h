// features/site/sitemap_service.h - the public addresses of every slice, for search engines, in parts of at most 50,000
// (sitemaps.org 0.9), at the same cost in memory whether there are a hundred or a million.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/transaction.h"
#include "ports/search_documents.h"

namespace site {

inline constexpr std::size_t kMostAddresses = 50'000;  // of one part

// Where a part begins: behind this key of that source.
struct SitemapPart {
    std::size_t source = 0;  // number in SearchDocuments::sources()
    std::string after{};
    base::Instant changed_at{};  // of the newest of its documents
    std::size_t addresses = 0;
};
using SitemapParts = std::vector<SitemapPart>;

// Walks over all addresses, a page at a time. At least one part, which may be empty.
SitemapParts divide(const ports::SearchDocuments& documents, db::Read& read, std::size_t most = kMostAddresses);

// The addresses of one part, in order.
void each_of_part(const ports::SearchDocuments& documents, db::Read& read, const SitemapPart& part,
                  const std::function<void(const ports::SearchDocument&)>& visit);

// Remembers where parts begin for kKeptFor, since that takes a walk over all addresses. What was published since then
// stands in its part already; only the last part may grow past its bounds for a while, and stays below them by far.
class Sitemap {
public:
    explicit Sitemap(const ports::SearchDocuments& documents) : documents_(documents) {}

    static constexpr base::Duration kKeptFor = base::minutes(5);
    std::shared_ptr<const SitemapParts> parts(db::Read& read, base::Instant now);
    const ports::SearchDocuments& documents() const { return documents_; }

private:
    const ports::SearchDocuments& documents_;
    std::mutex mutex_;
    std::shared_ptr<const SitemapParts> parts_;
    base::Instant divided_at_{};
};

// The 3 of "3.xml"; 0 for anything else.
std::size_t part_number(std::string_view file);

}  // namespace site

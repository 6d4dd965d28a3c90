#include "features/site/sitemap_service.h"

#include <algorithm>

#include "base/whole_number.h"

namespace site {
namespace {

constexpr std::size_t kPage = 1'000;  // documents read together

ports::DocumentPage addresses_behind(const std::string& after, std::size_t limit) {
    return {.after = after, .limit = limit, .parts = ports::DocumentParts::addresses};
}

}  // namespace

SitemapParts divide(const ports::SearchDocuments& documents, db::Read& read, std::size_t most) {
    SitemapParts parts{{}};
    for (std::size_t source = 0; source < documents.sources().size(); ++source) {
        std::string after;
        for (;;) {
            const auto page = documents.sources()[source].provider(read, addresses_behind(after, kPage));
            for (const auto& document : page) {
                if (parts.back().addresses == most) parts.push_back({.source = source, .after = after});
                ++parts.back().addresses;
                parts.back().changed_at = std::max(parts.back().changed_at, document.changed_at);
                after = document.key;
            }
            if (page.size() < kPage) break;
        }
    }
    return parts;
}

void each_of_part(const ports::SearchDocuments& documents, db::Read& read, const SitemapPart& part,
                  const std::function<void(const ports::SearchDocument&)>& visit) {
    auto left = part.addresses;
    auto after = part.after;
    for (auto source = part.source; source < documents.sources().size() && left > 0; ++source) {
        for (;;) {
            const auto limit = std::min(kPage, left);
            const auto page = documents.sources()[source].provider(read, addresses_behind(after, limit));
            for (const auto& document : page) visit(document);
            left -= page.size();
            if (page.size() < limit || left == 0) break;
            after = page.back().key;
        }
        after.clear();
    }
}

std::shared_ptr<const SitemapParts> Sitemap::parts(db::Read& read, base::Instant now) {
    const std::lock_guard lock{mutex_};
    if (!parts_ || now - divided_at_ > kKeptFor || now < divided_at_) {
        parts_ = std::make_shared<const SitemapParts>(divide(documents_, read));
        divided_at_ = now;
    }
    return parts_;
}

std::size_t part_number(std::string_view file) {
    if (!file.ends_with(".xml")) return 0;
    file.remove_suffix(4);
    if (file.starts_with('0') || file.starts_with('+') || file.size() > 6) return 0;
    const auto number = base::whole_number(file);
    return number && *number > 0 ? static_cast<std::size_t>(*number) : 0;
}

}  // namespace site

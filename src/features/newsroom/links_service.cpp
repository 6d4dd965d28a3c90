#include "features/newsroom/links_service.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include <fmt/format.h>

#include "features/newsroom/document_store.h"
#include "features/newsroom/item_store.h"
#include "platform/html/links.h"
#include "platform/html/markdown.h"

namespace newsroom {
namespace {

constexpr std::string_view kOwnKind = "news";

// The public pages of all other slices: tens or hundreds.
std::unordered_set<std::string> other_pages(db::Read& read, const ports::SearchDocuments& documents) {
    std::unordered_set<std::string> paths;
    for (const auto& source : documents.sources()) {
        if (source.kind.slug == kOwnKind) continue;
        ports::DocumentPage page;
        for (;;) {
            const auto found = source.provider(read, page);
            for (const auto& document : found) paths.insert(document.path);
            if (found.size() < page.limit) break;
            page.after = found.back().key;
        }
    }
    return paths;
}

struct OwnPath {
    base::Locale locale;
    std::string_view area, name;  // "articles", "2019-05-03-nurses"
};
// "/en/articles/x?y#z" in its parts; nullopt for addresses that are not of this site or have no language.
std::optional<OwnPath> own_path(std::string_view address) {
    const auto path = address.substr(0, address.find_first_of("?#"));
    if (path.size() < 4 || path[0] != '/' || path[3] != '/') return std::nullopt;
    const auto locale = base::locale_of(path.substr(1, 2));
    if (!locale) return std::nullopt;
    const auto rest = path.substr(4);
    const auto slash = rest.find('/');
    if (slash == std::string_view::npos) return OwnPath{*locale, rest, {}};
    return OwnPath{*locale, rest.substr(0, slash), rest.substr(slash + 1)};
}

bool is_news_list(db::Read& read, const OwnPath& path) {
    const auto section = path.name.substr(0, path.name.find('/'));
    if (section.empty() || section == "all" || section == "levels") return true;
    if (section != "topics") return store::find_public_section(read, path.locale, section).has_value();
    const auto rest = path.name.substr(std::min(path.name.size(), section.size() + 1));
    return store::find_tag(read, path.locale, rest.substr(0, rest.find('/'))).has_value();
}

class Judge {
public:
    Judge(db::Read& read, const ports::SearchDocuments& documents)
        : read_(read), pages_(other_pages(read, documents)) {}

    bool is_broken(std::string_view address) {
        if (const auto document = document_in(address)) return !store::find_document(read_, *document);
        const auto path = own_path(address);
        if (!path) return false;
        if (path->area == "articles") return !store::leads_somewhere(read_, path->locale, path->name);
        if (path->area == "news") return !is_news_list(read_, *path);
        static constexpr std::array<std::string_view, 3> kJudged{"petitions", "pages", "levels"};
        if (std::ranges::find(kJudged, path->area) == kJudged.end() || path->name.empty()) return false;
        // Pages below a petition are as public as it is.
        const auto name = path->name.substr(0, path->name.find('/'));
        return !pages_.contains(fmt::format("/{}/{}/{}", base::code(path->locale), path->area, name));
    }

private:
    db::Read& read_;
    std::unordered_set<std::string> pages_;
};

// "/en/news" of "https://ours.example/en/news", as people copy addresses from their browsers.
std::string_view without_own_site(std::string_view address, std::string_view own_site) {
    if (own_site.empty() || !address.starts_with(own_site)) return address;
    const auto rest = address.substr(own_site.size());
    return rest.starts_with('/') ? rest : address;
}

bool is_outside(std::string_view address) { return address.starts_with("https://") || address.starts_with("http://"); }

}  // namespace

std::vector<std::string> links_in(std::string_view markdown) {
    std::vector<std::string> links;
    (void)html::with_links(html::markdown(markdown), [&](std::string_view link) {
        if (std::ranges::find(links, link) == links.end()) links.emplace_back(link);
        return std::string{link};
    });
    return links;
}

// Those of its words, and the documents that go with it.
std::vector<std::string> links_of(db::Read& read, const store::PublicText& text) {
    auto links = links_in(text.words.body);
    for (const auto& attachment : store::belongings(read, text.item).attachments)
        if (std::ranges::find(links, attachment.address) == links.end()) links.push_back(attachment.address);
    return links;
}

staff_pages::LinkReport report_links(db::Read& read, const ports::SearchDocuments& documents,
                                     const store::TextPage& page, std::string_view own_site) {
    Judge judge{read, documents};
    const auto texts = store::public_texts(read, page);
    staff_pages::LinkReport report{.broken = {}, .outside = {}, .looked_at = std::ssize(texts), .next = {}};
    for (const auto& text : texts)
        for (auto& link : links_of(read, text)) {
            const auto own = without_own_site(link, own_site);
            if (is_outside(own))
                report.outside.push_back({std::move(link), text});
            else if (judge.is_broken(own))
                report.broken.push_back({std::move(link), text});
        }
    if (std::ssize(texts) == page.limit)
        report.next = fmt::format("?after={}&locale={}", texts.back().item.value, base::code(texts.back().locale));
    return report;
}

}  // namespace newsroom

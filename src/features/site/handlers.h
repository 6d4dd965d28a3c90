// features/site/handlers.h - what each public address does.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "features/site/block.h"
#include "features/site/services.h"
#include "features/site/sitemap_service.h"
#include "people/level.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace site {

class Handlers {
public:
    explicit Handlers(const Services& services)
        : services_(services), sitemap_(std::make_unique<Sitemap>(services.documents)) {}

    // GET /: to the visitor's language, a plain GET that changes nothing
    static http::Response choose_language(const http::Request& request);
    // GET /{locale}: the same page with its slash
    static http::Response add_slash(const http::Request& request);

    // GET /{locale}/
    http::Response national_hub(const http::Request& request, db::Read& read) const;
    // GET /{locale}/levels
    http::Response levels(const http::Request& request, db::Read& read) const;
    // GET /{locale}/levels/{slug}
    http::Response level_hub(const http::Request& request, db::Read& read) const;
    // GET /{locale}/pages/{slug}
    http::Response content_page(const http::Request& request, db::Read& read) const;

    // GET /{locale}/share-card.png, GET /{locale}/levels/{slug}/share-card.png
    http::Response national_card(const http::Request& request, db::Read& read) const;
    http::Response level_card(const http::Request& request, db::Read& read) const;

    // GET /robots.txt, GET /sitemap.xml
    http::Response robots(const http::Request& request) const;
    http::Response sitemap(const http::Request& request, db::Read& read) const;
    // GET /sitemaps/{file}: 1.xml, 2.xml, ..., written while it is sent
    http::Response sitemap_part(const http::Request& request, db::Read& read) const;

private:
    const Services& services_;
    const std::unique_ptr<Sitemap> sitemap_;
};

// The blocks that a level shows: its own, else those of the nearest level above that has some; empty for none.
Blocks shown_blocks(db::Read& read, const people::LevelTree& tree, const people::Level& level);

// The drawing of these blocks as the public sees them: for the hub itself, and for the preview.
struct HubRequest {
    const people::LevelTree& tree;
    const people::Level& level;
    const Blocks& blocks;
};
html::SafeHtml draw_hub(const Services& services, const HubRequest& wanted, base::Locale locale, db::Read& read);

}  // namespace site

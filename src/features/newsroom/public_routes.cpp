#include "features/newsroom/public_routes.h"

#include <string>

#include "platform/http/bound.h"

namespace newsroom {
namespace {

using http::Cache;

// A channel's pages, its archive and its feeds, below one address.
struct ChannelRoutes {
    ChannelKind kind;
    std::string path;  // "/{locale}/news/{section}"
    std::string name;  // "newsroom.section"
};

void add_channel(http::Router& router, const Handlers& to, const ChannelRoutes& routes) {
    const auto add = [&](const std::string& below, const std::string& what, auto member) {
        router.get(routes.path + below,
                   [&to, kind = routes.kind, member](const http::Request& request, db::Read& read) {
                       return (to.*member)(kind, request, read);
                   },
                   {.name = routes.name + what, .cache = Cache::public_page});
    };
    add("", "", &Handlers::river);
    add("/feeds/{file}", "_feed", &Handlers::feed);
    add("/{year}", "_year", &Handlers::period);
    add("/{year}/{month}", "_month", &Handlers::period);
}

}  // namespace

void add_public_routes(http::Router& router, const Handlers& to) {
    router.get("/{locale}/news", http::bound(to, &Handlers::front),
               {.name = "newsroom.front", .cache = Cache::public_page});
    add_channel(router, to, {ChannelKind::all, "/{locale}/news/all", "newsroom.all"});
    add_channel(router, to, {ChannelKind::topic, "/{locale}/news/topics/{topic}", "newsroom.topic"});
    add_channel(router, to, {ChannelKind::level, "/{locale}/news/levels/{level}", "newsroom.level"});
    add_channel(router, to, {ChannelKind::section, "/{locale}/news/{section}", "newsroom.section"});
    router.get("/{locale}/articles/{slug}", http::bound(to, &Handlers::item),
               {.name = "newsroom.item", .cache = Cache::public_page});
}

}  // namespace newsroom

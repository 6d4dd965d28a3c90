// features/newsroom/handlers.h - what each public address of the news does.
#pragma once
#include "features/newsroom/channel_service.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "ports/actions.h"
#include "ports/page.h"
#include "ports/pictures.h"

namespace newsroom {

// What reading needs from the rest of the program.
struct ReadingServices {
    const ports::PageFrames& frames;
    const ports::ActionRegistry& actions;
    const ports::Pictures& pictures;
};

class Handlers {
public:
    explicit Handlers(const ReadingServices& services) : services_(services) {}

    // GET /{locale}/news
    http::Response front(const http::Request& request, db::Read& read) const;

    // Below the path of a channel, such as /{locale}/news/{section}: its newest items, with ?after=2019-05-03.17325
    // those behind that position, with ?before= those in front of it.
    http::Response river(ChannelKind kind, const http::Request& request, db::Read& read) const;
    // .../{year} and .../{year}/{month}: a part of its archive; "undated" in place of the year.
    http::Response period(ChannelKind kind, const http::Request& request, db::Read& read) const;
    // .../feeds/{file}: rss.xml, atom.xml, feed.json
    http::Response feed(ChannelKind kind, const http::Request& request, db::Read& read) const;

    // GET /{locale}/articles/{slug}
    http::Response item(const http::Request& request, db::Read& read) const;

private:
    const ReadingServices services_;
};

}  // namespace newsroom

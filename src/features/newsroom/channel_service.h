// features/newsroom/channel_service.h - what readers follow: all news, a section, a topic, a level. Each has pages, an
// archive and feeds below one address.
#pragma once
#include <optional>
#include <string>

#include "features/newsroom/river.h"
#include "people/level.h"
#include "platform/http/request.h"

namespace newsroom {

enum class ChannelKind : unsigned char { all, section, topic, level };

struct Channel {
    ChannelKind kind;
    base::Locale locale;
    std::string path;        // "/en/news/solidarity"
    std::string other_path;  // of the same channel in the other language; empty: it is not there
    std::string title;       // in this language
    Lists lists;
    std::optional<people::Level> level{};  // whose colours it wears; of all news and of topics: the national one
    std::optional<Section> section{};      // of a section
};

// The channel that the address of the request names, by {section}, {topic} or {level}. One found under a slug that it
// had before has another path than path_asked_for(). nullopt: there is none.
std::optional<Channel> find_channel(ChannelKind kind, const http::Request& request, db::Read& read);

// The path of the channel as the request has it: "/en/news/solidarity" in "/en/news/solidarity/2019/05".
std::string path_asked_for(ChannelKind kind, const http::Request& request);

// A public section as a channel, without looking for it again.
Channel channel_of(const Section& section, base::Locale locale, db::Read& read);

}  // namespace newsroom

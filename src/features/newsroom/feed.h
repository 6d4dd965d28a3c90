// features/newsroom/feed.h - news for feed readers, in the formats that all feeds of the site have.
#pragma once
#include "ports/feed.h"

namespace newsroom {

using ports::Enclosure;
using ports::Feed;
using ports::FeedEntry;
using ports::FeedFormat;
using ports::kFeedEntries;
using ports::kFeedFormats;

using ports::changed_at;
using ports::feed_entry_id;
using ports::feed_format_of;
using ports::file_of;
using ports::json_feed;
using ports::media_type;
using ports::written;

}  // namespace newsroom

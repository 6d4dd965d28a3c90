// features/mosaic/handlers.h - what the public sees of the mosaic.
#pragma once
#include <memory>
#include <mutex>
#include <string>

#include "features/mosaic/services.h"
#include "features/mosaic/studio_service.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace mosaic {

class Handlers {
public:
    Handlers(const Services& services, const Studio& studio) : services_(services), studio_(studio) {}

    // The picture, with ways to look at it closely; an invitation where there is none yet.
    http::Response show(const http::Request& request, db::Read& read) const;
    // Everybody in it, page by page, in the order of the cells: ?after=CELL.
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response poster(const http::Request& request, db::Read& read) const;  // ?paper=a1, else A2

    http::Response tile(const http::Request& request, db::Read& read) const;
    http::Response whole(const http::Request& request, db::Read& read) const;  // about a thousand pixels wide

    http::Response api(const http::Request& request, db::Read& read) const;
    http::Response api_cell(const http::Request& request, db::Read& read) const;

    // For the hub: the picture and how many people it is; nothing where there is none.
    html::SafeHtml block(db::Read& read, base::Locale locale) const;

private:
    std::shared_ptr<const std::string> whole_picture(db::Read& read, const Mosaic& mosaic) const;

    const Services& services_;
    const Studio& studio_;
    mutable std::mutex mutex_;
    mutable std::string whole_key_;  // the tiles that the last one was put together of
    mutable std::shared_ptr<const std::string> whole_;
};

}  // namespace mosaic

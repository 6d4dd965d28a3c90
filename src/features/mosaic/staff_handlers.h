// features/mosaic/staff_handlers.h - what staff do: begin a mosaic, take one down, take the photos home for print.
#pragma once
#include "features/mosaic/services.h"
#include "features/mosaic/staff_pages.h"
#include "platform/auth/audit.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace mosaic {

struct Beginning {
    ports::Acting acting;
    Wish wish;
    bool chooses_picture;  // goes to the library first, with what was typed
    TypedWish typed;
};
struct Removal {
    ports::Acting acting;
    MosaicId mosaic;
};

class StaffHandlers {
public:
    explicit StaffHandlers(const Services& services) : services_(services) {}

    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<Beginning, base::Problems> read_beginning(const http::Request& request) const;
    http::WriteResult begin(const Beginning& form, db::Write& write) const;
    base::Result<Removal, base::Problems> read_removal(const http::Request& request) const;
    http::WriteResult remove(const Removal& form, db::Write& write) const;
    http::Response photos(const http::Request& request, db::Read& read) const;  // a ZIP

private:
    const Services& services_;
};

}  // namespace mosaic

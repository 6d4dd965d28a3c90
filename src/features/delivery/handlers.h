// features/delivery/handlers.h - what the public addresses do.
#pragma once
#include <optional>

#include "features/delivery/pages.h"
#include "features/delivery/petition_words.h"
#include "features/delivery/services.h"
#include "features/delivery/sheet_pdf.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace delivery {

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/petitions/{slug}/delivery
    http::Response show(const http::Request& request, db::Read& read) const;
    // GET /{locale}/petitions/{slug}/delivery/{delivery}/response: the document of a published response
    http::Response response(const http::Request& request, db::Read& read) const;
    // GET /{locale}/petitions/{slug}/parliament
    http::Response parliament(const http::Request& request, db::Read& read) const;
    // GET /{locale}/petitions/{slug}/sheets/{parliament}: PDF; ?paper=a4. 404 for a text that the parliament would
    // refuse, and for one that is not in this language.
    http::Response sheet(const http::Request& request, db::Read& read) const;

private:
    std::optional<ports::PetitionFacts> find_public(const http::Request& request, db::Read& read) const;

    const Services& services_;
};

// The day at this instant where the campaign is.
base::Day day_at(base::Instant at, const i18n::TimeZone& zone);

// The sheets of a text as a file.
http::Response sheet_file(const PetitionWords& words, const SheetOrder& order, std::string_view slug);

}  // namespace delivery

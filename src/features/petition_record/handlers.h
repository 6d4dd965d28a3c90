// features/petition_record/handlers.h - what each address of this slice does.
#pragma once
#include "features/petition_record/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "ports/petition_sections.h"

namespace petition_record {

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // The section on the page of a petition: how the count grew, where from, which marks it passed.
    html::SafeHtml section(const ports::PetitionView& view, db::Read& read) const;

    // GET /{locale}/petitions/{slug}/versions
    http::Response versions(const http::Request& request, db::Read& read) const;

    // GET /api/v1/petitions/{slug}/record
    http::Response record(const http::Request& request, db::Read& read) const;

    // GET /{locale}/petitions/{slug}/record.csv
    http::Response record_csv(const http::Request& request, db::Read& read) const;

private:
    // nullopt for a draft, too: the public does not see it.
    std::optional<ports::PetitionFacts> find_public(const http::Request& request, db::Read& read) const;

    const Services& services_;
};

}  // namespace petition_record

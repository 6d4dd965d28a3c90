// features/politician_tracker/handlers.h - what each public address does: who stands where, and asking one of them.
#pragma once
#include <optional>

#include "features/politician_tracker/politician.h"
#include "features/politician_tracker/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/petition_sections.h"

namespace politician_tracker {

// "I have asked": nothing about who.
struct Asking {
    std::string slug;
    PoliticianId politician;
    base::Locale locale;
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // How many stand where, on the page of a pledge; and the line about an election, on every page.
    html::SafeHtml section(const ports::PetitionView& view, db::Read& read) const;
    html::SafeHtml election_notice(const ports::PetitionView& view, db::Read& read) const;

    // GET /{locale}/petitions/{slug}/politicians?tier=&region=&stand=
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET /{locale}/petitions/{slug}/politicians/{politician}; POST .../askings
    http::Response show(const http::Request& request, db::Read& read) const;
    base::Result<Asking, base::Problems> read_asking(const http::Request& request) const;
    http::WriteResult ask(const Asking& asking, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /api/v1/petitions/{slug}/politicians
    http::Response api(const http::Request& request, db::Read& read) const;

private:
    std::optional<ports::PetitionFacts> find_public(const http::Request& request, db::Read& read) const;

    const Services& services_;
};

}  // namespace politician_tracker

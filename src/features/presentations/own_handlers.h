// features/presentations/own_handlers.h - what stands behind the links of mails: the host's page, an offer, a name for
// the email list. A GET only shows; the buttons, which POST, act.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/presentations/offer.h"
#include "features/presentations/presentation.h"
#include "features/presentations/report.h"
#include "features/presentations/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace presentations {

// A press on a button behind the host's link.
struct HostAct {
    PresentationId presentation;
    std::string token;
    base::Locale locale;
    std::string reason{};                     // of a cancellation
    std::array<std::string, kDates> dates{};  // as typed
    std::optional<Feedback> feedback{};
};

class HostHandlers {
public:
    explicit HostHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/presentations/own/{token}
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST .../confirmation, .../cancellation (reason), .../dates (date_1 to date_3), .../feedback
    base::Result<HostAct, base::Problems> read_act(const http::Request& request) const;
    base::Result<HostAct, base::Problems> read_feedback(const http::Request& request) const;
    http::WriteResult confirm(const HostAct& act, db::Write& write) const;
    http::WriteResult cancel(const HostAct& act, db::Write& write) const;
    http::WriteResult move(const HostAct& act, db::Write& write) const;
    http::WriteResult tell(const HostAct& act, db::Write& write) const;

private:
    const Services& services_;
};

struct OfferAct {
    OfferId offer;
    std::string token;
    base::Locale locale;
    std::optional<base::Instant> start{};
    std::string words{};
};

class OfferHandlers {
public:
    explicit OfferHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/presentations/offers/{token}
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST .../acceptance (start), .../refusal (words)
    base::Result<OfferAct, base::Problems> read_acceptance(const http::Request& request) const;
    base::Result<OfferAct, base::Problems> read_refusal(const http::Request& request) const;
    http::WriteResult accept(const OfferAct& act, db::Write& write) const;
    http::WriteResult refuse(const OfferAct& act, db::Write& write) const;

private:
    base::Result<OfferAct, base::Problems> read_act(const http::Request& request) const;

    const Services& services_;
};

struct NameAct {
    ListNameId name;
    std::string token;
    base::Locale locale;
    std::string network;
};

class NameHandlers {
public:
    explicit NameHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/presentations/names/{token}
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST .../confirmation, .../denial
    base::Result<NameAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult confirm(const NameAct& act, db::Write& write) const;
    http::WriteResult deny(const NameAct& act, db::Write& write) const;

private:
    const Services& services_;
};

}  // namespace presentations

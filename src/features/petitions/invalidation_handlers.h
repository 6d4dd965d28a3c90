// features/petitions/invalidation_handlers.h - what staff do about signatures that are to be taken out of a count: look
// what conditions would hit, ask for it, approve it, watch it, stop it, undo it.
#pragma once
#include <optional>
#include <string>

#include "features/petitions/invalidation_conditions_service.h"
#include "features/petitions/invalidation_pages.h"
#include "features/petitions/invalidation_preview_service.h"
#include "features/petitions/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace petitions {

// A batch as asked for, after its preview.
struct NewBatch {
    ports::Acting acting;
    std::string slug;
    std::string conditions;
    PublicReason reason;
    SignatureId up_to;
    std::int64_t expected;
};

// A press on a button of one batch. address: of the one signature that is to be put back.
struct BatchAct {
    ports::Acting acting;
    std::string slug;
    InvalidationId batch;
    std::optional<std::int64_t> address_hash{};
};

class InvalidationHandlers {
public:
    explicit InvalidationHandlers(const Services& services);

    // GET /{locale}/staff/petitions/{slug}/invalidations
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET .../invalidations/new: the conditions as a query; with some, how many they would hit, and which
    http::Response show_new(const http::Request& request, db::Read& read) const;
    // POST .../invalidations: conditions, up_to, expected, reason_en, reason_fr
    base::Result<NewBatch, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult create(const NewBatch& form, db::Write& write) const;
    http::Response show_new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET .../invalidations/{batch}
    http::Response show(const http::Request& request, db::Read& read) const;
    // POST .../invalidations/{batch}/approval, /refusal, /stop, /undo; /restoration: address
    base::Result<BatchAct, base::Problems> read_act(const http::Request& request) const;
    base::Result<BatchAct, base::Problems> read_restoration(const http::Request& request) const;
    http::WriteResult approve(const BatchAct& act, db::Write& write) const;
    http::WriteResult turn_down(const BatchAct& act, db::Write& write) const;
    http::WriteResult stop(const BatchAct& act, db::Write& write) const;
    http::WriteResult undo(const BatchAct& act, db::Write& write) const;
    http::WriteResult restore_one(const BatchAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    struct Found {
        Petition petition;
        Invalidation batch;
    };
    static std::optional<Found> find(const BatchAct& act, db::Write& write);
    http::Response new_page(const http::Request& request, const invalidation_pages::NewForm& form,
                            db::Read& read) const;
    invalidation_pages::Subject subject(const Petition& petition, base::Locale locale, db::Read& read) const;
    std::vector<invalidation_pages::ReasonChoice> reason_choices(base::Locale locale) const;

    const Services& services_;
    i18n::TimeZone zone_;
    mutable InvalidationPreviews previews_;
};

// The time zone of the site, in which staff write times.
i18n::TimeZone zone_of(const runtime::Config& config);

}  // namespace petitions

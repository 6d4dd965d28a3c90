// features/petitions/review_handlers.h - staff look at signatures that seemed odd, many at a time, and say which are
// fine and which are to be taken out.
#pragma once
#include <string>
#include <vector>

#include "features/petitions/review_pages.h"
#include "features/petitions/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"
#include "ports/page.h"

namespace petitions {

struct ReviewForm {
    ports::Acting acting;
    std::string slug;  // empty: of all petitions
    std::int64_t least_score;
    std::vector<Decision> decisions;
};

class ReviewHandlers {
public:
    explicit ReviewHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/review (of every petition), /{locale}/staff/petitions/{slug}/review: ?least=SCORE,
    // ?after=PLACE
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST to the same addresses: decide_ID is "fine" or "mark"; all ("fine" or "mark") decides about every `shown`
    base::Result<ReviewForm, base::Problems> read_form(const http::Request& request) const;
    http::WriteResult decide(const ReviewForm& form, db::Write& write) const;

private:
    std::vector<Petition> petitions_of(const http::Request& request, db::Read& read) const;

    const Services& services_;
};

// The queue of all petitions in the menu of staff.
ports::StaffEntry review_entry();

}  // namespace petitions

// features/mail_series/handlers.h - what staff do with series: plan, change, switch on and off.
#pragma once
#include <optional>

#include "features/mail_series/series.h"
#include "features/mail_series/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace mail_series {

struct KeepSeries {
    ports::Acting acting;
    std::optional<SeriesId> series;  // nullopt: a new one
    Plan plan;
};
struct SwitchSeries {
    ports::Acting acting;
    SeriesId series;
};

// Only for those who may read people and publish everywhere: a series writes to every level.
class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/series
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET /{locale}/staff/series/new; POST /{locale}/staff/series: the fields of Form, the steps as mailing_1, days_1
    // and so on
    http::Response show_new(const http::Request& request, db::Read& read) const;
    base::Result<KeepSeries, base::Problems> read_form(const http::Request& request) const;
    http::WriteResult keep(const KeepSeries& form, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET, POST /{locale}/staff/series/{series}: the series, how many are where in it, and the form; only one that is
    // switched off can be changed, a 409 otherwise
    http::Response show(const http::Request& request, db::Read& read) const;

    // POST /{locale}/staff/series/{series}/on, .../off; 409 where it is not ready
    base::Result<SwitchSeries, base::Problems> read_switch(const http::Request& request) const;
    http::WriteResult switch_on(const SwitchSeries& act, db::Write& write) const;
    http::WriteResult switch_off(const SwitchSeries& act, db::Write& write) const;

private:
    http::Response form_page(const http::Request& request, const Form& typed, const base::Problems& problems,
                             db::Read& read) const;

    const Services& services_;
};

}  // namespace mail_series

// features/osdi/joining_handlers.h - the page on which staff decide how people join whom partners call subscribed.
#pragma once
#include "features/osdi/joining.h"
#include "features/osdi/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace osdi {

struct SetJoining {
    ports::Acting acting;
    store::JoiningRule rule;
};

class JoiningHandlers {
public:
    explicit JoiningHandlers(const Services& services) : services_(services) {}

    // GET and POST /{locale}/staff/partner-consents: level, joining, words_en, words_fr
    http::Response show(const http::Request& request, db::Read& read) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<SetJoining, base::Problems> read_form(const http::Request& request) const;
    http::WriteResult save(const SetJoining& form, db::Write& write) const;

private:
    const Services& services_;
};

}  // namespace osdi

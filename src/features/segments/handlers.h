// features/segments/handlers.h - what staff do with segments: keep rules under a name, and see whom they mean.
#pragma once
#include <optional>

#include "features/segments/pages.h"
#include "features/segments/segment.h"
#include "features/segments/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace segments {

struct MakeSegment {
    ports::Acting acting;
    NamedRules named;
};
struct ChangeSegment {
    std::shared_ptr<const http::Request> request;  // to show the form again when somebody else was faster
    ports::Acting acting;
    SegmentId segment;
    NamedRules named;
    base::Instant seen;  // the last change of the segment when the form was shown
};
struct RetireSegment {
    ports::Acting acting;
    SegmentId segment;
};

// Rules are made and changed by those who may read people everywhere: a segment reaches into every level. Staff of a
// level see them all, and behind each the people of their level.
class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/segments
    http::Response list(const http::Request& request, db::Read& read) const;

    // GET /{locale}/staff/segments/new; POST /{locale}/staff/segments: the fields of Form; lists by repetition, the
    // actions as did_1, action_1, days_1 and so on
    http::Response show_new(const http::Request& request, db::Read& read) const;
    base::Result<MakeSegment, base::Problems> read_new(const http::Request& request) const;
    http::WriteResult make(const MakeSegment& form, db::Write& write) const;
    http::Response show_new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/staff/segments/{segment}: the rules in words, how many they mean now, and ten of them
    http::Response show(const http::Request& request, db::Read& read) const;

    // GET, POST /{locale}/staff/segments/{segment}/edit: the same fields and `seen`; 409 when somebody changed it
    // meanwhile, with what they made of it
    http::Response show_form(const http::Request& request, db::Read& read) const;
    base::Result<ChangeSegment, base::Problems> read_change(const http::Request& request) const;
    http::WriteResult change(const ChangeSegment& form, db::Write& write) const;
    http::Response show_form_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // POST /{locale}/staff/segments/{segment}/retirement
    base::Result<RetireSegment, base::Problems> read_retirement(const http::Request& request) const;
    http::WriteResult retire(const RetireSegment& form, db::Write& write) const;

private:
    struct Asked {
        Form typed;
        base::Problems problems{};
        std::optional<Segment> segment{};  // of a change
        bool is_late = false;              // somebody else changed it meanwhile
    };
    http::Response form_page(const http::Request& request, const Asked& asked, db::Read& read) const;

    const Services& services_;
};

}  // namespace segments

// features/letters/handlers.h - what each public address does, in the order of a writer's way: look, write, look at the
// letter, send it, confirm; or call, or print.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/letters/likeness_service.h"
#include "features/letters/pages.h"
#include "features/letters/services.h"
#include "features/letters/target_service.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"

namespace letters {

// A sound letter that is to be sent, or saved as a PDF.
struct LetterOrder {
    enum class Act : unsigned char { send, pdf } act;
    std::string slug;
    base::Locale locale;
    Draft draft;
    std::int64_t address_hash;
    std::string network;
    std::int64_t score = 0, reasons = 0;
    Ticked held = Ticked::no;
    base::Instant at;
};

// A call, or a letter put in the mail: counted, without anybody's name.
struct CallReport {
    std::string slug;
    base::Locale locale;
    std::string postal_code;
    std::array<std::string, 3> ridings;
    std::optional<ports::RepresentativeId> representative;
    std::optional<CallOutcome> outcome;
    base::Instant at;
};

class Handlers {
public:
    explicit Handlers(const Services& services) : services_(services) {}

    // GET /{locale}/letters, /{locale}/letters/{slug}
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response show(const http::Request& request, db::Read& read) const;

    // GET /{locale}/letters/{slug}/write: postal_code, and federal, provincial, municipal where it spans ridings
    http::Response write_page(const http::Request& request, db::Read& read) const;

    // POST to the same: the form; act: "preview", "edit" and "print" show a page and keep nothing, "send" asks for
    // confirmation by mail, "pdf" gives the letter as a file.
    base::Result<LetterOrder, base::Problems> read_letter(const http::Request& request) const;
    http::WriteResult take_letter(const LetterOrder& order, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/letters/{slug}/sent
    http::Response sent(const http::Request& request, db::Read& read) const;

    // GET, POST /{locale}/letters/{slug}/call: representative, outcome
    http::Response call_page(const http::Request& request, db::Read& read) const;
    base::Result<CallReport, base::Problems> read_call(const http::Request& request) const;
    http::WriteResult count_call(const CallReport& report, db::Write& write) const;
    // POST /{locale}/letters/{slug}/posted
    base::Result<CallReport, base::Problems> read_posted(const http::Request& request) const;
    http::WriteResult count_posted(const CallReport& report, db::Write& write) const;

private:
    struct Found;   // a campaign, as the public sees it
    struct Traced;  // a person's place, and who represents them
    std::optional<Found> find_public(const http::Request& request, db::Read& read) const;
    pages::Shown shown(db::Read& read, const Campaign& campaign, base::Locale locale, base::Instant now) const;
    Traced trace(db::Read& read, const Campaign& campaign, const LetterForm& typed, base::Locale locale) const;
    // What stands in the way of writing: a page that says so.
    std::optional<http::Response> detour(const http::Request& request, const pages::Way& way,
                                         std::string_view where) const;
    http::Response form_page(const http::Request& request, const pages::Way& way, const base::Problems& problems,
                             db::Read& read) const;
    http::Response preview_page(const http::Request& request, const pages::Way& way, db::Read& read) const;
    http::Response print_page(const http::Request& request, const pages::Way& way) const;
    base::Problems missing(const Campaign& campaign, const LetterForm& typed) const;
    http::WriteResult record(const LetterOrder& order, const Campaign& campaign, const Recipients& recipients,
                             db::Write& write) const;

    const Services& services_;
};

// A press on a button behind the mailed link.
struct OwnAct {
    WritingId writing;
    std::string token;
    base::Locale locale;
    std::string network;
};

class OwnHandlers {
public:
    explicit OwnHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/letters/own/{token}
    http::Response show(const http::Request& request, db::Read& read) const;
    // POST /{locale}/letters/own/{token}/confirmation, /withdrawal
    base::Result<OwnAct, base::Problems> read_act(const http::Request& request) const;
    http::WriteResult confirm(const OwnAct& act, db::Write& write) const;
    http::WriteResult withdraw(const OwnAct& act, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    const Services& services_;
};

// The letter begins its way: held letters when staff have read them, others at the confirmation.
void send_off(const Services& services, const Writing& writing, db::Write& write);

// "2026-11-22" as the clocks in Toronto show it.
std::string today(base::Instant now);

}  // namespace letters

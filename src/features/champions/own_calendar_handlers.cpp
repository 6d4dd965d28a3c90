#include "features/champions/calendar_service.h"
#include "features/champions/hours_store.h"
#include "features/champions/own_handlers.h"
#include "features/champions/own_handlers_parts.h"
#include "features/champions/store.h"
#include "platform/calendars/calendar.h"
#include "platform/jobs/jobs.h"

namespace champions {

http::Response CalendarHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

base::Result<CalendarAct, base::Problems> CalendarHandlers::read_calendar(const http::Request& request) const {
    auto address = read_calendar_address(request.form.view("address"));
    if (!address) return address.error();
    return CalendarAct{own_act(services_, request), *std::move(address)};
}

http::WriteResult CalendarHandlers::write_calendar(const CalendarAct& act, db::Write& write) const {
    return with_champion(act.act, write, [&](const Champion& champion) -> http::WriteResult {
        store::write_calendar(write, champion.id, {.address = act.address, .busy = ""});
        jobs::queue(write, {kLookJob, std::to_string(champion.id.value)});
        return saved(act.act.locale, "calendar");
    });
}

base::Result<CalendarUpload, base::Problems> CalendarHandlers::read_upload(const http::Request& request) const {
    const auto* file = request.form.file("file");
    if (file == nullptr) return base::Problems{{"file", base::message("Choose a calendar file.")}};
    if (file->bytes.size() > calendars::kMostBytes)
        return base::Problems{{"file", base::message("The calendar is larger than 4 MB.")}};
    const auto zone = i18n::TimeZone::find(request.form.text("zone")).value_or(i18n::TimeZone::toronto());
    auto calendar = understood(file->bytes, {zone, request.received_at});
    if (is_unreadable(calendar))
        return base::Problems{{"file", base::message("What is there is no calendar (iCalendar, .ics).")}};
    return CalendarUpload{own_act(services_, request), std::move(calendar)};
}

http::WriteResult CalendarHandlers::write_upload(const CalendarUpload& upload, db::Write& write) const {
    return with_champion(upload.act, write, [&](const Champion& champion) -> http::WriteResult {
        store::write_calendar(write, champion.id, upload.calendar);
        return saved(upload.act.locale, "calendar");
    });
}

http::Response CalendarHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                            db::Read& read) const {
    const auto champion = signed_in(read, services_, request);
    if (!champion) return to_sign_in(request.locale);
    auto known = store::calendar(read, champion->id);
    auto address = problems.empty() && known ? known->address : request.form.text("address");
    return own_page(services_, request, problems,
                    own_pages::calendar(i18n::Translator{request.locale}, {.champion = *champion,
                                                                           .typed_address = std::move(address),
                                                                           .calendar = std::move(known),
                                                                           .feed_url = feed_url(services_, *champion),
                                                                           .problems = problems}));
}

base::Result<OwnAct, base::Problems> CalendarHandlers::read_act(const http::Request& request) const {
    return own_act(services_, request);
}

http::WriteResult CalendarHandlers::forget_calendar(const OwnAct& act, db::Write& write) const {
    return with_champion(act, write, [&](const Champion& champion) -> http::WriteResult {
        store::remove_calendar(write, champion.id);
        return saved(act.locale, "calendar");
    });
}

http::WriteResult CalendarHandlers::renew_feed(const OwnAct& act, db::Write& write) const {
    return with_champion(act, write, [&](const Champion& champion) -> http::WriteResult {
        store::renew_feed(write, champion.id);
        return saved(act.locale, "calendar");
    });
}

}  // namespace champions

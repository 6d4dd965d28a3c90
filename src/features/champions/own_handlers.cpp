#include "features/champions/own_handlers.h"

#include "features/champions/access_store.h"
#include "features/champions/history_store.h"
#include "features/champions/hours_store.h"
#include "features/champions/own_handlers_parts.h"
#include "features/champions/pages.h"
#include "platform/i18n/translator.h"

namespace champions {

http::Response OwnHandlers::overview(const http::Request& request, db::Read& read) const {
    const auto champion = signed_in(read, services_, request);
    if (!champion) return to_sign_in(request.locale);
    const auto& own_section = services_.bookings.own_section;
    return own_page(services_, request, {},
                    own_pages::overview(
                        i18n::Translator{request.locale},
                        {.champion = *champion,
                         .bookings = own_section ? own_section(read, champion->id, request.locale) : html::SafeHtml{},
                         .hours_a_week = std::ssize(store::hours(read, champion->id)),
                         .next_free = next_free(services_, request, *champion, read),
                         .feed_url = feed_url(services_, *champion)}));
}

base::Result<OwnAct, base::Problems> OwnHandlers::read_act(const http::Request& request) const {
    return own_act(services_, request);
}

http::WriteResult OwnHandlers::leave(const OwnAct& act, db::Write& write) const {
    store::end_session(write, act.session.token);
    auto response = http::see_other(pages::directory_path(act.locale));
    response.cookies.push_back({.name = session_cookie(services_.config), .value = "", .max_age = base::seconds(0)});
    return response;
}

base::Result<ShowingChange, base::Problems> OwnHandlers::read_showing(const http::Request& request) const {
    const auto showing = request.form.view("act") == "give" ? ShowingAct::given : ShowingAct::taken_back;
    return ShowingChange{own_act(services_, request), showing};
}

http::WriteResult OwnHandlers::change_showing(const ShowingChange& change, db::Write& write) const {
    return with_champion(change.act, write, [&](const Champion& champion) -> http::WriteResult {
        const i18n::Translator t{change.act.locale};
        const bool is_given = change.showing == ShowingAct::given;
        if (champion.is_shown != is_given) {
            auto words = is_given ? own_pages::showing_words(t) : t("Take me out of the directory");
            store::record_showing(write, champion.id,
                                  {change.showing, 0, change.act.locale, std::move(words), change.act.network});
            tell_search(write, champion);
        }
        return http::see_other(own_pages::own_path(change.act.locale) + "?done=saved");
    });
}

}  // namespace champions

#include "features/presentations/seed.h"

#include <chrono>
#include <vector>

#include "features/presentations/booking_service.h"
#include "features/presentations/champion_handlers.h"
#include "features/presentations/report_store.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/i18n/local_time.h"

namespace presentations {
namespace {

using base::Locale;
using people::Province;

// A presentation or conversation that was held so many days ago.
struct Past {
    int days_ago, hour;
    Origin origin;
    std::string group, town;
    Province province;
    Audience audience;
    Locale language;
    std::int64_t attendance;
    int before, after;
    std::string questions, words;
};

std::vector<Past> past() {
    const auto en = Locale::english, fr = Locale::french;
    const auto asked = Origin::staff, chance = Origin::conversation;
    return {
        {6, 19, asked, "Larch River Food Bank", "Larch River", Province::bc, Audience::community, en, 42, 2, 4,
         "Who decides what the town cuts first?", "They want to invite the mayor."},
        {9, 12, asked, "Local 1031", "Port Ellery", Province::ns, Audience::union_members, en, 65, 3, 5,
         "How do I answer “we cannot afford it”?", ""},
        {12, 18, asked, "Association des bibliothèques de Val-Clair", "Val-Clair", Province::qc, Audience::community,
         fr, 38, 2, 4, "Que coûte une bibliothèque fermée ?", "Deux personnes veulent devenir championnes."},
        {15, 9, asked, "Prairie Post Café", "Two Creeks", Province::sk, Audience::business, en, 17, 1, 3,
         "What do my customers earn when the mill office closes?", ""},
        {19, 20, asked, "Conseil de quartier du Vieux-Pont", "Baie-Neuve", Province::qc, Audience::council, fr, 24, 3,
         4, "Un conseil peut-il proclamer une journée ?", ""},
        {23, 17, chance, "Shift change at the depot", "Port Ellery", Province::ns, Audience::co_workers, en, 9, 2, 3,
         "", ""},
        {27, 19, asked, "Salt Meadow Tenants", "Salt Meadow", Province::pe, Audience::community, en, 31, 2, 4, "", ""},
        {31, 13, asked, "Students for Public Transit", "North Harbour", Province::on, Audience::students, en, 88, 3, 5,
         "Why is the night bus the first to go?", "Bring more leaflets next time."},
        {36, 19, asked, "Local 77", "Spruce Landing", Province::on, Audience::union_members, en, 54, 2, 4, "", ""},
        {41, 18, asked, "Comité des parents de Rivière-aux-Loups", "Rivière-aux-Loups", Province::nb,
         Audience::community, fr, 29, 2, 5, "", ""},
        {47, 11, chance, "Farmers’ market", "Two Creeks", Province::sk, Audience::other, en, 14, 2, 2, "", ""},
        {55, 19, asked, "Gravel Point Seniors’ Club", "Gravel Point", Province::nl, Audience::community, en, 46, 3, 4,
         "", ""},
        {62, 19, asked, "Local 1031", "Port Ellery", Province::ns, Audience::union_members, en, 40, 2, 4, "", ""},
        {70, 16, asked, "Lakeside Community Hall", "Birch Narrows", Province::mb, Audience::community, en, 33, 2, 3, "",
         ""}};
}

Wish wish_of(const Past& past) {
    Wish wish;
    wish.host_group = past.group;
    wish.audience = past.audience;
    wish.expected_size = past.attendance;
    wish.town = past.town;
    wish.province = past.province;
    wish.language = past.language;
    wish.zone = usual_zone(past.province);
    wish.contact_name = past.origin == Origin::conversation ? "" : "Ruth Abara";
    return wish;
}

base::Instant at(base::Instant now, const i18n::TimeZone& zone, int days, int hour) {
    auto local = i18n::local_time(now + base::days(days), zone);
    local.hour = hour;
    local.minute = 0;
    return i18n::instant_of(local, zone).value_or(now + base::days(days));
}

// The first Saturday from then on, at eleven: when the invented champions have time.
base::Instant saturday(base::Instant now, const i18n::TimeZone& zone, int days) {
    while (true) {
        const auto instant = at(now, zone, days, 11);
        const auto local = i18n::local_time(instant, zone);
        const std::chrono::year_month_day day{std::chrono::year{local.year},
                                              std::chrono::month{static_cast<unsigned>(local.month)},
                                              std::chrono::day{static_cast<unsigned>(local.day)}};
        if (std::chrono::weekday{std::chrono::sys_days{day}} == std::chrono::Saturday) return instant;
        ++days;
    }
}

// Whoever speaks the language, one after the other.
std::optional<ChampionId> somebody(const Services& services, Locale language, std::size_t turn, db::Read& read) {
    if (!services.champions.matching) return std::nullopt;
    ports::ChampionSearch search{};
    search.language = language;
    const auto found = services.champions.matching(read, search);
    if (found.empty()) return std::nullopt;
    return found[turn % found.size()].champion.id;
}

void seed_past(const Services& services, const Past& past, std::size_t turn, db::Write& write) {
    const Wish wish = wish_of(past);
    const auto level = level_of(write, wish);
    if (!level) return;
    const auto id = store::insert(write, {.level = *level,
                                          .origin = past.origin,
                                          .state = State::held,
                                          .wish = wish,
                                          .email = "",
                                          .address_hash = 0,
                                          .locale = past.language,
                                          .champion = somebody(services, past.language, turn, write),
                                          .starts_at = at(write.now(), wish.zone, -past.days_ago, past.hour)});
    store::save_report(write, id,
                       {{.attendance = past.attendance,
                         .questions = past.questions,
                         .feeling_before = past.before,
                         .feeling_after = past.after,
                         .words = past.words},
                        write.now() - base::days(past.days_ago - 1),
                        "demo"});
}

// A request of the form, so many days ahead.
struct Future {
    int days_ahead;
    std::string group, place, town;
    Province province;
    Locale language;
    std::string contact, email, accessibility, words;
    enum class Then : unsigned char { unconfirmed, offered, booked } then;  // offered: or waiting, where nobody fits
};

std::vector<Future> future() {
    using Then = Future::Then;
    return {{12, "Larch River Town Council", "Council chamber, 2 Mill Street", "Larch River", Province::bc,
             Locale::english, "Mireille Haché", "clerk@larch-river.example.org", "The microphone has a loop.",
             "Seven councillors, and whoever comes to listen.", Then::booked},
            {16, "Local 1031", "St. Brendan’s Hall", "Port Ellery", Province::ns, Locale::english, "Joan Pike",
             "joan@local-1031.example.org", "", "", Then::booked},
            {20, "Coopérative du Marais", "Salle communautaire", "Val-Clair", Province::qc, Locale::french,
             "Luc Fortin", "luc@coop-marais.example.org", "Interprétation en LSQ, si possible.",
             "Nous serons une trentaine.", Then::offered},
            {24, "Night Shift Book Club", "Public library", "North Harbour", Province::on, Locale::english, "Ana Silva",
             "ana@night-shift.example.org", "", "We meet after the late shift.", Then::offered},
            {30, "Aurora Friendship Centre", "", "Kettle Bay", Province::nt, Locale::english, "Sam Nitsiza",
             "sam@aurora.example.org", "", "", Then::offered},
            {33, "Retirees of Local 4", "Legion hall", "Gravel Point", Province::nl, Locale::english, "Bert Noseworthy",
             "bert@retirees.example.org", "", "", Then::unconfirmed}};
}

Request request_of(const Future& future, base::Instant now) {
    Wish wish;
    wish.host_group = future.group;
    wish.audience = Audience::community;
    wish.expected_size = 30;
    wish.format = future.place.empty() ? Format::online : Format::in_person;
    wish.place = future.place;
    wish.town = future.town;
    wish.province = future.province;
    wish.language = future.language;
    wish.zone = usual_zone(future.province);
    wish.accessibility = future.accessibility;
    wish.words = future.words;
    wish.contact_name = future.contact;
    return {std::move(wish),
            *base::EmailAddress::parse(future.email),
            {saturday(now, usual_zone(future.province), future.days_ahead),
             saturday(now, usual_zone(future.province), future.days_ahead + 7)},
            std::nullopt};
}

void book_first(const Services& services, PresentationId id, db::Write& write) {
    for (const Offer& offer : store::offers_of(write, id))
        for (const auto date : store::dates(write, id))
            if (accept_offer(services, {offer.id, date}, write) == Accepted::done) return;
}

void seed_future(const Services& services, const Future& future, db::Write& write) {
    const Request request = request_of(future, write.now());
    const auto hash = people::address_hash(services.secret, request.email);
    if (ask(services, {request, future.language, hash}, write) != Asked::done) return;
    const auto id = store::page(write, {.limit = 1}).front().id;
    if (future.then == Future::Then::unconfirmed) return;
    confirm(services, id, write);
    if (future.then == Future::Then::booked) book_first(services, id, write);
}

}  // namespace

void seed_demo(db::Database& database, const Services& services) {
    database.write([&](db::Write& write) {
        if (!store::page(write, {.limit = 1}).empty()) return;
        if (const auto national = people::find_level(write, people::kNationalSlug))
            store::save_coordinator(write, {national->id, "amelie@alltogether.example", Locale::english});
        std::size_t turn = 0;
        for (const Past& each : past()) seed_past(services, each, turn++, write);
        for (const Future& each : future()) seed_future(services, each, write);
    });
}

}  // namespace presentations

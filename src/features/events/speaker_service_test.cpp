// Who gives an event: their time is taken and given back, they hear of it, and it is in their calendar.
#include "features/events/speaker_service.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "features/events/slice.h"
#include "features/events/store.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "platform/mail/outbox.h"
#include "tests/support/databases.h"

namespace events {
namespace {

using ports::ChampionId;

constexpr base::Instant kToday{1'800'000'000'000'000};  // 2027-01-15T08:00:00Z
constexpr ChampionId kNoor{7}, kSami{8};

// The times that are taken, as the slice of presentations keeps them: one of each holder, no two of one champion at
// once.
struct TakenTimes {
    std::map<std::int64_t, ports::BookedTime> by_holder;

    ports::TimeTaken take(const ports::ChampionTime& time) {
        by_holder.erase(time.holder);
        for (const auto& [holder, each] : by_holder)
            if (each.champion == time.champion && each.span.begin < time.span.end && time.span.begin < each.span.end)
                return ports::TimeTaken::no;
        by_holder.insert_or_assign(time.holder, ports::BookedTime{time.champion, time.span, time.format});
        return ports::TimeTaken::yes;
    }
};

class Speaking : public testing::TestWithParam<test_support::Kind> {
protected:
    Speaking() {
        level = database->write([](db::Write& write) {
            return *people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
        });
        known = {facts(kNoor, "Noor Haddad"), facts(kSami, "Sami Roy")};
        champions.find = [this](db::Read&, ChampionId id) {
            const auto found = std::ranges::find(known, id, &ports::ChampionFacts::id);
            return found == known.end() ? std::nullopt : std::optional{*found};
        };
        champions.reach = champions.find;
        champions.name = [](db::Read&, ChampionId id) { return id == kNoor ? "Noor Haddad" : "Sami Roy"; };
        bookings.take = [this](db::Write&, const ports::ChampionTime& time) { return taken.take(time); };
        bookings.release = [this](db::Write&, std::int64_t holder) { taken.by_holder.erase(holder); };
        bookings.booked = [this](db::Read&, std::span<const ChampionId>, const ports::TimeSpan&) {
            std::vector<ports::BookedTime> all;
            for (const auto& [holder, each] : taken.by_holder) all.push_back(each);
            return all;
        };
    }

    static ports::ChampionFacts facts(ChampionId id, const std::string& name) {
        return {.id = id,
                .person = people::PersonId{id.value},
                .slug = "c" + std::to_string(id.value),
                .name = name,
                .email = *base::EmailAddress::parse("c" + std::to_string(id.value) + "@example.org"),
                .locale = base::Locale::french,
                .level = base::LevelId{1},
                .zone = i18n::TimeZone::toronto(),
                .place = "",
                .province = {},
                .radius_kilometres = 0,
                .languages = {base::Locale::french},
                .areas = {},
                .topics = {},
                .formats = {ports::PresentationFormat::in_person},
                .most_per_week = 5,
                .shown = true};
    }
    http::Request form(std::initializer_list<http::Fields::Field> more, std::string event = "") const {
        auto request = http::testing::post("/en/staff/events/new", {{"event", std::move(event)}},
                                           {{"level", std::to_string(level.value)},
                                            {"title_en", "What a library is worth"},
                                            {"title_fr", "Ce que vaut une bibliothèque"},
                                            {"text_en", "Come."},
                                            {"text_fr", "Venez."},
                                            {"format", "in_person"},
                                            {"place", "The library"},
                                            {"town", "Larch River"},
                                            {"province", "NB"},
                                            {"language", "both"},
                                            {"zone", "America/Moncton"},
                                            {"minutes", "90"}});
        for (const auto& field : more) request.form.add(field);
        request.received_at = kToday;
        request.staff =
            std::make_shared<const auth::Principal>(auth::Principal{auth::StaffId{1},
                                                                    "Ines",
                                                                    *base::EmailAddress::parse("ines@example.org"),
                                                                    {{auth::Role::owner, std::nullopt}},
                                                                    auth::SessionId{1}});
        return request;
    }
    // As the server does: what is refused is undone. The fields of the problems, "" where there are none.
    std::string save(const http::Request& request) {
        const auto read = staff.read_event(request);
        if (!read) return read.error().front().field;
        const auto before = taken.by_holder;
        std::string field;
        try {
            database->write([&](db::Write& write) {
                const auto answer = staff.save(*read, write);
                if (answer) return;
                field = answer.error().front().field;
                throw std::runtime_error{"refused"};
            });
        } catch (const std::runtime_error&) {
            taken.by_holder = before;
        }
        return field;
    }
    std::vector<Event> all() {
        return database->read([](db::Read& read) { return store::all(read, 10); });
    }
    // What the first page of staff asks to do about events; "" for nothing.
    std::string task() {
        return database->read([&](db::Read& read) {
            const auto news = home_news()(read, form({}));
            return news.tasks.empty() ? std::string{} : news.tasks.front().sentence;
        });
    }
    std::string page_of(EventId id) {
        auto request = form({}, std::to_string(id.value));
        request.form = {};
        return std::string{database->read([&](db::Read& read) { return staff.show(request, read); }).body.view()};
    }
    // To whom mails about events were ordered, the oldest first, with their titles as they leave now.
    std::vector<std::string> told() {
        mail::Renderers renderers;
        slice.add_mails(renderers);
        std::vector<std::string> lines;
        database->read([&](db::Read& read) {
            for (const auto& each : mail::latest_mails(read, {}))
                if (const auto made = (*renderers.find(each.order.kind))(each.order, read))
                    lines.push_back(each.order.recipient.text() + ": " + std::string{made->subject.text()});
        });
        std::ranges::reverse(lines);
        return lines;
    }

    mail::Message newest_mail() {
        mail::Renderers renderers;
        slice.add_mails(renderers);
        return database->read([&](db::Read& read) {
            const auto order = mail::latest_mails(read, {}).front().order;
            return *(*renderers.find(order.kind))(order, read);
        });
    }

    test_support::TestDatabase database{GetParam(), [] { return kToday; }};
    base::LevelId level{1};
    runtime::Config config;
    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    ports::PersonActions actions;
    std::vector<ports::ChampionFacts> known;
    TakenTimes taken;
    ports::Champions champions;
    ports::ChampionBookings bookings;
    Services services{config, secret, tokens, frames, actions, champions, bookings};
    StaffHandlers staff{services};
    Slice slice{services, [] { return kToday; }};
};

TEST_P(Speaking, AChampionGivesOneEventAtATimeAndHearsOfIt) {
    EXPECT_EQ(save(form({{"starts_at", "2027-02-10T19:00"}, {"champion", "7"}})), "");
    ASSERT_EQ(all().size(), 1U);
    EXPECT_EQ(all().front().champion, kNoor);
    EXPECT_EQ(all().front().plan.speaker, "Noor Haddad") << "who agreed to be shown is named";
    EXPECT_EQ(save(form({{"starts_at", "2027-02-10T20:00"}, {"champion", "7"}})), "champion")
        << "they are at the other";
    EXPECT_EQ(save(form({{"starts_at", "2027-02-10T20:00"}, {"champion", "99"}})), "champion")
        << "there is no such one";
    EXPECT_EQ(save(form({{"starts_at", "2027-02-10T20:00"}, {"champion", "somebody"}})), "champion");
    ASSERT_EQ(all().size(), 1U) << "nothing of what was refused is there";
    EXPECT_EQ(told(), (std::vector<std::string>{
                          "c7@example.org: Vous prenez la parole à une activité\u00A0: Ce que vaut une bibliothèque"}));
    const auto port = slice.with_events(bookings);
    const auto calendar =
        database->read([&](db::Read& read) { return port.own_section(read, kNoor, base::Locale::english); });
    EXPECT_NE(calendar.view().find("What a library is worth"), std::string_view::npos);
    EXPECT_TRUE(database->read([&](db::Read& read) { return slice.champions_check().run(read); }).empty());
    taken.by_holder.clear();
    EXPECT_EQ(database->read([&](db::Read& read) { return slice.champions_check().run(read).size(); }), 1U);
}

TEST_P(Speaking, AnotherChampionTakesItOverAndMovingItMovesTheTime) {
    save(form({{"starts_at", "2027-02-10T19:00"}, {"champion", "7"}}));
    const auto id = all().front().id;
    const auto number = std::to_string(id.value);
    EXPECT_EQ(save(form({{"starts_at", "2027-02-11T19:00"}, {"champion", "8"}, {"speaker", "Noor Haddad"}}, number)),
              "");
    ASSERT_EQ(taken.by_holder.size(), 1U);
    EXPECT_EQ(taken.by_holder.at(id.value).champion, kSami);
    EXPECT_EQ(i18n::machine_time(taken.by_holder.at(id.value).span.begin), "2027-02-11T23:00:00Z");
    EXPECT_EQ(all().front().plan.speaker, "Sami Roy");
    EXPECT_EQ(told().size(), 3U);
    EXPECT_TRUE(told()[1].starts_with("c7@example.org: Ce n’est plus nécessaire")) << told()[1];
    database->write([&](db::Write& write) { store::publish(write, id); });
    const StaffAct act{ports::acting(form({})), id, "Storm", "Tempête"};
    database->write([&](db::Write& write) { return *staff.cancel(act, write); });
    EXPECT_TRUE(taken.by_holder.empty());
    EXPECT_TRUE(told().back().starts_with("c8@example.org: Ce n’est plus nécessaire")) << told().back();
    const auto last = newest_mail();
    EXPECT_EQ(last.calendar.method, "CANCEL");
    EXPECT_NE(last.calendar.text.find("UID:event-" + number + "@campaign.example"), std::string::npos)
        << last.calendar.text;
    EXPECT_NE(last.calendar.text.find("SEQUENCE:2"), std::string::npos) << "behind being moved" << last.calendar.text;
    EXPECT_NE(last.calendar.text.find("mailto:c8@example.org"), std::string::npos);
}

TEST_P(Speaking, ADraftIsDeletedAndItsChampionHearsOfItButWhatIsPublishedStays) {
    save(form({{"starts_at", "2027-02-10T19:00"}, {"champion", "7"}}));
    const StaffAct act{ports::acting(form({})), all().front().id};
    database->write([&](db::Write& write) { EXPECT_EQ((*staff.remove(act, write)).status, 303); });
    EXPECT_TRUE(all().empty());
    EXPECT_TRUE(taken.by_holder.empty());
    ASSERT_EQ(told().size(), 2U);
    EXPECT_TRUE(told().back().starts_with("c7@example.org: Ce n’est plus nécessaire")) << told().back();
    database->write([&](db::Write& write) {
        EXPECT_EQ((*staff.remove(act, write)).status, 404) << "pressed twice";
        store::forget_removed(write, kToday + base::days(1));
    });
    EXPECT_TRUE(told().empty()) << "nothing is left of it";
    save(form({{"starts_at", "2027-02-10T19:00"}}));
    const auto published = all().front().id;
    database->write([&](db::Write& write) { store::publish(write, published); });
    database->write([&](db::Write& write) { EXPECT_FALSE(staff.remove({ports::acting(form({})), published}, write)); });
    EXPECT_EQ(all().size(), 1U);
}

TEST_P(Speaking, WhoStopsGivesNothingAnyMoreAndWhoIsErasedIsNamedNowhere) {
    save(form({{"starts_at", "2027-02-10T19:00"}, {"champion", "7"}}));
    save(form({{"starts_at", "2027-02-12T19:00"}, {"champion", "8"}, {"speaker", "A surprise"}}));
    const auto stop = [&](ChampionId who, ports::ChampionEnd end) {
        database->write([&](db::Write& write) { slice.champion_listener()(write, who, end); });
    };
    stop(kNoor, ports::ChampionEnd::erased);
    stop(kSami, ports::ChampionEnd::paused);
    EXPECT_TRUE(taken.by_holder.empty());
    for (const Event& each : all()) EXPECT_FALSE(each.champion);
    EXPECT_EQ(all()[0].plan.speaker, "A surprise") << "that was not their name";
    EXPECT_EQ(all()[1].plan.speaker, "");
    EXPECT_TRUE(told().back().starts_with("c8@example.org: Ce n’est plus nécessaire")) << told().back();
    EXPECT_EQ(std::ranges::count_if(told(), [](const std::string& line) { return line.starts_with("c7@"); }), 1)
        << "nothing is sent to who is erased";
    EXPECT_EQ(task(), "2 events to come have lost their champion.");
    const auto first = all()[1].id, second = all()[0].id;
    EXPECT_NE(page_of(first).find("The champion who was to give it has stopped."), std::string::npos);
    EXPECT_EQ(save(form({{"starts_at", "2027-02-10T19:00"}, {"champion", "8"}}, std::to_string(first.value))), "");
    EXPECT_EQ(page_of(first).find("The champion who was to give it has stopped."), std::string::npos);
    EXPECT_EQ(task(), "1 event to come has lost its champion.");
    EXPECT_EQ(save(form({{"starts_at", "2027-02-12T19:00"}, {"speaker", "Aunt Jo"}}, std::to_string(second.value))), "")
        << "somebody who is no champion does";
    EXPECT_EQ(task(), "");
}

ALLTOGETHER_ON_BOTH_DATABASES(Speaking);

}  // namespace
}  // namespace events

// Staff keep offices by hand, two at once; a file is taken in as it was looked at; and visitors read how a riding was
// found.
#include "features/representatives/handlers.h"

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "features/representatives/import_store.h"
#include "features/representatives/office_store.h"
#include "features/representatives/place_store.h"
#include "features/representatives/shipped_service.h"
#include "features/representatives/staff_handlers.h"
#include "platform/files/folder_store.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"
#include "tests/support/own_folder.h"

namespace representatives {
namespace {

class Offices : public test_support::OnBothDatabases {
protected:
    Offices() {
        database->write(keep_shipped_ridings);
        avalon = riding("10001");
        cape_spear = riding("10002");
        ruth = add({.office = Office::mp,
                    .province = Province::nl,
                    .riding = avalon,
                    .name = "Ruth Okimaw",
                    .party = "Maple Party",
                    .email = "ruth@parl.example.org",
                    .set = "federal-2023",
                    .source = "parl.example",
                    .as_of = "2026-11-01"});
    }

    RidingId riding(std::string_view code) {
        for (const StoredRiding& each : database->read([](db::Read& read) { return store::ridings(read); }))
            if (each.riding.code == code) return each.riding.id;
        return RidingId{0};
    }
    RepresentativeId add(const Holder& holder) {
        return database->write([&](db::Write& write) { return store::add_holder(write, holder, "Amélie"); });
    }
    StoredHolder stored(RepresentativeId id) {
        return *database->read([&](db::Read& read) { return store::find_holder(read, id); });
    }
    static http::Request by_staff(http::Request request) {
        request.staff =
            std::make_shared<const auth::Principal>(auth::Principal{auth::StaffId{1},
                                                                    "Kofi",
                                                                    *base::EmailAddress::parse("kofi@example.org"),
                                                                    {{auth::Role::owner, std::nullopt}},
                                                                    auth::SessionId{1}});
        return request;
    }

    // What a form of an office brings back.
    struct Sent {
        RepresentativeId id;  // 0: a new one
        std::string name, email, party, seen;
        RidingId riding;
    };
    http::Request form_of(const Sent& sent) {
        const std::string number = sent.id.value == 0 ? "" : std::to_string(sent.id.value);
        return by_staff(http::testing::post("/en/staff/representatives/x", {{"representative", number}},
                                            {{"office", "mp"},
                                             {"riding", std::to_string(sent.riding.value)},
                                             {"province", "NL"},
                                             {"name", sent.name},
                                             {"party", sent.party},
                                             {"email", sent.email},
                                             {"source", "parl.example"},
                                             {"as_of", "2026-11-01"},
                                             {"seen", sent.seen}}));
    }
    http::WriteResult keep(const Sent& sent) {
        const auto form = offices.read_holder(form_of(sent));
        if (!form) return form.error();
        return database->write([&](db::Write& write) { return offices.keep(*form, write); });
    }
    // The hidden field of that name on this page.
    static std::string hidden(const std::string& page, const std::string& name) {
        const std::string field = "name=\"" + name + "\" value=\"";
        const auto at = page.find(field) + field.size();
        return page.substr(at, page.find('"', at) - at);
    }
    template <class Read>
    std::string page(Read&& handler) {
        return std::string{database->read(handler).body.view()};
    }
    std::string office_page(RepresentativeId id) {
        const auto request =
            by_staff(http::testing::get("/en/staff/representatives/x", {{"representative", std::to_string(id.value)}}));
        return page([&](db::Read& read) { return offices.show(request, read); });
    }
    std::string found(std::string_view code) {
        const auto request = http::testing::get("/en/representatives?postal_code=" + std::string{code});
        return page([&](db::Read& read) { return handlers.find(request, read); });
    }

    RidingId avalon{0}, cape_spear{0};
    RepresentativeId ruth{0};
    test_support::OwnFolder folder;
    files::FolderStore files{folder.path()};
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    LiveTables tables;
    ports::Elections elections;
    ports::RepresentativeSections sections;
    Services services{frames, tables, elections, sections, files};
    Handlers handlers{services};
    OfficeHandlers offices{services};
    ImportHandlers imports{services};
};

TEST_P(Offices, TwoWhoChangeOneOfficeLoseNothing) {
    const std::string seen = hidden(office_page(ruth), "seen");
    ASSERT_TRUE(keep({ruth, "Ruth Okimaw", "okimaw@parl.example.org", "Maple Party", seen, avalon}));
    ASSERT_TRUE(keep({ruth, "Ruth Okimaw", "ruth@parl.example.org", "Lighthouse Party", seen, avalon}));
    EXPECT_EQ(stored(ruth).holder.email, "okimaw@parl.example.org") << "the second saw the old one and left it alone";
    EXPECT_EQ(stored(ruth).holder.party, "Lighthouse Party");
    const Sent late{ruth, "Ruth Okimaw", "third@parl.example.org", "Maple Party", seen, avalon};
    const auto refused = keep(late);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().at(0).field, "email");
    const auto again =
        database->read([&](db::Read& read) { return offices.show_again(form_of(late), refused.error(), read); });
    EXPECT_EQ(again.status, 409);
    const std::string shown{again.body.view()};
    EXPECT_NE(shown.find("okimaw@parl.example.org"), std::string::npos) << "what the first wrote stands below";
    EXPECT_NE(shown.find("third@parl.example.org"), std::string::npos) << "what was typed is kept";
    EXPECT_NE(shown.find("Kofi saved this on"), std::string::npos);
}

TEST_P(Offices, TwoWhoChangeOneSetOfRidingsLoseNothing) {
    const SetHandlers sets{services};
    const std::string shown = page([&](db::Read& read) {
        return sets.list(by_staff(http::testing::get("/en/staff/representatives/sets?set=federal-2023")), read);
    });
    const std::string seen = hidden(shown, "seen");
    const auto before = *database->read([](db::Read& read) { return store::find_set(read, "federal-2023"); });
    const auto form = [&](const std::string& english, const std::string& french, const std::string& with) {
        return by_staff(http::testing::post("/en/staff/representatives/sets", {},
                                            {{"slug", "Federal-2023 "},
                                             {"house", "federal"},
                                             {"name_en", english},
                                             {"name_fr", french},
                                             {"boundary_set", before.boundary_set},
                                             {"seen", with}}));
    };
    const auto keep_set = [&](const http::Request& request) -> http::WriteResult {
        const auto read = sets.read_set(request);
        if (!read) return read.error();
        return database->write([&](db::Write& write) { return sets.keep(*read, write); });
    };
    ASSERT_TRUE(keep_set(form("Federal ridings of 2023", before.name_fr, seen)));
    ASSERT_TRUE(keep_set(form(before.name_en, "Circonscriptions de 2023", seen)));
    const auto now = *database->read([](db::Read& read) { return store::find_set(read, "federal-2023"); });
    EXPECT_EQ(now.name_en, "Federal ridings of 2023") << "the second saw the old one and left it alone";
    EXPECT_EQ(now.name_fr, "Circonscriptions de 2023");
    const auto late = form("The federal map", before.name_fr, seen);
    const auto refused = keep_set(late);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().at(0).field, "name_en");
    const auto again = database->read([&](db::Read& read) { return sets.list_again(late, refused.error(), read); });
    EXPECT_EQ(again.status, 409);
    EXPECT_TRUE(again.body.view().contains("The federal map")) << "what was typed is kept";
    EXPECT_TRUE(again.body.view().contains("Kofi saved this on"));
    const auto unseen = keep_set(form("Another map", "Une autre carte", ""));
    ASSERT_FALSE(unseen) << "whoever types the short name of one that is there has not seen it";
    EXPECT_EQ(unseen.error().at(0).field, "slug");
}

TEST_P(Offices, ARidingHasOneMemberAtATime) {
    const auto refused = keep({RepresentativeId{0}, "Tom Bell", "", "", "", avalon});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().at(0).field, "riding");
    const auto vacant = add({.office = Office::mp, .riding = cape_spear, .seat = Seat::vacant, .source = "x"});
    ASSERT_TRUE(keep({RepresentativeId{0}, "Tom Bell", "", "", "", cape_spear}));
    EXPECT_TRUE(stored(vacant).left_at) << "the seat is vacant no longer";
    const auto form =
        offices.read_act(by_staff(http::testing::post("/en/x", {{"representative", std::to_string(ruth.value)}}, {})));
    database->write([&](db::Write& write) { return *offices.leave(*form, write); });
    EXPECT_TRUE(keep({RepresentativeId{0}, "Iris Day", "", "", "", avalon}));
}

TEST_P(Offices, AFileIsTakenInAsItWasLookedAtOrLookedAtAgain) {
    const std::string list = "office,code,name\nmp,10001,Nadia Roy\n";
    const ImportRecord record{.content = ridings::Content::representatives,
                              .provider = "csv_representatives",
                              .set = "federal-2023",
                              .file_name = "members.csv",
                              .file = files.put(list).hex(),
                              .size = static_cast<std::int64_t>(list.size()),
                              .source = "parl.example",
                              .as_of = "2026-11-02",
                              .created_by = "Kofi"};
    const auto id = database->write([&](db::Write& write) { return store::insert_import(write, record); });
    const std::string number = std::to_string(id.value);
    const auto look = [&] {
        return page([&](db::Read& read) {
            return imports.show(by_staff(http::testing::get("/en/x", {{"import", number}})), read);
        });
    };
    const auto take = [&](const std::string& shown) {
        const auto act = imports.read_taking(by_staff(http::testing::post(
            "/en/x", {{"import", number}}, {{"file", hidden(shown, "file")}, {"plan", hidden(shown, "plan")}})));
        return database->write([&](db::Write& write) { return imports.take(*act, write); });
    };
    const std::string before = look();
    ASSERT_TRUE(keep({ruth, "Ruth Okimaw-Bell", "", "", hidden(office_page(ruth), "seen"), avalon}));
    EXPECT_FALSE(take(before)) << "another person than the page named would leave";
    EXPECT_FALSE(stored(ruth).left_at);
    EXPECT_TRUE(take(look()));
    EXPECT_TRUE(stored(ruth).left_at);
}

TEST_P(Offices, VisitorsReadHowARidingWasFoundAndWhereASlipMayBe) {
    const auto listed = *ridings::pack("K1A0B1"), placed = *ridings::pack("T2P1J9");
    const auto at = [](double longitude, double latitude) { return *ridings::point_of({longitude, latitude}); };
    database->write([&](db::Write& write) {
        store::keep_codes(write, {"federal-2023", {{listed, {"10002"}}}, {listed}});
        store::keep_points(write, {{placed, at(-114.5, 51.5)}}, {placed});
        const ridings::Shape square{{{at(-115, 51), at(-114, 51), at(-114, 52), at(-115, 52), at(-115, 51)}}};
        store::keep_boundary(write, {avalon, ridings::packed(square), 5, "parl.example", "2026-11-01"});
        store::places_changed(write);
        store::boundaries_changed(write);
    });
    constexpr std::string_view kMiddle = "Found by the middle of this postal code.";
    EXPECT_NE(found("T2P1J9").find(kMiddle), std::string::npos) << "of it a point alone is known";
    EXPECT_EQ(found("K1A0B1").find(kMiddle), std::string::npos) << "a list has it";
    EXPECT_NE(found("K9Z0A0").find("No postal code that we know of begins with K9Z"), std::string::npos);
    EXPECT_EQ(found("A0A0A0").find("No postal code that we know of"), std::string::npos);
}

ALLTOGETHER_ON_BOTH_DATABASES(Offices);

}  // namespace
}  // namespace representatives

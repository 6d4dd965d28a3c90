// Stories of owners and their team, of the audit log and of the command, on both databases.
#include "features/accounts/handlers_house_test.h"
#include "features/accounts/home_news_service.h"
#include "people/store.h"

namespace accounts {
namespace {

using house::kPassword;
using house::shows;
using http::testing::get;
using http::testing::post;

class Team : public house::House {};

// Team ---------------------------------------------------------------------------------------------------------------

TEST_P(Team, TheLastOwnerCannotBeRemoved) {
    const auto odile = add("odile@example.org", "owner");
    const auto cookie = cookie_of("odile@example.org");
    EXPECT_EQ(press(cookie, odile, &TeamHandlers::deactivate).status, 422);
    EXPECT_EQ(press(cookie, odile, &TeamHandlers::take_role, grants(odile)[0].id.value).status, 422);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_TRUE(who(cookie));
    add("paul@example.org", "owner");
    EXPECT_EQ(press(cookie, odile, &TeamHandlers::take_role, grants(odile)[0].id.value).status, 303);
    EXPECT_TRUE(grants(odile).empty());
}

TEST_P(Team, WhoIsDeactivatedIsOutAtOnce) {
    add("odile@example.org", "owner");
    const auto zoe = add("zoe@example.org", "editor");
    const auto odile_cookie = cookie_of("odile@example.org"), zoe_cookie = cookie_of("zoe@example.org");
    EXPECT_EQ(press(odile_cookie, zoe, &TeamHandlers::deactivate).status, 303);
    EXPECT_FALSE(who(zoe_cookie));
    EXPECT_EQ(sign_in("zoe@example.org", kPassword).status, 422);
    const auto entry = audit("accounts.deactivate").at(0).entry;
    EXPECT_EQ(entry.subject.id, zoe.value);
    EXPECT_EQ(entry.changes, (std::vector<auth::Change>{{"state", "active", "deactivated"}}));
    press(odile_cookie, zoe, &TeamHandlers::reactivate);
    EXPECT_EQ(sign_in("zoe@example.org", kPassword).status, 303);
}

TEST_P(Team, AnOwnerSignsOutTheDevicesOfAnother) {
    add("odile@example.org", "owner");
    const auto zoe = add("zoe@example.org", "editor");
    const auto zoe_cookie = cookie_of("zoe@example.org");
    EXPECT_EQ(press(cookie_of("odile@example.org"), zoe, &TeamHandlers::end_sessions).status, 303);
    EXPECT_FALSE(who(zoe_cookie));
}

TEST_P(Team, AnEditorCannotManageAnybody) {
    const auto odile = add("odile@example.org", "owner");
    add("zoe@example.org", "editor");
    EXPECT_EQ(press(cookie_of("zoe@example.org"), odile, &TeamHandlers::deactivate).status, 403);
    EXPECT_FALSE(auth::may(*who(cookie_of("zoe@example.org")), auth::Permission::manage_staff));
}

TEST_P(Team, RolesAreGivenOnceAndRecorded) {
    add("odile@example.org", "owner");
    const auto zoe = add("zoe@example.org", "editor");
    const auto give = [&](const char* role) {
        return send(
            handlers.team, &TeamHandlers::read_give_role, &TeamHandlers::give_role,
            from(post("/en/staff/team/x/roles", {{"id", std::to_string(zoe.value)}}, {{"role", role}, {"level", ""}}),
                 cookie_of("odile@example.org")));
    };
    EXPECT_EQ(give("moderator").status, 303);
    EXPECT_EQ(give("moderator").status, 303);
    EXPECT_EQ(give("emperor").status, 422);
    EXPECT_EQ(grants(zoe).size(), 2u);
    EXPECT_EQ(audit("accounts.give_role").size(), 1u);
}

TEST_P(Team, PagesShowWhatTheyAreFor) {
    add("odile@example.org", "owner");
    const auto zoe = add("zoe@example.org", "editor");
    const auto cookie = cookie_of("odile@example.org");
    home.add([](db::Read&, const http::Request&) {
        return ports::HomeNews{{{"Save the library", "/en/staff/petitions/library", "3", "1 pending"}},
                               {{.sentence = "It has no French text yet.", .path = "/en/x", .act = "Write it"}}};
    });
    const auto first = show(handlers.home, &HomeHandlers::home, from(get("/en/staff"), cookie));
    EXPECT_TRUE(shows(first, "Save the library"));
    EXPECT_TRUE(shows(first, "It has no French text yet."));
    EXPECT_TRUE(
        shows(show(handlers.team, &TeamHandlers::list, from(get("/en/staff/team"), cookie)), "zoe@example.org"));
    const auto id = std::to_string(zoe.value);
    EXPECT_TRUE(shows(show(handlers.team, &TeamHandlers::show, from(get("/en/staff/team/" + id, {{"id", id}}), cookie)),
                      "Deactivate"));
    EXPECT_EQ(show(handlers.team, &TeamHandlers::show, from(get("/en/staff/team/9", {{"id", "9"}}), cookie)).status,
              404);
    const auto log = show(handlers.home, &HomeHandlers::audit, from(get("/en/staff/audit"), cookie));
    EXPECT_TRUE(shows(log, "added to the team:"));
    EXPECT_TRUE(shows(log, "command line"));
}

// What an owner of one level knows
// --------------------------------------------------------------------------------------

class LocalOwner : public house::House {
protected:
    LocalOwner() {
        database().write([&](db::Write& write) {
            const auto canada =
                people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            people::insert_level(write, {people::LevelKind::province, "qc", "Quebec", "Québec", 2, canada, {}});
            people::insert_level(write, {people::LevelKind::province, "on", "Ontario", "Ontario", 3, canada, {}});
        });
        add("odile@example.org", "owner");
        add("luc@example.org", "owner", "qc");
        zoe = add("zoe@example.org", "editor", "qc");
        ian = add("ian@example.org", "editor", "on");
        luc_cookie = cookie_of("luc@example.org");
    }
    http::Response member(StaffId id) {
        const auto text = std::to_string(id.value);
        return show(handlers.team, &TeamHandlers::show,
                    from(get("/en/staff/team/" + text, {{"id", text}}), luc_cookie));
    }
    StaffId zoe{0}, ian{0};
    std::string luc_cookie;
};

TEST_P(LocalOwner, SeesThoseOfOwnLevelsAndNobodyElse) {
    const auto team = show(handlers.team, &TeamHandlers::list, from(get("/en/staff/team"), luc_cookie));
    EXPECT_TRUE(shows(team, "zoe@example.org"));
    EXPECT_TRUE(shows(team, "luc@example.org"));
    EXPECT_FALSE(shows(team, "ian@example.org"));
    EXPECT_FALSE(shows(team, "odile@example.org"));
    EXPECT_EQ(member(zoe).status, 200);
    EXPECT_EQ(member(ian).status, 404);
    EXPECT_EQ(press(luc_cookie, ian, &TeamHandlers::deactivate).status, 403);
    const auto log = show(handlers.home, &HomeHandlers::audit, from(get("/en/staff/audit"), luc_cookie));
    EXPECT_FALSE(shows(log, "ian@example.org"));
}

TEST_P(LocalOwner, SeesOfAMemberTheRolesAtOwnLevelsOnly) {
    add("zoe@example.org", "moderator", "on");
    const auto page = member(zoe);
    EXPECT_TRUE(shows(page, "Editor, Quebec"));
    EXPECT_FALSE(shows(page, "Moderator, Ontario"));
    EXPECT_FALSE(shows(page, "Deactivate this account")) << "somebody with a role elsewhere is not theirs to change";
}

TEST_P(LocalOwner, IsOfferedOwnLevelsOnly) {
    const auto page = show(handlers.team, &TeamHandlers::show_invitation, from(get("/en/staff/team/new"), luc_cookie));
    EXPECT_TRUE(shows(page, ">Quebec</option>"));
    EXPECT_FALSE(shows(page, ">Ontario</option>"));
    EXPECT_FALSE(shows(page, ">Everywhere</option>"));
}

ALLTOGETHER_ON_BOTH_DATABASES(LocalOwner);

TEST_P(Team, InvitationsThatNobodyFollowedAreToldToOwners) {
    add("odile@example.org", "owner");
    add("zoe@example.org", "editor");
    const auto news_of = [&](const std::string& who) {
        const auto request = from(get("/en/staff"), cookie_of(who));
        return database().read([&](db::Read& read) { return home_news(read, request); });
    };
    send(
        handlers.team, &TeamHandlers::read_invite, &TeamHandlers::invite,
        from(
            post(
                "/en/staff/team", {},
                {{"name", "Paul"}, {"email", "paul@example.org"}, {"role", "editor"}, {"level", ""}, {"locale", "fr"}}),
            cookie_of("odile@example.org")));
    EXPECT_EQ(news_of("odile@example.org").tasks.at(0).sentence, "1 invitation has not been followed yet.");
    EXPECT_EQ(news_of("zoe@example.org").tasks.at(0).sentence, "A password alone opens your account.");
}

TEST_P(Team, TheAuditLogIsReadPageByPage) {
    add("odile@example.org", "owner");
    const auto cookie = cookie_of("odile@example.org");
    database().write([](db::Write& tx) {
        for (int i = 0; i < 60; ++i)
            auth::record(tx, {.actor = {std::nullopt, "test"},
                              .action = "test.number",
                              .subject = {"number", i, "no. " + std::to_string(i) + "."}});
    });
    const auto first =
        show(handlers.home, &HomeHandlers::audit, from(get("/en/staff/audit?action=test.number"), cookie));
    EXPECT_TRUE(shows(first, "no. 59."));
    EXPECT_FALSE(shows(first, "no. 9."));
    const std::string page{first.body.view()};
    const auto at = page.find("before=") + 7;
    const auto before = page.substr(at, page.find('&', at) - at);
    const auto second = show(handlers.home, &HomeHandlers::audit,
                             from(get("/en/staff/audit?action=test.number&before=" + before), cookie));
    EXPECT_TRUE(shows(second, "no. 9."));
    EXPECT_FALSE(shows(second, "no. 10."));
    EXPECT_FALSE(shows(second, "before=")) << "the last page";
}

// The command --------------------------------------------------------------------------------------------------------

TEST_P(Team, TheCommandGivesALinkOrTakesAPassword) {
    const AddStaffTools tools{database(), secret, passwords, {config, tokens}};
    const auto added = add_staff(tools, {.email = "odile@example.org", .role = "owner", .name = "Odile Tremblay"});
    ASSERT_TRUE(added);
    ASSERT_TRUE(added->link.starts_with("http://127.0.0.1:8080/en/staff/links/")) << added->link;
    EXPECT_EQ(choose_password(added->link.substr(added->link.size() - 32), "a river in the west").status, 303);
    EXPECT_TRUE(who(cookie_of("odile@example.org", "a river in the west")));

    const auto again =
        add_staff(tools, {.email = "odile@example.org", .role = "editor", .password = "a mountain in the east"});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->id, added->id);
    EXPECT_EQ(grants(added->id).size(), 2u);
    EXPECT_TRUE(who(cookie_of("odile@example.org", "a mountain in the east")));

    const auto wrong = add_staff(tools, {.email = "nobody", .role = "king", .password = "x"});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().size(), 2u);
}

TEST_P(Team, EveryAddressHasItsHandler) {
    http::Router router;
    add_routes(router, handlers);
    EXPECT_GE(router.routes().size(), 25u);
    for (const auto& route : router.routes())
        EXPECT_TRUE(route->options.name.starts_with("accounts.")) << route->pattern;
    EXPECT_EQ(router.match(http::Method::get, "/en/staff/team/new").route->options.name, "accounts.show_invitation");
}

ALLTOGETHER_ON_BOTH_DATABASES(Team);

}  // namespace
}  // namespace accounts

// features/site/handlers_house_test.h - everything that handlers of this slice need, around a test's own database with
// the demo's content.
#pragma once
#include <gtest/gtest.h>

#include "features/site/handlers.h"
#include "features/site/seed.h"
#include "features/site/slice.h"
#include "features/site/staff_handlers.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"

namespace site::house {

inline std::string body_of(const http::Response& response) { return std::string{response.body.view()}; }

// A site with the demo's content, one open action, and Amélie, who edits everything.
class House : public testing::Test {
protected:
    House() {
        database->write([](db::Write& write) { seed_demo(write); });
        actions.add([](db::Read&, base::Locale locale) {
            return std::vector<ports::Action>{
                {.key = "equality-pledge",
                 .path = "/" + std::string{base::code(locale)} + "/petitions/equality-pledge",
                 .figure = ports::LiveFigure{48'213, "signatures", "/api/v1/petitions/equality-pledge/count/stream"}}};
        });
        documents.add({"pages", base::message("Pages")}, search_documents());
    }

    template <class Handler>
    http::Response ask(Handler handler, const http::Request& request) {
        return database->read([&](db::Read& read) { return (handlers.*handler)(request, read); });
    }
    template <class Handler>
    http::Response ask_staff(Handler handler, const http::Request& request) {
        return database->read([&](db::Read& read) { return (staff.*handler)(request, read); });
    }
    // parse, then apply, as the server does.
    template <class Parse, class Apply>
    http::WriteResult send(Parse parse, Apply apply, const http::Request& request) {
        auto form = (staff.*parse)(request);
        if (!form) return form.error();
        return database->write([&](db::Write& write) { return (staff.*apply)(*form, write); });
    }
    base::LevelId level(std::string_view slug) {
        return database->read([&](db::Read& read) { return people::find_level(read, slug)->id; });
    }
    http::Request signed_in(http::Request request, auth::Grant grant = {auth::Role::owner, std::nullopt}) {
        request.staff =
            std::make_shared<auth::Principal>(auth::Principal{auth::StaffId{1},
                                                              "Amélie Roy",
                                                              *base::EmailAddress::parse("amelie@example.org"),
                                                              {grant},
                                                              auth::SessionId{1}});
        return request;
    }
    std::vector<auth::StoredAuditEntry> audit(std::string action) {
        return database->read(
            [&](db::Read& read) { return auth::read_audit(read, {.action_prefix = std::move(action)}); });
    }

    test_support::TestDatabase database{test_support::Kind::sqlite};
    ports::PageFrames frames{{.public_url = "https://campaign.example", .campaign = campaign_name}};
    ports::ActionRegistry actions;
    ports::HubBlockRegistry blocks;
    ports::SearchDocuments documents;
    ports::Pictures pictures;
    Services services{frames, actions, blocks, documents, pictures};
    Handlers handlers{services};
    StaffHandlers staff{services};
};

}  // namespace site::house

// features/osdi/handlers_house_test.h - the slice over a real database, with the doors of other slices noting what came
// through.
#pragma once
#include <future>

#include <gtest/gtest.h>

#include "features/osdi/people_store.h"
#include "features/osdi/routes.h"
#include "features/osdi/slice.h"
#include "features/osdi/store.h"
#include "people/address_hash.h"
#include "people/fields.h"
#include "people/mail_standing.h"
#include "people/store.h"
#include "people/tags.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"

namespace osdi {

using ports::ApiScope;

class OsdiHouse : public test_support::OnBothDatabases {
protected:
    OsdiHouse() {
        database->write([&](db::Write& write) {
            national = *people::insert_level(write, {people::LevelKind::national, std::string{people::kNationalSlug},
                                                     "Canada", "Canada", 1, std::nullopt, std::nullopt});
            ontario = province(write, "on", people::Province::on);
            quebec = province(write, "qc", people::Province::qc);
        });
        list.ask = [this](db::Write&, const ports::ListAsking& asking) {
            asked.push_back(asking);
            return ports::ListOutcome::asked;
        };
        list.vouch = [this](db::Write&, const ports::ListVouching& vouching) -> std::optional<ports::ListOutcome> {
            if (has_left) return std::nullopt;
            vouched.push_back(vouching);
            return ports::ListOutcome::joined;
        };
        links.leave = [this](db::Write&, const ports::MailLinks::LeaveOrder& order) { left.push_back(order); };
        add_routes(router, handlers);
    }

    base::LevelId province(db::Write& write, std::string slug, people::Province where) const {
        return *people::insert_level(
            write, {people::LevelKind::province, slug, slug, slug, 1, national, std::optional{where}});
    }

    static std::int64_t all_scopes() {
        std::int64_t bits = 0;
        for (const auto scope : ports::kApiScopes) bits |= static_cast<std::int64_t>(scope);
        return bits;
    }

    // One request as the server hands it to the route, with the present key.
    http::Response call(http::Method method, std::string address, std::string body = {}) {
        auto request = http::testing::post_json(address, {}, std::move(body));
        request.method = method;
        if (!idempotency_key.empty()) request.headers.add({"Idempotency-Key", idempotency_key});
        request.caller = caller;
        auto match = router.match(method, request.path);
        if (match.route == nullptr) return http::not_found();
        request.parameters = std::move(match.parameters);
        if (method == http::Method::get)
            return database->read([&](db::Read& read) { return match.route->read(request, read); });
        auto parsed = match.route->write->parse(request);
        if (!parsed) return refused(*match.route, request, parsed.error());
        class Job final : public db::WriteJob {
        public:
            explicit Job(http::WriteCall& call) : call_(call) {}
            Verdict run(db::Write& write) override { return call_.apply(write) ? Verdict::keep : Verdict::undo; }
            void finished(std::exception_ptr fault) noexcept override { done.set_value(fault != nullptr); }
            std::promise<bool> done;

        private:
            http::WriteCall& call_;
        };
        auto job = std::make_unique<Job>(**parsed);
        auto done = job->done.get_future();
        EXPECT_EQ(database->submit(std::move(job)), db::Accepted::yes);
        EXPECT_FALSE(done.get());
        auto answer = (*parsed)->answer();
        return answer ? *std::move(answer) : refused(*match.route, request, answer.error());
    }
    http::Response refused(const http::Route& route, const http::Request& request, const base::Problems& problems) {
        return database->read([&](db::Read& read) { return route.write->refuse()(request, problems, read); });
    }
    http::Response get(const std::string& address) { return call(http::Method::get, address); }
    http::Response post(const std::string& address, std::string body) {
        return call(http::Method::post, address, std::move(body));
    }
    static json::object json_of(const http::Response& response) {
        return json::parse(response.body.view()).as_object();
    }
    static std::string self_of(const json::object& resource) {
        const std::string href{std::string_view{resource.at("_links").at("self").at("href").as_string()}};
        return href.substr(href.find("/api/v2"));
    }

    // Somebody brought by a program; their address here.
    std::string bring(const std::string& email, const std::string& rest = "") {
        const auto answer =
            post("/api/v2/people", R"({"person":{"email_addresses":[{"address":")" + email + "\"}]" + rest + "}}");
        EXPECT_EQ(answer.status, 200) << answer.body.view();
        return self_of(json_of(answer));
    }
    std::optional<people::Person> person(std::string_view email) {
        const auto hash = people::address_hash(secret, *base::EmailAddress::parse(email));
        return database->read([&](db::Read& read) { return people::find_person_by_address(read, hash); });
    }
    void be(std::optional<base::LevelId> level, std::int64_t scopes = all_scopes()) {
        caller = std::make_shared<const http::ApiCaller>(http::ApiCaller{7, "Local 17", scopes, level});
    }

    base::LevelId national{0}, ontario{0}, quebec{0};
    runtime::Config config;
    auth::Secret secret = auth::load_or_create_secret(*database);
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    ports::PetitionReader petitions;
    ports::Signing signing;
    ports::ListDoor list;
    ports::MailLinks links;
    ports::Mailings mailings;
    ports::MailSending sending;
    Services services{config, secret, frames, petitions, signing, list, links, mailings, sending, *database};
    Handlers handlers{services};
    http::Router router;
    std::shared_ptr<const http::ApiCaller> caller =
        std::make_shared<const http::ApiCaller>(http::ApiCaller{7, "Local 17", all_scopes()});
    std::string idempotency_key;
    bool has_left = false;
    std::vector<ports::ListAsking> asked;
    std::vector<ports::ListVouching> vouched;
    std::vector<ports::MailLinks::LeaveOrder> left;
};

}  // namespace osdi

// Maya signs on her union's site: the form in its frame, its line, and what the union's slice is told; the count as a
// file.
#include "features/petitions/embed_handlers.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "features/petitions/counter_files_service.h"
#include "features/petitions/counter_handlers.h"
#include "features/petitions/counter_pages.h"
#include "features/petitions/handlers_house_test.h"

namespace petitions {
namespace {

constexpr http::Fields::Field kPartner{"partner", "union"};

class Framed : public house::House {
protected:
    Framed() {
        partners.find = [](db::Read&, std::string_view code, base::Locale) -> std::optional<ports::PartnerFacts> {
            if (code != "union") return std::nullopt;
            return ports::PartnerFacts{"union", "The Union", "https://union.example",
                                       ports::PartnerLine{ports::PartnerWordingId{7}, "Share <my> name"}};
        };
        partners.agreed = [this](db::Write&, const ports::PartnerAgreement& agreement) { told.push_back(agreement); };
    }
    http::Request frame_request(std::string_view partner = "union") {
        return http::testing::get("/en/petitions/library/embed/union", {house::kSlug, {"partner", partner}});
    }
    http::Request send_request(std::initializer_list<http::Fields::Field> more) {
        auto request = sign_request("maya@example.org");
        request.path = "/en/petitions/library/embed/union/signatures";
        request.parameters = {house::kSlug, kPartner};
        for (const auto& field : more) request.form.add(field);
        return request;
    }
    http::Response shown(const http::Request& request) {
        return database->read([&](db::Read& read) { return embeds.show(request, read); });
    }
    SignOn read_in_frame(const http::Request& request) { return *embeds.read_sign_on(request); }
    void sign_in_frame(const http::Request& request) {
        const auto sign_on = read_in_frame(request);
        database->write([&](db::Write& write) { return Handlers::sign_all(write, {&sign_on, 1}); });
    }

    EmbedHandlers embeds{services};
    CounterHandlers counters{services};
    std::vector<ports::PartnerAgreement> told;
};

TEST_F(Framed, may_be_shown_by_the_sites_of_the_partner_and_nobody_else) {
    const auto response = shown(frame_request());
    EXPECT_EQ(response.status, 200);
    EXPECT_NE(response.headers.view("content-security-policy").find("frame-ancestors 'self' https://union.example; "),
              std::string::npos);
    const auto body = response.body.view();
    EXPECT_NE(body.find("action=\"/en/petitions/library/embed/union/signatures\""), std::string::npos);
    EXPECT_NE(body.find("Share &lt;my&gt; name"), std::string::npos);
    EXPECT_EQ(body.find("name=\"consent_partner\" value=\"1\" checked"), std::string::npos);
    EXPECT_EQ(shown(frame_request("nobody")).status, 404);
}

TEST_F(Framed, gives_the_form_back_with_everything_that_is_wrong) {
    auto request = send_request({{"consent_partner", "1"}, {"partner_wording", "7"}});
    request.form = {{"given_name", "Maya"}, {"consent_partner", "1"}, {"partner_wording", "7"}};
    const auto problems = embeds.read_sign_on(request);
    ASSERT_FALSE(problems);
    const auto response =
        database->read([&](db::Read& read) { return embeds.show_again(request, problems.error(), read); });
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(response.headers.view("content-security-policy").find("https://union.example"), std::string::npos);
    EXPECT_NE(response.body.view().find("value=\"Maya\""), std::string::npos);
}

TEST_F(Framed, notes_the_source_and_tells_of_the_agreement_once_the_address_is_confirmed) {
    const auto request =
        send_request({{"consent_partner", "1"}, {"partner_wording", "7"}, {"source", "somebody-else"}});
    const auto sign_on = read_in_frame(request);
    EXPECT_EQ(sign_on.source, "union") << "that of the frame, whatever the form says";
    const auto answer = EmbedHandlers::answer_sign_on(sign_on, SignOutcome::recorded);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->headers.view("location"), "/en/petitions/library/embed/union/thank-you");
    sign_in_frame(request);
    EXPECT_TRUE(told.empty()) << "only a wish so far";
    press(&Handlers::confirm, token_of(only_signature()));
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].wording, ports::PartnerWordingId{7});
    EXPECT_EQ(told[0].source, "union");
    EXPECT_EQ(told[0].signature, only_signature().id);
}

TEST_F(Framed, tells_nothing_of_who_did_not_tick) {
    sign_in_frame(send_request({{"partner_wording", "7"}}));
    press(&Handlers::confirm, token_of(only_signature()));
    EXPECT_TRUE(told.empty());
    EXPECT_EQ(only_signature().source, "union");
}

TEST_F(Framed, thanks_within_the_frame) {
    const auto response = database->read([&](db::Read& read) { return embeds.thank_you(frame_request(), read); });
    EXPECT_NE(response.headers.view("content-security-policy").find("https://union.example"), std::string::npos);
    EXPECT_NE(response.body.view().find("check your email"), std::string::npos);
}

TEST_F(Framed, a_server_with_a_key_is_judged_by_what_its_people_say) {
    std::vector<std::pair<ports::ByKey, ports::FromTrustedNetwork>> seen;
    guard.judge = [&](const ports::SignOnFacts& facts) -> ports::Judgement {
        seen.emplace_back(facts.by_key, facts.trusted);
        return {};
    };
    auto request = sign_request("maya@example.org");
    request.path = "/api/v1/petitions/library/signatures";
    request.body =
        R"({"given_name":"Maya","family_name":"Tremblay","email":"maya@example.org","postal_code":"K1A0B1"})";
    request.caller = std::make_shared<const http::ApiCaller>(http::ApiCaller{1, "Local 17", 2});
    request.from_trusted_network = true;  // as the server marks whoever bears a key
    EXPECT_TRUE(api.read_sign_on(request));
    request.caller = nullptr;
    EXPECT_TRUE(api.read_sign_on(request));
    const std::vector<std::pair<ports::ByKey, ports::FromTrustedNetwork>> wanted{
        {ports::ByKey::yes, ports::FromTrustedNetwork::no}, {ports::ByKey::no, ports::FromTrustedNetwork::yes}};
    EXPECT_EQ(seen, wanted);
}

TEST_F(Framed, the_count_is_a_small_file_for_any_site) {
    const auto ask = [&](std::string_view file) {
        const auto request = http::testing::get("/counters/" + std::string{file}, {{"file", file}});
        return database->read([&](db::Read& read) { return counters.show(request, read); });
    };
    const auto json = ask("library.json");
    EXPECT_EQ(json.body.view(), "{\"petition\":\"library\",\"confirmed\":0,\"goal\":100,\"open\":true}\n");
    EXPECT_EQ(json.headers.view("access-control-allow-origin"), "*");
    EXPECT_NE(json.headers.view("cache-control").find("max-age=10"), std::string_view::npos);
    EXPECT_EQ(ask("library.txt").body.view(), "0\n");
    EXPECT_EQ(ask("library.svg").headers.view("content-type"), "image/svg+xml");
    for (const auto* none : {"library", "library.exe", ".json", "pool.json", "library.json.svg"})
        EXPECT_EQ(ask(none).status, 404) << none;
    const std::string slug = "library";
    EXPECT_NE(
        pages::counter_bytes({slug, 1'234'567, 0, Stage::open}, pages::CounterFormat::svg).find("1\u202F234\u202F567"),
        std::string::npos);
}

TEST_F(Framed, the_same_files_stand_in_a_folder_for_the_server_in_front) {
    const auto folder = std::filesystem::temp_directory_path() / ("counters-" + std::to_string(::getpid()));
    {
        CounterFiles files{*database, counts, {folder, base::minutes(10)}};
        files.write_changed();
    }
    std::ifstream file{folder / "library.txt"};
    std::string text;
    std::getline(file, text);
    EXPECT_EQ(text, "0");
    EXPECT_FALSE(std::filesystem::exists(folder / "library.txt.new"));
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace petitions

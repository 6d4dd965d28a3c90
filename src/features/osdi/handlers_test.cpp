// A partner's program brings people, tags them, and reads them back, as far as its key reaches.
#include <set>

#include "features/osdi/handlers_house_test.h"

namespace osdi {
namespace {

class APartnersProgram : public OsdiHouse {};
ALLTOGETHER_ON_BOTH_DATABASES(APartnersProgram);

TEST_P(APartnersProgram, BringsMayaAndReadsHerBack) {
    const auto answer = post("/api/v2/people?background_request=true", R"({"person":{"given_name":"Maya",
        "family_name":"Trent","honorific_prefix":"Dr.","birthdate":{"year":1970,"month":3,"day":11},
        "email_addresses":[{"address":"maya@example.org"}],"postal_addresses":[{"postal_code":"K1A 0B1"}],
        "custom_fields":{"union_local":"17"},"identifiers":["van:1"]},"add_tags":["Volunteer"]})");
    ASSERT_EQ(answer.status, 200) << answer.body.view();
    EXPECT_EQ(answer.headers.view("content-type"), "application/hal+json");
    EXPECT_EQ(answer.headers.view("cache-control"), "no-store");
    const auto made = json_of(answer);
    EXPECT_EQ(made.at("identifiers").as_array()[1], "van:1");
    EXPECT_EQ(made.at("email_addresses").at(0).at("status"), "unsubscribed") << "no status was stated";
    EXPECT_EQ(made.at("custom_fields").at("union_local"), "17");
    EXPECT_EQ(json_of(get(self_of(made))), made);
    EXPECT_TRUE(asked.empty());
    EXPECT_EQ(person("maya@example.org")->level, ontario);
    for (const auto* filter :
         {"email_address%20eq%20'MAYA@example.org'", "identifier%20eq%20'van:1'",
          "family_name%20eq%20'trent'%20and%20region%20eq%20'ON'", "modified_date%20gt%20'2026-01-01'"})
        EXPECT_EQ(json_of(get(std::string{"/api/v2/people?filter="} + filter))
                      .at("_embedded")
                      .at("osdi:people")
                      .as_array()
                      .size(),
                  1U)
            << filter;
    EXPECT_TRUE(json_of(get("/api/v2/people?filter=given_name%20eq%20'Sam'"))
                    .at("_embedded")
                    .at("osdi:people")
                    .as_array()
                    .empty());
    EXPECT_EQ(get("/api/v2/people?filter=salary%20eq%20'1'").status, 400);
}

TEST_P(APartnersProgram, KeepsTelephoneNumbersAndStreetsOnlyWhereStaffAskForThem) {
    const std::string body = R"({"person":{"email_addresses":[{"address":"maya@example.org"}],
        "phone_numbers":[{"number":"16135550100","number_type":"Mobile"}],
        "postal_addresses":[{"postal_code":"K1A 0B1","address_lines":["1 Main St","Apt 2"]}]}})";
    const auto before = json_of(post("/api/v2/people", body));
    EXPECT_TRUE(before.at("phone_numbers").as_array().empty());
    EXPECT_TRUE(before.at("custom_fields").as_object().empty());
    database->write([](db::Write& write) {
        for (const auto slug : {kPhoneField, kStreetField})
            people::insert_field(write, {.id = people::FieldId{0},
                                         .slug = std::string{slug},
                                         .label_en = std::string{slug},
                                         .label_fr = std::string{slug},
                                         .kind = people::FieldKind::text,
                                         .position = 0});
    });
    const auto after = json_of(post("/api/v2/people", body));
    EXPECT_EQ(after.at("phone_numbers").at(0).at("number"), "16135550100");
    EXPECT_EQ(after.at("postal_addresses").at(0).at("address_lines").at(0), "1 Main St, Apt 2");
}

TEST_P(APartnersProgram, FillsInWhatIsNotKnownAndOverwritesNothing) {
    bring("maya@example.org", R"(,"given_name":"Maya","custom_fields":{"union_local":"17"})");
    const auto field = database->read([](db::Read& read) { return people::find_field(read, "union_local"); });
    database->write([&](db::Write& write) {
        people::record_answer(write, {person("maya@example.org")->id, field->id, "42", people::AnswerOrigin::own,
                                      "/en/preferences", write.now()});
    });
    const auto path = bring("maya@example.org",
                            R"(,"given_name":"Mallory","family_name":"Trent","custom_fields":{"union_local":"99"})");
    const auto now = json_of(get(path));
    EXPECT_EQ(now.at("given_name"), "Maya");
    EXPECT_EQ(now.at("family_name"), "Trent");
    EXPECT_EQ(now.at("custom_fields").at("union_local"), "42") << "what she said herself holds";
    const auto answers =
        database->read([&](db::Read& read) { return people::answers_of(read, person("maya@example.org")->id); });
    EXPECT_EQ(answers.size(), 3U) << "every answer is kept";
    EXPECT_EQ(answers.front().answer.source, "API key Local 17");
    const auto changed = call(http::Method::put, path, R"({"given_name":"Maia","languages_spoken":["fr"]})");
    EXPECT_EQ(json_of(changed).at("given_name"), "Maia") << "a change is asked for by PUT";
    EXPECT_EQ(json_of(changed).at("family_name"), "Trent");
    EXPECT_EQ(person("maya@example.org")->locale, base::Locale::french);
}

TEST_P(APartnersProgram, AsksByMailUnlessTheLevelLetsThePartnerAnswer) {
    post("/api/v2/people", R"({"person":{"email_addresses":[{"address":"maya@example.org","status":"subscribed"}]}})");
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked.front().source, "API key Local 17");
    EXPECT_TRUE(vouched.empty());
    database->write([&](db::Write& write) {
        store::set_joining_rule(write, {national, store::Joining::vouched, "Yes, write to me.", "Oui, écrivez-moi."});
    });
    post("/api/v2/people", R"({"person":{"languages_spoken":["fr"],
        "email_addresses":[{"address":"luc@example.org","status":"subscribed"}]}})");
    ASSERT_EQ(vouched.size(), 1U);
    EXPECT_EQ(vouched.front().wording.words, "Oui, écrivez-moi.");
    EXPECT_EQ(vouched.front().source, "API key Local 17");
    EXPECT_EQ(asked.size(), 1U);
    has_left = true;
    post("/api/v2/people", R"({"person":{"email_addresses":[{"address":"luc@example.org","status":"subscribed"}]}})");
    EXPECT_EQ(asked.size(), 2U) << "who left confirms by their own button";
    post("/api/v2/people", R"({"person":{"email_addresses":[{"address":"luc@example.org","status":"unsubscribed"}]}})");
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left.front().person, person("luc@example.org")->id);
}

TEST_P(APartnersProgram, BringsNobodyBackWhoAskedToBeForgotten) {
    const auto path = bring("maya@example.org", R"(,"identifiers":["van:1"])");
    const auto maya = person("maya@example.org")->id;
    database->write([&](db::Write& write) {
        osdi::person_data().erase(write, {person("maya@example.org")->address_hash});
        people::erase_person(write, maya);
    });
    EXPECT_EQ(get(path).status, 404);
    const auto again = post("/api/v2/people", R"({"person":{"email_addresses":[{"address":"maya@example.org"}]}})");
    EXPECT_EQ(again.status, 403);
    EXPECT_TRUE(database->read([&](db::Read& read) { return people::find_person(read, maya)->erased_at; }));
    EXPECT_TRUE(database->read([&](db::Read& read) { return store::called(read, store::RecordKind::person, "van:1"); })
                    .empty());
}

TEST_P(APartnersProgram, OfAProvinceSeesAndTouchesNobodyElse) {
    const auto in_quebec =
        bring("luc@example.org", R"(,"postal_addresses":[{"postal_code":"H2X 1Y4"}],"identifiers":["van:9"])");
    const auto nowhere = bring("sam@example.org");
    be(ontario);
    const auto own = bring("maya@example.org");
    EXPECT_EQ(person("maya@example.org")->level, ontario) << "whom a province brings belongs there";
    const auto listed = json_of(get("/api/v2/people"));
    EXPECT_EQ(listed.at("total_records"), 1);
    EXPECT_EQ(listed.at("_embedded").at("osdi:people").as_array().size(), 1U);
    EXPECT_EQ(get(own).status, 200);
    for (const auto& path : {in_quebec, nowhere}) {
        EXPECT_EQ(get(path).status, 404);
        EXPECT_EQ(get(path + "/taggings").status, 404);
        EXPECT_EQ(call(http::Method::put, path, R"({"given_name":"Mallory"})").status, 404);
    }
    for (const auto* filter : {"email_address%20eq%20'luc@example.org'", "identifier%20eq%20'van:9'",
                               "region%20eq%20'QC'", "created_date%20gt%20'2020-01-01'%20and%20region%20eq%20'QC'"})
        EXPECT_TRUE(json_of(get(std::string{"/api/v2/people?filter="} + filter))
                        .at("_embedded")
                        .at("osdi:people")
                        .as_array()
                        .empty())
            << filter;
    EXPECT_EQ(
        post("/api/v2/people", R"({"person":{"given_name":"M","email_addresses":[{"address":"luc@example.org"}]}})")
            .status,
        403);
    EXPECT_EQ(person("luc@example.org")->name.given, "");
}

TEST_P(APartnersProgram, DoesWhatItsKeyMayAndNoMore) {
    const auto only = [](ApiScope scope) { return static_cast<std::int64_t>(scope); };
    be(std::nullopt, only(ApiScope::read));
    EXPECT_EQ(get("/api/v2/people").status, 403);
    EXPECT_EQ(post("/api/v2/people", "{}").status, 403);
    be(std::nullopt, only(ApiScope::write_people));
    const auto answer = json_of(post("/api/v2/people", R"({"person":{"given_name":"Maya",
        "email_addresses":[{"address":"maya@example.org"}]}})"));
    EXPECT_FALSE(answer.contains("given_name")) << "it learns no more than it said";
    EXPECT_EQ(post("/api/v2/people", R"({"person":{"email_addresses":[{"address":"m@example.org"}]},"add_tags":["A"]})")
                  .status,
              403);
    EXPECT_FALSE(person("m@example.org")) << "all or nothing";
    caller = nullptr;
    const auto refused = get("/api/v2/people");
    EXPECT_EQ(refused.status, 401);
    EXPECT_EQ(json_of(refused).at("error"), "API key invalid or not present");
    EXPECT_EQ(get("/api/v2/").status, 200) << "the entry point tells nothing";
}

TEST_P(APartnersProgram, TagsAndUntags) {
    const auto maya = bring("maya@example.org");
    const auto tag = json_of(post("/api/v2/tags", R"({"name":"Steward 2026"})"));
    const std::string taggings = self_of(tag) + "/taggings";
    const std::string linked = R"({"_links":{"osdi:person":{"href":"https://campaign.example)" + maya + R"("}}})";
    // Requests made by hand come to example.org, which is not the site's own address.
    const std::string here = R"({"_links":{"osdi:person":{"href":"http://example.org)" + maya + R"("}}})";
    EXPECT_EQ(post(taggings, linked).status, 422) << "a link to another site";
    const auto tagging = json_of(post(taggings, here));
    EXPECT_EQ(json_of(get(taggings)).at("total_records"), 1);
    EXPECT_EQ(json_of(get(maya + "/taggings")).at("_embedded").at("osdi:taggings").at(0), tagging);
    EXPECT_EQ(call(http::Method::delete_, self_of(tagging)).status, 200);
    EXPECT_EQ(call(http::Method::delete_, self_of(tagging)).status, 404);
    EXPECT_EQ(get(self_of(tagging)).status, 404);
    EXPECT_EQ(post("/api/v2/tags", R"({"name":"=cmd"})").status, 422);
    EXPECT_EQ(post("/api/v2/tags", "not json").status, 400);
}

TEST_P(APartnersProgram, MaySendARequestAgainWithoutDoingItTwice) {
    const std::string body = R"({"person":{"email_addresses":[{"address":"maya@example.org","status":"subscribed"}]}})";
    idempotency_key = "job-17";
    const auto first = post("/api/v2/people", body);
    const auto again = post("/api/v2/people", body);
    EXPECT_EQ(first.body.view(), again.body.view());
    EXPECT_EQ(asked.size(), 1U);
    EXPECT_EQ(post("/api/v2/tags", R"({"name":"Other"})").status, 409);
    database->write([](db::Write& write) { return store::forget_requests(write, write.now() + base::days(8)); });
    post("/api/v2/people", body);
    EXPECT_EQ(asked.size(), 2U);
}

// Every person comes exactly once, whether pages are counted or their links followed, with a filter or without one.
TEST_P(APartnersProgram, HearsOfASignatureInTheShapeOfActionNetworksWebhooks) {
    const std::string maya = bring("maya@example.org");
    ports::WholeSignature signature{.id = ports::SignatureId{42},
                                    .petition = ports::PetitionId{5},
                                    .standing = ports::SignatureStanding::confirmed,
                                    .address_hash = person("maya@example.org")->address_hash,
                                    .email = "maya@example.org",
                                    .name = {"Maya", "Trent"},
                                    .country = "CA",
                                    .postal_code = "K1A 0B1",
                                    .place = "",
                                    .comment = "Keep it open",
                                    .source = "local-17",
                                    .locale = base::Locale::english,
                                    .signed_at = base::Instant{1'795'372'200'000'000},
                                    .changed_at = base::Instant{1'795'372'215'000'000}};
    signing.find = [&](db::Read&, ports::SignatureId) { return std::optional{signature}; };
    petitions.find_by_id = [this](db::Read&, ports::PetitionId id, base::Locale) {
        return std::optional{ports::PetitionFacts{.id = id,
                                                  .level = national,
                                                  .slug = "night-bus",
                                                  .kind = ports::PetitionKind::petition,
                                                  .stage = ports::PetitionStage::open,
                                                  .goal = 0,
                                                  .published_at = std::nullopt,
                                                  .title = "Night bus"}};
    };
    const Slice slice{services};
    const auto told = [&](ports::SignerShown shown) {
        return database->read(
            [&](db::Read& read) { return slice.signature_records().members(read, ports::SignatureId{42}, shown); });
    };
    const auto whole = json::parse("{" + *told(ports::SignerShown::whole) + "}").as_object();
    const auto& record = whole.at("osdi:signature").as_object();
    EXPECT_EQ(record.at("identifiers").as_array()[0], "alltogether:42");
    EXPECT_EQ(record.at("created_date"), "2026-11-22T18:30:00Z");
    EXPECT_EQ(record.at("comments"), "Keep it open");
    EXPECT_EQ(record.at("action_network:referrer_data").at("source"), "local-17");
    EXPECT_EQ(record.at("_links").at("osdi:person").at("href").as_string(), "https://campaign.example" + maya);
    EXPECT_EQ(record.at("_links").at("self").at("href"),
              "https://campaign.example/api/v2/petitions/night-bus/signatures/42");
    EXPECT_EQ(record.at("person").at("given_name"), "Maya");
    EXPECT_EQ(record.at("person").at("email_addresses").at(0).at("status"), "unsubscribed");
    EXPECT_EQ(whole.at("action_network:sponsor").at("title"), "Canada");
    EXPECT_EQ(told(ports::SignerShown::links)->find("Maya"), std::string::npos);
    signature.standing = ports::SignatureStanding::withdrawn;
    EXPECT_FALSE(told(ports::SignerShown::whole));
}

TEST_P(APartnersProgram, HearsWhoJoinedTheListLeftItOrWasErased) {
    const auto path =
        bring("maya@example.org", R"(,"given_name":"Maya","postal_addresses":[{"postal_code":"K1A 0B1"}])");
    const auto maya = *person("maya@example.org");
    const auto say = [&](people::ConsentAct act) {
        database->write([&](db::Write& write) {
            people::record_consent(write, {.act = act,
                                           .address_hash = maya.address_hash,
                                           .person = maya.id,
                                           .wording = {"test.mail", base::Locale::english, "Yes, write to me."},
                                           .on_behalf_of = "Us",
                                           .source = {},
                                           .network = {},
                                           .at = write.now(),
                                           .confirmed_at = std::nullopt,
                                           .expires_at = std::nullopt});
        });
    };
    list.sign_up = [&](db::Read&, ports::ListSignUpId id) {
        return std::optional{ports::ListSignUp{.id = id,
                                               .form = "picket-line",
                                               .address_hash = maya.address_hash,
                                               .email = "maya@example.org",
                                               .source = "/en/join/picket-line",
                                               .name = {"Maia", ""},
                                               .postal_code = "K1A 0B1",
                                               .locale = base::Locale::english,
                                               .asked_at = base::Instant{1'795'372'200'000'000},
                                               .confirmed_at = base::Instant{1'795'372'215'000'000}}};
    };
    list.form = [this](db::Read&, std::string_view slug, base::Locale) {
        return std::optional{ports::ListFormFacts{.slug = std::string{slug}, .level = quebec, .title = "", .text = ""}};
    };
    const Slice slice{services};
    const auto told = [&](ports::ListStep step, ports::SignerShown shown = ports::SignerShown::whole) {
        const ports::ListNews news{maya.id, step, base::Instant{1'795'372'215'000'000}, ports::ListSignUpId{42}};
        const auto members =
            database->read([&](db::Read& read) { return slice.list_records().members(read, news, shown); });
        return members ? json::parse("{" + *members + "}").as_object() : json::object{};
    };
    EXPECT_TRUE(told(ports::ListStep::joined).empty()) << "nobody says yet that she joined";
    say(people::ConsentAct::given);
    EXPECT_TRUE(told(ports::ListStep::left).empty());
    const auto joined = told(ports::ListStep::joined);
    const auto& action = joined.at("action_network:action").as_object();
    EXPECT_EQ(action.at("modified_date"), "2026-11-22T18:30:15Z");
    EXPECT_EQ(action.at("person").at("given_name"), "Maya");
    EXPECT_EQ(action.at("person").at("postal_addresses").at(0).at("region"), "ON");
    EXPECT_EQ(action.at("person").at("email_addresses").at(0).at("status"), "subscribed");
    EXPECT_EQ(action.at("_links").at("osdi:person").at("href").as_string(), "https://campaign.example" + path);
    EXPECT_EQ(joined.at("action_network:sponsor").at("title"), "on");
    EXPECT_FALSE(json::serialize(told(ports::ListStep::joined, ports::SignerShown::links)).contains("Maya"));
    const auto submitted = told(ports::ListStep::submitted);
    const auto& submission = submitted.at("osdi:submission").as_object();
    EXPECT_EQ(submission.at("identifiers").as_array()[0], "alltogether:42");
    EXPECT_EQ(submission.at("person").at("given_name"), "Maia") << "as she wrote herself in the form";
    EXPECT_EQ(submission.at("_links").at("osdi:form").at("href"), "https://campaign.example/api/v2/forms/picket-line");
    EXPECT_EQ(submitted.at("action_network:sponsor").at("title"), "qc");
    EXPECT_FALSE(json::serialize(told(ports::ListStep::submitted, ports::SignerShown::links)).contains("Maia"));
    say(people::ConsentAct::withdrawn);
    EXPECT_TRUE(told(ports::ListStep::joined).empty());
    const auto left = told(ports::ListStep::left);
    const auto& departure = left.at("alltogether:departure").as_object();
    EXPECT_EQ(departure.at("person").as_object().size(), 1U) << "whom to leave alone, and nothing else";
    EXPECT_EQ(departure.at("person").at("email_addresses").at(0).at("status"), "unsubscribed");
    database->write([&](db::Write& write) { people::erase_person(write, maya.id); });
    for (const auto step : {ports::ListStep::joined, ports::ListStep::left, ports::ListStep::submitted})
        EXPECT_TRUE(told(step).empty());
    const auto erasure = told(ports::ListStep::erased);
    EXPECT_EQ(erasure.at("alltogether:erasure").at("identifiers").at(0).as_string(),
              "alltogether:" + std::to_string(maya.id.value));
    EXPECT_FALSE(json::serialize(erasure).contains("maya@"));
}

TEST_P(APartnersProgram, WalksThroughEverybody) {
    database->write([&](db::Write& write) {
        for (int i = 0; i < 130; ++i) {
            const auto email = base::EmailAddress::parse("p" + std::to_string(i) + "@example.org");
            people::Address address{
                .country = {}, .postal_code = i % 3 == 0 ? "K1A 0B1" : "H2X 1Y4", .place = {}, .province = {}};
            address.province = i % 3 == 0 ? people::Province::on : people::Province::qc;
            people::ensure_person(
                write, {people::address_hash(secret, *email), *email, {"Pat", "Roy"}, base::Locale::english, address});
        }
    });
    const auto walk = [&](std::string address) {
        std::multiset<std::string> seen;
        for (int page = 0; page < 20 && !address.empty(); ++page) {
            const auto collection = json_of(get(address));
            for (const auto& each : collection.at("_embedded").at("osdi:people").as_array())
                seen.insert(self_of(each.as_object()));
            const auto* next = collection.at("_links").as_object().if_contains("next");
            address = next == nullptr ? "" : std::string{std::string_view{next->at("href").as_string()}};
            address = address.substr(std::min(address.find("/api"), address.size()));
        }
        EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), seen.size()) << "nobody twice";
        return seen.size();
    };
    EXPECT_EQ(walk("/api/v2/people"), 130U);
    EXPECT_EQ(walk("/api/v2/people?per_page=7&filter=region%20eq%20'QC'"), 86U);
    EXPECT_EQ(walk("/api/v2/people?filter=modified_date%20gt%20'2020-01-01'"), 130U);
    EXPECT_EQ(walk("/api/v2/people?filter=given_name%20eq%20'pat'"), 130U);
    EXPECT_EQ(json_of(get("/api/v2/people?page=6")).at("_embedded").at("osdi:people").as_array().size(), 5U);
    EXPECT_EQ(json_of(get("/api/v2/people?page=6")).at("total_pages"), 6);
    be(quebec);
    EXPECT_EQ(walk("/api/v2/people"), 86U);
    EXPECT_EQ(json_of(get("/api/v2/people?page=4")).at("_embedded").at("osdi:people").as_array().size(), 11U);
    EXPECT_EQ(get("/api/v2/people?after=x").status, 400);
}

}  // namespace
}  // namespace osdi

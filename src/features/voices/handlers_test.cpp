// The way of a voice: Maya sends it, confirms, staff look at it, and everybody sees it; what readers find, and by which
// mail.
#include "features/voices/handlers_house_test.h"

namespace voices {
namespace {

TEST_P(TheWall, nothing_is_shown_before_it_is_confirmed_and_approved) {
    ASSERT_EQ(send(with(form(), "phone.jpg")).status, 303);
    do_jobs();
    const Voice voice = newest();
    EXPECT_EQ(voice.picture, PictureState::ready);
    const auto is_hidden = [&] {
        for (const auto& path : paths(voice.id)) EXPECT_EQ(fetch(path).status, 404) << path;
        return everything_public(voice.id).find("7 a.m. bus") == std::string::npos && page_of(voice.id).status == 404;
    };
    EXPECT_TRUE(is_hidden());
    decide(voice.id, "show");
    EXPECT_TRUE(is_hidden()) << "not confirmed";
    press(voice.id, &OwnHandlers::confirm);
    EXPECT_TRUE(is_hidden()) << "not approved";
    decide(voice.id, "insult");
    EXPECT_TRUE(is_hidden()) << "refused";
    decide(voice.id, "show");
    EXPECT_NE(everything_public(voice.id).find("7 a.m. bus"), std::string::npos);
    EXPECT_EQ(page_of(voice.id).status, 200);
    EXPECT_EQ(told, std::vector<std::string>{"+Maya T."});
    EXPECT_EQ(findings(), 0U);
}

TEST_P(ThePhotos, a_form_with_faults_keeps_everything_and_the_picture_too) {
    auto faulty = with(form(), "small.png");
    faulty.form = {};
    faulty.form.add({"name", "Maya <b>T.</b>"});
    faulty.form.add({"email", "maya at home"});
    faulty.form.files.push_back({"photo", "a.png", "image/png", file("small.png")});
    const auto answer = send(faulty);
    EXPECT_EQ(answer.status, 422);
    const std::string page = body(answer);
    EXPECT_NE(page.find("Maya &lt;b&gt;T.&lt;/b&gt;"), std::string::npos);
    EXPECT_NE(page.find("maya at home"), std::string::npos);
    EXPECT_NE(page.find("Nothing can be shown without your consent."), std::string::npos);
    const auto at = page.find(R"(name="upload" value=")") + 21;
    const std::string name = page.substr(at, 64);
    ASSERT_TRUE(files::Address::parse(name)) << name;
    EXPECT_EQ(send(form({{"upload", name}})).status, 303) << "nobody uploads twice";
    do_jobs();
    EXPECT_EQ(newest().picture, PictureState::ready);
    EXPECT_EQ(newest().width, 500);
    const auto unknown = send(form({{"upload", std::string(64, 'b')}}, "luc@example.org"));
    EXPECT_EQ(unknown.status, 422);
    EXPECT_NE(body(unknown).find("not here any more"), std::string::npos);
}

TEST_P(TheWall, pages_are_found_by_keys_with_province_and_language) {
    std::vector<VoiceId> ids;
    database->write([&](db::Write& write) {
        const auto wording = store::ensure_wording(write, {"publish", base::Locale::english, "I agree."});
        for (int i = 0; i < 60; ++i) {
            const auto id = store::insert(
                write, {.submission = {.name = "Voice " + std::to_string(i),
                                       .place = "",
                                       .province = i % 10 == 0 ? people::Province::nu : people::Province::on,
                                       .message = "Number " + std::to_string(i) + ".",
                                       .alt = "",
                                       .email = *base::EmailAddress::parse("v" + std::to_string(i) + "@example.org"),
                                       .guardian = {}},
                        .locale = i % 2 == 0 ? base::Locale::english : base::Locale::french,
                        .address_hash = i + 1,
                        .guardian_hash = 0,
                        .original = {},
                        .consent = wording,
                        .guardian_consent = WordingId{0},
                        .network = {}});
            confirm(services, write, *store::find(write, id));
            judge(services, write, {id, Reason::none}, {write.new_id<SavingId>(), auth::StaffId{1}, "Ines"});
            ids.push_back(id);
        }
    });
    const std::string first = wall_page();
    EXPECT_NE(first.find("Number 59."), std::string::npos) << "newest first";
    EXPECT_EQ(first.find("Number 11."), std::string::npos);
    const auto at = first.find("before=") + 7;
    const std::string second = wall_page("?before=" + first.substr(at, first.find('"', at) - at));
    EXPECT_NE(second.find("Number 11."), std::string::npos);
    EXPECT_EQ(second.find("Number 12."), std::string::npos);
    const std::string north = wall_page("?province=NU&view=list");
    EXPECT_NE(north.find("6 voices"), std::string::npos);
    EXPECT_EQ(north.find("Number 11."), std::string::npos);
    EXPECT_EQ(database->read([&](db::Read& read) {
        return store::wall(read, {.province = people::Province::nu, .locale = base::Locale::french}).size();
    }),
              0U);
    const auto all = database->read([&](db::Read& read) { return search_documents()(read, {}); });
    ASSERT_EQ(all.size(), 120U) << "each page exists in both languages";
    EXPECT_EQ(all[8].other_path, all[9].path);
    EXPECT_EQ(all[9].other_path, all[8].path);
    EXPECT_NE(all[8].text.find("Number 4.") != std::string::npos, all[9].text.find("Number 4.") != std::string::npos)
        << "its words are of one language";
    const std::string begin = all[9].key.substr(0, all[9].key.find('/') + 1);
    const auto itself = database->read([&](db::Read& read) { return search_documents()(read, {begin, 1}); });
    EXPECT_EQ(itself.at(0).key, all[8].key)
        << "the search asks for the documents of one by the beginning of their keys";
    const auto next = database->read([&](db::Read& read) { return search_documents()(read, {all[9].key, 2}); });
    ASSERT_EQ(next.size(), 2U);
    EXPECT_EQ(next[0].key, all[10].key);
    const auto json = boost::json::parse(
        body(database->read([&](db::Read& read) { return wall.api(get("/api/v1/voices?language=fr"), read); })));
    EXPECT_EQ(json.at("total"), 30);
    EXPECT_EQ(json.at("voices").as_array().size(), 30U);
    const auto port =
        database->read([&](db::Read& read) { return reader(files).shown(read, {.after = ids[9], .limit = 5}); });
    ASSERT_EQ(port.size(), 5U);
    EXPECT_EQ(port.front().id, ids[10]);
    EXPECT_EQ(port.front().consent, "voices.publish/en/1");
    EXPECT_EQ(findings(), 0U);
}

TEST_P(TheWall, a_signature_of_the_same_address_is_linked_and_the_link_goes_with_it) {
    signatures = {{ports::SignatureId{11}, ports::PetitionId{7}}};
    ASSERT_EQ(send(form({{"link", "1"}})).status, 303);
    const Voice voice = newest();
    press(voice.id, &OwnHandlers::confirm);
    EXPECT_EQ(now(voice.id).signature, ports::SignatureId{11});
    database->write([](db::Write& write) { forgetting_listener()(write, ports::SignatureId{11}); });
    EXPECT_EQ(now(voice.id).signature, ports::SignatureId{0});
}

TEST_P(ThePhotos, strangers_cause_three_mails_a_day_at_most_and_read_the_same_answer) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(send(form()).status, 303);
    EXPECT_EQ(send(form({{"website", "http://spam.example"}}, "luc@example.org")).status, 303);
    const auto mails = database->read([](db::Read& read) { return mail::latest_mails(read, {}); });
    EXPECT_EQ(mails.size(), 3U);
}

TEST_P(ThePhotos, every_mail_is_written_in_both_languages) {
    mail::Renderers renderers;
    add_mails(renderers, services);
    const Voice voice = shown("");
    const auto render = [&](const std::string& kind, base::Locale locale) {
        return database->read([&](db::Read& read) {
            return (*renderers.find(kind))({kind, *base::EmailAddress::parse(kMaya), locale, voice.id.value}, read);
        });
    };
    EXPECT_FALSE(render(kConfirmMail, base::Locale::english)) << "confirmed already";
    const auto english = render(kDecisionMail, base::Locale::english),
               french = render(kDecisionMail, base::Locale::french);
    ASSERT_TRUE(english && french);
    EXPECT_NE(english->text.find("/en/voices/mine/"), std::string::npos);
    EXPECT_NE(french->text.find("/fr/voices/mine/"), std::string::npos);
    EXPECT_NE(english->text, french->text);
}

ALLTOGETHER_ON_BOTH_DATABASES(TheWall);
INSTANTIATE_TEST_SUITE_P(Sqlite, ThePhotos, testing::Values(test_support::Kind::sqlite), test_support::name_of);

}  // namespace
}  // namespace voices

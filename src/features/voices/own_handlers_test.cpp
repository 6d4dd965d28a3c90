// What somebody can do with their own voice, and what is forgotten: withdrawing, guardians, wordings, data, time.
#include "features/voices/handlers_house_test.h"

namespace voices {
namespace {

TEST_P(TheWall, who_withdraws_is_gone_everywhere_with_every_file) {
    const Voice voice = shown("phone.jpg");
    const auto before = paths(voice.id);
    ASSERT_EQ(fetch(before.front()).status, 200);
    press(voice.id, &OwnHandlers::withdraw);
    EXPECT_EQ(everything_public(voice.id).find("7 a.m. bus"), std::string::npos);
    EXPECT_EQ(page_of(voice.id).status, 410);
    for (const auto& path : before) EXPECT_EQ(fetch(path).status, 404) << "at once";
    EXPECT_EQ(taken_out_of_search.size(), 1U) << "no search finds it from the commit on";
    do_jobs();
    EXPECT_EQ(kept(files) + kept(uploads), 0) << "and from the disk";
    const Voice tomb = now(voice.id);
    EXPECT_EQ(tomb.state, State::withdrawn);
    EXPECT_EQ(tomb.name + tomb.place + tomb.message + tomb.alt + tomb.email + tomb.placeholder + tomb.original, "");
    EXPECT_EQ(tomb.address_hash + tomb.perceptual_hash + tomb.file_hash + tomb.likeness, 0);
    EXPECT_EQ(tomb.consent, voice.consent) << "that somebody agreed, to which words, stays";
    const auto own_page = database->read([&](db::Read& read) { return own.show(own_request(voice.id), read); });
    EXPECT_EQ(own_page.status, 410);
    EXPECT_EQ(told, (std::vector<std::string>{"+Maya T.", "-"}));
    press(voice.id, &OwnHandlers::withdraw);
    EXPECT_EQ(told.size(), 2U) << "twice is once";
    EXPECT_EQ(findings(), 0U);
}

TEST_P(TheWall, a_child_is_shown_only_with_the_word_of_a_guardian_who_can_take_it_back) {
    ASSERT_EQ(send(form({{"minor", "1"},
                         {"guardian_name", "Odile Thibodeau"},
                         {"guardian_email", "odile@example.org"},
                         {"guardian_consent", "1"}}))
                  .status,
              303);
    const Voice voice = newest();
    EXPECT_EQ(newest("odile@example.org").id, voice.id) << "it belongs to the guardian's data too";
    press(voice.id, &OwnHandlers::confirm);
    EXPECT_EQ(now(voice.id).state, State::unconfirmed);
    press(voice.id, &OwnHandlers::confirm, kGuardianOf);
    EXPECT_EQ(now(voice.id).state, State::waiting);
    const auto kept =
        database->read([&](db::Read& read) { return *store::find_wording(read, now(voice.id).guardian_consent); });
    EXPECT_EQ(kept.wording.kind, "guardian");
    EXPECT_EQ(kept.version, 1);
    decide(voice.id, "show");
    press(voice.id, &OwnHandlers::withdraw, kGuardianOf);
    EXPECT_EQ(now(voice.id).state, State::withdrawn);
}

TEST_P(TheWall, another_photo_of_a_child_waits_for_the_guardian_again) {
    ASSERT_EQ(send(with(form({{"minor", "1"},
                              {"guardian_name", "Odile Thibodeau"},
                              {"guardian_email", "odile@example.org"},
                              {"guardian_consent", "1"}}),
                        "small.png"))
                  .status,
              303);
    const Voice voice = newest();
    do_jobs();
    press(voice.id, &OwnHandlers::confirm);
    press(voice.id, &OwnHandlers::confirm, kGuardianOf);
    decide(voice.id, "show");
    EXPECT_EQ(mails(kGuardianMail), 1);
    const std::string seen = seen_mark(now(voice.id));
    clock = clock + base::days(40);
    replace(voice.id, "phone.jpg");
    EXPECT_EQ(now(voice.id).state, State::unconfirmed);
    EXPECT_EQ(page_of(voice.id).status, 404);
    EXPECT_EQ(mails(kGuardianMail), 2);
    EXPECT_EQ(
        database->read([&](db::Read& read) { return store::count_unconfirmed_before(read, clock - base::days(30)); }),
        0)
        << "it is as new as its photo";
    // Odile still has the page with the first photo open.
    auto pressed = own_request(voice.id, kGuardianOf);
    pressed.form.add({"seen", seen});
    const auto stale = own.read_act(pressed);
    database->write([&](db::Write& write) { return *own.confirm(*stale, write); });
    EXPECT_EQ(now(voice.id).state, State::unconfirmed);
    const auto page =
        body(database->read([&](db::Read& read) { return own.show(own_request(voice.id, kGuardianOf), read); }));
    EXPECT_NE(page.find(seen_mark(now(voice.id))), std::string::npos);
    press(voice.id, &OwnHandlers::confirm, kGuardianOf);
    EXPECT_EQ(now(voice.id).state, State::waiting) << "and then for staff";
}

TEST_P(TheWall, the_same_words_are_one_version_in_each_language) {
    const Voice maya = waiting(""), luc = waiting("", "luc@example.org");
    EXPECT_EQ(maya.consent, luc.consent);
    const auto french = database->write(
        [](db::Write& write) { return store::ensure_wording(write, {"publish", base::Locale::french, "J’accepte."}); });
    const auto changed = database->write([](db::Write& write) {
        return store::ensure_wording(write, {"publish", base::Locale::french, "J’accepte tout."});
    });
    EXPECT_EQ(database->read([&](db::Read& read) { return store::wording_name(read, french); }), "voices.publish/fr/1");
    EXPECT_EQ(database->read([&](db::Read& read) { return store::wording_name(read, changed); }),
              "voices.publish/fr/2");
}

TEST_P(TheWall, the_right_to_ones_data_holds_photos_too) {
    const Voice voice = shown("small.png");
    const ports::PersonKey maya{voice.address_hash};
    const auto holder = person_data(services);
    const auto exported = database->read([&](db::Read& read) { return holder.export_json(read, maya); });
    EXPECT_NE(exported.find("I drive the 7 a.m. bus."), std::string::npos);
    EXPECT_NE(exported.find("voices.publish/en/1"), std::string::npos);
    const auto facts =
        database->read([&](db::Read& read) { return person_facts()(read, maya, base::Locale::english); });
    ASSERT_EQ(facts.size(), 1U);
    database->write([&](db::Write& write) { holder.erase(write, maya); });
    do_jobs();
    EXPECT_EQ(page_of(voice.id).status, 410);
    EXPECT_EQ(kept(files) + kept(uploads), 0);
    EXPECT_EQ(database->read([&](db::Read& read) { return holder.export_json(read, maya); }), "[]");
}

TEST_P(TheWall, what_has_had_its_time_goes) {
    ASSERT_EQ(send(with(form(), "small.png")).status, 303);
    const Voice stays = shown("phone.jpg", "luc@example.org");
    clock = clock + base::days(40);
    std::int64_t gone = 0;
    for (const auto& rule : retention_rules()) {
        const auto before = clock - base::days(rule.usual_days);
        const auto counted = database->read([&](db::Read& read) { return rule.count(read, before); });
        const auto done = database->write([&](db::Write& write) { return rule.forget(write, {.before = before}); });
        EXPECT_EQ(done.gone, counted) << rule.key;
        gone += done.gone;
    }
    EXPECT_EQ(gone, 2) << "one that nobody confirmed, one upload";
    do_jobs();
    EXPECT_EQ(kept(uploads), 0);
    EXPECT_EQ(page_of(stays.id).status, 200);
    EXPECT_EQ(findings(), 0U);
}

}  // namespace
}  // namespace voices

// What becomes of a photo: turned, cut, cleaned or refused, made again after a crash, kept while somebody shows it.
#include "features/voices/handlers_house_test.h"

namespace voices {
namespace {

TEST_P(ThePhotos, a_phones_photo_is_served_without_the_place_where_it_was_taken) {
    const Voice voice = shown("phone.jpg");
    EXPECT_EQ(voice.width, 800) << "upright";
    ASSERT_FALSE(paths(voice.id).empty());
    for (const auto& path : paths(voice.id)) {
        const auto answer = fetch(path);
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.headers.view("Cache-Control"), "private, no-cache") << "gone at once when withdrawn";
        EXPECT_EQ(answer.headers.view("Content-Security-Policy"), "default-src 'none'; sandbox");
        EXPECT_EQ(body(answer).find("SECRETPLACE"), std::string::npos);
    }
    uploads.each([&](const files::StoredFile& kept) {
        EXPECT_EQ(uploads.read(kept.address)->find("SECRETPLACE"), std::string::npos) << "the upload is encrypted";
    });
}

TEST_P(ThePhotos, is_turned_and_cut_as_its_sender_wished) {
    ASSERT_EQ(send(with(form({{"turns", "1"}, {"crop", "0 0 10000 5000"}}), "poster.png")).status, 303);
    do_jobs();
    EXPECT_EQ(newest().width, 800);
    EXPECT_EQ(newest().height, 600) << "1200 x 800 turned is 800 x 1200; its upper half";
}

TEST_P(ThePhotos, hostile_files_are_refused_with_a_clear_word_or_cleaned) {
    const auto said = [&](const std::string& name) {
        const auto read = sending.read_form(with(form(), name));
        return read ? std::string{} : std::string{read.error().front().message.key()};
    };
    for (const auto* const name : {"drawing.svg", "drawing_called.png", "page_called.jpg", "moving.gif", "paper.pdf",
                                   "archive.zip", "picture_of_magick.mvg", "riff_of_sound.webp", "film.heic"})
        EXPECT_TRUE(said(name).contains("JPEG, PNG, WebP, HEIC or AVIF")) << name << ": " << said(name);
    for (const auto* const name : {"bomb.png", "giant.jpg", "thread.png"})
        EXPECT_TRUE(said(name).contains("too many pixels")) << name;
    EXPECT_TRUE(said("animated.webp").contains("moves"));
    auto nothing = form();
    nothing.form.files.push_back({"photo", "IMG_4711.HEIC", "image/heic", ""});
    const auto empty = sending.read_form(nothing);
    ASSERT_FALSE(empty) << "nobody thinks that their photo is on its way";
    EXPECT_EQ(empty.error().front().field, "photo");
    nothing.form.files.front().name.clear();
    EXPECT_TRUE(sending.read_form(nothing)) << "as browsers send a field in which nothing was chosen";
    EXPECT_EQ(kept(uploads), 0);
    const Voice polyglot = shown("photo_with_page_behind.jpg");
    for (const auto& path : paths(polyglot.id)) EXPECT_EQ(body(fetch(path)).find("<script>"), std::string::npos);
    EXPECT_EQ(shown("really_a_jpeg.png", "luc@example.org").picture, PictureState::ready) << "by its bytes";
}

TEST_P(ThePhotos, a_photo_that_was_cut_short_says_so_and_another_takes_its_place) {
    ASSERT_EQ(send(with(form(), "cut_plain.jpg")).status, 303) << "answered before it is decoded";
    do_jobs();
    const Voice voice = newest();
    EXPECT_EQ(voice.picture, PictureState::unusable);
    press(voice.id, &OwnHandlers::confirm);
    const auto page = [&] {
        return body(database->read([&](db::Read& read) { return own.show(own_request(voice.id), read); }));
    };
    EXPECT_NE(page().find("was cut short"), std::string::npos);
    EXPECT_EQ(queue().find("7 a.m. bus"), std::string::npos) << "staff see it once it is whole";
    replace(voice.id, "small.png");
    EXPECT_EQ(now(voice.id).picture, PictureState::ready);
    EXPECT_NE(queue().find("7 a.m. bus"), std::string::npos);
}

TEST_P(TheWall, a_server_that_dies_while_a_picture_is_made_makes_it_later) {
    ASSERT_EQ(send(with(form(), "small.png")).status, 303);
    // Taken by a process that was killed: its lease runs out.
    database->write([](db::Write& tx) { return jobs::take_due_jobs(tx, {tx.now() + base::minutes(10), 1}); });
    do_jobs();
    EXPECT_EQ(newest().picture, PictureState::preparing);
    clock = clock + base::minutes(10);
    do_jobs();
    EXPECT_EQ(newest().picture, PictureState::ready);
}

TEST_P(TheWall, a_file_that_two_voices_share_stays_for_the_other) {
    const Voice maya = shown("small.png"), luc = shown("small.png", "luc@example.org");
    EXPECT_EQ(paths(maya.id), paths(luc.id));
    press(maya.id, &OwnHandlers::withdraw);
    do_jobs();
    EXPECT_EQ(fetch(paths(luc.id).front()).status, 200);
    EXPECT_EQ(findings(), 0U);
}

}  // namespace
}  // namespace voices

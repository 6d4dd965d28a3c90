// The mosaic on paper and as an archive: the poster, and the photos with their credits.
#include "features/mosaic/handlers_house_test.h"

namespace mosaic_test {
namespace {

TEST_P(Mosaic, the_photos_come_home_in_an_archive_with_credits_and_only_with_consent) {
    joins("Zoé =1+1", {200, 20, 20});
    joins("Never agreed", {20, 20, 200}, "");
    const auto answer = database->read([&](db::Read& read) {
        return staff.photos(signed_in(get("/en/staff/mosaic/photos.zip", {}), {auth::Role::owner, {}}), read);
    });
    std::string bytes;
    database->read([&](db::Read& read) { answer.make_body(read, [&](std::string_view part) { bytes += part; }); });
    fs::create_directories(root);
    std::ofstream{root / "photos.zip", std::ios::binary} << bytes;
    const auto listed = test_support::run_program(
        "/usr/bin/env", {"python3", "-c",
                         "import sys, zipfile\n"
                         "z = zipfile.ZipFile(sys.argv[1])\n"
                         "assert z.testzip() is None\n"
                         "print(z.namelist(), z.read('credits.csv').decode('utf-8-sig').splitlines()[1])",
                         (root / "photos.zip").string()});
    fs::remove(root / "photos.zip");
    EXPECT_EQ(
        listed.output,
        "['photos/100.jpg', 'credits.csv'] photos/100.jpg,Zoé =1+1,Moncton,,en,\"Bread, and roses\",A portrait of "
        "Zoé =1+1,2026-11-22T12:00:00Z,voices.publish/en/1\n")
        << listed.errors;
}

TEST_P(Mosaic, the_poster_is_one_large_page_with_title_count_and_credit) {
    everybody_joins(9, 9);
    make();
    const auto answer = ask(&mosaic::Handlers::poster, get("/fr/mosaic/poster.pdf?paper=a1"));
    EXPECT_EQ(answer.status, 200);
    fs::create_directories(root);
    const auto path = (root / "poster.pdf").string();
    std::ofstream{path, std::ios::binary} << answer.body.view();
    const auto words = test_support::run_program("/usr/bin/env", {"pdftotext", path, "-"}).output;
    const auto facts = test_support::run_program("/usr/bin/env", {"pdfinfo", path}).output;
    const auto images = test_support::run_program("/usr/bin/env", {"pdfimages", "-list", path}).output;
    fs::remove(path);
    EXPECT_NE(words.find("Un seul port"), std::string::npos) << words;
    EXPECT_NE(words.find("18"), std::string::npos);
    EXPECT_NE(words.find("Noor Haddad"), std::string::npos);
    EXPECT_NE(words.find("campaign.example/fr/mosaic"), std::string::npos);
    EXPECT_NE(facts.find("Pages:           1"), std::string::npos) << facts;
    EXPECT_NE(facts.find("1683.78 x 2383.94"), std::string::npos) << facts;
    EXPECT_NE(images.find("768   512"), std::string::npos) << images;
    EXPECT_NE(images.find("jpeg"), std::string::npos) << "the JPEG itself, not its pixels";
}

}  // namespace
}  // namespace mosaic_test

// Pictures made in a process of their own: what a phone sends comes out upright and clean, what is hostile is refused,
// and whatever happens to the process, the next picture is made. tests/support/make_pictures.py draws them all.
#include "platform/imaging/workshop.h"

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "platform/imaging/format.h"
#include "platform/imaging/perceptual_hash.h"
#include "platform/imaging/worker.h"
#include "tests/support/process.h"

namespace {

namespace fs = std::filesystem;
using imaging::Format;
using imaging::Refusal;

class Workshop : public testing::Test {
protected:
    static void SetUpTestSuite() {
        const auto made = test_support::run_program(
            "/usr/bin/env", {"python3", SOURCE_DIR "/tests/support/make_pictures.py", folder_.string()});
        ASSERT_EQ(made.exit_code, 0) << made.errors;
    }

    static std::string file(const std::string& name) {
        std::ostringstream bytes;
        bytes << std::ifstream{folder_ / name, std::ios::binary}.rdbuf();
        return bytes.str();
    }
    imaging::Made made(const std::string& name, const imaging::Order& order = {}) {
        auto result = workshop.make(file(name), order);
        EXPECT_TRUE(result) << name << ": refusal " << (result ? 0 : static_cast<int>(result.error()));
        return result ? *std::move(result) : imaging::Made{};
    }
    struct Colour {
        double red = 0, green = 0, blue = 0;
    };
    // As the program vips reads the pixel there, in hundredths of the sides.
    static Colour pixel(const std::string& bytes, int across, int down) {
        const auto path = fs::temp_directory_path() / ("looked_at." + std::to_string(::getpid()));
        std::ofstream{path, std::ios::binary} << bytes;
        const auto header = [&](const char* field) {
            return std::stoi(test_support::run_program("/usr/bin/env", {"vipsheader", "-f", field, path}).output);
        };
        const auto shown = test_support::run_program(
            "/usr/bin/env", {"vips", "getpoint", path, std::to_string(header("width") * across / 100),
                             std::to_string(header("height") * down / 100)});
        std::istringstream numbers{shown.output};
        Colour colour;
        fs::remove(path);
        numbers >> colour.red >> colour.green >> colour.blue;
        return colour;
    }
    static std::string colour(const std::string& bytes, int across, int down) {
        const auto [red, green, blue] = pixel(bytes, across, down);
        if (red > 180 && green < 60 && blue < 60) return "red";
        if (blue > 180 && green < 60 && red < 60) return "blue";
        if (red > 240 && green > 240 && blue > 240) return "white";
        return std::to_string(red) + " " + std::to_string(green) + " " + std::to_string(blue);
    }
    static void expect_clean(const imaging::Made& made) {
        std::vector<std::string> all{made.master, made.placeholder};
        for (const auto& size : made.sizes) all.push_back(size.bytes);
        for (const auto& bytes : all)
            for (const auto* const trace :
                 {"SECRETPLACE", "Exif", "EXIF", "GPS", "xmp", "XMP ", "ICCP", "ICC_PROFILE", "script", "PK\x03\x04"})
                EXPECT_EQ(bytes.find(trace), std::string::npos) << trace;
    }

    static inline const fs::path folder_ = BINARY_DIR "/made_pictures";
    imaging::Workshop workshop;
};

TEST_F(Workshop, noors_photo_comes_out_upright_in_every_width_and_without_the_place_where_it_was_taken) {
    ASSERT_NE(file("phone.jpg").find("SECRETPLACE"), std::string::npos);
    const auto inspected = workshop.inspect(file("phone.jpg"));
    ASSERT_TRUE(inspected);
    EXPECT_EQ(inspected->width, 800);
    EXPECT_EQ(inspected->height, 1200);
    const auto photo = made("phone.jpg");
    EXPECT_EQ(photo.width, 800);
    EXPECT_EQ(photo.height, 1200);
    std::vector<int> widths;
    for (const auto& size : photo.sizes) {
        widths.push_back(size.width);
        EXPECT_EQ(size.height, size.width * 3 / 2);
        EXPECT_EQ(size.format, widths.size() % 2 == 1 ? Format::webp : Format::jpeg);
    }
    EXPECT_EQ(widths, (std::vector{320, 320, 640, 640, 800, 800}));
    // Orientation 6: what the camera has on the left is above when the picture stands upright.
    for (const auto& size : {photo.sizes.front(), photo.sizes.back()}) {
        EXPECT_EQ(colour(size.bytes, 50, 20), "red");
        EXPECT_EQ(colour(size.bytes, 50, 80), "blue");
    }
    EXPECT_TRUE(photo.placeholder.starts_with("data:image/webp;base64,"));
    EXPECT_LT(photo.placeholder.size(), 600U);
    expect_clean(photo);
}

TEST_F(Workshop, every_format_that_is_taken_comes_out_the_same_and_clean) {
    for (const auto* const name : {"poster.png", "phone.webp", "phone.heic", "phone.avif", "photo_with_page_behind.jpg",
                                   "photo_with_archive_behind.png", "really_a_jpeg.png"}) {
        const auto picture = made(name);
        EXPECT_EQ(picture.width, 1200) << name;
        EXPECT_EQ(picture.height, 800) << name;
        ASSERT_EQ(picture.sizes.size(), 8U) << name;
        EXPECT_EQ(colour(picture.sizes[2].bytes, 20, 50), "red") << name;
        EXPECT_EQ(colour(picture.sizes[3].bytes, 80, 50), "blue") << name;
        expect_clean(picture);
    }
}

// The file holds 200 for the blue that sRGB writes as 208.
TEST_F(Workshop, the_wide_colours_of_a_phone_become_those_of_the_web_and_print_is_read_too) {
    EXPECT_NEAR(pixel(made("wide.png").sizes.back().bytes, 80, 50).blue, 208, 3);
    EXPECT_EQ(made("print.jpg").width, 1200);
}

TEST_F(Workshop, however_the_phone_was_held_the_picture_stands_upright) {
    const auto upright = made("held_1.jpg");
    EXPECT_EQ(colour(upright.sizes.back().bytes, 25, 25), "red");
    EXPECT_EQ(colour(upright.sizes.back().bytes, 75, 25), "blue");
    EXPECT_EQ(colour(upright.sizes.back().bytes, 25, 75), "white");
    for (int orientation = 2; orientation <= 8; ++orientation) {
        const auto picture = made("held_" + std::to_string(orientation) + ".jpg");
        EXPECT_EQ(picture.width, 240) << orientation;
        EXPECT_EQ(picture.height, 160) << orientation;
        EXPECT_LE(imaging::hash_distance(picture.perceptual_hash, upright.perceptual_hash), imaging::kAlike)
            << orientation;
        expect_clean(picture);
    }
    EXPECT_GT(imaging::hash_distance(made("held_1.jpg", {.quarter_turns = 2}).perceptual_hash, upright.perceptual_hash),
              imaging::kAlike);
}

TEST_F(Workshop, a_grey_scan_that_kept_a_profile_of_colours_is_taken) {
    const auto scan = made("grey_with_profile_of_colours.jpg");
    ASSERT_EQ(scan.width, 400);
    EXPECT_NEAR(pixel(scan.sizes.back().bytes, 20, 50).red, 0x20, 3);
    EXPECT_NEAR(pixel(scan.sizes.back().bytes, 80, 50).red, 0xe0, 3);
}

// Unpacked, a text of a few kilobytes can fill a processor for minutes.
TEST_F(Workshop, texts_in_a_picture_are_left_out_before_anybody_unpacks_them) {
    const auto poster = file("poster.png");
    const auto bare = imaging::without_texts(poster);
    EXPECT_NE(poster.find("tEXt"), std::string::npos);
    EXPECT_EQ(bare.find("tEXt"), std::string::npos);
    EXPECT_NE(bare.find("eXIf"), std::string::npos) << "it says which way is up";
    EXPECT_EQ(workshop.make(bare, {})->width, 1200);
    for (const std::size_t length : {8U, 20U, 60U, 4'000U}) {
        const auto cut = poster.substr(0, length);
        EXPECT_TRUE(imaging::without_texts(cut).starts_with(cut.substr(0, 8)));
        EXPECT_LE(imaging::without_texts(cut).size(), cut.size());
    }
    EXPECT_EQ(imaging::without_texts("no PNG"), "no PNG");
}

TEST_F(Workshop, a_small_picture_is_never_made_larger) {
    const auto picture = made("small.png");
    ASSERT_EQ(picture.sizes.size(), 4U);
    EXPECT_EQ(picture.sizes[1].width, 320);
    EXPECT_EQ(picture.sizes[3].width, 500);
    EXPECT_EQ(picture.sizes[3].height, 300);
}

TEST_F(Workshop, what_is_see_through_is_white_as_jpeg_and_grey_is_a_picture_too) {
    const auto cutout = made("cutout.png");
    EXPECT_EQ(colour(cutout.sizes.back().bytes, 20, 50), "red");
    EXPECT_EQ(colour(cutout.sizes.back().bytes, 80, 50), "white");
    EXPECT_TRUE(cutout.placeholder.empty());
    EXPECT_EQ(made("grey.png").width, 400);
}

TEST_F(Workshop, mireille_crops_the_left_half_and_again_from_what_was_kept) {
    const imaging::Order left{.crop = {.left = 0, .top = 2'500, .width = 4'000, .height = 5'000}};
    const auto first = made("poster.png", left);
    EXPECT_EQ(first.width, 480);
    EXPECT_EQ(first.height, 400);
    EXPECT_EQ(colour(first.sizes.back().bytes, 95, 50), "red");
    const auto again = workshop.make(first.master, {{.left = 6'000, .width = 4'000}, imaging::Master::left_out});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->width, 480);
    EXPECT_EQ(again->height, 800);
    EXPECT_EQ(colour(again->sizes.back().bytes, 5, 50), "blue");
    EXPECT_TRUE(again->master.empty());
}

TEST_F(Workshop, lucs_photo_is_turned_before_it_is_cropped) {
    const auto turned = made("poster.png", {.quarter_turns = 1});
    EXPECT_EQ(turned.width, 800);
    EXPECT_EQ(turned.height, 1200);
    EXPECT_EQ(colour(turned.sizes.back().bytes, 50, 20), "red") << "what was left is above";
    EXPECT_EQ(colour(turned.sizes.back().bytes, 50, 80), "blue");
    const auto lower_half = made("poster.png", {.crop = {.top = 5'000, .height = 5'000}, .quarter_turns = 3});
    EXPECT_EQ(lower_half.width, 800);
    EXPECT_EQ(lower_half.height, 600);
    EXPECT_EQ(colour(lower_half.sizes.back().bytes, 50, 50), "red") << "three quarters on, what was left is below";
}

TEST_F(Workshop, the_same_photo_in_another_format_and_size_is_known_again_and_another_is_not) {
    // A patchwork: as many surfaces as a photo has.
    const auto patchwork = [&](unsigned seed, int side) {
        imaging::Sheet sheet{.width = side, .height = side};
        for (int i = 0; i < 64; ++i) {
            seed = seed * 1'103'515'245 + 12'345;
            const auto grey = static_cast<std::uint8_t>(seed >> 16);
            sheet.pieces.push_back({.box = {i % 8 * side / 8, i / 8 * side / 8, side / 8, side / 8},
                                    .colour = {grey, grey, static_cast<std::uint8_t>(seed >> 24)}});
        }
        return *workshop.draw(std::move(sheet));
    };
    const auto hash = [&](const std::string& bytes) { return workshop.make(bytes, {})->perceptual_hash; };
    const auto photo = hash(patchwork(1, 640));
    EXPECT_LE(imaging::hash_distance(photo, hash(patchwork(1, 200))), imaging::kAlike);
    EXPECT_LE(imaging::hash_distance(photo, hash(workshop.make(patchwork(1, 640), {})->sizes[0].bytes)),
              imaging::kAlike)
        << "as WebP";
    EXPECT_GT(imaging::hash_distance(photo, hash(patchwork(2, 640))), 2 * imaging::kAlike);
    const auto poster = hash(file("poster.png"));
    for (const auto* const name : {"plain.jpg", "phone.webp", "phone.heic", "small.png"})
        EXPECT_LE(imaging::hash_distance(poster, hash(file(name))), imaging::kAlike) << name;
    EXPECT_NE(hash(file("grey.png")), 0U);
}

TEST_F(Workshop, a_sheet_is_put_together_of_pictures_colours_and_tints) {
    imaging::Sheet sheet{.width = 64, .height = 32};
    sheet.pieces.push_back({.bytes = file("plain.jpg"), .box = {0, 0, 32, 32}});
    sheet.pieces.push_back({.box = {32, 0, 32, 32}, .colour = {10, 200, 30}});
    const auto jpeg = workshop.draw(sheet);
    ASSERT_TRUE(jpeg);
    EXPECT_EQ(colour(*jpeg, 6, 50), "red");
    EXPECT_EQ(colour(*jpeg, 44, 50), "blue");
    EXPECT_NEAR(pixel(*jpeg, 75, 50).green, 200, 6);
    sheet.output = imaging::SheetOutput::pixels;
    sheet.pieces[0].tint = 100;
    sheet.pieces[0].colour = {128, 128, 128};
    const auto pixels = workshop.draw(sheet);
    ASSERT_TRUE(pixels);
    ASSERT_EQ(pixels->size(), 64U * 32 * 3);
    double red = 0;
    for (std::size_t y = 0; y < 32; ++y)
        for (std::size_t x = 0; x < 32; ++x) red += static_cast<unsigned char>((*pixels)[(y * 64 + x) * 3]);
    EXPECT_NEAR(red / (32 * 32), 128, 2) << "the mean is the tint's, the halves are still apart";
    sheet.pieces[0] = {.bytes = file("plain.jpg"),
                       .box = {0, 0, 32, 32},
                       .colour = {255, 255, 255},
                       .fade = 50,
                       .crop = {.left = 6'000, .width = 4'000}};
    const auto part = workshop.draw(sheet);
    ASSERT_TRUE(part);
    const auto at = [&](std::size_t byte) { return static_cast<double>(static_cast<unsigned char>((*part)[byte])); };
    EXPECT_NEAR(at(0), (16 + 255) / 2.0, 4) << "the blue part, half white";
    EXPECT_NEAR(at(2), (208 + 255) / 2.0, 4);
    sheet.pieces[0].bytes = "no picture";
    EXPECT_FALSE(workshop.draw(sheet));
    EXPECT_FALSE((imaging::Sheet{.width = 8, .height = 8, .pieces = {{.box = {4, 4, 5, 2}}}}.is_possible()));
}

TEST_F(Workshop, hostile_files_are_refused_each_with_its_reason) {
    const auto refusal = [&](const std::string& name) {
        const auto result = workshop.make(file(name), {});
        return result ? Refusal::none : result.error();
    };
    for (const auto* const name :
         {"drawing.svg", "drawing_called.png", "page_called.jpg", "moving.gif", "paper.pdf", "archive.zip",
          "picture_of_magick.mvg", "nothing.jpg", "riff_of_sound.webp", "film.heic"})
        EXPECT_EQ(refusal(name), Refusal::unknown_format) << name;
    for (const auto* const name : {"bomb.png", "giant.jpg", "thread.png"})
        EXPECT_EQ(refusal(name), Refusal::too_many_pixels) << name;
    for (const auto* const name : {"animated.webp", "film.avif"}) EXPECT_EQ(refusal(name), Refusal::animated) << name;
    for (const auto* const name :
         {"cut_plain.jpg", "cut_plain.webp", "cut_poster.png", "cut_phone.heic", "cut_phone.avif", "head_of_plain.jpg",
          "head_of_plain.webp", "head_of_poster.png", "head_of_phone.heic", "head_of_phone.avif"})
        EXPECT_EQ(refusal(name), Refusal::damaged) << name;
    EXPECT_EQ(workshop.make(std::string(31 * 1024 * 1024, 'x'), {}).error(), Refusal::too_many_bytes);
    EXPECT_EQ(workshop.idle_processes().size(), 1U) << "one worker saw all of them";
}

TEST_F(Workshop, a_worker_that_was_killed_while_it_waited_is_replaced_unseen) {
    made("small.png");
    ASSERT_EQ(workshop.idle_processes().size(), 1U);
    const int killed = workshop.idle_processes()[0];
    ::kill(killed, SIGKILL);
    EXPECT_EQ(made("small.png").width, 500);
    EXPECT_NE(workshop.idle_processes()[0], killed);
}

TEST_F(Workshop, a_worker_that_hangs_is_ended_and_the_next_picture_is_made) {
    imaging::Workshop hurried{{.limits = {.seconds = 4}}};
    ASSERT_TRUE(hurried.make(file("small.png"), {}));
    const int hanging = hurried.idle_processes()[0];
    ::kill(hanging, SIGSTOP);
    EXPECT_THROW((void)hurried.make(file("small.png"), {}), imaging::WorkerFault);
    EXPECT_EQ(::kill(hanging, 0), -1) << "it is gone";
    EXPECT_TRUE(hurried.make(file("small.png"), {}));
}

TEST_F(Workshop, what_is_no_worker_is_a_clear_failure) {
    imaging::Workshop wrong{{.program = "/bin/false"}};
    EXPECT_THROW((void)wrong.make(file("small.png"), {}), imaging::WorkerFault);
    imaging::Workshop absent{{.program = "/nonexistent"}};
    EXPECT_THROW((void)absent.make(file("small.png"), {}), imaging::WorkerFault);
}

TEST_F(Workshop, several_callers_share_two_workers) {
    std::vector<std::thread> callers;
    std::atomic<int> done = 0;
    for (int i = 0; i < 6; ++i)
        callers.emplace_back([&] {
            if (workshop.make(file("small.png"), {})) ++done;
        });
    for (auto& caller : callers) caller.join();
    EXPECT_EQ(done, 6);
    EXPECT_LE(workshop.idle_processes().size(), 2U);
}

TEST_F(Workshop, whoever_uploads_does_not_wait_behind_pictures_that_are_made) {
    imaging::Workshop narrow{{.workers = 1}};
    ASSERT_TRUE(narrow.make(file("small.png"), {}));
    const int busy = narrow.idle_processes()[0];
    ::kill(busy, SIGSTOP);
    std::thread maker{[&] { EXPECT_TRUE(narrow.make(file("small.png"), {})); }};
    while (!narrow.idle_processes().empty()) std::this_thread::yield();
    EXPECT_TRUE(narrow.inspect(file("small.png"))) << "by another worker";
    ::kill(busy, SIGKILL);
    maker.join();
}

// What the kernel says about the process: no new privileges, a filter of calls, no file and no core can be written.
TEST_F(Workshop, a_worker_is_shut_in) {
    made("small.png");
    const auto folder = "/proc/" + std::to_string(workshop.idle_processes()[0]);
    const auto text = [](const fs::path& path) {
        std::ostringstream words;
        words << std::ifstream{path}.rdbuf();
        return words.str();
    };
    for (const auto& thread : fs::directory_iterator{folder + "/task"}) {
        EXPECT_NE(text(thread.path() / "status").find("Seccomp:\t2"), std::string::npos);
        EXPECT_NE(text(thread.path() / "status").find("NoNewPrivs:\t1"), std::string::npos);
    }
    const auto limits = text(folder + "/limits");
    const auto bound = [&](const std::string& name) {
        const auto line = limits.substr(limits.find(name) + 26);
        return line.substr(0, line.find(' '));
    };
    EXPECT_EQ(bound("Max open files"), "4");  // 0 to 3 are open
    EXPECT_EQ(bound("Max file size"), "0");
    EXPECT_EQ(bound("Max core file size"), "0");
    EXPECT_NE(bound("Max cpu time"), "unlimited");
    int sockets = 0;
    for (const auto& entry : fs::directory_iterator{folder + "/fd"}) {
        const auto target = fs::read_symlink(entry.path()).string();
        sockets += target.starts_with("socket:") ? 1 : 0;
        EXPECT_TRUE(target.starts_with("socket:") || target == "/dev/null" || entry.path().filename() == "2") << target;
    }
    EXPECT_EQ(sockets, 1);
}

TEST(Messages, come_back_as_they_went) {
    imaging::Answer answer{.refusal = Refusal::none,
                           .inspection = {imaging::SourceFormat::heif, 4, 3},
                           .made = {.width = 4,
                                    .height = 3,
                                    .sizes = {{Format::jpeg, 4, 3, "bytes"}},
                                    .placeholder = "p",
                                    .master = "m",
                                    .perceptual_hash = 0xfedc'ba98'7654'3210},
                           .drawn = "d"};
    const auto message = imaging::written(answer);
    const auto again = imaging::read_answer(message);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->inspection.format, imaging::SourceFormat::heif);
    EXPECT_EQ(again->made.sizes.at(0).bytes, "bytes");
    EXPECT_EQ(again->made.master, "m");
    EXPECT_EQ(again->made.perceptual_hash, 0xfedc'ba98'7654'3210U);
    EXPECT_EQ(again->drawn, "d");
    for (std::size_t length = 0; length < message.size(); ++length)
        EXPECT_FALSE(imaging::read_answer(std::string_view{message}.substr(0, length)));
    EXPECT_FALSE(imaging::read_answer(message + "more"));
}

TEST(Messages, a_sheet_travels_whole_and_an_impossible_one_is_no_question) {
    imaging::Question question{.task = imaging::Task::draw, .order = {.quarter_turns = 2}};
    question.sheet = {.width = 300, .height = 200, .ground = {1, 2, 3}, .output = imaging::SheetOutput::pixels};
    question.sheet.pieces.push_back({.bytes = "jpeg",
                                     .box = {1, 2, 3, 4},
                                     .colour = {9, 8, 7},
                                     .tint = 55,
                                     .fade = 5,
                                     .crop = {.left = 100, .width = 900}});
    const auto again = imaging::read_question(imaging::written(question));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->order.quarter_turns, 2);
    EXPECT_EQ(again->sheet.ground, (imaging::Colour{1, 2, 3}));
    ASSERT_EQ(again->sheet.pieces.size(), 1U);
    EXPECT_EQ(again->sheet.pieces[0].bytes, "jpeg");
    EXPECT_EQ(again->sheet.pieces[0].colour, (imaging::Colour{9, 8, 7}));
    EXPECT_EQ(again->sheet.pieces[0].tint, 55);
    EXPECT_EQ(again->sheet.pieces[0].fade, 5);
    EXPECT_EQ(again->sheet.pieces[0].crop, (imaging::Crop{.left = 100, .width = 900}));
    question.sheet.pieces[0].box.left = 298;
    EXPECT_FALSE(imaging::read_question(imaging::written(question)));
}

}  // namespace

// Files that are encrypted where they lie, and archives that leave while they are made.
#include "platform/files/sealed_store.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "platform/files/folder_store.h"
#include "platform/files/zip_stream.h"
#include "tests/support/process.h"

namespace {

namespace fs = std::filesystem;

class Sealed : public testing::Test {
protected:
    Sealed() : root(fs::temp_directory_path() / ("alltogether_sealed_" + std::to_string(::getpid()))) {
        fs::remove_all(root);
        key.fill(7);
    }
    ~Sealed() override { fs::remove_all(root); }

    fs::path root;
    files::FolderStore folder{root};
    files::SealingKey key{};
};

TEST_F(Sealed, lucs_photo_as_it_came_can_be_read_with_the_key_and_by_nobody_who_looks_at_the_disk) {
    files::SealedStore originals{folder, key};
    const std::string photo = "a photo with the place where Luc lives: 45.4215, -75.6972";
    const auto address = originals.put(photo);
    EXPECT_EQ(originals.read(address), photo);
    EXPECT_EQ(folder.read(address)->find("Luc"), std::string::npos);
    EXPECT_EQ(folder.read(address)->size(), photo.size() + 1 + 24 + 16) << "form, nonce and tag (libsodium)";
    EXPECT_NE(originals.put(photo), address) << "nobody can tell that it is the same once more";
    EXPECT_EQ(originals.remove(address), files::Removal::removed);
    EXPECT_EQ(originals.read(address), std::nullopt);
}

TEST_F(Sealed, another_key_and_changed_bytes_are_faults) {
    files::SealedStore originals{folder, key};
    const auto address = originals.put("a photo");
    auto changed = *folder.read(address);
    changed.back() = static_cast<char>(changed.back() ^ 1);
    EXPECT_THROW((void)originals.read(folder.put(changed)), files::Fault);
    EXPECT_THROW((void)originals.read(folder.put("never sealed")), files::Fault);
    key.fill(8);
    EXPECT_THROW((void)(files::SealedStore{folder, key}.read(address)), files::Fault);
}

// Read by Python's zipfile, which compares each sum.
TEST_F(Sealed, an_archive_leaves_while_it_is_made_and_another_program_opens_it) {
    fs::create_directories(root);
    const auto path = root / "photos.zip";
    std::ofstream file{path, std::ios::binary};
    std::size_t longest = 0, left = 0, most_ahead = 0, asked = 0;
    files::ZipStream archive{[&](std::string_view part) {
        file << part;
        longest = std::max(longest, part.size());
        left += part.size();
    }};
    for (int i = 0; i < 40; ++i)
        archive.add({.name = "photos/Zoé " + std::to_string(i) + ".jpg",
                     .changed_at = {1'795'348'800'000'000},
                     .content = [&, i] {
                         most_ahead = std::max(most_ahead, asked - std::min(asked, left));
                         asked += 50'000;
                         return std::string(50'000, static_cast<char>('a' + i % 26));
                     }});
    archive.add(
        {.name = "credits.csv", .changed_at = {1'795'348'800'000'000}, .content = [] { return "file,name\r\n"; }});
    archive.finish();
    file.close();
    EXPECT_LT(longest, 60'000U);
    EXPECT_LE(most_ahead, 50'000U) << "never more than one photo in memory";
    const auto read = test_support::run_program(
        "/usr/bin/env", {"python3", "-c",
                         "import sys, zipfile\n"
                         "z = zipfile.ZipFile(sys.argv[1])\n"
                         "assert z.testzip() is None\n"
                         "print(len(z.namelist()), z.namelist()[3], z.read('photos/Zoé 1.jpg')[:3].decode(), "
                         "z.getinfo('credits.csv').file_size)",
                         path.string()});
    EXPECT_EQ(read.output, "41 photos/Zoé 3.jpg bbb 11\n") << read.errors;
}

TEST_F(Sealed, what_the_reader_of_an_archive_throws_comes_out) {
    files::ZipStream archive{[](std::string_view) { throw std::runtime_error{"they have gone"}; }};
    archive.add({.name = "a", .content = [] { return "b"; }});
    EXPECT_THROW(archive.finish(), std::runtime_error);
}

}  // namespace

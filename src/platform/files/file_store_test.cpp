// Files by what they are: kept whole, once, under a name that nobody from outside chooses.
#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "platform/files/folder_store.h"

namespace {

namespace fs = std::filesystem;
using files::Address;

class Files : public testing::Test {
protected:
    Files() : root(fs::temp_directory_path() / ("alltogether_files_" + std::to_string(::getpid()))) {
        fs::remove_all(root);
    }
    ~Files() override { fs::remove_all(root); }

    fs::path path_of(const Address& address) const {
        return root / address.hex().substr(0, 2) / address.hex().substr(2);
    }

    fs::path root;
    files::FolderStore store{root};
};

// The digests are those of FIPS 180-4's examples, which NIST publishes.
TEST(Addresses, are_the_digests_of_the_standard) {
    EXPECT_EQ(Address::of("abc").hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(Address::of("").hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(Address::parse(Address::of("abc").hex()), Address::of("abc"));
}

TEST(Addresses, nothing_that_could_lead_elsewhere_is_one) {
    const auto hex = Address::of("abc").hex();
    for (const std::string& wrong : {std::string{}, std::string{"../../etc/passwd"}, hex.substr(1), hex + "0",
                                     "../" + hex.substr(3), "BA" + hex.substr(2), hex.substr(0, 63) + '\0'})
        EXPECT_EQ(Address::parse(wrong), std::nullopt) << wrong;
}

TEST_F(Files, what_noor_puts_comes_back_byte_for_byte) {
    const std::string bytes{"\x89PNG\r\n\0 and more", 16};
    const auto address = store.put(bytes);
    EXPECT_EQ(address, Address::of(bytes));
    EXPECT_TRUE(store.exists(address));
    EXPECT_EQ(store.read(address), bytes);
    EXPECT_EQ(files::FolderStore{root}.read(address), bytes);
    EXPECT_EQ(fs::status(path_of(address)).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Files, the_same_bytes_are_kept_once_and_count_as_new) {
    const auto address = store.put("a poster");
    fs::last_write_time(path_of(address), fs::file_time_type::clock::now() - std::chrono::hours{48});
    EXPECT_EQ(store.put("a poster"), address);
    int count = 0;
    store.each([&](const files::StoredFile& file) {
        ++count;
        EXPECT_EQ(file.size, 8);
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        EXPECT_LT(std::chrono::duration_cast<std::chrono::seconds>(now).count() - file.stored_at.seconds(), 600);
    });
    EXPECT_EQ(count, 1);
}

TEST_F(Files, what_is_not_there_is_no_fault) {
    const auto nothing = Address::of("nothing");
    EXPECT_FALSE(store.exists(nothing));
    EXPECT_EQ(store.read(nothing), std::nullopt);
    EXPECT_EQ(store.remove(nothing), files::Removal::was_not_there);
    store.each([](const files::StoredFile&) { FAIL(); });
}

TEST_F(Files, what_is_removed_is_gone) {
    const auto kept = store.put("kept");
    const auto removed = store.put("removed");
    EXPECT_EQ(store.remove(removed), files::Removal::removed);
    EXPECT_EQ(store.read(removed), std::nullopt);
    std::set<Address> left;
    store.each([&](const files::StoredFile& file) { left.insert(file.address); });
    EXPECT_EQ(left, std::set<Address>{kept});
}

TEST_F(Files, damage_is_noticed) {
    const auto address = store.put("a poster");
    std::ofstream{path_of(address)} << "a p0ster";
    EXPECT_THROW((void)store.read(address), files::Fault);
}

TEST_F(Files, a_store_that_cannot_be_written_says_so_and_keeps_nothing_by_halves) {
    fs::create_directories(root);
    std::ofstream{root / "unfinished"} << "a file where a folder should be";
    EXPECT_THROW((void)store.put("a poster"), files::Fault);
    EXPECT_FALSE(store.exists(Address::of("a poster")));
}

TEST_F(Files, what_a_crash_left_half_written_goes_and_is_never_shown) {
    (void)store.put("a poster");
    const auto half = root / "unfinished" / (Address::of("half").hex() + ".1.1");
    std::ofstream{half} << "ha";
    fs::last_write_time(half, fs::file_time_type::clock::now() - std::chrono::hours{2});
    int count = 0;
    store.each([&](const files::StoredFile&) { ++count; });
    EXPECT_EQ(count, 1);
    (void)store.put("another poster");
    EXPECT_FALSE(fs::exists(half));
}

}  // namespace

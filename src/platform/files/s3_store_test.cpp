// Files in a bucket: signed as Amazon publishes it, kept by a real server that checks each signature, and read back
// from its lists.
#include "platform/files/s3_store.h"

#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "platform/files/s3_listing.h"
#include "tests/support/child_process.h"

namespace {

namespace fs = std::filesystem;
using files::Address;

// The examples of Amazon S3's API reference, "Authenticating Requests: Using the Authorization Header".
class Signature : public testing::Test {
protected:
    static std::string signature(const files::S3Request& request) {
        const files::S3Keys keys{"AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1"};
        const auto header = files::s3_authorization(request, keys, kAt);
        return header.substr(header.find("Signature=") + 10);
    }
    static files::S3Request request(std::string method, std::string path, std::string_view body) {
        const auto digest = files::sha256_hex(body);
        return {.method = std::move(method),
                .path = std::move(path),
                .headers = {{"host", "examplebucket.s3.amazonaws.com"},
                            {"x-amz-content-sha256", digest},
                            {"x-amz-date", files::x_amz_date(kAt)}},
                .body_digest = digest};
    }
    static constexpr base::Instant kAt{1'369'353'600'000'000};  // 2013-05-24T00:00:00Z
};

TEST_F(Signature, of_a_get_with_a_range) {
    auto get = request("GET", "/test.txt", "");
    get.headers["range"] = "bytes=0-9";
    EXPECT_EQ(signature(get), "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
}

TEST_F(Signature, of_a_put_whose_name_is_encoded) {
    auto put = request("PUT", "/test$file.text", "Welcome to Amazon S3.");
    put.headers["date"] = "Fri, 24 May 2013 00:00:00 GMT";
    put.headers["x-amz-storage-class"] = "REDUCED_REDUNDANCY";
    EXPECT_EQ(signature(put), "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
}

TEST_F(Signature, of_a_list_with_a_query) {
    auto list = request("GET", "/", "");
    list.query = {{"prefix", "J"}, {"max-keys", "2"}};
    EXPECT_EQ(signature(list), "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
}

TEST(Listing, is_read_with_its_next_page_and_nothing_else_is_one) {
    const auto listing = files::read_s3_listing(R"(<?xml version="1.0" encoding="UTF-8"?>
        <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>campaign</Name>
        <IsTruncated>true</IsTruncated><NextContinuationToken>1ueGcxLPRx1Tr/XYExHnhbYLgveDs2J</NextContinuationToken>
        <Contents><Key>a&amp;b</Key><LastModified>2026-11-22T12:00:00.123Z</LastModified><Size>434234</Size></Contents>
        <Contents><Key>no size</Key><LastModified>2026-11-22T12:00:00Z</LastModified></Contents>
        </ListBucketResult>)");
    ASSERT_TRUE(listing);
    EXPECT_EQ(listing->next, "1ueGcxLPRx1Tr/XYExHnhbYLgveDs2J");
    ASSERT_EQ(listing->objects.size(), 1U);
    EXPECT_EQ(listing->objects[0].key, "a&b");
    EXPECT_EQ(listing->objects[0].size, 434'234);
    EXPECT_EQ(listing->objects[0].modified_at.microseconds, 1'795'348'800'000'000);
    for (const auto* const other : {"", "<html></html>", "<ListBucketResult>", "\xff\xfe"})
        EXPECT_FALSE(files::read_s3_listing(other)) << other;
}

class Bucket : public testing::Test {
protected:
    ~Bucket() override { fs::remove_all(root); }

    files::S3Place place(const std::string& secret = "S3RVER") const {
        return {.endpoint = address,
                .bucket = "campaign",
                .prefix = "voices/",
                .keys = {"S3RVER", secret, "us-east-1"},
                .timeout = std::chrono::seconds{10}};
    }

    static fs::path empty_folder() {
        auto folder = fs::temp_directory_path() / ("alltogether_s3_" + std::to_string(::getpid()));
        fs::remove_all(folder);
        fs::create_directories(folder);
        return folder;
    }

    fs::path root = empty_folder();
    test_support::ChildProcess server{{"node", SOURCE_DIR "/tests/support/s3_server.mjs", root.string(), "campaign"}};
    std::string address = server.read_line();
};

TEST_F(Bucket, keeps_files_under_their_addresses_lists_them_and_forgets_them) {
    ASSERT_TRUE(address.starts_with("http://127.0.0.1:")) << address;
    files::S3Store store{place()};
    std::string large(3'000'000, 'x');
    large[1'234'567] = '\0';
    const auto photo = store.put(large);
    EXPECT_EQ(photo, Address::of(large));
    EXPECT_EQ(store.put(large), photo) << "once more, and nothing is doubled";
    const auto empty = store.put("");
    EXPECT_EQ(store.read(photo), large);
    EXPECT_EQ(store.read(empty), "");
    EXPECT_TRUE(store.exists(photo));
    std::set<Address> listed;
    store.each([&](const files::StoredFile& file) {
        listed.insert(file.address);
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        EXPECT_LT(std::chrono::duration_cast<std::chrono::seconds>(now).count() - file.stored_at.seconds(), 600);
    });
    EXPECT_EQ(listed, (std::set{photo, empty}));
    EXPECT_EQ(store.remove(photo), files::Removal::removed);
    EXPECT_EQ(store.remove(photo), files::Removal::was_not_there);
    EXPECT_FALSE(store.exists(photo));
    EXPECT_EQ(store.read(photo), std::nullopt);
}

TEST_F(Bucket, damage_a_wrong_key_and_an_absent_server_are_faults) {
    files::S3Store store{place()};
    const auto address_of_photo = store.put("a photo");
    EXPECT_EQ(store.read(address_of_photo), "a photo");
    for (const auto& entry : fs::recursive_directory_iterator{root})
        if (entry.path().filename().string().contains("_object")) std::ofstream{entry.path()} << "a ph0to";
    EXPECT_THROW((void)store.read(address_of_photo), files::Fault);
    files::S3Store stranger{place("another secret")};
    EXPECT_THROW((void)stranger.put("a photo"), files::Fault);
    auto nowhere = place();
    nowhere.endpoint = "http://127.0.0.1:1";
    files::S3Store absent{nowhere};
    EXPECT_THROW((void)absent.exists(address_of_photo), files::Fault);
}

}  // namespace

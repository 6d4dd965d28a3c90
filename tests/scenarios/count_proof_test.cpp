// Maya proves that her signature is counted, a journalist counts the whole log anew, and both of them with a verifier
// that shares nothing with the program but its documentation.
#include <filesystem>
#include <fstream>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "tests/support/made_log.h"
#include "tests/support/process.h"
#include "tests/support/running_program.h"

namespace scenarios {
namespace {

using test_support::Ended;
using test_support::first_link;
using test_support::HttpClient;
using test_support::Kind;
using test_support::RunningProgram;

constexpr auto kPledge = "/en/petitions/equality-pledge";

class VerifiableCount : public testing::Test {
protected:
    VerifiableCount() { std::filesystem::create_directories(folder); }
    ~VerifiableCount() override { std::filesystem::remove_all(folder); }

    static std::string path_of(const std::string& link) {
        return link.substr(std::min(link.size(), link.find('/', link.find("//") + 2)));
    }
    // The page of Maya's own signature, once it is confirmed.
    std::string sign_and_confirm() {
        maya.post(std::string{kPledge} + "/signatures", {{"given_name", "Maya"},
                                                         {"family_name", "Proof"},
                                                         {"email", "maya.proof@example.org"},
                                                         {"country", "CA"},
                                                         {"postal_code", "K1A 0B1"},
                                                         {"place", "Val-Clair"}});
        const auto list = maya.get("/en/demo/mailbox?to=maya.proof@example.org");
        const auto own = path_of(first_link(maya.get(first_link(list.body, "/en/demo/mailbox/")).body, "http"));
        EXPECT_EQ(maya.post(own + "/confirmation", {}).status, 303);
        return own;
    }
    std::string fetch(const std::string& address, const std::string& name) {
        const auto answer = maya.get(address);
        EXPECT_EQ(answer.status, 200) << address;
        return keep(answer.body, name);
    }
    std::string keep(const std::string& bytes, const std::string& name) const {
        const auto path = folder / name;
        std::ofstream{path, std::ios::binary} << bytes;
        return path.string();
    }
    static std::string text_in(const std::string& path) {
        std::ifstream file{path, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    static Ended ours(std::vector<std::string> words) {
        words.insert(words.begin(), "verify");
        return test_support::run_program(BINARY_DIR "/alltogether", words);
    }
    static Ended theirs(std::vector<std::string> words) {
        words.insert(words.begin(), {"python3", SOURCE_DIR "/tests/count_proof/verify_count.py"});
        return test_support::run_program("/usr/bin/env", words);
    }
    // Both say the same.
    static void expect(int exit_code, const std::vector<std::string>& words) {
        const auto said = ours(words), says = theirs(words);
        EXPECT_EQ(said.exit_code, exit_code) << said.output << said.errors;
        EXPECT_EQ(says.exit_code, exit_code) << says.output << says.errors;
    }

    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("alltogether_count_" + std::to_string(getpid()));
    RunningProgram program{Kind::sqlite};
    HttpClient maya = program.visitor();
};
TEST_F(VerifiableCount, is_verified_by_two_programs_that_know_nothing_of_each_other) {
    program->house().count_proof.sign_now();
    const auto old_head = fetch("/api/v1/count-proof/head", "old.txt");
    const auto key = fetch("/api/v1/count-proof/keys", "key.txt");
    const auto own = sign_and_confirm();
    const auto page = maya.get(own);
    EXPECT_TRUE(page.shows("Your receipt"));
    const auto receipt_at = first_link(page.body, "/en/count-proof/receipts/");
    ASSERT_TRUE(receipt_at.ends_with("/file")) << receipt_at;

    const auto new_size = program->house().count_proof.sign_now().size;
    const auto receipt = fetch(receipt_at, "receipt.json");
    const std::string trusted = text_in(key).substr(0, text_in(key).find('\n'));
    expect(0, {"receipt", receipt, "--key", trusted});
    const auto log = fetch("/api/v1/count-proof/log", "count.log");
    expect(0, {"log", log, "--key", trusted});

    const auto new_head = fetch("/api/v1/count-proof/head", "new.txt");
    const auto old_size = text_in(old_head).substr(text_in(old_head).find('\n') + 1);
    const auto proof = fetch("/api/v1/count-proof/consistency?old=" + old_size.substr(0, old_size.find('\n')), "proof");
    EXPECT_EQ(ours({"heads", old_head, new_head, "--proof", proof, "--key", trusted}).exit_code, 0);
    EXPECT_EQ(ours({"heads", old_head, new_head, "--log", log, "--key", key}).exit_code, 0);
    EXPECT_EQ(ours({"heads", new_head, old_head, "--proof", proof}).exit_code, 1);
    auto other_log = text_in(log);
    other_log[other_log.size() - 10] ^= 1;
    EXPECT_EQ(ours({"heads", old_head, new_head, "--log", keep(other_log, "other.log")}).exit_code, 1);
    const auto outsider = theirs({"heads", old_head, new_head, proof, "--key", trusted});
    EXPECT_EQ(outsider.exit_code, 0) << outsider.output;

    const auto count = boost::json::parse(maya.get("/api/v1/petitions/equality-pledge/count").body);
    const auto said = ours({"log", log, "--json"});
    EXPECT_NE(said.output.find("equality-pledge individual: " + std::to_string(count.at("confirmed").to_number<int>())),
              std::string::npos)
        << said.output;
    EXPECT_GT(new_size, 2'000);
}

TEST_F(VerifiableCount, shows_what_was_tampered_with) {
    const auto own = sign_and_confirm();
    program->house().count_proof.sign_now();
    const auto file = fetch(first_link(maya.get(own).body, "/en/count-proof/receipts/"), "receipt.json");
    const std::string whole = text_in(file);

    auto other = whole;
    const auto at = other.find("\"salt\": \"") + 9;
    other[at] = other[at] == 'a' ? 'b' : 'a';
    expect(1, {"receipt", keep(other, "other_salt.json")});
    expect(1, {"receipt", keep(whole.substr(0, whole.size() / 2), "cut.json")});
    expect(1, {"receipt", keep("a receipt", "no.json")});

    std::string log = text_in(fetch("/api/v1/count-proof/log", "count.log"));
    expect(1, {"log", keep(log.substr(0, log.size() - 43), "without_last.log")});
    expect(1, {"log", keep(log.substr(0, log.size() - 1), "cut.log")});
    log[log.size() - 10] ^= 1;
    expect(1, {"log", keep(log, "changed.log")});
    const auto key = text_in(fetch("/api/v1/count-proof/keys", "key.txt"));
    const auto our_key = count_proof::PublicKey::parse(key).value();
    const auto forger = count_proof::SigningKey::random(our_key.name);
    auto forged = test_support::MadeLog{our_key.name}.announce(our_key).announce(forger.public_key());
    const auto made_up = keep(forged.file(forged.note({&forger, 1})), "forged.log");
    expect(0, {"log", made_up});
    expect(1, {"log", made_up, "--key", our_key.text()});

    const auto check = [&](const std::string& pasted) {
        return maya.post("/en/count-proof/check", {{"proof", pasted}});
    };
    EXPECT_TRUE(check(whole).shows("The receipt holds for"));
    EXPECT_EQ(check(other).status, 422);
    EXPECT_TRUE(check(other).shows("leads to another root"));
    EXPECT_TRUE(check(maya.get("/api/v1/count-proof/head").body).shows("our log still continues it"));
    EXPECT_EQ(check("").status, 422);
}

TEST_F(VerifiableCount, mails_the_receipt_to_who_asks_and_forgets_who_withdraws) {
    const auto own = sign_and_confirm();
    program->house().count_proof.sign_now();
    const auto at = first_link(maya.get(own).body, "/en/count-proof/receipts/");
    const std::string receipt_page = at.substr(0, at.rfind('/'));
    for (int i = 0; i < 7; ++i) EXPECT_EQ(maya.post(receipt_page + "/mail", {}).status, 303);
    const auto list = maya.get("/en/demo/mailbox?to=maya.proof@example.org").body;
    std::size_t mails = 0;
    for (auto next = list.find("mail-list__link"); next != std::string::npos;
         next = list.find("mail-list__link", next + 1))
        ++mails;
    EXPECT_EQ(mails, 5U) << "the confirmation counted";
    const auto mail = maya.get(first_link(list, "/en/demo/mailbox/")).body;
    EXPECT_NE(mail.find("The receipt of your signature"), std::string::npos);

    EXPECT_EQ(maya.post(own + "/withdrawal", {}).status, 303);
    program->house().count_proof.sign_now();
    EXPECT_EQ(maya.get(receipt_page).status, 404);
    const auto log = fetch("/api/v1/count-proof/log", "count.log");
    expect(0, {"log", log});
    EXPECT_TRUE(ours({"log", log}).output.find(" - 1 - 0 + 0") != std::string::npos);
}

}  // namespace
}  // namespace scenarios

// What comes back for copies that were sent: by a door of our own, and in a Maildir.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "features/mail_returns/sending_domain.h"
#include "features/mail_returns/slice.h"
#include "features/mail_returns/store.h"
#include "features/mail_returns/taking_service.h"
#include "ports/return_address.h"
#include "tests/support/databases.h"
#include "tests/support/own_folder.h"
#include "tests/support/port_talk.h"

namespace mail_returns {
namespace {

namespace fs = std::filesystem;

constexpr ports::SentMailId kCopy{4'711};
constexpr people::PersonId kMaya{17};

// The two slices beside this one, as they would note what they are told.
class Returns : public test_support::OnBothDatabases {
protected:
    Returns() {
        config.mail.returns_domain = "returns.example.org";
        note_return = [this](db::Write&, const ports::MailReturn& returned) { noted.push_back(returned); };
        sending.person_of = [](db::Read&, ports::SentMailId copy) {
            return copy == kCopy ? std::optional{kMaya} : std::nullopt;
        };
        links.leave_by_mail = [this](db::Write&, people::PersonId person) { left.push_back(person); };
    }
    std::string return_address(ports::SentMailId copy = kCopy) {
        return "b-" + tokens.make(ports::kReturnAddress, copy.value) + "@Returns.Example.org";
    }
    std::vector<KindCount> counts() {
        return database->read([](db::Read& read) { return store::counts_since(read, base::Instant{}); });
    }
    void take_one(const std::string& text) {
        take(services, {.sender = "", .recipients = {return_address()}, .text = text});
    }

    runtime::Config config{};
    runtime::Random random = runtime::Random::system();
    auth::Secret secret = auth::Secret::random(random);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{{}};
    ports::NoteReturn note_return;
    ports::MailSending sending{};
    ports::MailLinks links{};
    ports::MailReplies replies{};
    Services services{*database, config, secret, tokens, frames, note_return, sending, links, "", &replies};
    std::vector<ports::MailReturn> noted{};
    std::vector<people::PersonId> left{};
};

constexpr std::string_view kBounce =
    "From: MAILER-DAEMON@mx.example.net\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n"
    "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n"
    "Diagnostic-Code: smtp; 550 5.1.1 no such user\r\n--b--\r\n";

// In the form of RFC 5965's examples: a provider tells that Maya called a mail spam, and hides her address.
std::string complaint(std::string_view type, std::string_view return_address) {
    std::string text =
        "From: <abuse@mail.example>\r\nSubject: FW: A bridge\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/report; report-type=feedback-report; boundary=\"p\"\r\n\r\n--p\r\n"
        "Content-Type: text/plain\r\n\r\nThis is an email abuse report.\r\n--p\r\n"
        "Content-Type: message/feedback-report\r\n\r\nFeedback-Type: ";
    text.append(type).append(
        "\r\nUser-Agent: SomeGenerator/1.0\r\nVersion: 1\r\n--p\r\n"
        "Content-Type: message/rfc822\r\n\r\nFrom: <us@example.org>\r\n"
        "To: redacted@mail.example\r\nList-Unsubscribe: <mailto:");
    return text.append(return_address).append("?subject=unsubscribe>\r\nSubject: A bridge\r\n\r\nHello.\r\n--p--\r\n");
}

TEST_P(Returns, TheReturnAddressSaysToWhichOfHerAddressesTheCopyWent) {
    const ports::ReturnedCopy to_work{kCopy, ports::AddressMark{0x1F3A90C2}};
    const auto token = ports::return_token(tokens, to_work);
    EXPECT_TRUE(token.ends_with("-1f3a90c2"));
    const auto address = "b-" + token + "@returns.example.org";
    EXPECT_TRUE(knows(services, address));
    take(services, {.sender = "", .recipients = {address}, .text = std::string{kBounce}});
    take(services,
         {.sender = "", .recipients = {"complaints@returns.example.org"}, .text = complaint("abuse", address)});
    ASSERT_EQ(noted.size(), 2U);
    for (const auto& each : noted) {
        EXPECT_EQ(each.mail, kCopy);
        EXPECT_EQ(each.address, to_work.address);
    }
    for (const auto* tail : {"-", "-1", "-1f3a90c", "-1f3a90c2a", "-1f3a90cx", "-+f3a90c2", "-1f3a90c2-1f3a90c2"})
        EXPECT_FALSE(
            knows(services, "b-" + tokens.make(ports::kReturnAddress, kCopy.value) + tail + "@returns.example.org"))
            << tail;
}

TEST_P(Returns, AnAddressThatDoesNotExistIsNotedOnItsCopy) {
    take_one(std::string{kBounce});
    ASSERT_EQ(noted.size(), 1U);
    EXPECT_EQ(noted[0].mail, kCopy);
    EXPECT_EQ(noted[0].kind, ports::ReturnKind::hard);
    EXPECT_EQ(noted[0].detail, "550 5.1.1 no such user");
    EXPECT_FALSE(noted[0].address) << "of a mail that said none";
    ASSERT_EQ(counts().size(), 1U);
    EXPECT_EQ(counts()[0].kind, ReportKind::unknown_address);
}

TEST_P(Returns, AComplaintByWayOfAProviderIsFoundByTheMailThatItHolds) {
    const auto to_complaints = [&](const std::string& text) {
        take(services, {.sender = "", .recipients = {"Complaints@returns.example.org"}, .text = text});
    };
    EXPECT_TRUE(knows(services, "complaints@returns.example.org"));
    EXPECT_FALSE(knows(services, "complaints@example.org"));
    to_complaints(complaint("abuse", "b-AAAA@returns.example.org"));
    to_complaints(complaint("not-spam", return_address()));
    to_complaints(complaint("auth-failure", return_address()));
    to_complaints("From: Maya <maya@example.net>\r\nSubject: unsubscribe\r\n\r\n" + return_address());
    EXPECT_TRUE(noted.empty() && left.empty());
    to_complaints(complaint("abuse", return_address()));
    ASSERT_EQ(noted.size(), 1U);
    EXPECT_EQ(noted[0].mail, kCopy);
    EXPECT_EQ(noted[0].kind, ports::ReturnKind::complaint);
}

TEST_P(Returns, MayaLeavesByMailAndAMachineDoesNot) {
    take_one("From: Maya <maya@example.net>\r\nSubject: unsubscribe\r\n\r\n");
    take_one(
        "From: Noor <noor@example.net>\r\nSubject: Automatic reply: unsubscribe\r\nAuto-Submitted: "
        "auto-replied\r\n\r\n");
    EXPECT_EQ(left, std::vector{kMaya});
    ASSERT_EQ(noted.size(), 1U);
    EXPECT_EQ(noted[0].kind, ports::ReturnKind::left);
}

TEST_P(Returns, WhatNobodyUnderstandsIsKeptForPeople) {
    take_one("From: Maya <maya@example.net>\r\nSubject: Thank you\r\n\r\nI read it with joy. \xFF\r\n");
    const auto mails = database->read([](db::Read& read) { return store::kept_mails(read, 10); });
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].subject, "Thank you");
    const auto whole = database->read([&](db::Read& read) { return store::find_mail(read, mails[0].id); });
    EXPECT_NE(whole->text.find("with joy. \xEF\xBF\xBD"), std::string::npos);
    EXPECT_TRUE(noted.empty());
    const auto later = whole->received_at + base::days(kKeptDays) + base::seconds(1);
    EXPECT_EQ(database->write([&](db::Write& write) { return store::forget_mails(write, later); }), 1);
}

TEST_P(Returns, OnlyAddressesOfOurMakingAreKnown) {
    EXPECT_TRUE(knows(services, return_address()));
    EXPECT_FALSE(knows(services, "b-AAAA@returns.example.org"));
    EXPECT_FALSE(knows(services, "postmaster@returns.example.org"));
    auto elsewhere = return_address();
    elsewhere.replace(elsewhere.find('@'), std::string::npos, "@example.org");
    EXPECT_FALSE(knows(services, elsewhere));
    EXPECT_FALSE(knows(services, ""));
}

TEST_P(Returns, AServerHandsABounceOverAtTheDoor) {
    Slice slice{services, inbound_mail::Door{"127.0.0.1", 0, "returns.example.org"}};
    slice.start();
    const auto answers = test_support::talk_to(
        slice.port(), "LHLO mx\r\nMAIL FROM:<>\r\nRCPT TO:<b-none@returns.example.org>\r\nRCPT TO:<" +
                          return_address() + ">\r\nDATA\r\n" + std::string{kBounce} + ".\r\nQUIT\r\n");
    slice.stop();
    EXPECT_NE(answers.find("550 5.1.1"), std::string::npos) << answers;
    EXPECT_NE(answers.find("250 2.0.0 Taken"), std::string::npos) << answers;
    EXPECT_EQ(noted.size(), 1U);
}

TEST_P(Returns, AMaildirIsEmptiedOnce) {
    const test_support::OwnFolder own;
    const fs::path& folder = own.path();
    for (const auto* name : {"new", "cur", "tmp"}) fs::create_directories(folder / name);
    std::ofstream{folder / "new" / "1.mx"} << "Delivered-To: " << return_address() << "\n" << kBounce;
    std::ofstream{folder / "new" / "2.mx"} << "To: somebody@example.org\n\nlost\n";
    EXPECT_EQ(take_from(services, {.path = folder}), 2U);
    EXPECT_EQ(take_from(services, {.path = folder}), 0U);
    EXPECT_TRUE(fs::exists(folder / "cur" / "1.mx:2,S"));
    EXPECT_EQ(noted.size(), 1U);
    EXPECT_EQ(take_from(services, {.path = folder / "nowhere"}), 0U);
}

constexpr std::string_view kReply =
    "From: Office <office@parl.example.org>\r\nSubject: Re: The bridge\r\n\r\nWe shall vote for it.\r\n";

TEST_P(Returns, WhatAnOfficeWritesBackIsHandedToWhoeverListens) {
    std::vector<std::string> heard;
    replies.add({'l', "letters.reply", [&](db::Write&, const ports::MailReply& reply) {
                     heard.push_back(std::to_string(reply.about) + " " + reply.reply.words);
                 }});
    const auto to = "l-" + tokens.make("letters.reply", 88) + "@returns.example.org";
    EXPECT_TRUE(knows(services, to));
    EXPECT_FALSE(knows(services, "x" + to.substr(1))) << "nobody listens there";
    EXPECT_FALSE(knows(services, "b" + to.substr(1))) << "a token is good for its own use alone";
    Slice slice{services, inbound_mail::Door{"127.0.0.1", 0, "returns.example.org"}};
    slice.start();
    const auto answers =
        test_support::talk_to(slice.port(), "EHLO mx\r\nMAIL FROM:<office@parl.example.org>\r\nRCPT TO:<" + to +
                                                ">\r\nDATA\r\n" + std::string{kReply} + ".\r\nQUIT\r\n");
    slice.stop();
    EXPECT_NE(answers.find("250 2.0.0 Taken"), std::string::npos) << answers;
    EXPECT_EQ(heard, std::vector<std::string>{"88 We shall vote for it."});
    EXPECT_TRUE(counts().empty()) << "it is no mail of the list that came back";
}

TEST_P(Returns, WhatAListenerDoesNotUnderstandIsKeptForPeople) {
    std::vector<std::string> heard;
    replies.add({'h', "presentations.host_answers",
                 [&](db::Write&, const ports::MailReply& reply) { heard.push_back(reply.reply.subject); },
                 [](const ports::MailReply& reply) { return reply.reply.subject == "Declined"; }});
    const auto to = "h-" + tokens.make("presentations.host_answers", 7) + "@returns.example.org";
    for (const auto* subject : {"Declined", "A question"})
        take(services, {.sender = "ruth@example.org",
                        .recipients = {to},
                        .text = "From: ruth@example.org\r\nSubject: " + std::string{subject} + "\r\n\r\nHello\r\n"});
    EXPECT_EQ(heard, std::vector<std::string>{"Declined"});
    const auto mails = database->read([](db::Read& read) { return store::kept_mails(read, 10); });
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].subject, "A question");
}

TEST_P(Returns, AReplyThatCannotBeKeptIsAskedForAgain) {
    replies.add({'l', "letters.reply",
                 [](db::Write&, const ports::MailReply&) { throw std::runtime_error{"the disk is full"}; }});
    Slice slice{services, inbound_mail::Door{"127.0.0.1", 0, "returns.example.org"}};
    slice.start();
    const auto answers =
        test_support::talk_to(slice.port(), "EHLO mx\r\nMAIL FROM:<office@parl.example.org>\r\nRCPT TO:<l-" +
                                                tokens.make("letters.reply", 88) + "@returns.example.org>\r\nDATA\r\n" +
                                                std::string{kReply} + ".\r\nQUIT\r\n");
    slice.stop();
    EXPECT_NE(answers.find("451 4.3.0"), std::string::npos) << answers;
}

ALLTOGETHER_ON_BOTH_DATABASES(Returns);

// The sending domain -------------------------------------------------------------------------------------------------

dns::TextRecords with(std::vector<std::string> records) { return {dns::Outcome::found, std::move(records)}; }

TEST(SendingDomain, SpfSaysWhoMaySend) {
    const auto verdict = [](std::vector<std::string> records) {
        return judge_spf("a.example", with(std::move(records))).verdict;
    };
    EXPECT_EQ(verdict({"other", "v=spf1 include:mail.example -all"}), Verdict::good);
    EXPECT_EQ(verdict({"v=spf1 redirect=mail.example"}), Verdict::good);
    EXPECT_EQ(verdict({"v=spf1 ip4:192.0.2.0/24 ?all"}), Verdict::better_possible);
    EXPECT_EQ(verdict({"v=spf1 +all"}), Verdict::wrong);
    EXPECT_EQ(verdict({"v=spf1 a all"}), Verdict::wrong);
    EXPECT_EQ(verdict({"v=spf1 -all", "v=spf1 ~all"}), Verdict::wrong);
    EXPECT_EQ(verdict({}), Verdict::wrong);
    EXPECT_EQ(judge_spf("a.example", {}).verdict, Verdict::unknown);
}

TEST(SendingDomain, DkimIsHeldAgainstOurKey) {
    const Key key{"a.example", "s1", "v=DKIM1; k=rsa; p=MIIB"};
    EXPECT_EQ(judge_dkim(key, with({"v=DKIM1; k=rsa; p=MI IB"})).verdict, Verdict::good);
    const auto other = judge_dkim(key, with({"v=DKIM1; p=OTHER"}));
    EXPECT_EQ(other.verdict, Verdict::wrong);
    EXPECT_EQ(other.to_publish, key.ours);
    EXPECT_EQ(judge_dkim(key, with({"v=DKIM1; p="})).verdict, Verdict::wrong);
    EXPECT_EQ(judge_dkim(key, {dns::Outcome::no_name}).name, "s1._domainkey.a.example");
    EXPECT_EQ(judge_dkim({"a.example", "", ""}, {}).verdict, Verdict::unknown);
}

TEST(SendingDomain, DmarcSaysWhatHappensToForgeries) {
    const auto verdict = [](std::vector<std::string> records) {
        return judge_dmarc("a.example", with(std::move(records))).verdict;
    };
    EXPECT_EQ(verdict({"v=DMARC1; p=reject"}), Verdict::good);
    EXPECT_EQ(verdict({"v=DMARC1;p=none; rua=mailto:a@a.example"}), Verdict::better_possible);
    EXPECT_EQ(verdict({"v=DMARC1"}), Verdict::wrong);
    EXPECT_EQ(verdict({}), Verdict::wrong);
    EXPECT_EQ(domain_of("info@a.example"), "a.example");
}

}  // namespace
}  // namespace mail_returns

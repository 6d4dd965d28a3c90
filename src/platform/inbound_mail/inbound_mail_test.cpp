// Mails that come back: other servers at our door, and what their reports mean.
#include <array>
#include <random>

#include <gtest/gtest.h>

#include "base/text.h"
#include "platform/inbound_mail/receiver.h"
#include "platform/inbound_mail/reply.h"
#include "platform/inbound_mail/report.h"
#include "platform/inbound_mail/session.h"
#include "tests/support/port_talk.h"

namespace inbound_mail {
namespace {

// A door that knows addresses of one domain and keeps what it is given.
struct House {
    std::vector<Mail> mails{};
    Taken answer = Taken::yes;
    Hooks hooks{.knows = [](std::string_view to) { return to.ends_with("@returns.example.org"); },
                .take =
                    [this](const Mail& mail) {
                        mails.push_back(mail);
                        return answer;
                    }};
};

constexpr std::string_view kTalk =
    "EHLO mx.example.net\r\nMAIL FROM:<>\r\nRCPT TO:<b-1@returns.example.org>\r\nDATA\r\n"
    "Subject: back\r\n\r\n..two dots\r\n.one dot\r\nend\r\n.\r\nQUIT\r\n";

TEST(InboundSession, TakesAMailHoweverItsBytesCome) {
    for (std::size_t step = 1; step <= kTalk.size(); ++step) {
        House house;
        Session session{house.hooks, "here.example.org"};
        std::string answers = session.greeting();
        for (std::size_t at = 0; at < kTalk.size(); at += step) answers += session.receive(kTalk.substr(at, step));
        ASSERT_EQ(house.mails.size(), 1U) << step;
        EXPECT_EQ(house.mails[0].sender, "");
        EXPECT_EQ(house.mails[0].text, "Subject: back\r\n\r\n.two dots\r\none dot\r\nend\r\n");
        EXPECT_TRUE(session.is_over());
        EXPECT_TRUE(answers.ends_with("250 2.0.0 Taken\r\n221 2.0.0 Bye\r\n")) << answers;
    }
}

TEST(InboundSession, OnlyAWholeEndEndsAMail) {
    House house;
    Session session{house.hooks, "here"};
    session.receive("LHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<b-1@returns.example.org>\r\nDATA\r\n");
    EXPECT_EQ(session.receive("one\n.\nMAIL FROM:<>\r\n.\ntwo\n.\r\nthree\r\n.\r\r\nfour\r\n"), "");
    EXPECT_EQ(house.mails.size(), 0U);
    session.receive(".\r\n");
    ASSERT_EQ(house.mails.size(), 1U);
    EXPECT_NE(house.mails[0].text.find("four"), std::string::npos);
}

TEST(InboundSession, StrangersAndNonsenseAreTurnedAway) {
    House house;
    Session session{house.hooks, "here"};
    EXPECT_TRUE(session.receive("RCPT TO:<a@b>\r\n").starts_with("503"));
    session.receive("EHLO a\r\nMAIL FROM:<x@example.net> SIZE=1000\r\n");
    EXPECT_TRUE(session.receive("RCPT TO:<someone@elsewhere.example>\r\n").starts_with("550 5.1.1"));
    EXPECT_TRUE(session.receive("DATA\r\n").starts_with("503"));
    EXPECT_TRUE(session.receive(std::string(3'000, 'x') + "\r\n").starts_with("500"));
    std::string last;
    for (int i = 0; i < kMostMistakes && !session.is_over(); ++i) last = session.receive("\x01\r\n");
    EXPECT_TRUE(session.is_over());
    EXPECT_NE(last.find("421"), std::string::npos);
}

TEST(InboundSession, AHugeMailIsReadToItsEndAndKeptInPart) {
    House house;
    Session session{house.hooks, "here"};
    session.receive("EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<b-1@returns.example.org>\r\nDATA\r\n");
    const std::string line(998, 'a');
    for (std::size_t sent = 0; sent < 3 * kLongestMail; sent += 1'000) session.receive(line + "\r\n");
    EXPECT_TRUE(session.receive(".\r\n").starts_with("250"));
    EXPECT_EQ(house.mails.at(0).text.size(), kLongestMail);
}

TEST(InboundSession, LmtpAnswersForEachRecipient) {
    House house;
    house.answer = Taken::later;
    Session session{house.hooks, "here"};
    session.receive("LHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<b-1@returns.example.org>\r\n");
    session.receive("RCPT TO:<b-2@returns.example.org>\r\nDATA\r\n");
    EXPECT_EQ(session.receive("x\r\n.\r\n"), "451 4.3.0 Not now, try again\r\n451 4.3.0 Not now, try again\r\n");
}

TEST(InboundReceiver, ServersComeAtOnceAndEachIsHeard) {
    House house;
    Receiver receiver{{.address = "127.0.0.1", .port = 0, .host = "here.example.org"}, house.hooks};
    receiver.start();
    std::vector<std::thread> servers;
    for (int i = 0; i < 8; ++i)
        servers.emplace_back([&] {
            EXPECT_NE(test_support::talk_to(receiver.port(), kTalk).find("250 2.0.0 Taken"), std::string::npos);
        });
    for (auto& server : servers) server.join();
    receiver.stop();
    EXPECT_EQ(house.mails.size(), 8U);
}

TEST(InboundReceiver, APortThatIsTakenIsAFault) {
    House house;
    Receiver first{{.address = "127.0.0.1", .port = 0, .host = "here"}, house.hooks};
    EXPECT_THROW((Receiver{{.address = "127.0.0.1", .port = first.port(), .host = "here"}, house.hooks}),
                 ReceiverFault);
    EXPECT_THROW((Receiver{{.address = "nowhere", .port = 0, .host = "here"}, house.hooks}), ReceiverFault);
}

// Reports ----------------------------------------------------------------------------------------------------------

std::string bounce(std::string_view fields) {
    return "From: MAILER-DAEMON@mx.example.net\r\nSubject: Undelivered Mail Returned to Sender\r\n"
           "Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n"
           "--b\r\nContent-Type: text/plain\r\n\r\nI am sorry to have to inform you.\r\n"
           "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\n" +
           std::string{fields} + "\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: Ours\r\n--b--\r\n";
}

TEST(Report, ADeliveryStatusIsReadByItsFields) {
    const auto report = read_report(bounce(
        "Final-Recipient: rfc822; maya@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        "Diagnostic-Code: smtp; 550 5.1.1 <maya@example.net>: Recipient address\r\n  rejected: User unknown\r\n"));
    EXPECT_EQ(report.kind, ReportKind::unknown_address);
    EXPECT_EQ(report.status, "5.1.1");
    EXPECT_EQ(report.recipient, "maya@example.net");
    EXPECT_EQ(report.detail, "550 5.1.1 <maya@example.net>: Recipient address rejected: User unknown");
    EXPECT_EQ(report.subject, "Undelivered Mail Returned to Sender");
    EXPECT_EQ(read_report(bounce("Action: delayed\r\nStatus: 4.4.1\r\n")).kind, ReportKind::delayed);
    EXPECT_EQ(read_report(bounce("Action: delivered\r\nStatus: 2.0.0\r\n")).kind, ReportKind::delivered);
}

struct Meaning {
    std::string_view status, words;
    ReportKind kind;
};

// RFC 3463's table and the wordings of large mail services as their help pages give them.
TEST(Report, StatusAndWordsMeanWhatTheyMean) {
    using enum ReportKind;
    constexpr std::array kMeanings{
        Meaning{"5.1.1", "", unknown_address},
        Meaning{"5.1.10", "RESOLVER.ADR.RecipientNotFound", unknown_address},
        Meaning{"5.2.1", "The email account that you tried to reach is disabled", unknown_address},
        Meaning{"5.2.2", "mailbox full", later},
        Meaning{"4.2.2", "The recipient's inbox is out of storage space", later},
        Meaning{"5.4.4", "Host or domain name not found", later},
        Meaning{"4.7.1", "Greylisted", later},
        Meaning{"5.7.1", "Message rejected due to content restrictions", refused},
        Meaning{"5.7.26", "Unauthenticated email is not accepted due to the domain's DMARC policy", refused},
        Meaning{"5.7.1", "No such user here", unknown_address},
        Meaning{"5.0.0", "550 User unknown", unknown_address},
        Meaning{"5.5.0", "554 Message blocked: poor reputation", refused},
        Meaning{"5.1.8", "Sender address rejected: policy", refused},
        Meaning{"5.1.8", "Domain of sender does not exist", refused},
        Meaning{"5.7.1", "Client host rejected: reverse DNS does not exist", refused},
        Meaning{"5.0.0", "550 Sender verify failed: no such user", refused},
        Meaning{"5.0.0", "554 This user doesn't have a yahoo.com account", unknown_address},
        Meaning{"", "no such user", unknown_address},
        Meaning{"", "something went wrong", later},
        Meaning{"2.1.5", "OK", delivered},
    };
    for (const auto& [status, words, kind] : kMeanings)
        EXPECT_EQ(meaning_of(status, words), kind) << status << " " << words;
}

TEST(Report, AStatusInUnicodeIsReadAsAnyOther) {
    auto text = bounce("Final-Recipient: utf-8; zoé@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n");
    const std::string_view plain = "message/delivery-status";
    text.replace(text.find(plain), plain.size(), "message/global-delivery-status");
    EXPECT_EQ(read_report(text).kind, ReportKind::unknown_address);
    EXPECT_EQ(read_report(text).recipient, "zoé@example.net");
}

TEST(Report, AComplaintIsAComplaint) {
    const auto report = read_report(
        "From: fbl@example.net\r\nSubject: FW: Ours\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/report; report-type=feedback-report; boundary=\"b\"\r\n\r\n"
        "--b\r\nContent-Type: text/plain\r\n\r\nThis is an email abuse report.\r\n"
        "--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nUser-Agent: X/1\r\nVersion: 1\r\n"
        "Original-Rcpt-To: <maya@example.net>\r\n\r\n"
        "--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: Ours\r\n\r\nHello\r\n--b--\r\n");
    EXPECT_EQ(report.kind, ReportKind::complaint);
    EXPECT_EQ(report.recipient, "<maya@example.net>");
}

TEST(Report, WithoutAStandardTheWordsSpeak) {
    const auto report = read_report(
        "Return-Path: <>\r\nFrom: Mail Delivery System <postmaster@old.example>\r\nSubject: failure notice\r\n\r\n"
        "Hi. This is the program at old.example.\r\n<maya@old.example>:\r\nRemote host said: 550 5.1.1 sorry, no "
        "mailbox "
        "here by that name\r\n");
    EXPECT_EQ(report.kind, ReportKind::unknown_address);
    EXPECT_EQ(report.status, "5.1.1");
}

TEST(Report, PeopleAndMachinesThatAnswerAreToldApart) {
    const auto of = [](std::string_view headers) {
        return read_report(std::string{headers} + "\r\n\r\nHello\r\n").kind;
    };
    EXPECT_EQ(of("From: Maya <maya@example.net>\r\nSubject: unsubscribe"), ReportKind::leaving);
    EXPECT_EQ(of("From: Maya <maya@example.net>\r\nSubject: Je veux me d\xC3\xA9sabonner"), ReportKind::leaving);
    EXPECT_EQ(of("From: Maya <maya@example.net>\r\nSubject: =?utf-8?q?Me_d=C3=A9sabonner?="), ReportKind::leaving);
    EXPECT_EQ(of("From: Maya <maya@example.net>\r\nSubject: Thank you"), ReportKind::other);
    EXPECT_EQ(of("From: Maya <maya@example.net>\r\nSubject: unsubscribe\r\nAuto-Submitted: auto-replied"),
              ReportKind::automatic);
    EXPECT_EQ(of("From: Maya <maya@example.net>\r\nSubject: Out of Office: Re: News"), ReportKind::automatic);
}

TEST(Report, BrokenBytesGiveAReportAllTheSame) {
    const std::string whole = bounce("Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; \xFF\xFE weird\r\n");
    std::mt19937 random{3};
    for (int i = 0; i < 300; ++i) {
        std::string broken = whole.substr(0, random() % whole.size());
        for (int j = 0; j < 5 && !broken.empty(); ++j) broken[random() % broken.size()] = static_cast<char>(random());
        const auto report = read_report(broken);
        EXPECT_LE(report.detail.size(), 500U);
    }
    EXPECT_EQ(read_report("").kind, ReportKind::other);
}

// Replies ----------------------------------------------------------------------------------------------------------

// As a mail program writes them: words, then what was attached.
std::string reply_with(const std::string& attachment) {
    return "From: =?utf-8?q?Bureau_de_J=2E_C=C3=B4t=C3=A9?= <j.cote@parl.example.org>\r\n"
           "Subject: =?iso-8859-1?q?R=E9ponse?=\r\nMessage-ID: <17@parl.example.org>\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/mixed; boundary=\"=_cut\"\r\n\r\n"
           "--=_cut\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
           "quoted-printable\r\n\r\n"
           "Je m'engage =E0 voter pour.\r\n\r\nLe 3 novembre, Maya <maya@example.net> a =E9crit :\r\n> "
           "Cher...\r\n"
           "--=_cut\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; "
           "filename=\"../lettre.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
           attachment + "\r\n--=_cut--\r\n";
}

// The mail as the door keeps it.
Mail kept(const std::string& text) {
    Keeper keeper;
    keeper.add(std::string_view{text});
    KeptMail mail = keeper.take();
    return {.sender = "", .recipients = {}, .text = std::move(mail.text), .late = std::move(mail.late)};
}

TEST(Reply, WordsAndAttachmentsAreReadInAnyAlphabet) {
    const auto reply = read_reply(kept(reply_with("JVBERi0xLjQK")));
    EXPECT_EQ(reply.from, "Bureau de J. Côté <j.cote@parl.example.org>");
    EXPECT_EQ(reply.subject, "Réponse");
    EXPECT_EQ(reply.message_id, "<17@parl.example.org>");
    EXPECT_EQ(own_words(reply.words), "Je m'engage à voter pour.");
    EXPECT_NE(reply.words.find("> Cher"), std::string::npos);
    ASSERT_EQ(reply.attachments.size(), 1U);
    EXPECT_EQ(reply.attachments[0].name, ".._lettre.pdf");
    EXPECT_EQ(reply.attachments[0].type, "application/pdf");
    EXPECT_EQ(reply.attachments[0].content, "%PDF-1.4\n");
}

TEST(Reply, AHugeAttachmentIsNamedWithItsSizeAndWordsBehindItAreKept) {
    std::string encoded;
    for (int i = 0; i < 40'000; ++i) encoded += std::string(76, 'A') + "\r\n";
    std::string text = reply_with(encoded);
    text.insert(text.rfind("--=_cut--"),
                "--=_cut\r\nContent-Type: text/plain\r\n\r\nSee above.\r\n"
                "--=_cut\r\nContent-Type: image/png; name=logo.png\r\n\r\nabc\r\n");
    const Mail mail = kept(text);
    EXPECT_EQ(mail.text.size(), kLongestMail);
    const auto reply = read_reply(mail);
    EXPECT_EQ(own_words(reply.words), "Je m'engage à voter pour.");
    EXPECT_NE(reply.words.find("See above."), std::string::npos);
    ASSERT_EQ(reply.attachments.size(), 2U);
    EXPECT_NEAR(static_cast<double>(reply.attachments[0].bytes), 40'000 * 57, 40'000 * 2);
    EXPECT_EQ(reply.attachments[0].content, "");
    EXPECT_EQ(reply.attachments[1].name, "logo.png");
}

TEST(Reply, HtmlAloneBecomesWords) {
    const auto reply =
        read_reply(kept("From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<style>p{}</style><p>Dear "
                        "<b>Maya</b>,</p><p>yes &amp; no</p><script>x</script>\r\n"));
    EXPECT_EQ(reply.words, "Dear Maya,\n\nyes & no");
}

TEST(Reply, QuotedMailsEndTheOwnWords) {
    EXPECT_EQ(own_words("Yes.\n\n-----Original Message-----\nFrom: x\n"), "Yes.");
    EXPECT_EQ(own_words("Yes.\nOn Monday, Maya Tremblay of Moncton\n<maya@example.net> wrote:\n> Dear"), "Yes.");
    EXPECT_EQ(own_words("Yes.\n\nFrom: Maya\nSent: Monday\nDear"), "Yes.");
    EXPECT_EQ(own_words("> Dear\nYes."), "> Dear\nYes.");
    EXPECT_EQ(own_words(""), "");
}

TEST(Reply, BrokenBytesGiveAReplyAllTheSame) {
    const std::string whole = reply_with("JVBERi0xLjQK");
    std::mt19937 random{7};
    for (int i = 0; i < 300; ++i) {
        std::string broken = whole.substr(0, random() % whole.size());
        for (int j = 0; j < 5 && !broken.empty(); ++j) broken[random() % broken.size()] = static_cast<char>(random());
        const auto reply = read_reply(kept(broken));
        EXPECT_TRUE(base::is_valid_utf8(reply.words + reply.subject + reply.from));
    }
}

}  // namespace
}  // namespace inbound_mail

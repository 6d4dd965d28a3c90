// What the calendars of host and champion answer to our invitations, on both databases.
#include "features/presentations/answer_service.h"

#include "features/presentations/handlers_house_test.h"

namespace presentations {
namespace {

class CalendarAnswers : public PresentationsHouse {
protected:
    CalendarAnswers() {
        config.mail.returns_domain = "returns.example.org";
        booking = ask();
        confirm(booking);
        EXPECT_EQ(say_yes(offers(booking).front(), dates(booking).front()), Accepted::done);
    }
    // By mail, as Google's calendar sends it; false: it is left to people.
    bool arrives(Recipient side, const std::string& calendar) {
        const std::string to = answer_address(services, booking, side)->text();
        const inbound_mail::Mail mail{
            .sender = "ruth@example.org",
            .recipients = {to},
            .text =
                "From: Ruth <ruth@example.org>\r\nSubject: Declined: Presentation\r\nMIME-Version: 1.0\r\n"
                "Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
                "Ruth has answered.\r\n--b\r\nContent-Type: Text/Calendar; charset=utf-8; method=REPLY\r\n\r\n" +
                calendar + "--b--\r\n"};
        const auto report = inbound_mail::read_report(mail.text);
        const auto reply = inbound_mail::read_reply(mail);
        ports::MailReplies replies;
        for (auto& listener : slice.answer_listeners()) replies.add(listener);
        const auto* listener = replies.find(to.front());
        const auto about = tokens.read(listener->purpose, std::string_view{to}.substr(2, to.find('@') - 2));
        const ports::MailReply arrived{about.value_or(0), report, reply};
        if (!listener->understands(arrived)) return false;
        database->write([&](db::Write& tx) { listener->take(tx, arrived); });
        return true;
    }
    static std::string saying(std::string_view what, std::int64_t sequence) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
               "UID:presentation-1@campaign.example\r\nSEQUENCE:" +
               std::to_string(sequence) + "\r\nATTENDEE;PARTSTAT=" + std::string{what} +
               ":mailto:someone.else@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }
    std::vector<NoticeKind> answers() {
        std::vector<NoticeKind> kinds;
        for (const auto& each : database->read([&](db::Read& read) { return store::notices_of(read, booking); }))
            if (each.kind >= NoticeKind::said_yes) kinds.push_back(each.kind);
        return kinds;
    }

    PresentationId booking{1};
};

TEST_P(CalendarAnswers, EachSideIsAskedForOneWhereItIsRead) {
    std::vector<std::string> organisers;
    for (const auto& each : rendered()) {
        if (each.calendar.method != "REQUEST") continue;
        std::string text = each.calendar.text;  // without the ends of folded lines
        for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ")) text.erase(at, 3);
        EXPECT_NE(text.find("RSVP=TRUE"), std::string::npos) << text;
        const auto begin = text.find("mailto:", text.find("ORGANIZER")) + 7;
        organisers.push_back(text.substr(begin, text.find("\r\n", begin) - begin));
    }
    std::ranges::sort(organisers);
    EXPECT_EQ(organisers, (std::vector<std::string>{answer_address(services, booking, Recipient::champion)->text(),
                                                    answer_address(services, booking, Recipient::host)->text()}));
    EXPECT_TRUE(organisers[0].starts_with("c-") && organisers[1].starts_with("h-"));
}

TEST_P(CalendarAnswers, WhoSaysNoIsAskedOnceWhetherTheyMeanItAndNothingIsCancelled) {
    const auto sequence = now_of(booking).sequence;
    const auto before = mails().size();
    EXPECT_TRUE(arrives(Recipient::host, saying("ACCEPTED", sequence)));
    EXPECT_TRUE(arrives(Recipient::host, saying("ACCEPTED", sequence))) << "the same mail twice";
    EXPECT_EQ(mails().size(), before);
    EXPECT_TRUE(arrives(Recipient::host, saying("DECLINED", sequence)));
    EXPECT_TRUE(arrives(Recipient::host, saying("TENTATIVE", sequence)));
    EXPECT_TRUE(arrives(Recipient::host, saying("DECLINED", sequence)));
    EXPECT_EQ(answers(),
              (std::vector{NoticeKind::said_yes, NoticeKind::said_no, NoticeKind::said_perhaps, NoticeKind::said_no}));
    EXPECT_EQ(mails().size(), before + 1);
    EXPECT_EQ(rendered().front().subject.text(), "Does the presentation for “Local 1031” not take place?");
    EXPECT_EQ(rendered().front().calendar.method, "") << "an invitation would ask for another answer";
    EXPECT_TRUE(arrives(Recipient::champion, saying("DECLINED", sequence)));
    EXPECT_EQ(std::ranges::count(mails(), "presentations.notice noor-haddad@champions.example.org"), 2);
    EXPECT_EQ(rendered().front().subject.text(), "Can you not come to “Local 1031”?");
    EXPECT_EQ(now_of(booking).state, State::booked);
}

TEST_P(CalendarAnswers, AnAnswerToWhatWasMovedMeansNothingAndWordsAreForPeople) {
    const auto old = now_of(booking).sequence;
    database->write([&](db::Write& tx) { move(services, booking, {dates(booking).front() + base::days(7)}, tx); });
    const auto before = mails().size();
    EXPECT_TRUE(arrives(Recipient::host, saying("DECLINED", old)));
    EXPECT_FALSE(arrives(Recipient::host, "We have a projector.\r\n")) << "staff read it";
    for (int i = 0; i < 30; ++i) arrives(Recipient::champion, saying(i % 2 == 0 ? "ACCEPTED" : "TENTATIVE", old + 1));
    EXPECT_EQ(answers().size(), 20U) << "a calendar that goes on and on fills no page";
    EXPECT_EQ(mails().size(), before);
}

INSTANTIATE_TEST_SUITE_P(Both, CalendarAnswers,
                         testing::Values(test_support::Kind::sqlite, test_support::Kind::postgres),
                         test_support::name_of);

}  // namespace
}  // namespace presentations

// Mails as they are written, and as another program (Python's email parser) reads them.
#include "platform/mail/mime.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <unistd.h>

#include "platform/mail/encoding.h"

namespace {

using mail::Line;

base::EmailAddress address(std::string_view text) { return *base::EmailAddress::parse(text); }

mail::Envelope envelope() {
    return {{Line("Tous ensemble"), address("info@campaign.example")},
            {Line("Amélie \"Mélie\" Tremblay"), address("amelie@example.org")},
            mail::Mailbox{Line("Answers, please"), address("answers@campaign.example")},
            {1'795'348'800'000'000},
            Line("m42@campaign.example")};
}

// What Python's parser finds in the mail: one "key: value" a line.
std::string as_python_reads(const std::string& mail) {
    const auto folder = std::filesystem::temp_directory_path() / ("mime_" + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    std::ofstream(folder / "mail.eml", std::ios::binary) << mail;
    const std::string command = "python3 " SOURCE_DIR "/tests/support/read_mail.py " + (folder / "mail.eml").string() +
                                " > " + (folder / "out.txt").string();
    EXPECT_EQ(std::system(command.c_str()), 0);
    std::ifstream in(folder / "out.txt", std::ios::binary);
    std::string out{std::istreambuf_iterator<char>(in), {}};
    std::filesystem::remove_all(folder);
    return out;
}

void expect_line(const std::string& text, const std::string& line) {
    EXPECT_NE(("\n" + text).find("\n" + line + "\n"), std::string::npos) << "missing: " << line << "\nin:\n" << text;
}

void expect_sound_lines(const std::string& mail) {
    std::size_t start = 0;
    while (start < mail.size()) {
        const std::size_t end = mail.find('\n', start);
        ASSERT_NE(end, std::string::npos) << "the last line has no end";
        ASSERT_EQ(mail[end - 1], '\r');
        EXPECT_LE(end - 1 - start, 78u) << mail.substr(start, end - start);
        EXPECT_EQ(mail.substr(start, end - 1 - start).find('\r'), std::string::npos);
        start = end + 1;
    }
    for (const char c : mail) EXPECT_TRUE(c == '\r' || c == '\n' || c == '\t' || (c >= 0x20 && c <= 0x7e));
}

const mail::Message kFrench{
    Line("Merci d’avoir signé « Des services publics de qualité », voici la suite de l’histoire"),
    "Bonjour Amélie,\n\nConfirmez : https://campaign.example/fr/confirmer?a=1&b=2\n.\n..\nFin ",
    html::render<"<!doctype html><p>Bonjour {}</p>\n">("Amélie <3")};

TEST(Mime, AnotherProgramReadsTheWholeMail) {
    const std::string mail = write_mime(envelope(), kFrench);
    expect_sound_lines(mail);
    const std::string read = as_python_reads(mail);
    expect_line(read, "defects: 0");
    expect_line(read, "type: multipart/alternative");
    expect_line(read, "subject: " + kFrench.subject.text());
    expect_line(read, "from: Tous ensemble <info@campaign.example>");
    expect_line(read, "to: Amélie \"Mélie\" Tremblay <amelie@example.org>");
    expect_line(read, "reply-to: Answers, please <answers@campaign.example>");
    expect_line(read, "message-id: <m42@campaign.example>");
    expect_line(read, "date: 2026-11-22T12:00:00+00:00");
    expect_line(read, "list-unsubscribe: none");
    expect_line(read, "part: text/plain utf-8");
    expect_line(read, "part: text/html utf-8");
    expect_line(
        read, "text: 'Bonjour Amélie,\\n\\nConfirmez : https://campaign.example/fr/confirmer?a=1&b=2\\n.\\n..\\nFin '");
    expect_line(read, "html: '<!doctype html><p>Bonjour Amélie &lt;3</p>\\n'");
}

TEST(Mime, ANewsletterCarriesOneClickUnsubscription) {
    mail::Message message = kFrench;
    message.unsubscribe_url = Line("https://campaign.example/fr/unsubscribe/0123456789abcdef");
    const std::string read = as_python_reads(write_mime(envelope(), message));
    expect_line(read, "list-unsubscribe: <https://campaign.example/fr/unsubscribe/0123456789abcdef>");
    expect_line(read, "list-unsubscribe-post: List-Unsubscribe=One-Click");
}

TEST(Mime, AMailToManyAlsoHasAMailboxForLeavingAndAFeedbackId) {
    mail::Message message = kFrench;
    message.unsubscribe_url = Line("https://campaign.example/fr/leave");
    mail::Envelope to_many = envelope();
    to_many.unsubscribe_mailbox = address("b-0123@returns.campaign.example");
    to_many.feedback_id = Line("4711:0\r\nX-Evil: 1:campaign.example");
    const std::string mail = write_mime(to_many, message);
    EXPECT_EQ(mail.find("\r\nX-Evil"), std::string::npos);
    EXPECT_NE(mail.find("Feedback-ID: 4711:0 X-Evil: 1:campaign.example\r\n"), std::string::npos);
    expect_line(as_python_reads(mail),
                "list-unsubscribe: <https://campaign.example/fr/leave>, "
                "<mailto:b-0123@returns.campaign.example?subject=unsubscribe>");
}

TEST(Mime, AnInvitationIsAThirdWayOfSayingTheSame) {
    mail::Message message = kFrench;
    message.calendar = {"REQUEST", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:École\r\nEND:VCALENDAR\r\n"};
    const std::string mail = write_mime(envelope(), message);
    expect_sound_lines(mail);
    EXPECT_NE(mail.find("Content-Type: text/calendar; method=REQUEST; charset=utf-8\r\n"), std::string::npos);
    const std::string read = as_python_reads(mail);
    expect_line(read, "defects: 0");
    expect_line(read, "parts: 3");
    expect_line(read, "calendar: 'BEGIN:VCALENDAR\\nMETHOD:REQUEST\\nSUMMARY:École\\nEND:VCALENDAR\\n'");
}

TEST(Mime, NothingAVisitorTypesAddsAHeader) {
    mail::Envelope hostile = envelope();
    hostile.to.name = Line("Eve\r\nBcc: everyone@example.org\r\n\r\nBuy");
    mail::Message message = kFrench;
    message.subject = Line("Hi\nBcc: all@example.org\x00\x01");
    message.unsubscribe_url = Line("https://x.example/>\r\nX-Evil: 1, <y");
    message.text = "--=_0\r\nContent-Type: text/evil\r\n\r\n";
    const std::string mail = write_mime(hostile, message);
    expect_sound_lines(mail);
    const std::string read = as_python_reads(mail);
    expect_line(read, "defects: 0");
    expect_line(read,
                "headers: date,from,reply-to,to,message-id,subject,list-unsubscribe,list-unsubscribe-post,"
                "mime-version,content-type");
    expect_line(read, "subject: Hi Bcc: all@example.org");
    expect_line(read, "parts: 2");
}

TEST(Mime, AForeignDomainIsWrittenInItsAsciiForm) {
    // RFC 3492's and the registries' usual example.
    EXPECT_EQ(mail::wire_address(address("info@bücher.example")), "info@xn--bcher-kva.example");
    EXPECT_EQ(mail::wire_address(address("info@example.org")), "info@example.org");
}

TEST(Line, IsOneLineOfWellFormedText) {
    EXPECT_EQ(Line(" a\r\n\tb\x7f\0c ").text(), "a b");
    EXPECT_EQ(Line(std::string_view("a\0b", 3)).text(), "a b");
    EXPECT_EQ(Line("caf\xc3\xa9 \xff!").text(), "café \xef\xbf\xbd!");
    EXPECT_EQ(Line("a\xe2\x80\xa8"
                   "b\xc2\x85"
                   "c")
                  .text(),
              "a b c");
    EXPECT_EQ(Line("\n\n").text(), "");
    EXPECT_EQ(Line("").text(), "");
}

TEST(HeaderText, PlainAsciiStaysAndTheRestBecomesShortEncodedWords) {
    EXPECT_EQ(mail::encode_header_text(Line("Hello, world (1)")), "Hello, world (1)");
    EXPECT_EQ(mail::encode_header_text(Line("é")), "=?UTF-8?B?w6k=?=");
    EXPECT_NE(mail::encode_header_text(Line("=?UTF-8?Q?fake?=")), "=?UTF-8?Q?fake?=");
    const std::string encoded = mail::encode_header_text(Line(std::string(40, 'x') + "ééééééééééééé€€€€€€€€€€€€"));
    for (std::size_t start = 0; start < encoded.size();) {
        const std::size_t end = std::min(encoded.find(' ', start), encoded.size());
        EXPECT_LE(end - start, 75u);
        start = end + 1;
    }
}

// RFC 2045, 6.7.
TEST(QuotedPrintable, EncodesWhatTheStandardAsks) {
    EXPECT_EQ(mail::quoted_printable("a = é\n"), "a =3D =C3=A9\r\n");
    EXPECT_EQ(mail::quoted_printable("blank at the end \nand\tinside\t"), "blank at the end=20\r\nand\tinside=09");
    EXPECT_EQ(mail::quoted_printable("a\r\nb\rc\n"), "a\r\nb\r\nc\r\n");
    EXPECT_EQ(mail::quoted_printable(std::string(76, 'x')), std::string(75, 'x') + "=\r\nx");
    EXPECT_EQ(mail::quoted_printable(""), "");
}

TEST(HeaderField, FoldsBeforeSpaces) {
    EXPECT_EQ(mail::header_field("To", "a"), "To: a\r\n");
    const std::string folded = mail::header_field("Subject", std::string(50, 'a') + " " + std::string(50, 'b'));
    EXPECT_EQ(folded, "Subject: " + std::string(50, 'a') + "\r\n " + std::string(50, 'b') + "\r\n");
}

TEST(HeaderDate, AsInRfc5322) {
    EXPECT_EQ(mail::header_date({1'795'348'800'000'000}), "Sun, 22 Nov 2026 12:00:00 +0000");
    EXPECT_EQ(mail::header_date({0}), "Thu, 01 Jan 1970 00:00:00 +0000");
}

}  // namespace

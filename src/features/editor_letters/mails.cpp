#include "features/editor_letters/mails.h"

#include "features/editor_letters/store.h"
#include "features/editor_letters/words.h"
#include "ports/mail_message.h"

namespace editor_letters {
namespace {

using i18n::Translator;

struct AboutLetter {
    Translator t;
    EditorLetter letter;
    Newspaper paper;
    std::string link;
};

std::optional<AboutLetter> about(const Services& services, const mail::Order& order, db::Read& read) {
    auto letter = store::find_letter(read, EditorLetterId{order.about});
    if (!letter || letter->email.empty()) return std::nullopt;
    auto paper = store::find_newspaper(read, letter->newspaper);
    if (!paper) return std::nullopt;
    const std::string link =
        services.frames.public_url() + letter_path(order.locale, services.tokens.make(kLetterLink, letter->id.value));
    return AboutLetter{Translator{order.locale}, *std::move(letter), *std::move(paper), link};
}

std::optional<mail::Message> confirm_mail(const Services& services, const AboutLetter& of) {
    const auto& t = of.t;
    if (of.letter.state != LetterState::asked) return std::nullopt;
    const std::string& paper = of.paper.facts.name;
    return ports::mail_message(
        services, {.translator = t,
                   .title = t("Please confirm your letter to {paper}", {{"paper", paper}}),
                   .paragraphs = {t("The button opens a page with your letter “{subject}”. Nothing leaves before you "
                                    "press the button there.",
                                    {{"subject", of.letter.subject}}),
                                  t("The paper will get it in your name, with your place and your telephone number, "
                                    "and answers to you. Papers often call before they print.")},
                   .button = {t("Read and confirm"), of.link},
                   .links = {{t("This was not me"), of.link}}});
}

// As the paper gets it: nothing of ours but the line that says how it came.
std::optional<mail::Message> paper_mail(const Services& services, const AboutLetter& of) {
    if (of.letter.state != LetterState::sent) return std::nullopt;
    const auto& t = of.t;
    const std::string note =
        t("Sent by {name} with the help of {campaign}, who confirmed the address. Please answer to "
          "{email}.",
          {{"name", of.letter.name}, {"campaign", services.frames.campaign(t.locale())}, {"email", of.letter.email}});
    const std::string letter = letter_for_paper(of.letter);
    mail::Message made{.subject = mail::Line{of.letter.subject},
                       .text = letter + "\n-- \n" + note + "\n",
                       .html = html::render<R"(<!doctype html>
<html lang="{}"><head><meta charset="utf-8"><title>{}</title></head><body><pre>{}</pre><hr><p>{}</p></body></html>
)">(base::code(of.letter.words_in), of.letter.subject, letter, note)};
    made.sender_name = mail::Line{of.letter.name};
    made.reply_to = base::EmailAddress::parse(of.letter.email);
    return made;
}

std::optional<mail::Message> sent_mail(const Services& services, const AboutLetter& of) {
    const auto& t = of.t;
    const std::string& paper = of.paper.facts.name;
    if (of.letter.state == LetterState::own_way)
        return ports::mail_message(
            services, {.translator = t,
                       .title = t("Your letter to {paper}", {{"paper", paper}}),
                       .paragraphs = {t("You sent it yourself. When it is printed, the button is the way to tell us.")},
                       .button = {t("It was printed"), of.link}});
    if (of.letter.state != LetterState::sent) return std::nullopt;
    return ports::mail_message(
        services, {.translator = t,
                   .title = t("Your letter is on its way to {paper}", {{"paper", paper}}),
                   .paragraphs = {t("Papers often call to check who wrote. They print some letters and not others, and "
                                    "may shorten them. Please do not send the same one to a second paper."),
                                  t("This is what it got:"), of.letter.subject, of.letter.text},
                   .button = {t("It was printed"), of.link}});
}

std::optional<mail::Message> printed_mail(const Services& services, const AboutLetter& of) {
    const auto& t = of.t;
    if (of.letter.printed != PrintedState::untold) return std::nullopt;
    return ports::mail_message(
        services, {.translator = t,
                   .title = t("Was your letter to {paper} printed?", {{"paper", of.paper.facts.name}}),
                   .paragraphs = {t("If you saw it in the paper or on its site, please tell us where: others will see "
                                    "that writing works. If not, there is nothing to do.")},
                   .button = {t("It was printed"), of.link}});
}

std::optional<mail::Message> refused_mail(const Services& services, const AboutLetter& of) {
    const auto& t = of.t;
    if (of.letter.state != LetterState::refused) return std::nullopt;
    return ports::mail_message(
        services, {.translator = t,
                   .title = t("Your letter to {paper} was not sent", {{"paper", of.paper.facts.name}}),
                   .paragraphs = {t("Somebody of the campaign read it and did not send it on: its words may hurt "
                                    "somebody, or name private details. Your words are kept behind the button; you can "
                                    "copy them, and write another one.")},
                   .button = {t("Read it"), of.link}});
}

}  // namespace

void add_mails(mail::Renderers& renderers, const Services& services) {
    const auto add = [&](std::string_view kind, auto render) {
        renderers.add(kind, [&services, render](const mail::Order& order, db::Read& read) {
            const auto of = about(services, order, read);
            return of ? render(services, *of) : std::optional<mail::Message>{};
        });
    };
    add(kConfirmMail, confirm_mail);
    add(kLetterMail, paper_mail);
    add(kSentMail, sent_mail);
    add(kPrintedMail, printed_mail);
    add(kRefusedMail, refused_mail);
}

}  // namespace editor_letters

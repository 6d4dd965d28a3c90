#include "features/letters/mails.h"

#include <fmt/format.h>

#include "features/letters/office_mails.h"
#include "features/letters/pages.h"
#include "features/letters/store.h"
#include "ports/mail_message.h"

namespace letters {
namespace {

std::vector<std::string> names_of(const std::vector<Letter>& letters) {
    std::vector<std::string> names;
    for (const Letter& each : letters) names.push_back(each.recipient_name);
    return names;
}

std::string own_link(const Services& services, const mail::Order& order) {
    return services.frames.public_url() + pages::own_path(order.locale, services.tokens.make(kOwnLetter, order.about));
}

std::optional<mail::Message> confirm_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto writing = store::find_writing(read, WritingId{order.about});
    if (!writing || writing->state != WritingState::unconfirmed || writing->email.empty()) return std::nullopt;
    const i18n::Translator t{order.locale};
    const std::string link = own_link(services, order);
    return ports::mail_message(
        services,
        {.translator = t,
         .title = t("Please confirm your letter"),
         .paragraphs = {t("Hello {name},", {{"name", writing->name.given}}),
                        t("You have written a letter to {who}. It leaves as soon as you confirm that this address is "
                          "yours. The button opens a page; nothing happens before you press the button there.",
                          {{"who", t.list(names_of(store::letters_of(read, writing->id)))}})},
         .button = {t("Look at my letter and send it"), link},
         .after = {t("The link works for 14 days.")},
         .links = {{t("This was not me"), link}}});
}

// The letter itself, paragraph by paragraph.
std::optional<mail::Message> copy_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto writing = store::find_writing(read, WritingId{order.about});
    if (!writing || writing->state != WritingState::confirmed || writing->email.empty()) return std::nullopt;
    const i18n::Translator t{order.locale};
    const auto letters = store::letters_of(read, writing->id);
    std::vector<std::string> paragraphs{
        t("This is the copy of your letter to {who}. When an answer comes, tell us: it shows everybody what their "
          "representatives say.",
          {{"who", t.list(names_of(letters))}}),
        t("Subject: {subject}", {{"subject", writing->subject}})};
    const std::string text = text_of({*writing, letters.empty() ? "" : letters.front().recipient_name});
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find("\n\n", at), text.size());
        paragraphs.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    std::vector<html::MailButton> links;
    for (const Letter& each : letters)
        if (services.answers.tell_path)
            if (const auto path = services.answers.tell_path(each.id, order.locale); !path.empty())
                links.push_back(
                    {t("{name} has answered", {{"name", each.recipient_name}}), services.frames.public_url() + path});
    return ports::mail_message(services, {.translator = t,
                                          .title = t("Your letter: {title}", {{"title", writing->subject}}),
                                          .paragraphs = std::move(paragraphs),
                                          .button = {t("See where my letter is"), own_link(services, order)},
                                          .links = std::move(links)});
}

}  // namespace

void add_mails(mail::Renderers& renderers, const Services& services) {
    renderers.add(kConfirmMail, [&services](const mail::Order& order, db::Read& read) {
        return confirm_mail(services, order, read);
    });
    renderers.add(kCopyMail,
                  [&services](const mail::Order& order, db::Read& read) { return copy_mail(services, order, read); });
}

}  // namespace letters

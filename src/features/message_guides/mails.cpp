#include "features/message_guides/mails.h"

#include "features/message_guides/pages.h"
#include "people/store.h"
#include "ports/mail_message.h"

namespace message_guides {
namespace {

std::optional<mail::Message> member_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto person = people::find_person(read, people::PersonId{order.about});
    if (!person || person->erased_at) return std::nullopt;
    const i18n::Translator t{order.locale};
    const std::string link =
        services.frames.public_url() + pages::member_path(order.locale, services.tokens.make(kMember, order.about));
    html::MailWords words{
        .translator = t,
        .title = t("Your guides: words that work"),
        .paragraphs = {t("Here is your link to all guides, those for members too. It is yours: please do not pass it "
                         "on."),
                       t("Somebody asked for it with your address on our site. If that was not you, there is nothing "
                         "to do.")},
        .button = {t("Open the guides"), link}};
    return ports::mail_message(services, std::move(words));
}

}  // namespace

void add_mails(mail::Renderers& renderers, const Services& services) {
    renderers.add(kMemberMail,
                  [&services](const mail::Order& order, db::Read& read) { return member_mail(services, order, read); });
}

}  // namespace message_guides

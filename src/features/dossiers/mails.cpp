#include "features/dossiers/mails.h"

#include "base/text.h"
#include "features/dossiers/answer_store.h"
#include "features/dossiers/dossier_service.h"
#include "features/dossiers/pages.h"
#include "features/dossiers/words.h"
#include "platform/inbound_mail/reply.h"
#include "ports/mail_message.h"

namespace dossiers {
namespace {

constexpr std::size_t kLongestHandedOn = 10'000;  // characters; the rest stands on the writer's page

void add_paragraphs(std::vector<std::string>& to, std::string_view words) {
    while (!words.empty()) {
        const auto end = words.find("\n\n");
        std::string paragraph = base::tidy_lines(words.substr(0, end));
        if (!paragraph.empty()) to.push_back(std::move(paragraph));
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 2);
    }
}

void add_attachments(const i18n::Translator& t, const std::vector<AttachmentFacts>& attachments,
                     std::vector<std::string>& to) {
    if (attachments.empty()) return;
    std::vector<std::string> names;
    for (const AttachmentFacts& each : attachments)
        names.push_back((each.name.empty() ? t("without a name") : each.name) + " (" + size_words(t, each.size) + ")");
    to.push_back(t("They attached: {names}. You find it on your page.", {{"names", t.list(names)}}));
}

std::optional<mail::Message> answer_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto answer = store::find_answer(read, AnswerId{order.about});
    if (!answer || answer->emptied_at || !services.letters.find) return std::nullopt;
    const auto letter = services.letters.find(read, answer->letter);
    const auto who = find_representative(services, read, answer->representative, order.locale);
    if (!letter || !letter->writer || !who) return std::nullopt;
    const i18n::Translator t{order.locale};
    const std::string link = services.frames.public_url() +
                             pages::telling_path(order.locale, services.tokens.make(kTellAnswer, answer->letter.value));
    html::MailWords words{
        .translator = t,
        .title = t("An answer to your letter to {name}", {{"name", name_words(t, *who)}}),
        .paragraphs = {t("{sender} answered the letter that you sent with our help. This is what they wrote:",
                         {{"sender", answer->sender.empty() ? name_words(t, *who) : answer->sender}})},
        .button = {t("See it on your page"), link}};
    const auto own = inbound_mail::own_words(answer->words);
    add_paragraphs(words.paragraphs, base::first_characters(own, kLongestHandedOn));
    add_attachments(t, store::attachments_of(read, answer->id), words.paragraphs);
    words.after = {
        t("We read it too, and note what they promise. If you answer this mail, it comes to us, not to their "
          "office.")};
    return ports::mail_message(services, std::move(words));
}

}  // namespace

void add_mails(mail::Renderers& renderers, const Services& services) {
    renderers.add(kAnswerMail,
                  [&services](const mail::Order& order, db::Read& read) { return answer_mail(services, order, read); });
}

}  // namespace dossiers

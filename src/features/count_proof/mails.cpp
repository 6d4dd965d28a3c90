#include "features/count_proof/mails.h"

#include <fmt/format.h>

#include "features/count_proof/mail_kinds.h"
#include "features/count_proof/pages.h"
#include "features/count_proof/proof_service.h"
#include "ports/mail_message.h"

namespace count_proof {
namespace {

// The short form in full, so that the mail itself holds the proof; a promise only where there is none yet.
std::vector<std::string> proof_in_words(const i18n::Translator& t, const Receipt& receipt) {
    if (receipt.steps.empty())
        return {
            t("Your entry gets its place in the log within a few minutes; the page behind the button has the proof "
              "from then on.")};
    return {t("Your signature is entry {index} of {count} in the public log. This text proves it; paste it into the "
              "page of the verifiable count, or keep it:",
              {{"index", receipt.steps.front().position}, {"count", receipt.size}}),
            short_text_of(receipt)};
}

std::optional<mail::Message> receipt_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto receipt = receipt_of(read, SignatureId{order.about}, services.database.now());
    if (!receipt) return std::nullopt;
    const i18n::Translator t{order.locale};
    const std::string link = fmt::format("{}{}/receipts/{}", services.frames.public_url(), pages::path(order.locale),
                                         services.tokens.make(kReceipt, order.about));
    return ports::mail_message(
        services,
        {.translator = t,
         .title = t("The receipt of your signature"),
         .paragraphs = {t("You asked for the receipt of your signature. It proves that your name is counted, without "
                          "telling anybody that it is yours.")},
         .button = {t("See my receipt"), link},
         .after = proof_in_words(t, *receipt),
         .links = {{t("How the count can be verified"), services.frames.public_url() + pages::path(order.locale)}}});
}

}  // namespace

void add_mails(mail::Renderers& renderers, const Services& services) {
    renderers.add(kReceiptMail, [&services](const mail::Order& order, db::Read& read) {
        return receipt_mail(services, order, read);
    });
}

}  // namespace count_proof

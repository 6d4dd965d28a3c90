#include "features/mailings/archive_documents_service.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/mailings/pages.h"
#include "features/mailings/source_service.h"
#include "features/mailings/store.h"
#include "platform/html/markdown.h"

namespace mailings {

pages::SentMail sent_mail(const store::ArchivedMail& mail) {
    Slots slots;
    const auto facts = facts_of_json(mail.facts);
    const auto subject = read_text(mail.text.words.subject, slots);
    const auto preheader = read_text(mail.text.words.preheader, slots);
    return {mail.mailing, with_fallbacks(subject.text, slots, facts), with_fallbacks(preheader.text, slots, facts),
            mail.sent_at};
}

namespace {

constexpr std::int64_t kSearched = 5'000;

// Of the words alone: buttons, pictures and cards are found where they lead.
std::string plain_words(const store::ArchivedMail& mail) {
    Slots slots;
    const auto facts = facts_of_json(mail.facts);
    std::string text;
    for (const Part& part : read_source(mail.text.words.body, slots).parts)
        if (const auto* words = std::get_if<Words>(&part))
            text += html::plain_text(with_fallbacks(words->markdown, slots, facts)) + "\n";
    return text;
}

std::string key_of(MailingId id, base::Locale locale) { return fmt::format("{:020}/{}", id.value, base::code(locale)); }

// The page of all sent mails, before every one of them.
ports::SearchDocument archive_document(base::Locale locale) {
    const i18n::Translator t{locale};
    return {.key = key_of(MailingId{0}, locale),
            .locale = locale,
            .path = pages::archive_path(locale),
            .other_path = pages::archive_path(base::other(locale)),
            .title = t("Sent mails"),
            .text = t("What we wrote to our supporters.")};
}

ports::SearchDocument document_of(const store::ArchivedMail& mail, const Mailing& mailing) {
    const auto sent = sent_mail(mail);
    const auto locale = mail.text.locale;
    return {.key = key_of(mail.mailing, locale),
            .locale = locale,
            .path = pages::archived_path(locale, mail.mailing),
            .other_path = pages::archived_path(base::other(locale), mail.mailing),
            .title = sent.subject,
            .text = plain_words(mail),
            .level = mailing.plan.level,
            .changed_at = sent.sent_at,
            .teaser = sent.preheader,
            .dated_at = sent.sent_at};
}

std::vector<ports::SearchDocument> all_documents(db::Read& read) {
    std::vector<ports::SearchDocument> documents;
    for (const base::Locale locale : base::kLocales) {
        documents.push_back(archive_document(locale));
        for (const auto& mail : store::archived(read, locale, kSearched))
            if (const auto mailing = store::find(read, mail.mailing)) documents.push_back(document_of(mail, *mailing));
    }
    std::ranges::sort(documents, {}, &ports::SearchDocument::key);
    return documents;
}

}  // namespace

ports::DocumentProvider search_documents() {
    return [](db::Read& read, const ports::DocumentPage& page) {
        auto documents = all_documents(read);
        std::erase_if(documents, [&](const ports::SearchDocument& each) { return each.key <= page.after; });
        if (documents.size() > page.limit) documents.resize(page.limit);
        return documents;
    };
}

void mail_changed(db::Write& write, MailingId id) {
    ports::document_changed(write, {.kind = "mails", .key = fmt::format("{:020}/", id.value)});
}

}  // namespace mailings

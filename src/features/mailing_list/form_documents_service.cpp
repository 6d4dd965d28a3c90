#include "features/mailing_list/form_documents_service.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/mailing_list/form_store.h"
#include "features/mailing_list/pages.h"
#include "platform/html/markdown.h"

namespace mailing_list {
namespace {

std::string key_of(std::string_view slug, base::Locale locale) {
    return fmt::format("form/{}/{}", slug, base::code(locale));
}

// Of the main form, whichever it is.
ports::SearchDocument main_document(base::Locale locale) {
    const i18n::Translator t{locale};
    return {.key = fmt::format("{}", base::code(locale)),
            .locale = locale,
            .path = pages::join_path(locale),
            .other_path = pages::join_path(base::other(locale)),
            .title = t("Join the email list"),
            .text = t("One short letter when there is something to do. Leave whenever you like.")};
}

ports::SearchDocument document_of(const ListForm& form, base::Locale locale) {
    const auto& slug = form.plan.slug;
    return {.key = key_of(slug, locale),
            .locale = locale,
            .path = pages::join_path(locale, slug),
            .other_path = pages::join_path(base::other(locale), slug),
            .title = pages::form_title(i18n::Translator{locale}, form),
            .text = html::plain_text(form.plan.words.text(locale)),
            .level = form.level};
}

}  // namespace

ports::DocumentProvider search_documents() {
    return [](db::Read& read, const ports::DocumentPage& page) {
        std::vector<ports::SearchDocument> documents;
        for (const base::Locale locale : base::kLocales) {
            documents.push_back(main_document(locale));
            for (const ListForm& form : store::forms(read))
                if (!form.closed_at) documents.push_back(document_of(form, locale));
        }
        std::ranges::sort(documents, {}, &ports::SearchDocument::key);
        std::erase_if(documents, [&](const ports::SearchDocument& each) { return each.key <= page.after; });
        if (documents.size() > page.limit) documents.resize(page.limit);
        return documents;
    };
}

void form_changed(db::Write& write, std::string_view slug) {
    ports::document_changed(write, {.kind = "list", .key = fmt::format("form/{}/", slug)});
}

}  // namespace mailing_list

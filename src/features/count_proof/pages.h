// features/count_proof/pages.h - all words and markup of the open count: the public page, what a check found, a
// signer's receipt, and the parts on other pages.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "features/count_proof/head.h"
#include "features/count_proof/log_store.h"
#include "features/count_proof/receipt.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace count_proof {

// What became of something that a visitor pasted.
struct Checked {
    enum class Thing : unsigned char { nothing, receipt, head };
    Thing thing = Thing::nothing;
    std::optional<Flaw> flaw{};
    std::optional<Proven> proven{};  // of a receipt that holds
    std::optional<TreeHead> head{};  // of a head that is ours
    bool is_continued = true;        // today's log begins with the tree of that head
    std::string title{};             // of the receipt's petition; empty where it is not ours
};

namespace pages {

// A count as the newest head states it, with the title that this page's language has for it.
struct NamedCount {
    std::string title;  // empty: only the slug is known
    HeadCount count;
};

struct Overview {
    std::optional<store::StoredHead> newest;
    std::vector<NamedCount> counts;
    std::vector<store::StoredHead> heads;  // newest first
    std::string key;                       // as text, of the newest
    std::string pasted{};
    Checked checked{};
};

std::string path(base::Locale locale);
html::SafeHtml overview(const i18n::Translator& t, const Overview& view);

struct HeadList {
    std::vector<store::StoredHead> heads;
    std::optional<std::int64_t> next_before;
};
html::SafeHtml heads(const i18n::Translator& t, const HeadList& list);

enum class MailAsked : unsigned char { no, yes };

// A signer's receipt, on its own page and on that of the signature.
struct OwnReceipt {
    const Receipt& receipt;
    std::string token;     // of the link to it
    std::string page_url;  // with scheme and host, for the code
    bool may_mail;
    MailAsked asked = MailAsked::no;
};
html::SafeHtml receipt_section(const i18n::Translator& t, const OwnReceipt& own);
html::SafeHtml receipt_page(const i18n::Translator& t, const OwnReceipt& own);
html::SafeHtml no_receipt(const i18n::Translator& t);

// On the page of a petition: the newest head in a few words.
html::SafeHtml petition_section(const i18n::Translator& t, const store::StoredHead& head);

}  // namespace pages
}  // namespace count_proof

// features/mailing_list/pages.h - the words and markup of joining, for supporters.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "features/mailing_list/list_form.h"
#include "features/mailing_list/sign_up.h"
#include "people/mail_standing.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/hub_blocks.h"

namespace mailing_list::pages {

// A form as visitors see it.
struct ShownForm {
    ListForm form;
    std::vector<people::Topic> topics;  // all there are
    std::string organisation;
};
struct JoinState {
    JoinForm typed;
    base::Problems problems;
    html::SafeHtml puzzle;
};
html::SafeHtml join(const i18n::Translator& t, const ShownForm& shown, const JoinState& state);

// Of somebody whom a partner's program brought: what the page of their mailed link says.
std::string brought_wording(const i18n::Translator& t, const std::string& organisation);
// The sentence beside the button, as the proof of consent keeps it.
std::string join_wording(const i18n::Translator& t, const std::string& organisation);
std::string form_title(const i18n::Translator& t, const ListForm& form);

// The same on a page of another site.
struct Framing {
    std::string campaign, page_url, slug;
};
html::SafeHtml framed_form(const i18n::Translator& t, const ShownForm& shown, const JoinState& state,
                           const Framing& framing);
html::SafeHtml framed_joined(const i18n::Translator& t);

// The same on a hub.
struct BlockWords {
    std::string_view heading, text;  // of staff; may be empty
    std::string slug;                // of the form, or of the level
    std::string stamp;
};
html::SafeHtml block(const i18n::Translator& t, const ShownForm& shown, const BlockWords& words);

html::SafeHtml joined(const i18n::Translator& t, const std::string& mailbox_path);

// The page behind the mailed link.
struct OwnSignUp {
    const SignUp& sign_up;
    LinkUse use;
    std::string token;
    std::string preferences;  // path; empty before it is confirmed
};
html::SafeHtml own_sign_up(const i18n::Translator& t, const OwnSignUp& view);
html::SafeHtml broken_link(const i18n::Translator& t);

std::string join_path(base::Locale locale);
std::string join_path(base::Locale locale, std::string_view slug);
std::string joined_path(base::Locale locale);
std::string sign_up_path(base::Locale locale, std::string_view token);

}  // namespace mailing_list::pages

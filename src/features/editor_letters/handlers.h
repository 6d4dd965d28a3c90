// features/editor_letters/handlers.h - what each public address does: campaigns, papers near, writing, the draft, the
// page behind the mailed link, what was printed.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "features/editor_letters/letter.h"
#include "features/editor_letters/services.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/hub_blocks.h"

namespace editor_letters {

// A letter as it is saved, before its paper is known to take it.
struct SaveLetter {
    EditorCampaignId campaign;
    NewspaperId newspaper;
    std::optional<EditorLetterId> letter;  // absent: a new one
    std::string token;                     // of the draft; empty for a new one
    base::Locale locale, words_in;
    NewLetter words;
    std::int64_t address_hash;
    likeness::Signature signature;
    std::int64_t score = 0, reasons = 0;
    std::string day;  // "2026-11-22"
};

// A press on a button behind a link.
struct LetterAct {
    EditorLetterId letter;
    std::string token;
    base::Locale locale;
};
struct TellPrinted {
    LetterAct act;
    PrintedFacts facts;
};

class Handlers {
public:
    Handlers(const Services& services, std::function<base::Instant()> clock)
        : services_(services), clock_(std::move(clock)) {}

    // GET /{locale}/editor-letters, .../printed
    http::Response list(const http::Request& request, db::Read& read) const;
    http::Response printed(const http::Request& request, db::Read& read) const;
    // GET /{locale}/editor-letters/{campaign}: place, postal_code, province and language of the query find papers
    http::Response show(const http::Request& request, db::Read& read) const;
    html::SafeHtml block(db::Read& read, const ports::BlockSetting& setting) const;

    // GET, POST /{locale}/editor-letters/{campaign}/papers/{newspaper}: subject, text, name, place, telephone, email
    http::Response show_form(const http::Request& request, db::Read& read) const;
    base::Result<SaveLetter, base::Problems> read_letter(const http::Request& request) const;
    http::WriteResult save(const SaveLetter& form, db::Write& write) const;
    http::Response form_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

    // GET /{locale}/editor-letters/drafts/{token}: the letter as the paper would get it, and the ways it can go
    http::Response draft(const http::Request& request, db::Read& read) const;
    http::Response draft_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // GET, POST .../drafts/{token}/words
    http::Response edit(const http::Request& request, db::Read& read) const;
    base::Result<SaveLetter, base::Problems> read_rewrite(const http::Request& request) const;
    http::Response edit_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // POST .../drafts/{token}/sending, .../own-way
    base::Result<LetterAct, base::Problems> read_draft_act(const http::Request& request) const;
    http::WriteResult ask_to_send(const LetterAct& act, db::Write& write) const;
    http::WriteResult sent_it_myself(const LetterAct& act, db::Write& write) const;

    // GET /{locale}/editor-letters/letters/{token}; POST .../confirmation, .../withdrawal, .../printing
    http::Response own(const http::Request& request, db::Read& read) const;
    http::Response own_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    base::Result<LetterAct, base::Problems> read_own_act(const http::Request& request) const;
    http::WriteResult confirm(const LetterAct& act, db::Write& write) const;
    http::WriteResult withdraw(const LetterAct& act, db::Write& write) const;
    base::Result<TellPrinted, base::Problems> read_printed(const http::Request& request) const;
    http::WriteResult tell_printed(const TellPrinted& form, db::Write& write) const;

private:
    struct Place {  // where somebody writes
        EditorCampaign campaign;
        Newspaper newspaper;
    };
    std::optional<EditorCampaign> find_public(const http::Request& request, db::Read& read) const;
    std::optional<Place> find_place(const http::Request& request, db::Read& read) const;
    std::optional<EditorLetter> find_draft(const http::Request& request, db::Read& read) const;
    std::optional<EditorLetter> find_own(const http::Request& request, db::Read& read) const;
    struct Form;
    http::Response form_page(const http::Request& request, const Form& form, db::Read& read) const;
    html::SafeHtml panel(const Form& form, base::Locale locale, db::Read& read) const;
    base::Result<SaveLetter, base::Problems> read_words(const http::Request& request) const;
    base::Problems judge(const http::Request& request, SaveLetter& letter) const;
    std::vector<std::string> taglines(db::Read& read, base::Locale locale) const;

    const Services& services_;
    std::function<base::Instant()> clock_;  // of blocks, which know no request
};

}  // namespace editor_letters

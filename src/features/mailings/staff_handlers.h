// features/mailings/staff_handlers.h - what staff do with mailings: plan, write, look, check, test, compare.
#pragma once
#include <optional>
#include <string>

#include "features/mailings/services.h"
#include "features/mailings/staff_pages.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/http/write_route.h"
#include "ports/acting.h"

namespace mailings {

// A plan as it came; which level, topic and segment that is, is looked up when it is written.
struct PlanEdit {
    ports::Acting acting;
    MailingId mailing;  // 0: a new one
    staff_pages::PlanForm typed;
    MailingPlan plan;
};

// The list, and what of a mailing is not its words.
class PlanHandlers {
public:
    explicit PlanHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/mailings?before=ID
    http::Response list(const http::Request& request, db::Read& read) const;
    // GET /{locale}/staff/mailings/new
    http::Response show_new(const http::Request& request, db::Read& read) const;
    // POST /{locale}/staff/mailings: name, level, topic, segment, variants, tested, counting, archive
    base::Result<PlanEdit, base::Problems> read_plan(const http::Request& request) const;
    http::WriteResult create(const PlanEdit& edit, db::Write& write) const;
    http::Response new_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // GET, POST /{locale}/staff/mailings/{mailing}/plan
    http::Response show(const http::Request& request, db::Read& read) const;
    http::WriteResult change(const PlanEdit& edit, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // POST /{locale}/staff/mailings/{mailing}/removal
    struct Removal {
        ports::Acting acting;
        MailingId mailing;
    };
    base::Result<Removal, base::Problems> read_removal(const http::Request& request) const;
    http::WriteResult remove(const Removal& removal, db::Write& write) const;

private:
    staff_pages::Offers offers(db::Read& read, const http::Request& request) const;
    // Fills in level, topic and segment; nullopt with the problem in `problems`.
    std::optional<MailingPlan> found_plan(db::Read& read, const PlanEdit& edit, base::Problems& problems) const;
    http::Response page(const http::Request& request, db::Read& read, staff_pages::PlanPage page) const;

    const Services& services_;
};

struct WordsEdit {
    ports::Acting acting;
    MailingId mailing;
    Variant variant;
    BothLanguages words;
    std::string seen;
    bool then_preview;
};

// What was typed and not saved, or, without words, to be forgotten.
struct DraftKeeping {
    ports::Acting acting;
    MailingId mailing;
    Variant variant;
    store::KeptDraft draft;
};

class WriteHandlers {
public:
    explicit WriteHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/mailings/{mailing}?variant=0; ?draft=1: what they typed and did not save
    http::Response show(const http::Request& request, db::Read& read) const;
    // POST /{locale}/staff/mailings/{mailing}: variant, subject_en, preheader_en, body_en, text_en, subject_fr, ...,
    // seen, then
    base::Result<WordsEdit, base::Problems> read_words(const http::Request& request) const;
    http::WriteResult save(const WordsEdit& edit, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;
    // POST /{locale}/staff/mailings/{mailing}/draft: the fields of the form, while one types; .../draft/removal:
    // variant
    base::Result<DraftKeeping, base::Problems> read_draft(const http::Request& request) const;
    http::WriteResult keep_draft(const DraftKeeping& keeping, db::Write& write) const;
    http::WriteResult drop_draft(const DraftKeeping& keeping, db::Write& write) const;
    // GET /{locale}/staff/mailings/{mailing}/versions
    http::Response versions(const http::Request& request, db::Read& read) const;

private:
    void add_help(db::Read& read, staff_pages::Editor& editor, base::Locale locale) const;
    staff_pages::Editor editor_of(db::Read& read, const Mailing& mailing, Variant variant) const;
    http::Response page(const http::Request& request, const staff_pages::Editor& editor) const;

    const Services& services_;
};

// A copy for the member of staff who asks.
struct TestMail {
    ports::Acting acting;
    MailingId mailing;
    View view;
};

class LookHandlers {
public:
    explicit LookHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/mailings/{mailing}/preview
    http::Response begin(const http::Request& request, db::Read& read) const;
    // GET /{locale}/staff/mailings/{mailing}/preview/{view}/{person}?email=..., ?part=mail
    http::Response show(const http::Request& request, db::Read& read) const;
    // POST /{locale}/staff/mailings/{mailing}/test: view
    base::Result<TestMail, base::Problems> read_test(const http::Request& request) const;
    http::WriteResult test(const TestMail& test, db::Write& write) const;
    // POST /{locale}/staff/mailings/{mailing}/links: has the links to other sites looked at
    http::WriteResult look_at_links(const TestMail& from, db::Write& write) const;
    // GET /{locale}/staff/mailings/{mailing}/result
    http::Response result(const http::Request& request, db::Read& read) const;

private:
    struct Seen;
    http::Response page(const http::Request& request, db::Read& read, const Seen& seen) const;
    std::vector<staff_pages::Checked> checked(db::Read& read, const Mailing& mailing) const;
    std::vector<staff_pages::OutsideLink> outside(db::Read& read, const Mailing& mailing) const;

    const Services& services_;
};

struct SenderEdit {
    ports::Acting acting;
    std::string level;
    LevelSender sender;
};

class SenderHandlers {
public:
    explicit SenderHandlers(const Services& services) : services_(services) {}

    // GET /{locale}/staff/mailings/senders, /{locale}/staff/mailings/senders/{level}
    http::Response begin(const http::Request& request, db::Read& read) const;
    http::Response show(const http::Request& request, db::Read& read) const;
    // POST /{locale}/staff/mailings/senders/{level}: name_en, name_fr, reply_to
    base::Result<SenderEdit, base::Problems> read_sender(const http::Request& request) const;
    http::WriteResult save(const SenderEdit& edit, db::Write& write) const;
    http::Response show_again(const http::Request& request, const base::Problems& problems, db::Read& read) const;

private:
    const Services& services_;
};

}  // namespace mailings

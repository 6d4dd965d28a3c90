// ports/mailings.h - mails to many: what the slice that writes them (mailings) and the slice that sends them
// (mail_sending) know of each other.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "people/consent.h"
#include "platform/auth/purpose.h"
#include "platform/db/transaction.h"
#include "platform/mail/message.h"
#include "ports/audience.h"

namespace ports {

using MailingId = base::Id<struct MailingTag>;
using MailingEditionId = base::Id<struct MailingEditionTag>;  // a mailing's words as they were when sending began
using SentMailId = base::Id<struct SentMailTag>;              // one person's copy of one mailing

// Which of the wordings that are tried against each other: 0, 1, ...
struct Variant {
    int number = 0;
    bool operator==(const Variant&) const = default;
};

// What a mailing is before it is sent.
struct MailingSummary {
    MailingId id;
    std::string name;  // as staff call it
    base::LevelId level;
    std::optional<SegmentId> segment;  // nullopt: everybody
    std::optional<people::TopicBit> topic;
    int variants = 1;                 // wordings
    int tested_per_thousand = 1'000;  // of the audience that get the variants in equal parts; the rest (the holdout for
                                      // the winner) waits until staff choose
    std::vector<base::Message> unready{};  // why it cannot be sent yet: "The French text is missing."
};

// The addresses in one person's copy. All absolute.
struct PersonalLinks {
    std::string preferences;  // page: topics, language, pause, leave
    std::string one_click;    // RFC 8058; answers POST, and shows a page with a button to GET
    std::string archive;      // the mail as a page; empty where there is none
};

// In whose name the copies of a mailing leave, where its level has a sender of its own. Empty: as configured.
struct MailingSender {
    std::string name{};  // in the language asked for
    std::optional<base::EmailAddress> reply_to{};
};

// One edition in memory: wordings, languages, personal fields, all read and checked. Immutable; from any thread.
class PreparedMailing {
public:
    virtual ~PreparedMailing() = default;
    virtual MailingSender sender(base::Locale) const { return {}; }
    // The copy of this person: their language, their fields with the fallbacks, a List-Unsubscribe. Microseconds: no
    // database, no Markdown.
    virtual mail::Message copy_for(const AudienceMember& person, const PersonalLinks& links, Variant variant) const = 0;
};

// What came of one mailing, in counts, for the page that compares its variants.
struct VariantFigures {
    Variant variant;
    std::int64_t delivered = 0, acted = 0, left = 0, bounced = 0;  // people; acted: followed a link of the mail
};

// A mailing with the words of its first variant in one language, for programs that read along.
struct MailingWords {
    MailingId id;
    std::string name;
    base::LevelId level;
    std::string subject, preheader;
    std::string body;  // as staff wrote it: Markdown with fields and blocks
    base::Instant created_at, changed_at;
    std::optional<base::Instant> sent_at{};  // when its first sending began
};

// Filled by the slice that writes.
struct Mailings {
    std::function<std::vector<MailingSummary>(db::Read&)> unsent;
    std::function<std::optional<MailingSummary>(db::Read&, MailingId)> find;
    // Keeps the words as they are now, for a sending that begins. Later changes make another edition.
    std::function<MailingEditionId(db::Write&, MailingId)> freeze;
    std::function<std::shared_ptr<const PreparedMailing>(db::Read&, MailingEditionId)> prepare;  // null: not there
    // Sent or not, newest first, at most a thousand.
    std::function<std::vector<MailingWords>(db::Read&, base::Locale)> all{};
    std::function<std::optional<MailingWords>(db::Read&, MailingId, base::Locale)> words{};
};

// Filled by the slice that sends.
struct MailSending {
    // Empty before anything was sent.
    std::function<std::vector<VariantFigures>(db::Read&, MailingId)> figures;
    // Where staff send this mailing: "/en/staff/sending/new?mailing=123".
    std::function<std::string(base::Locale, MailingId)> send_path;
    // Orders one copy outside of any blast: a test to a member of staff, a mail of a series. It leaves by the same way,
    // within seconds, and is looked at with may_be_mailed() unless it is a test.
    enum class Kind : unsigned char { test, series };
    struct Single {
        MailingEditionId edition;
        Variant variant;
        AudienceMember person;
        Kind kind;
    };
    std::function<void(db::Write&, const Single&)> send_single;
    // Whose copy it is; nullopt for one that is not known any more.
    std::function<std::optional<people::PersonId>(db::Read&, SentMailId)> person_of{};
};

// Filled by the slice of the email list.
struct MailLinks {
    std::function<PersonalLinks(people::PersonId, SentMailId, base::Locale)> personal;
    // Somebody wrote to the address for leaving: they are off the list from now on, with its proof. Nothing for whoever
    // has left before or is not known any more.
    std::function<void(db::Write&, people::PersonId)> leave_by_mail{};
    // The same by a button on a page of another slice.
    struct LeaveOrder {
        people::PersonId person;
        people::ConsentWording wording;  // what the button says
        std::string source, network;
    };
    std::function<void(db::Write&, const LeaveOrder&)> leave{};
};

// What came back for a copy. Stored by number.
enum class ReturnKind : unsigned char {
    hard = 1,       // the address does not exist
    soft = 2,       // full, greylisted, away: may work later
    blocked = 3,    // the other server refuses us, not the address
    complaint = 4,  // "this is spam"
    left = 5        // a mail to the unsubscribe address, or the one-click request of the mail program
};

// The part behind "b-" of the address to which a copy comes back begins with a token over its SentMailId
// (ports/return_address.h).
inline constexpr auth::Purpose kReturnAddress{"mail_sending.return"};

// Tells the addresses of one person apart without saying what they are: the low half of auth's keyed hash.
struct AddressMark {
    std::uint32_t value = 0;
    bool operator==(const AddressMark&) const = default;
};
constexpr AddressMark mark_of(std::int64_t address_hash) { return {static_cast<std::uint32_t>(address_hash)}; }

struct MailReturn {
    SentMailId mail;
    ReturnKind kind;
    std::string detail;  // the other server's words, at most 500 bytes
    base::Instant at;
    std::optional<AddressMark> address{};  // the one that the copy went to; nullopt: not known, so the one in use
};

// Filled by the slice that sends: notes it on the copy, and suppresses the address where that is due (hard, complaint,
// several soft ones in a row).
using NoteReturn = std::function<void(db::Write&, const MailReturn&)>;

}  // namespace ports

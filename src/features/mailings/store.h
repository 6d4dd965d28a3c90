// features/mailings/store.h - mailings, every version of their words, and editions, in the database.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/mailings/mailing.h"
#include "platform/db/transaction.h"

namespace mailings::store {

// One version of the words of one variant in one language.
struct StoredText {
    MailingTextId id;
    MailingId mailing;
    Variant variant;
    base::Locale locale;
    MailWords words;
    base::Instant saved_at;
    std::string saved_by;
};

struct Saving {
    const std::string& by;
};

MailingId insert(db::Write& write, const MailingPlan& plan, const Saving& saving);
void change(db::Write& write, MailingId id, const MailingPlan& plan, const Saving& saving);
std::optional<Mailing> find(db::Read& read, MailingId id);
// The newest first, at most `limit`, older than `before`.
struct MailingPage {
    std::optional<MailingId> before{};
    std::int64_t limit = 50;
};
std::vector<Mailing> page(db::Read& read, const MailingPage& page);
// Those that no sending began for, the newest first.
std::vector<Mailing> unsent(db::Read& read);
// Takes a mailing away for which no sending began, with its words. Changes nothing where one did.
enum class Removed : unsigned char { no, yes };
Removed remove(db::Write& write, MailingId id);

// The newest words of a variant; empty ones where nothing was written.
BothLanguages words(db::Read& read, MailingId id, Variant variant);
std::vector<StoredText> newest_texts(db::Read& read, MailingId id);
std::optional<StoredText> find_text(db::Read& read, MailingTextId id);
// Every version, newest first, at most 100.
std::vector<StoredText> versions(db::Read& read, MailingId id);
// Adds a version for each language whose words are new.
void save_words(db::Write& write, const Mailing& mailing, Variant variant, const BothLanguages& words);

// --- what was typed and not saved

struct DraftKey {
    MailingId mailing;
    Variant variant;
    std::int64_t account;
};
struct KeptDraft {
    BothLanguages words;  // without what a text part was written to
    std::string seen;     // what the form was shown over
    base::Instant kept_at{};
};
std::optional<KeptDraft> kept_draft(db::Read& read, const DraftKey& key);
void keep_draft(db::Write& write, const DraftKey& key, const KeptDraft& draft);
void drop_draft(db::Write& write, const DraftKey& key);

// --- editions

enum class EditionKind : unsigned char { test = 0, sending = 1 };

struct Edition {
    MailingEditionId id;
    MailingId mailing;
    EditionKind kind;
    int variants;
    LinkCounting counting;
    base::Instant frozen_at;
};

struct EditionText {
    StoredText text;
    std::string facts;  // facts.h
};

MailingEditionId insert_edition(db::Write& write, const Mailing& mailing, EditionKind kind);
void insert_edition_text(db::Write& write, MailingEditionId edition, const StoredText& text, std::string_view facts);
std::optional<Edition> find_edition(db::Read& read, MailingEditionId id);
std::vector<EditionText> edition_texts(db::Read& read, MailingEditionId id);
// The first sending of a mailing: what its archive shows.
std::optional<Edition> first_sending(db::Read& read, MailingId id);

// Mails that stand on the page of sent mails, the newest first, at most `limit`: each with the words of its first
// variant in this language.
struct ArchivedMail {
    MailingId mailing;
    base::Instant sent_at;
    StoredText text;
    std::string facts;
};
std::vector<ArchivedMail> archived(db::Read& read, base::Locale locale, std::int64_t limit);
std::optional<ArchivedMail> find_archived(db::Read& read, MailingId id, base::Locale locale);

// --- links that are counted

using MailingLinkId = base::Id<struct MailingLinkTag>;

struct CountedLink {
    MailingLinkId id;
    Variant variant;
    std::string url;
    std::int64_t readers;        // who followed it, each once a day at most
    std::int64_t first_readers;  // of them, those for whom it was the first of this mail on that day
};
void insert_links(db::Write& write, MailingEditionId edition, Variant variant, const std::vector<std::string>& urls);
std::vector<CountedLink> links(db::Read& read, MailingEditionId edition);
// Of all sendings of a mailing, the most followed first.
std::vector<CountedLink> links_of(db::Read& read, MailingId mailing);

struct LinkTarget {
    MailingLinkId link;
    MailingEditionId edition;
    std::string url;
};
std::optional<LinkTarget> find_link(db::Read& read, MailingLinkId link);
struct FollowedCount {
    MailingLinkId link;
    std::int64_t readers = 0, first_readers = 0;
};
void add_followed(db::Write& write, const std::vector<FollowedCount>& counts);

// --- links that were looked at

struct LookedAt {
    std::string url;
    int status;  // of HTTP; 0: nobody answered
    base::Instant at;
};
std::vector<LookedAt> looks(db::Read& read, MailingId mailing);
void set_look(db::Write& write, MailingId mailing, const LookedAt& look);

// --- senders

LevelSender sender_of(db::Read& read, base::LevelId level);  // empty where there is none
void set_sender(db::Write& write, base::LevelId level, const LevelSender& sender);

}  // namespace mailings::store

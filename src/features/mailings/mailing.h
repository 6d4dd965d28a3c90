// features/mailings/mailing.h - a mail to many as staff write it: its words in both languages, once or in several
// variants that are tried against each other. Pure.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/email_address.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "ports/editing.h"
#include "ports/mailings.h"

namespace mailings {

using ports::MailingEditionId;
using ports::MailingId;
using ports::SegmentId;
using ports::Variant;
using MailingTextId = base::Id<struct MailingTextTag>;

inline constexpr std::size_t kLongestMailingName = 120;  // characters
inline constexpr std::size_t kLongestSubject = 200;
inline constexpr std::size_t kLongestPreheader = 200;
inline constexpr std::size_t kLongestBody = 60'000;  // bytes
inline constexpr int kMostVariants = 3;

// One variant in one language.
struct MailWords {
    std::string subject, preheader;
    std::string body;            // source_service.h
    std::string text;            // plain-text part as staff wrote it; empty: made from the body
    std::int64_t text_seen = 0;  // fingerprint of the body that the text part was written to
    bool is_empty() const { return subject.empty() && preheader.empty() && body.empty() && text.empty(); }
    bool operator==(const MailWords&) const = default;
};

// For MailWords::text_seen: FNV-1a over the bytes, made positive.
std::int64_t fingerprint(std::string_view body);

struct BothLanguages {
    MailWords english, french;
    const MailWords& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
    MailWords& in(base::Locale locale) { return locale == base::Locale::english ? english : french; }
    bool operator==(const BothLanguages&) const = default;
};

// Whether links go through an address of ours that counts how often they are followed, for each variant and never for
// each person.
enum class LinkCounting : unsigned char { off = 0, on = 1 };
// Whether the mail stands on the page of sent mails once it was sent.
enum class Archive : unsigned char { no = 0, yes = 1 };

// What staff decide about a mailing beside its words.
struct MailingPlan {
    std::string name;
    base::LevelId level{0};
    std::optional<SegmentId> segment{};
    std::optional<people::TopicBit> topic{};
    int variants = 1;
    int tested_per_thousand = 1'000;
    LinkCounting counting = LinkCounting::off;
    Archive archive = Archive::no;
    bool operator==(const MailingPlan&) const = default;
};

struct Mailing {
    MailingId id;
    MailingPlan plan;
    base::Instant created_at, changed_at;
    std::string changed_by;
};

// In whose name mails of a level leave; empty: as configured.
struct LevelSender {
    std::string name_en, name_fr, reply_to;
    const std::string& name(base::Locale locale) const { return locale == base::Locale::english ? name_en : name_fr; }
    bool operator==(const LevelSender&) const = default;
};

// An audience in which the variants can be told apart: 50 to 1000 of a thousand.
inline constexpr int kFewestTested = 50;

// What is wrong with a plan: name, variants, tested_per_thousand.
base::Problems problems_of(const MailingPlan& plan);
// What is wrong with words whatever stage they are at: only lengths. The fields are subject_en, body_fr, ...
base::Problems problems_of(const BothLanguages& words);
base::Problems problems_of(const LevelSender& sender);

// The fields of the form that staff fill in for one variant, in a fixed order.
ports::NamedTexts named(const BothLanguages& words);
BothLanguages words_of(const ports::NamedTexts& texts);

// "subject_en"
std::string field_name(std::string_view field, base::Locale locale);

// "A", "B", "C"
std::string letter_of(Variant variant);

}  // namespace mailings

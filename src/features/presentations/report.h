// features/presentations/report.h - what came of a presentation: the champion's report, the names of those who want to
// hear more, and what the host says. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "features/presentations/presentation.h"
#include "people/person.h"
#include "ports/pictures.h"

namespace presentations {

using ListNameId = base::Id<struct ListNameTag>;

// As typed. names: one of each line, "Given Family, address".
struct ReportForm {
    std::string attendance, questions, feeling_before, feeling_after, words, names;
};

struct NewName {
    people::PersonName name;
    base::EmailAddress email;
};

struct Report {
    std::int64_t attendance = 0;  // 0..20,000
    std::string questions;        // what people asked
    int feeling_before = 0;       // 1..5, 0: nobody asked
    int feeling_after = 0;
    std::string words;  // for the campaign
    ports::PictureId picture = ports::kNoPicture;
    std::vector<NewName> names{};  // not stored with it: each becomes a row of its own
};

base::Result<Report, base::Problems> accept(const ReportForm& form);

inline constexpr std::size_t kMostNames = 60;  // of one report

// As it is stored.
struct StoredReport {
    Report report;
    base::Instant reported_at;
    std::string reported_by;
};

// Somebody who asked at a presentation to be on the email list.
struct ListName {
    ListNameId id;
    PresentationId presentation;
    people::PersonName name;
    std::string email;  // empty once erased or denied
    std::int64_t address_hash;
    base::Locale locale;
    base::Instant asked_at;
    std::optional<base::Instant> confirmed_at, denied_at;
};

// A conversation that nobody had booked: where and when, and the report.
struct ConversationForm {
    std::string date, town, province, audience, host_group, language;
    ReportForm report;
};
struct Conversation {
    Wish wish;
    base::Instant at;
    Report report;
};
struct TypedConversation {
    const ConversationForm& form;
    base::Instant now;
};
// At most two years ago, and over.
base::Result<Conversation, base::Problems> accept(const TypedConversation& typed);

// What the host says.
struct FeedbackForm {
    std::string rating, words;
    enum class Quote : unsigned char { no, yes } may_quote = Quote::no;
};
struct Feedback {
    int rating;  // 1..5
    std::string words;
    FeedbackForm::Quote may_quote;
    base::Instant given_at{};
};
base::Result<Feedback, base::Problems> accept(const FeedbackForm& form);

}  // namespace presentations

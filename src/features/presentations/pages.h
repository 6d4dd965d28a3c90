// features/presentations/pages.h - what the public sees: the page about presentations with its map, the form that asks
// for one, and what stands behind the links of mails. Each gives the content of <main>, block() a part of it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/presentations/offer.h"
#include "features/presentations/presentation.h"
#include "features/presentations/report.h"
#include "features/presentations/report_store.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/champions.h"
#include "ports/materials.h"
#include "ports/message_guides.h"

namespace presentations::pages {

// Where people of the campaign spoke: by province and by town.
struct Home {
    const std::vector<store::Place>& places;
};
html::SafeHtml home(const i18n::Translator& t, const Home& view);
struct Block {
    const std::vector<store::Place>& places;
    std::string heading;  // "" for ours
    html::SafeHtml text{};
};
html::SafeHtml block(const i18n::Translator& t, const Block& view);

struct Ask {
    const RequestForm& typed;
    const base::Problems& problems;
    std::vector<ports::Topic> topics;
    std::optional<ports::ChampionFacts> champion{};  // who is asked for by name
    std::vector<base::Instant> starts{};             // when they are free
};
html::SafeHtml ask(const i18n::Translator& t, const Ask& view);
html::SafeHtml asked(const i18n::Translator& t, std::string_view mailbox_path);

// Behind the link of the host.
struct Own {
    const Presentation& presentation;
    std::vector<base::Instant> dates;
    std::string champion;          // "" while there is none
    std::string wanted{};          // whom the host named; ""
    bool is_wanted_asked = false;  // and they can still say yes
    std::string token;
    base::Instant now;
    const std::array<std::string, kDates>& typed_dates;
    FeedbackForm typed_feedback{};
    std::optional<Feedback> feedback{};
    const base::Problems& problems;
};
html::SafeHtml own(const i18n::Translator& t, const Own& view);

// Behind the link of an offer. free: those of the dates that its champion can do now.
struct OfferView {
    const Offer& offer;
    const Presentation& presentation;
    std::vector<base::Instant> dates, free;
    std::string token, champion_token;
    base::Instant now;
    const base::Problems& problems;
};
html::SafeHtml offer(const i18n::Translator& t, const OfferView& view);

// Behind the link of a champion: what waits for an answer, what is to come, what is to be told.
struct ChampionOffer {
    Offer offer;
    Presentation presentation;
    std::string token;
};
struct ChampionView {
    std::string name, token;
    std::vector<ChampionOffer> offers;
    std::vector<Presentation> presentations;
    std::vector<ports::Material> materials;  // to take along
    bool is_active = true;                   // else they tell of what they held, and begin nothing new
    base::Instant now;
};
html::SafeHtml champion(const i18n::Translator& t, const ChampionView& view);
// The same as a part of their own page.
html::SafeHtml champion_section(const i18n::Translator& t, const ChampionView& view);

struct ReportView {
    const Presentation& presentation;
    std::string token;  // of the champion
    ReportForm typed;
    std::optional<StoredReport> stored{};
    std::int64_t names = 0;                            // put down so far
    std::vector<ports::Material> materials{};          // to take along to one that is to come
    std::vector<ports::SuggestedWords> suggestions{};  // what to say there, in its language
    base::Instant now;
    const base::Problems& problems;
};
html::SafeHtml report(const i18n::Translator& t, const ReportView& view);

struct ConversationView {
    std::string action, back;
    const ConversationForm& typed;
    const base::Problems& problems;
};
html::SafeHtml conversation(const i18n::Translator& t, const ConversationView& view);

struct NameView {
    const ListName& name;
    std::string token, words;  // what they agree to
};
html::SafeHtml list_name(const i18n::Translator& t, const NameView& view);

html::SafeHtml broken_link(const i18n::Translator& t);

}  // namespace presentations::pages

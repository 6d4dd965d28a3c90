#include "features/editor_letters/slice.h"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/editor_letters/store.h"
#include "features/editor_letters/words.h"
#include "platform/auth/principal.h"
#include "platform/mail/outbox.h"
#include "ports/acting.h"

namespace editor_letters {
namespace {

constexpr int kActionOrder = 60;

std::string title_of(db::Read& read, EditorCampaignId id, base::Locale locale) {
    const auto campaign = store::find_campaign(read, id);
    return campaign ? campaign->plan.title(locale) : std::string{};
}

std::string paper_of(db::Read& read, NewspaperId id) {
    const auto paper = store::find_newspaper(read, id);
    return paper ? paper->facts.name : std::string{};
}

std::vector<ports::PersonFact> facts_about(db::Read& read, ports::PersonKey person, base::Locale locale) {
    const i18n::Translator t{locale};
    std::vector<ports::PersonFact> facts;
    for (const EditorLetter& each : store::letters_of_address(read, person.address_hash)) {
        if (!counts(each.state)) continue;
        const std::string paper = paper_of(read, each.newspaper), title = title_of(read, each.campaign, locale);
        facts.push_back(
            {each.sent_at.value_or(each.asked_at), "editor_letters",
             each.printed == PrintedState::seen
                 ? t("Wrote a letter to {paper} that was printed: “{title}”.", {{"paper", paper}, {"title", title}})
                 : t("Wrote a letter to {paper}: “{title}”.", {{"paper", paper}, {"title", title}}),
             staff_campaign_path(locale, each.campaign)});
    }
    return facts;
}

std::string export_person(db::Read& read, ports::PersonKey person) {
    const auto time_of = [](const std::optional<base::Instant>& at) { return at ? i18n::machine_time(*at) : ""; };
    boost::json::array list;
    for (const EditorLetter& each : store::letters_of_address(read, person.address_hash))
        list.push_back({{"campaign", title_of(read, each.campaign, each.locale)},
                        {"newspaper", paper_of(read, each.newspaper)},
                        {"name", each.name},
                        {"email", each.email},
                        {"place", each.place},
                        {"telephone", each.telephone},
                        {"subject", each.subject},
                        {"text", each.text},
                        {"asked_at", i18n::machine_time(each.asked_at)},
                        {"confirmed_at", time_of(each.confirmed_at)},
                        {"sent_at", time_of(each.sent_at)},
                        {"printed_on", each.printed_on},
                        {"printed_url", each.printed_url}});
    return boost::json::serialize(list);
}

// What waits is not sent; of what left the words go, and the counts stay.
void erase_person(db::Write& write, ports::PersonKey person) {
    for (const EditorLetter& each : store::letters_of_address(write, person.address_hash))
        if (const auto email = base::EmailAddress::parse(each.email)) mail::forget_recipient(write, *email);
    store::erase(write, person.address_hash);
}

std::string plain_points(const EditorCampaign& campaign, base::Locale locale) {
    std::string text = campaign.plan.happened(locale);
    for (const auto& point : campaign.plan.points(locale)) text += "\n" + point;
    return text;
}

// Two documents of each campaign, in the bytewise order of their keys.
std::vector<ports::SearchDocument> documents(db::Read& read, const ports::DocumentPage& page) {
    std::vector<ports::SearchDocument> found;
    for (const EditorCampaign& each : store::published(read)) {
        for (const auto locale : base::kLocales) {
            ports::SearchDocument document{.key = fmt::format("{}/{}", each.id.value, base::code(locale)),
                                           .locale = locale,
                                           .path = campaign_path(locale, each.id),
                                           .other_path = campaign_path(base::other(locale), each.id),
                                           .title = each.plan.title(locale),
                                           .text = plain_points(each, locale),
                                           .level = each.level,
                                           .changed_at = each.changed_at,
                                           .dated_at = each.published_at};
            if (document.key > page.after) found.push_back(std::move(document));
        }
    }
    std::ranges::sort(found, {}, &ports::SearchDocument::key);
    if (found.size() > page.limit) found.erase(found.begin() + static_cast<std::ptrdiff_t>(page.limit), found.end());
    return found;
}

// What waits for this member of staff: in the campaigns of the levels at which they work.
struct Waiting {
    std::int64_t held = 0, told = 0;
};
Waiting waiting_for(db::Read& read, const http::Request& request) {
    Waiting all;
    for (const auto& each : store::to_look_at(read)) {
        const auto campaign = store::find_campaign(read, each.campaign);
        if (!campaign || !ports::may(read, *request.staff, auth::Permission::edit_content, campaign->level)) continue;
        all.held += each.held;
        all.told += each.told;
    }
    return all;
}

ports::HomeNews news(db::Read& read, const http::Request& request) {
    if (!ports::may_somewhere(request, auth::Permission::edit_content)) return {};
    const i18n::Translator t{request.locale};
    ports::HomeNews found;
    const auto [held, told] = waiting_for(read, request);
    if (held > 0)
        found.tasks.push_back({ports::HomeTask::Tone::pressing,
                               t.plural("{count} letter to the editor waits to be read before it goes.",
                                        "{count} letters to the editor wait to be read before they go.", held),
                               staff_list_path(request.locale), t("Read")});
    if (told > 0)
        found.tasks.push_back({ports::HomeTask::Tone::calm,
                               t.plural("{count} letter to the editor was printed, says its writer.",
                                        "{count} letters to the editor were printed, say their writers.", told),
                               staff_list_path(request.locale), t("Look")});
    const std::string day = day_at(request.received_at);
    const auto papers = store::newspapers(read);
    const auto stale = std::ranges::count_if(
        papers, [&](const Newspaper& each) { return !each.left_out_at && is_stale(each.facts, day); });
    if (stale > 0)
        found.tasks.push_back({ports::HomeTask::Tone::calm,
                               t.plural("{count} newspaper was last looked at more than a year ago.",
                                        "{count} newspapers were last looked at more than a year ago.", stale),
                               staff_papers_path(request.locale), t("Look")});
    return found;
}

}  // namespace

ports::BlockKind Slice::block() const {
    return {.key = "editor_letters.open",
            .label = base::message("Letters to the editor"),
            .render = [this](db::Read& read, const ports::BlockSetting& setting) {
                return handlers_.block(read, setting);
            }};
}

// The newest that is open.
ports::ActionProvider Slice::actions() const {
    return [this](db::Read& read, base::Locale locale) {
        const i18n::Translator t{locale};
        const std::string day = day_at(clock_());
        for (const EditorCampaign& each : store::published(read)) {
            if (!takes_letters(each, day)) continue;
            return std::vector<ports::Action>{{.key = "editor-letters",
                                               .icon = "newspaper",
                                               .title = t("Letters to the editor"),
                                               .call = t("Write to your paper"),
                                               .summary = each.plan.title(locale),
                                               .path = campaign_path(locale, each.id),
                                               .order = kActionOrder}};
        }
        return std::vector<ports::Action>{};
    };
}

ports::ActionKind wrote_kind() {
    return {.key = std::string{kWroteKind},
            .label = base::message("Sent a letter to the editor"),
            .subjects = [](db::Read& read, base::Locale locale) {
                std::vector<ports::ActionSubject> subjects;
                for (const EditorCampaign& each : store::published(read))
                    subjects.push_back({each.id.value, each.plan.title(locale)});
                return subjects;
            }};
}

ports::PersonDataHolder person_data() { return {"editor_letters", export_person, erase_person}; }

ports::FactProvider person_facts() { return facts_about; }

ports::HomeProvider home_news() { return news; }

ports::StaffEntry staff_entry() {
    return {.label = base::message("Letters to the editor"),
            .path = "staff/editor-letters",
            .icon = "newspaper",
            .group = ports::StaffGroup::politicians,
            .order = 29,
            .may_see = ports::whoever_may(auth::Permission::edit_content)};
}

ports::DocumentProvider search_documents() { return documents; }

}  // namespace editor_letters

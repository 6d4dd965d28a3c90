#include "features/letters/slice.h"

#include <algorithm>
#include <map>
#include <utility>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/letters/store.h"
#include "features/letters/tally_store.h"
#include "platform/html/markdown.h"
#include "platform/mail/outbox.h"

namespace letters {
namespace {

std::vector<Campaign> open_ones(db::Read& read) {
    auto campaigns = store::campaigns(read);
    const std::string day = today(db::now());
    std::erase_if(campaigns, [&](const Campaign& each) { return each.stage(day) != Stage::open; });
    return campaigns;
}

// Whether letters of this campaign go to that representative, as far as the rule alone tells: the same office, place
// and party as those that it means.
bool may_go_to(const TargetRule& rule, const ports::Representative& to) {
    if (std::ranges::find(rule.named, to.id) != rule.named.end()) return true;
    if (!fits(rule, to)) return false;
    if (std::ranges::find(rule.offices, to.office) != rule.offices.end()) return true;
    switch (to.office) {
        case people::Office::mp:
            return asks_for(rule, ports::RidingHouse::federal);
        case people::Office::provincial:
            return asks_for(rule, ports::RidingHouse::provincial);
        case people::Office::mayor:
        case people::Office::councillor:
            return asks_for(rule, ports::RidingHouse::municipal);
        default:
            return false;
    }
}

std::vector<ports::LettersAsked> asked_of(db::Read& read, ports::RepresentativeId representative, base::Locale locale) {
    std::vector<ports::LettersAsked> list;
    for (const auto& tally : store::tallies_about(read, representative)) {
        const auto campaign = store::find(read, tally.campaign);
        list.push_back({.campaign = tally.campaign,
                        .title = campaign ? campaign->title(locale) : std::string{},
                        .asked = tally.asked,
                        .delivered = tally.delivered,
                        .bounced = tally.bounced,
                        .called = tally.called,
                        .answered = tally.answered,
                        .first_at = tally.first_at,
                        .last_at = tally.last_at});
    }
    return list;
}

std::vector<ports::Letters::Sum> all_sums(db::Read& read) {
    std::vector<ports::Letters::Sum> sums;
    for (const auto& tally : store::sums_by_representative(read))
        sums.push_back({tally.representative, tally.asked, tally.delivered, tally.bounced, tally.answered});
    return sums;
}

std::optional<ports::LetterFacts> facts_of_letter(db::Read& read, LetterId id) {
    const auto letter = store::find_letter(read, id);
    const auto writing = letter ? store::find_writing(read, letter->writing) : std::nullopt;
    if (!writing || writing->state != WritingState::confirmed) return std::nullopt;
    return ports::LetterFacts{.id = id,
                              .campaign = letter->campaign,
                              .representative = letter->representative,
                              .writer = base::EmailAddress::parse(writing->email),
                              .locale = writing->locale,
                              .sent_at = writing->confirmed_at.value_or(writing->written_at)};
}

std::vector<ports::LetterCampaignSummary> open_summaries(db::Read& read, base::Locale locale) {
    std::vector<ports::LetterCampaignSummary> list;
    for (const Campaign& each : open_ones(read))
        list.push_back({each.id, each.title(locale), pages::campaign_path(locale, each.slug), each.level});
    return list;
}

void note_answered(const Services& services, db::Write& write, LetterId id) {
    if (store::note_answered(write, id) == store::Noted::no || !services.guides.count) return;
    const auto letter = store::find_letter(write, id);
    const auto writing = letter ? store::find_writing(write, letter->writing) : std::nullopt;
    if (writing && !writing->body.empty())
        services.guides.count(write, writing->locale, writing->body, ports::WordsBecame::answered);
}

boost::json::object exported(db::Read& read, const Writing& writing) {
    const auto campaign = store::find(read, writing.campaign);
    boost::json::array letters;
    for (const Letter& each : store::letters_of(read, writing.id))
        letters.push_back({{"to", each.recipient_name}, {"state", name_of(each.state)}});
    return {{"campaign", campaign ? campaign->slug : ""},
            {"email", writing.email},
            {"given_name", writing.name.given},
            {"family_name", writing.name.family},
            {"street", writing.street},
            {"place", writing.place},
            {"postal_code", writing.postal_code},
            {"subject", writing.subject},
            {"words", writing.body},
            {"network", writing.network},
            {"score", writing.score},
            {"written_at", i18n::machine_time(writing.written_at)},
            {"confirmed_at", writing.confirmed_at ? i18n::machine_time(*writing.confirmed_at) : ""},
            {"letters", std::move(letters)}};
}

std::string export_writer(db::Read& read, ports::PersonKey person) {
    boost::json::array list;
    for (const Writing& each : store::of_address(read, person.address_hash)) list.push_back(exported(read, each));
    return boost::json::serialize(list);
}

void erase_writer(db::Write& write, ports::PersonKey person) {
    for (const Writing& each : store::of_address(write, person.address_hash)) {
        if (const auto email = base::EmailAddress::parse(each.email)) mail::forget_recipient(write, *email);
        store::forget(write, each);
    }
}

std::vector<ports::PersonFact> facts_about(db::Read& read, ports::PersonKey person, base::Locale locale) {
    const i18n::Translator t{locale};
    std::vector<ports::PersonFact> facts;
    for (const Writing& each : store::of_address(read, person.address_hash)) {
        const auto campaign = store::find(read, each.campaign);
        if (!campaign) continue;
        const std::string title = campaign->title(locale);
        facts.push_back({each.confirmed_at.value_or(each.written_at), "letters",
                         each.state == WritingState::confirmed
                             ? t("Wrote a letter: “{title}”.", {{"title", title}})
                             : t("Wrote a letter and has not sent it: “{title}”.", {{"title", title}}),
                         staff_pages::campaign_path(locale, campaign->slug)});
    }
    return facts;
}

ports::SearchDocument document_of(const Campaign& campaign, base::Locale locale) {
    return {.key = fmt::format("{}/{}", campaign.slug, base::code(locale)),
            .locale = locale,
            .path = pages::campaign_path(locale, campaign.slug),
            .other_path = pages::campaign_path(base::other(locale), campaign.slug),
            .title = campaign.title(locale),
            .text = html::plain_text(campaign.content.why.in(locale)),
            .level = campaign.level,
            .changed_at = campaign.changed_at};
}

std::vector<ports::SearchDocument> documents(db::Read& read, const ports::DocumentPage& page) {
    std::vector<ports::SearchDocument> found;
    const std::string day = today(db::now());
    for (const Campaign& each : store::campaigns(read)) {
        const Stage stage = each.stage(day);
        if (stage == Stage::draft || stage == Stage::upcoming) continue;
        for (const base::Locale locale : base::kLocales) found.push_back(document_of(each, locale));
    }
    std::ranges::sort(found, {}, &ports::SearchDocument::key);
    std::erase_if(found, [&](const ports::SearchDocument& each) { return each.key <= page.after; });
    if (found.size() > page.limit) found.resize(page.limit);
    return found;
}

// Delivered, bounced and answered, as letters themselves say.
std::vector<ports::Finding> tally_findings(db::Read& read) {
    std::map<std::pair<CampaignId, ports::RepresentativeId>, store::Tally> counted;
    for (const auto& each : store::recount(read)) counted[{each.campaign, each.representative}] = each;
    std::vector<ports::Finding> findings;
    for (const Campaign& campaign : store::campaigns(read))
        for (const auto& kept : store::tallies(read, campaign.id)) {
            const auto& found = counted[{campaign.id, kept.representative}];
            if (found.delivered == kept.delivered && found.bounced == kept.bounced && found.answered == kept.answered)
                continue;
            findings.push_back({fmt::format(
                "letters {}: to representative {} the tally says {} delivered, {} bounced, {} answered; the letters "
                "are {}, {}, {}",
                campaign.slug, kept.representative.value, kept.delivered, kept.bounced, kept.answered, found.delivered,
                found.bounced, found.answered)});
        }
    return findings;
}

}  // namespace

ports::Letters port(const Services& services) {
    return {.asked = asked_of,
            .sums = all_sums,
            .find = facts_of_letter,
            .open_campaigns = open_summaries,
            .note_answered = [&services](db::Write& write, LetterId id) { note_answered(services, write, id); },
            .note_bounced = [](db::Write& write, LetterId id) { store::note_bounced(write, id); }};
}

ports::ActionProvider actions() {
    return [](db::Read& read, base::Locale locale) -> std::vector<ports::Action> {
        const auto open = open_ones(read);
        if (open.empty()) return {};
        const i18n::Translator t{locale};
        std::int64_t asked = 0;
        for (const Campaign& each : open) asked += store::total(read, each.id).asked;
        return {{.key = "letters",
                 .icon = "send",
                 .title = t("Write to your representative"),
                 .call = t("Write to your representative"),
                 .summary = t("A letter in your own words counts more than a hundred of the same."),
                 .path = open.size() == 1 ? pages::campaign_path(locale, open.front().slug) : pages::list_path(locale),
                 .figure = ports::LiveFigure{.value = asked, .unit = t.plural("letter", "letters", asked)},
                 .order = 9}};
    };
}

ports::BlockKind hub_block() {
    return {.key = "letters.open",
            .label = base::message("Write to your representative"),
            .render = [](db::Read& read, const ports::BlockSetting& setting) {
                return pages::hub_section(i18n::Translator{setting.locale}, setting.heading,
                                          html::markdown(setting.text, html::HeadingsBelow::section), open_ones(read));
            }};
}

ports::RepresentativeSection representative_section() {
    return {"letters", 10, [](db::Read& read, const ports::RepresentativeView& view) -> html::SafeHtml {
                auto open = open_ones(read);
                std::erase_if(open, [&](const Campaign& each) { return !may_go_to(each.target, view.representative); });
                return pages::representative_section(i18n::Translator{view.locale}, open);
            }};
}

ports::PersonDataHolder person_data() { return {"letters", export_writer, erase_writer}; }

ports::FactProvider person_facts() { return facts_about; }

ports::ActionKind action_kind() {
    return {.key = "letters.wrote",
            .label = base::message("Wrote to a representative"),
            .subjects = [](db::Read& read, base::Locale locale) {
                std::vector<ports::ActionSubject> subjects;
                for (const Campaign& each : store::campaigns(read))
                    subjects.push_back({each.id.value, each.title(locale)});
                return subjects;
            }};
}

ports::DocumentProvider search_documents() { return documents; }

std::vector<ports::RetentionRule> retention_rules() {
    return {{.key = "letters.unconfirmed",
             .label = base::message("Letters that nobody confirmed"),
             .usual_days = 30,
             .fewest_days = 15,
             .count = store::count_unconfirmed,
             .forget = [](db::Write& write, const ports::RetentionStep& step) -> ports::RetentionDone {
                 return {store::forget_unconfirmed(write, step.before, step.limit)};
             }},
            {.key = "letters.words",
             .label = base::message("Words, names and addresses of letters; their number stays"),
             .usual_days = 730,
             .fewest_days = 60,
             .count = store::count_old_words,
             .forget = [](db::Write& write, const ports::RetentionStep& step) -> ports::RetentionDone {
                 return {store::forget_old_words(write, step.before, step.limit)};
             }}};
}

std::vector<ports::Check> checks() { return {{"letters.tally", tally_findings}}; }

}  // namespace letters

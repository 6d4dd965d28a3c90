#include "features/mailings/edition_service.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/check.h"
#include "base/text.h"
#include "features/mailings/archive_documents_service.h"
#include "features/mailings/check_service.h"
#include "features/mailings/copy_service.h"
#include "platform/html/stencil.h"
#include "ports/sender.h"

namespace mailings {
namespace {

// Keys of actions and numbers of pictures and events that the words speak of.
struct Mentions {
    std::vector<std::string> actions;
    std::vector<ports::PictureId> pictures;
    std::vector<ports::EventId> events;

    void operator()(const Words&) {}
    void operator()(const Button&) {}
    void operator()(const Quotation&) {}
    void operator()(const PictureBlock& block) { pictures.push_back(ports::PictureId{block.picture}); }
    void operator()(const Figure& figure) { actions.push_back(figure.key); }
    void operator()(const PetitionCard& card) { actions.push_back(card.key); }
    void operator()(const EventCard& card) { events.push_back(ports::EventId{card.event}); }
};

Mentions mentions_of(const MailWords& words) {
    Slots slots;
    Mentions mentions;
    for (const Part& part : read_source(words.body, slots).parts) std::visit(mentions, part);
    (void)read_text(words.subject, slots);
    (void)read_text(words.preheader, slots);
    (void)read_text(words.text, slots);
    for (const Slot& slot : slots.all())
        if (const auto* count = std::get_if<CountSlot>(&slot)) mentions.actions.push_back(count->key);
    return mentions;
}

void add_actions(Facts& facts, const std::vector<ports::Action>& all, const std::vector<std::string>& wanted,
                 const i18n::Translator& t) {
    for (const ports::Action& action : all) {
        if (std::ranges::find(wanted, action.key) == wanted.end()) continue;
        if (action.availability == ports::Availability::coming_soon) continue;
        ActionFact fact{.title = html::without_marks(action.title.empty() ? action.call : action.title),
                        .summary = html::without_marks(action.summary),
                        .call = action.call == action.title ? "" : html::without_marks(action.call),
                        .path = action.path,
                        .figure = {},
                        .unit = {}};
        if (action.figure) {
            fact.figure = t.number(action.figure->value);
            fact.unit = action.figure->unit;
        }
        facts.actions.emplace(action.key, std::move(fact));
    }
}

void add_pictures(Facts& facts, db::Read& read, const ports::Pictures& library,
                  const std::vector<ports::PictureId>& wanted, base::Locale locale) {
    constexpr int kWanted = 1'072;  // pixels: twice the column, for sharp screens
    for (const ports::PictureId id : wanted) {
        const auto picture = library.find(read, id);
        if (!picture || picture->state != ports::PictureState::ready) continue;
        const auto& alt = locale == base::Locale::english ? picture->alt_en : picture->alt_fr;
        facts.pictures.emplace(id.value, PictureFact{std::string{picture->jpeg_path(kWanted)}, html::without_marks(alt),
                                                     picture->width, picture->height});
    }
}

void add_events(Facts& facts, db::Read& read, const ports::EventsAhead* ahead,
                const std::vector<ports::EventId>& wanted, base::Locale locale) {
    if (ahead == nullptr || !ahead->find) return;
    for (const ports::EventId id : wanted)
        if (const auto event = ahead->find(read, id, locale))
            facts.events.emplace(id.value,
                                 EventFact{html::without_marks(event->title), html::without_marks(event->when),
                                           html::without_marks(event->where), event->language, event->path});
}

std::string contact_of(const runtime::Config& config, const LevelSender& sender) {
    if (!sender.reply_to.empty()) return sender.reply_to;
    return config.mail.reply_to.empty() ? config.mail.from_address : config.mail.reply_to;
}

std::string archive_path(base::Locale locale, MailingId mailing) {
    return fmt::format("/{}/mails/{}", base::code(locale), mailing.value);
}

// Of a mail that is not in the archive: nobody finds it without the token.
std::string web_copy_path(const Services& services, MailingEditionId edition, const store::StoredText& text) {
    return fmt::format("/{}/mails/copies/{}/{}", base::code(text.locale),
                       services.tokens.make(kWebCopyPurpose, edition.value), text.variant.number);
}

// The words of every variant in both languages, empty ones where nothing was written.
std::vector<store::StoredText> all_texts(db::Read& read, const Mailing& mailing) {
    const auto written = store::newest_texts(read, mailing.id);
    std::vector<store::StoredText> texts;
    for (int number = 0; number < mailing.plan.variants; ++number)
        for (const auto locale : base::kLocales) {
            const auto found = std::ranges::find_if(written, [&](const store::StoredText& text) {
                return text.variant.number == number && text.locale == locale;
            });
            if (found != written.end())
                texts.push_back(*found);
            else
                texts.push_back({MailingTextId{0}, mailing.id, {number}, locale, {}, {}, {}});
        }
    return texts;
}

using LinkTokens = std::map<std::pair<int, std::string>, std::string>;

LinkTokens tokens_of(db::Read& read, const Services& services, const store::Edition& edition) {
    LinkTokens tokens;
    for (const store::CountedLink& link : store::links(read, edition.id))
        tokens[{link.variant.number, link.url}] =
            fmt::format("{}/m/{}", services.frames.public_url(), services.tokens.make(kLinkPurpose, link.id.value));
    return tokens;
}

CopyMaker maker_of(const store::EditionText& kept, const LinkTokens& tokens) {
    const Facts facts = facts_of_json(kept.facts);
    const i18n::Translator t{kept.text.locale};
    const auto mail = lay_out(t, kept.text.words, facts, [&](std::string_view url) {
        const auto found = tokens.find({kept.text.variant.number, std::string{url}});
        return found == tokens.end() ? std::string{url} : found->second;
    });
    return {mail, facts, kept.text.locale};
}

ports::MailingSender port_sender(const LevelSender& sender, base::Locale locale) {
    return {sender.name(locale), base::EmailAddress::parse(sender.reply_to)};
}

void add_once(std::vector<base::Message>& unready, base::Message message) {
    if (std::ranges::find(unready, message) == unready.end()) unready.push_back(message);
}

}  // namespace

Facts facts_now(db::Read& read, const Services& services, const Mailing& mailing, const store::StoredText& text) {
    const i18n::Translator t{text.locale};
    const auto sender = store::sender_of(read, mailing.plan.level);
    const auto& config = services.config;
    const auto& own_name = text.locale == base::Locale::english ? config.mail.from_name_en : config.mail.from_name_fr;
    Facts facts{.public_url = services.frames.public_url(),
                .campaign = services.frames.campaign(text.locale),
                .organisation = ports::organisation_name(config, text.locale),
                .postal_address = config.mail.postal_address,
                .from_name = sender.name(text.locale).empty() ? own_name : sender.name(text.locale),
                .contact = contact_of(config, sender),
                .archive_path = mailing.plan.archive == Archive::yes ? archive_path(text.locale, mailing.id) : ""};
    const auto mentions = mentions_of(text.words);
    if (!mentions.actions.empty()) add_actions(facts, services.actions.all(read, text.locale), mentions.actions, t);
    add_pictures(facts, read, services.pictures, mentions.pictures, text.locale);
    add_events(facts, read, services.events, mentions.events, text.locale);
    return facts;
}

Draft draft_of(db::Read& read, const Services& services, const Mailing& mailing, store::StoredText text) {
    auto facts = facts_now(read, services, mailing, text);
    auto mail = lay_out(i18n::Translator{text.locale}, text.words, facts);
    return {std::move(text), std::move(facts), std::move(mail)};
}

std::vector<Draft> drafts_of(db::Read& read, const Services& services, const Mailing& mailing) {
    std::vector<Draft> drafts;
    for (auto& text : all_texts(read, mailing)) drafts.push_back(draft_of(read, services, mailing, std::move(text)));
    return drafts;
}

MailingEditionId freeze(db::Write& write, const Services& services, const Mailing& mailing, store::EditionKind kind) {
    const auto edition = store::insert_edition(write, mailing, kind);
    std::map<int, std::vector<std::string>> links;
    for (Draft& draft : drafts_of(write, services, mailing)) {
        if (draft.text.id == MailingTextId{0}) continue;
        if (draft.facts.archive_path.empty()) draft.facts.archive_path = web_copy_path(services, edition, draft.text);
        store::insert_edition_text(write, edition, draft.text, json_of(draft.facts));
        if (kind == store::EditionKind::sending && services.guides != nullptr && services.guides->count)
            services.guides->count(write, draft.text.locale, draft.text.words.body, ports::WordsBecame::sent);
        auto& of_variant = links[draft.text.variant.number];
        for (const std::string& link : draft.mail.links)
            if (std::ranges::find(of_variant, link) == of_variant.end()) of_variant.push_back(link);
    }
    if (mailing.plan.counting == LinkCounting::on && kind == store::EditionKind::sending)
        for (const auto& [variant, urls] : links) store::insert_links(write, edition, {variant}, urls);
    return edition;
}

std::shared_ptr<const ports::PreparedMailing> prepare(db::Read& read, const Services& services, MailingEditionId id) {
    const auto edition = store::find_edition(read, id);
    if (!edition) return nullptr;
    const auto mailing = store::find(read, edition->mailing);
    const auto texts = store::edition_texts(read, id);
    const auto tokens = tokens_of(read, services, *edition);
    // What nobody wrote in a language is empty there; summary_of() keeps such a mailing from being sent.
    const auto maker = [&](int variant, base::Locale locale) {
        const auto found = std::ranges::find_if(texts, [&](const store::EditionText& each) {
            return each.text.variant.number == variant && each.text.locale == locale;
        });
        if (found != texts.end()) return maker_of(*found, tokens);
        const store::EditionText nothing{{MailingTextId{0}, edition->mailing, {variant}, locale, {}, {}, {}}, "{}"};
        return maker_of(nothing, tokens);
    };
    std::vector<Prepared::InBothLanguages> variants;
    for (int variant = 0; variant < edition->variants; ++variant)
        variants.push_back({maker(variant, base::Locale::english), maker(variant, base::Locale::french)});
    const auto sender = mailing ? store::sender_of(read, mailing->plan.level) : LevelSender{};
    return std::make_shared<Prepared>(
        std::move(variants),
        Prepared::Senders{port_sender(sender, base::Locale::english), port_sender(sender, base::Locale::french)});
}

mail::Message copy_of(const Draft& draft, const ports::AudienceMember& person, const ports::PersonalLinks& links) {
    return CopyMaker{draft.mail, draft.facts, draft.text.locale}.copy_for(person, links);
}

ports::MailingSummary summary_of(db::Read& read, const Services& services, const Mailing& mailing) {
    ports::MailingSummary summary{.id = mailing.id,
                                  .name = mailing.plan.name,
                                  .level = mailing.plan.level,
                                  .segment = mailing.plan.segment,
                                  .topic = mailing.plan.topic,
                                  .variants = mailing.plan.variants,
                                  .tested_per_thousand = mailing.plan.tested_per_thousand};
    for (const Draft& draft : drafts_of(read, services, mailing)) {
        const bool is_english = draft.text.locale == base::Locale::english;
        if (draft.text.words.subject.empty() || draft.text.words.body.empty())
            add_once(summary.unready, is_english ? base::message("The English subject or text is missing.")
                                                 : base::message("The French subject or text is missing."));
        const auto findings = findings_of({draft.text.words, draft.facts, draft.mail, draft.text.locale},
                                          [](std::string_view) { return true; });
        if (std::ranges::any_of(findings, [](const Finding& each) { return each.weight == Weight::problem; }) &&
            !draft.text.words.subject.empty() && !draft.text.words.body.empty())
            add_once(summary.unready, is_english ? base::message("The check found problems in the English mail.")
                                                 : base::message("The check found problems in the French mail."));
    }
    return summary;
}

namespace {

constexpr std::int64_t kMostTold = 1'000;

ports::MailingWords words_of(db::Read& read, const Mailing& mailing, base::Locale locale) {
    const auto words = store::words(read, mailing.id, Variant{}).in(locale);
    const auto sending = store::first_sending(read, mailing.id);
    return {.id = mailing.id,
            .name = mailing.plan.name,
            .level = mailing.plan.level,
            .subject = words.subject,
            .preheader = words.preheader,
            .body = words.body,
            .created_at = mailing.created_at,
            .changed_at = mailing.changed_at,
            .sent_at = sending ? std::optional{sending->frozen_at} : std::nullopt};
}

std::vector<ports::MailingWords> all_words(db::Read& read, base::Locale locale) {
    std::vector<ports::MailingWords> all;
    for (const Mailing& mailing : store::page(read, {.before = std::nullopt, .limit = kMostTold}))
        all.push_back(words_of(read, mailing, locale));
    return all;
}

}  // namespace

ports::Mailings mailings_port(const Services& services) {
    return {
        .unsent =
            [&services](db::Read& read) {
                std::vector<ports::MailingSummary> summaries;
                for (const Mailing& mailing : store::unsent(read))
                    summaries.push_back(summary_of(read, services, mailing));
                return summaries;
            },
        .find = [&services](db::Read& read, MailingId id) -> std::optional<ports::MailingSummary> {
            const auto mailing = store::find(read, id);
            return mailing ? std::optional{summary_of(read, services, *mailing)} : std::nullopt;
        },
        .freeze =
            [&services](db::Write& write, MailingId id) {
                const auto mailing = store::find(write, id);
                CHECK(mailing.has_value());
                mail_changed(write, id);
                return freeze(write, services, *mailing, store::EditionKind::sending);
            },
        .prepare = [&services](db::Read& read, MailingEditionId edition) { return prepare(read, services, edition); },
        .all = all_words,
        .words = [](db::Read& read, MailingId id, base::Locale locale) -> std::optional<ports::MailingWords> {
            const auto mailing = store::find(read, id);
            return mailing ? std::optional{words_of(read, *mailing, locale)} : std::nullopt;
        }};
}

}  // namespace mailings

#include "features/message_guides/slice.h"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/message_guides/library.h"
#include "features/message_guides/pages.h"
#include "features/message_guides/store.h"
#include "people/store.h"
#include "platform/html/markdown.h"
#include "platform/i18n/translator.h"

namespace message_guides {
namespace {

constexpr std::string_view kActionKey = "words";
constexpr std::int64_t kUsualCount = 3, kMostCount = 12;  // guides in a block

std::int64_t count_in(std::string_view settings) {
    boost::system::error_code fault;
    const auto value = boost::json::parse(settings, fault);
    if (fault || !value.is_object()) return kUsualCount;
    const auto* const count = value.get_object().if_contains("count");
    if (count == nullptr || !count->is_int64()) return kUsualCount;
    return std::clamp<std::int64_t>(count->get_int64(), 1, kMostCount);
}

void append_line(std::string& text, const std::string& line) {
    if (!line.empty()) text.append(text.empty() ? "" : "\n").append(line);
}

std::string searched_text(const Content& content, base::Locale locale) {
    std::string text = html::plain_text(content.story.in(locale));
    for (const Pair& pair : content.pairs) {
        append_line(text, pair.heard.in(locale));
        append_line(text, pair.say.in(locale));
    }
    for (const Rule& rule : content.rules) {
        append_line(text, rule.words.in(locale));
        append_line(text, rule.reason.in(locale));
    }
    for (const Fact& fact : content.facts) append_line(text, fact.words.in(locale));
    return text;
}

ports::SearchDocument document_of(const Published& guide, base::Locale locale) {
    const Content& content = guide.content();
    const auto other = base::other(locale);
    return {.key = fmt::format("{}/{}", guide.guide.slug, base::code(locale)),
            .locale = locale,
            .path = pages::guide_path(locale, guide.guide.slug),
            .other_path = has_language(content, other) ? pages::guide_path(other, guide.guide.slug) : std::string{},
            .title = content.title.in(locale),
            .text = searched_text(content, locale),
            .level = guide.guide.level,
            .changed_at = guide.version.approved_at.value_or(guide.version.at),
            .teaser = content.lead.in(locale)};
}

// The list of all guides is a page too; its key comes before every slug.
ports::SearchDocument list_document(base::Locale locale) {
    const i18n::Translator t{locale};
    return {
        .key = fmt::format("-/{}", base::code(locale)),
        .locale = locale,
        .path = pages::list_path(locale),
        .other_path = pages::list_path(base::other(locale)),
        .title = t("Words That Work"),
        .text = t("You hear it at the coffee machine, at the council, on the radio. Here is what you can say, why it "
                  "works, and where the figures come from.")};
}

std::vector<ports::Finding> approval_findings(db::Read& read) {
    std::vector<ports::Finding> findings;
    for (const Published& each : store::published(read)) {
        const Version& version = each.version;
        if (version.guide != each.guide.id || !version.approved_at || version.approved_by == version.by)
            findings.push_back({fmt::format("guide {}: version {} is public without the approval of a second person",
                                            each.guide.slug, version.number)});
    }
    return findings;
}

}  // namespace

ports::ActionProvider actions() {
    return [](db::Read& read, base::Locale locale) {
        const bool is_there = std::ranges::any_of(store::published(read), [&](const Published& each) {
            return may_read(each.content(), Reader::everybody) && has_language(each.content(), locale);
        });
        std::vector<ports::Action> actions;
        if (is_there) actions.push_back({.key = std::string{kActionKey}, .path = pages::list_path(locale)});
        return actions;
    };
}

ports::BlockKind hub_block() {
    return {.key = "message_guides.latest",
            .label = base::message("Words That Work"),
            .render = [](db::Read& read, const ports::BlockSetting& setting) {
                auto guides = library(store::published(read), people::levels(read), {.level = setting.level});
                std::erase_if(guides,
                              [&](const Published& each) { return !has_language(each.content(), setting.locale); });
                sort_by_title(guides, setting.locale);
                const auto most = static_cast<std::size_t>(count_in(setting.settings));
                if (guides.size() > most)
                    guides.erase(guides.begin() + static_cast<std::ptrdiff_t>(most), guides.end());
                return pages::hub_block(i18n::Translator{setting.locale}, guides, setting.heading);
            }};
}

ports::DocumentProvider search_documents() {
    return [](db::Read& read, const ports::DocumentPage& page) {
        std::vector<ports::SearchDocument> documents;
        for (const base::Locale locale : base::kLocales) documents.push_back(list_document(locale));
        for (const Published& each : store::published(read))
            for (const base::Locale locale : base::kLocales)
                if (may_read(each.content(), Reader::everybody) && has_language(each.content(), locale))
                    documents.push_back(document_of(each, locale));
        std::ranges::sort(documents, {}, &ports::SearchDocument::key);
        std::erase_if(documents, [&](const ports::SearchDocument& each) { return each.key <= page.after; });
        if (documents.size() > page.limit) documents.resize(page.limit);
        return documents;
    };
}

ports::Materials materials(const ports::PageFrames& frames) {
    return [&frames](db::Read& read, ports::TopicId, base::Locale locale) {
        std::vector<ports::Material> leaflets;
        for (const Published& each : store::published(read))
            if (may_read(each.content(), Reader::everybody) && has_language(each.content(), locale))
                leaflets.push_back(
                    {each.content().title.in(locale),
                     fmt::format("{}{}/leaflet.pdf", frames.public_url(), pages::guide_path(locale, each.guide.slug))});
        return leaflets;
    };
}

ports::PersonDataHolder person_data() {
    return {"message_guides",
            [](db::Read& read, ports::PersonKey person) {
                return boost::json::serialize(
                    boost::json::object{{"mails_with_link_lately", store::link_mails(read, person.address_hash)}});
            },
            [](db::Write& write, ports::PersonKey person) { store::forget_address(write, person.address_hash); }};
}

ports::Check approval_check() { return {"message_guides.approval", approval_findings}; }

}  // namespace message_guides

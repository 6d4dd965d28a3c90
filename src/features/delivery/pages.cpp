#include "features/delivery/pages.h"

#include <fmt/format.h>

#include "features/delivery/words.h"
#include "platform/html/assets.h"
#include "platform/html/facts.h"
#include "platform/html/markdown.h"
#include "ports/staff_pages.h"

namespace delivery::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

struct PageHead {
    std::string title, lead;
};
void write_head(Out& out, const Translator& t, const ports::PetitionFacts& petition, const PageHead& head) {
    html::write<
        R"(<header class="page-head frame"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>)">(
        out, petition_path(t.locale(), petition.slug), petition.title, head.title, head.lead);
}

void write_counts(Out& out, const Translator& t, const Record& record) {
    html::write<
        R"(<table class="table delivery__counts"><caption class="table__caption">{}</caption><thead><tr><th scope="col">{}</th><th scope="col" class="table__number">{}</th></tr></thead><tbody>)">(
        out, t("Signed when this was recorded, on {date}; never added up", {{"date", t.date(record.counted_at)}}),
        t("Who"), t("Signatures"));
    for (const auto& [signer_class, count] : record.counts)
        html::write<R"(<tr><th scope="row">{}</th><td class="table__number">{}</td></tr>)">(
            out, class_name(t, signer_class), t.number(count));
    if (record.on_paper > 0)
        html::write<R"(<tr><th scope="row">{}</th><td class="table__number">{}</td></tr>)">(out, t("On paper, by hand"),
                                                                                            t.number(record.on_paper));
    html::write<"</tbody></table>">(out);
}

void write_response(Out& out, const Translator& t, const Deliveries& view, const Record& record) {
    if (!record.words.response_on) {
        html::write<R"(<p class="delivery__waiting">{} {}</p>)">(out, html::icon("clock"), t("No response so far."));
        return;
    }
    html::write<R"(<section class="delivery__response"><h3>{}</h3><div class="prose">{}</div>)">(
        out, t("The response of {date}", {{"date", date_of(t, *record.words.response_on)}}),
        html::markdown(record.words.response(t.locale()), html::HeadingsBelow::subsection));
    if (!record.response_file.file.empty())
        html::write<R"(<p><a href="{}">{} {}</a></p>)">(out, response_path(t.locale(), view.petition.slug, record.id),
                                                        html::icon("download"), t("The response as it came"));
    html::write<"</section>">(out);
}

void write_record(Out& out, const Translator& t, const Deliveries& view, const ShownRecord& shown) {
    const auto& words = shown.record.words;
    html::write<R"(<article class="delivery" id="delivery-{}"><h2 class="delivery__title">{}</h2><dl class="facts">)">(
        out, shown.record.id.value, t("To {recipient}", {{"recipient", words.recipient}}));
    html::write_fact(out, {t("When"), date_of(t, words.delivered_on)});
    html::write_fact(out, {t("Office"), words.office});
    html::write_fact(out, {t("Where"), words.place});
    html::write<"</dl>">(out);
    if (shown.picture)
        out.append(ports::picture_figure(t, *shown.picture, {.display_width = "(min-width: 60rem) 40rem, 100vw"}));
    if (!words.words(t.locale()).empty())
        html::write<R"(<div class="prose">{}</div>)">(
            out, html::markdown(words.words(t.locale()), html::HeadingsBelow::section));
    write_counts(out, t, shown.record);
    write_response(out, t, view, shown.record);
    html::write<"</article>">(out);
}

std::string paper_sentence(const Translator& t, const PaperCount& on_paper) {
    return t.plural(
        "{count} person has signed on paper. Paper is counted apart, and never added to the figure of this site.",
        "{count} people have signed on paper. Paper is counted apart, and never added to the figure of this "
        "site.",
        on_paper.valid);
}

void write_paper(Out& out, const Translator& t, const PaperCount& on_paper) {
    if (on_paper.valid == 0) return;
    html::write<R"(<div class="notice notice--information">{}<div class="notice__body"><p>{}</p></div></div>)">(
        out, html::icon("pen"), paper_sentence(t, on_paper));
}

void write_way_link(Out& out, const Translator& t, const Ways& view, const Way& way) {
    if (!way.official.link.empty() && way.stage == OfficialStage::open)
        html::write<R"(<p><a class="button button--primary" href="{}" rel="noopener">{} {}</a></p>)">(
            out, way.official.link, t("Sign on the official site"), html::icon("external"));
    else if (!way.official.link.empty())
        html::write<R"(<p><a href="{}" rel="noopener">{}</a></p>)">(out, way.official.link, t("The official petition"));
    if (way.has_sheet)
        html::write<R"(<p><a class="button button--quiet" href="{}">{} {}</a></p>)">(
            out, sheet_path(t.locale(), view.petition.slug, way.parliament), html::icon("printer"),
            t("Print sheets to sign (PDF)"));
}

void write_way_facts(Out& out, const Translator& t, const Way& way) {
    const auto& words = way.official;
    if (way.stage == OfficialStage::none) return;
    html::write<R"(<dl class="facts">)">(out);
    html::write_fact(out, {t("State"), stage_name(t, way.stage)});
    html::write_fact(out, {t("Number"), words.number});
    html::write_fact(out, {t("Presented by"), words.sponsor});
    if (words.opens_on) html::write_fact(out, {t("Opens"), date_of(t, *words.opens_on)});
    if (words.closes_on) html::write_fact(out, {t("Closes"), date_of(t, *words.closes_on)});
    if (words.presented_on) html::write_fact(out, {t("Presented on"), date_of(t, *words.presented_on)});
    if (const auto due = answer_due(words, way.parliament); due && !words.answered_on)
        html::write_fact(out, {t("Answer expected by"), date_of(t, *due)});
    if (words.answered_on) html::write_fact(out, {t("Answered on"), date_of(t, *words.answered_on)});
    html::write<"</dl>">(out);
}

void write_way(Out& out, const Translator& t, const Ways& view, const Way& way) {
    const auto& facts = facts_of(way.parliament);
    html::write<R"(<section class="delivery"><h2 class="delivery__title">{}</h2>)">(out, t(facts.name));
    write_way_facts(out, t, way);
    write_way_link(out, t, view, way);
    html::write<R"(<p class="delivery__source">{} <a href="{}" rel="noopener">{}</a></p></section>)">(
        out, t("Rules as noted on {date}.", {{"date", date_of(t, base::day_of(facts.noted_on).value_or(base::Day{}))}}),
        facts.source, t("The parliament’s own page"));
}

}  // namespace

std::string petition_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/petitions/{}", base::code(locale), slug);
}
std::string delivery_path(base::Locale locale, std::string_view slug) {
    return petition_path(locale, slug) + "/delivery";
}
std::string parliament_path(base::Locale locale, std::string_view slug) {
    return petition_path(locale, slug) + "/parliament";
}
std::string sheet_path(base::Locale locale, std::string_view slug, Parliament parliament) {
    return fmt::format("{}/sheets/{}", petition_path(locale, slug), facts_of(parliament).key);
}
std::string response_path(base::Locale locale, std::string_view slug, DeliveryId delivery) {
    return fmt::format("{}/{}/response", delivery_path(locale, slug), delivery.value);
}

std::string date_of(const Translator& t, base::Day day) {
    constexpr auto kNoon = base::hours(17);  // UTC: noon where most readers are
    const base::Instant at{std::chrono::duration_cast<std::chrono::microseconds>(day.time_since_epoch()).count()};
    return t.date(at + kNoon);
}

SafeHtml deliveries(const Translator& t, const Deliveries& view) {
    Out out;
    write_head(out, t, view.petition,
               {t("Delivered"), t("Who received these signatures, when, how many there were, and what came back.")});
    html::write<R"(<div class="frame frame--narrow deliveries">)">(out);
    write_paper(out, t, view.on_paper);
    if (view.records.empty())
        html::write<R"(<p class="empty">{}</p>)">(
            out, t("Nothing has been delivered yet. It will stand here as soon as it is."));
    for (const ShownRecord& shown : view.records) write_record(out, t, view, shown);
    html::write<R"(<p><a href="{}">{} {}</a></p></div>)">(out, parliament_path(t.locale(), view.petition.slug),
                                                          t("Sign it for parliament, on paper or on the official site"),
                                                          html::icon("arrow-right"));
    return std::move(out).finish();
}

SafeHtml parliaments(const Translator& t, const Ways& view) {
    Out out;
    write_head(out, t, view.petition,
               {t("For parliament"),
                t("Parliaments take petitions on paper, signed by hand, and on their own sites. Not from here.")});
    html::write<
        R"(<div class="frame frame--narrow deliveries"><div class="notice notice--warning">{}<div class="notice__body"><h2 class="notice__title">{}</h2><p>{}</p></div></div>)">(
        out, html::icon("landmark"), t("A signature on this site has no standing in parliament"),
        t("It counts here: it is delivered, and it shows how many we are. To be heard in the house, sign again on a "
          "sheet "
          "or on the official site. A text there is a petition of its own, with a count of its own."));
    write_paper(out, t, view.on_paper);
    for (const Way& way : view.ways) write_way(out, t, view, way);
    if (view.ways.empty())
        html::write<R"(<p class="empty">{}</p>)">(
            out, t("There is no official petition yet, and no sheet that a parliament would take."));
    html::write<R"(<h2>{}</h2><div class="prose"><ol><li>{}</li><li>{}</li><li>{}</li></ol></div></div>)">(
        out, t("How to collect on paper"),
        t("Print the sheets. Everybody signs with their own hand, on the sheet itself."),
        t("Names and addresses are printed to be read. Do not sign for somebody else."),
        t("Bring or send the sheets to the campaign, never copies. They go to the member who presents them."));
    return std::move(out).finish();
}

SafeHtml section(const Translator& t, const Section& view) {
    Out out;
    html::write<
        R"(<section class="section" id="delivery" aria-labelledby="delivery-title"><div class="frame delivery-section"><h2 class="section__title" id="delivery-title">{}</h2>)">(
        out, view.records.empty() ? t("On paper and in parliament") : t("Delivered"));
    for (const Record& record : view.records) {
        if (&record - view.records.data() == 3) break;
        html::write<R"(<p class="delivery-line"><b>{}</b> <span>{}</span></p>)">(
            out, t("To {recipient}", {{"recipient", record.words.recipient}}), date_of(t, record.words.delivered_on));
    }
    if (view.on_paper.valid > 0) html::write<R"(<p>{}</p>)">(out, paper_sentence(t, view.on_paper));
    for (const Official& official : view.officials)
        if (stage_of(official.words, view.today) == OfficialStage::open && !official.words.link.empty())
            html::write<R"(<p><a class="button button--primary" href="{}" rel="noopener">{} {}</a></p>)">(
                out, official.words.link, t("Sign on the official site"), html::icon("external"));
    if (view.records.empty())
        html::write<R"(<p>{}</p>)">(out,
                                    t("A signature on this site is delivered, but has no standing in parliament."));
    html::write<R"(<ul class="cluster">)">(out);
    if (!view.records.empty())
        html::write<R"(<li><a href="{}">{}</a></li>)">(out, delivery_path(t.locale(), view.petition.slug),
                                                       t("All deliveries and responses"));
    html::write<R"(<li><a href="{}">{}</a></li></ul></div></section>)">(
        out, parliament_path(t.locale(), view.petition.slug),
        t("Sign it for parliament, on paper or on the official site"));
    return std::move(out).finish();
}

}  // namespace delivery::pages

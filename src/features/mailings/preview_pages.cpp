// What staff_pages.h declares about looking at a mail, checking it, and what came of it; and the parts they share.
#include <fmt/format.h>

#include "features/mailings/staff_pages.h"
#include "features/mailings/staff_pages_parts.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace mailings::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string preview_path(const Translator& t, const Preview& preview, const View& view) {
    return fmt::format("{}/preview/{}", mailing_path(t.locale(), preview.mailing.id), path_of(view));
}

std::string screen_label(const Translator& t, Screen screen) {
    switch (screen) {
        case Screen::phone:
            return t("Phone");
        case Screen::desktop:
            return t("Desktop");
        case Screen::dark:
            return t("Dark");
        case Screen::text:
            return t("Plain text");
    }
    return {};
}

void write_choices(Out& out, const Translator& t, const Preview& preview) {
    const View& here = preview.view;
    const auto link = [&](std::string label, const View& view, bool is_here) {
        return VariantLink{std::move(label), preview_path(t, preview, view), is_here};
    };
    std::vector<VariantLink> variants, languages, screens;
    for (int number = 0; number < preview.mailing.plan.variants; ++number) {
        View view = here;
        view.variant = {number};
        variants.push_back(
            link(t("Variant {letter}", {{"letter", letter_of({number})}}), view, number == here.variant.number));
    }
    for (const auto locale : base::kLocales) {
        View view = here;
        view.locale = locale;
        languages.push_back(link(std::string{i18n::own_name(locale)}, view, locale == here.locale));
    }
    for (const auto screen : kScreens) {
        View view = here;
        view.screen = screen;
        screens.push_back(link(screen_label(t, screen), view, screen == here.screen));
    }
    html::write<R"(<div class="mail-preview__choices">)">(out);
    if (variants.size() > 1) out.append(choice_links(t("Variant"), variants));
    out.append(choice_links(t("Language"), languages));
    out.append(choice_links(t("Screen"), screens));
    html::write<"</div>">(out);
}

void write_people(Out& out, const Translator& t, const Preview& preview) {
    std::vector<VariantLink> links;
    View view = preview.view;
    view.person = std::nullopt;
    links.push_back({t("An invented person"), preview_path(t, preview, view), !preview.view.person});
    for (const SamplePerson& sample : preview.samples) {
        view.person = sample.id;
        links.push_back({sample.name, preview_path(t, preview, view), preview.view.person == sample.id});
    }
    out.append(choice_links(t("Written to"), links));
    if (!preview.may_search) return;
    html::write<R"(<form class="toolbar" method="get" action="{}" role="search">
<div class="toolbar__field toolbar__field--grow"><label class="toolbar__label" for="email">{}</label>
<input class="field__input" type="search" id="email" name="email" value="{}" autocomplete="off"></div>
<button class="button button--quiet" type="submit">{} {}</button></form>)">(
        out, preview_path(t, preview, preview.view), t("See it as the person with this address"), preview.searched,
        html::icon("search"), t("Show"));
    if (!preview.searched.empty())
        html::write<R"(<p class="field__hint" role="status">{}</p>)">(out, t("Nobody here has this address."));
}

// Widths are fixed in the markup: a frame takes no address from outside, so its own page answers with the mail.
void write_frame(Out& out, const Translator& t, const Preview& preview) {
    const auto lang = base::code(preview.view.locale);
    html::write<
        R"(<dl class="facts"><div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value" lang="{}">{}</dd></div><div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value" lang="{}">{}</dd></div></dl>)">(
        out, t("Subject"), lang, preview.subject, t("Preview line"), lang, preview.preheader);
    switch (preview.view.screen) {
        case Screen::text:
            return html::write<R"(<pre class="mail-message__text" lang="{}" tabindex="0">{}</pre>)">(out, lang,
                                                                                                     preview.text);
        case Screen::phone:
            return html::write<
                R"(<div class="mail-preview__frame"><iframe src="?part=mail" title="{}" width="360" height="720" sandbox="allow-popups"></iframe></div>)">(
                out, t("The mail on a phone"));
        default:
            return html::write<
                R"(<div class="mail-preview__frame"><iframe src="?part=mail" title="{}" width="640" height="860" sandbox="allow-popups"></iframe></div>)">(
                out, t("The mail"));
    }
}

std::string finding_text(const Translator& t, const Finding& finding) {
    return t(finding.message, {{"what", finding.what}, {"line", static_cast<std::int64_t>(finding.line)}});
}

void write_link_list(Out& out, const Translator& t, const std::vector<std::string>& links) {
    html::write<
        R"(<details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><ul class="mail-findings">)">(
        out, t.plural("{count} link", "{count} links", std::ssize(links)));
    for (const std::string& link : links)
        html::write<R"(<li><a href="{}" rel="noopener">{}</a></li>)">(out, link, link);
    html::write<"</ul></div></details>">(out);
}

void write_findings(Out& out, const Translator& t, const Checked& checked, std::size_t variants) {
    const auto problems = std::ranges::count(checked.findings, Weight::problem, &Finding::weight);
    const auto badge = problems > 0 ? ports::Badge{"danger", t.plural("{count} problem", "{count} problems", problems)}
                                    : ports::Badge{"success", t("Nothing keeps it from being sent")};
    const auto title = variants > 1 ? t("{language}, variant {letter}", {{"language", i18n::own_name(checked.locale)},
                                                                         {"letter", letter_of(checked.variant)}})
                                    : std::string{i18n::own_name(checked.locale)};
    Out body;
    html::write<R"(<p class="field__hint">{}</p>)">(
        body, t("{size} of at most 100 KB",
                {{"size", t("{count} KB", {{"count", static_cast<std::int64_t>((checked.bytes + 1'023) / 1'024)}})}}));
    if (!checked.findings.empty()) {
        html::write<R"(<ul class="mail-findings">)">(body);
        for (const Finding& finding : checked.findings) {
            const bool is_problem = finding.weight == Weight::problem;
            html::write<R"(<li class="mail-findings__item">{} <span>{}</span></li>)">(
                body, ports::badge({is_problem ? "danger" : "information", is_problem ? t("Problem") : t("Hint")}),
                finding_text(t, finding));
        }
        html::write<"</ul>">(body);
    }
    if (!checked.links.empty()) write_link_list(body, t, checked.links);
    out.append(ports::panel({title, ports::badge(badge)}, std::move(body).finish()));
}

ports::Badge look_badge(const Translator& t, const OutsideLink& link) {
    if (!link.look) return {"neutral", t("Not looked at")};
    if (link.look->status == 0) return {"danger", t("Nobody answered")};
    if (link.look->status >= 400)
        return {"danger", t("Answers with an error ({status})", {{"status", std::to_string(link.look->status)}})};
    return {"success", t("Is there")};
}

// Links to other sites are visited only when somebody asks for it.
SafeHtml outside_links(const Translator& t, const Preview& preview) {
    Out body;
    html::write<R"(<ul class="mail-findings">)">(body);
    for (const OutsideLink& link : preview.outside)
        html::write<R"(<li class="mail-findings__item">{} <a href="{}" rel="noopener">{}</a></li>)">(
            body, ports::badge(look_badge(t, link)), link.url, link.url);
    html::write<"</ul>{}">(body, ports::act(t, {.path = mailing_path(t.locale(), preview.mailing.id) + "/links",
                                                .label = t("Have them looked at"),
                                                .above = html::hidden({"view", path_of(preview.view)})}));
    return ports::panel({t("Links to other sites")}, std::move(body).finish());
}

SafeHtml test_form(const Translator& t, const Preview& preview) {
    return ports::panel({t("Test it")},
                        ports::act(t, {.path = mailing_path(t.locale(), preview.mailing.id) + "/test",
                                       .label = t("Send me this mail"),
                                       .above = html::render<R"(<p>{}</p>{})">(
                                           t("A copy in this language and variant, with an invented name, to {email}.",
                                             {{"email", preview.staff_email}}),
                                           html::hidden({"view", path_of(preview.view)}))}));
}

// "0.4" of 0.004: percentage points.
std::string points(const Translator& t, double difference) { return t.number(difference * 100, {1}); }

std::string verdict_text(const Translator& t, const Verdict& verdict) {
    const auto first = letter_of(verdict.first), second = letter_of(verdict.second);
    if (verdict.is_clear)
        return t(
            "{first} is better than {second}: between {low} and {high} percentage points more readers followed a "
            "link (95 %).",
            {{"first", first},
             {"second", second},
             {"low", points(t, verdict.difference.low)},
             {"high", points(t, verdict.difference.high)}});
    if (verdict.more)
        return t(
            "It cannot be told yet whether {first} is better than {second}: the difference lies between {low} and "
            "{high} percentage points (95 %). About {more} more copies are needed.",
            {{"first", first},
             {"second", second},
             {"low", points(t, verdict.difference.low)},
             {"high", points(t, verdict.difference.high)},
             {"more", *verdict.more}});
    return t("There is no difference so far.");
}

void write_result_row(Out& out, const Translator& t, const VariantResult& result) {
    const auto interval = statistics::wilson_interval({result.followed, result.delivered});
    html::write<R"(
<tr><th scope="row">{}</th><td data-label="{}" class="table__number">{}</td><td data-label="{}" class="table__number">{}</td><td data-label="{}" class="table__number">{}</td><td data-label="{}" class="table__number">{}</td><td data-label="{}" class="table__number">{}</td></tr>)">(
        out, t("Variant {letter}", {{"letter", letter_of(result.variant)}}), t("Delivered"), t.number(result.delivered),
        t("Followed a link"),
        t("{count} ({low} to {high})",
          {{"count", result.followed}, {"low", t.percent(interval.low, {1})}, {"high", t.percent(interval.high, {1})}}),
        t("Share"), t.percent(statistics::share({result.followed, result.delivered}), {1}), t("Left"),
        t.number(result.left), t("Bounced"), t.number(result.bounced));
}

void write_links(Out& out, const Translator& t, const std::vector<store::CountedLink>& links) {
    html::write<R"(<section><h2>{}</h2>
<div class="table-scroll" role="region" aria-labelledby="links" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="links">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Links"), t("Links"), t("Address"), t("Variant"), t("Readers"));
    for (const auto& link : links)
        html::write<
            R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}" class="table__number">{}</td></tr>)">(
            out, link.url, t("Variant"), letter_of(link.variant), t("Readers"), t.number(link.readers));
    html::write<"</tbody></table></div></section>">(out);
}

}  // namespace

SafeHtml tabs(const Translator& t, MailingId mailing, Tab here) {
    const auto path = mailing_path(t.locale(), mailing);
    const std::array<std::pair<std::string, std::string>, 5> links{{{path, t("Write")},
                                                                    {path + "/preview", t("Look and check")},
                                                                    {path + "/plan", t("Settings")},
                                                                    {path + "/versions", t("Versions")},
                                                                    {path + "/result", t("Result")}}};
    Out out;
    html::write<R"(<nav class="tabs" aria-label="{}"><ul class="tabs__list">)">(out, t("Pages about this mailing"));
    for (std::size_t i = 0; i < links.size(); ++i)
        html::write<R"(<li><a class="tabs__link" href="{}"{}>{}</a></li>)">(
            out, links[i].first, html::attribute_if(static_cast<Tab>(i) == here, "aria-current", "page"),
            links[i].second);
    html::write<"</ul></nav>">(out);
    return std::move(out).finish();
}

std::vector<ports::Crumb> crumbs(const Translator& t) { return {{t("Mailings"), list_path(t.locale())}}; }

std::vector<ports::Crumb> crumbs(const Translator& t, const Mailing& mailing) {
    return {{t("Mailings"), list_path(t.locale())}, {mailing.plan.name, mailing_path(t.locale(), mailing.id)}};
}

SafeHtml choice_links(const std::string& label, const std::vector<VariantLink>& links) {
    Out out;
    html::write<
        R"(<nav class="mail-choice" aria-label="{}"><span class="mail-choice__label" aria-hidden="true">{}</span><ul class="mail-choice__list">)">(
        out, label, label);
    for (const VariantLink& link : links)
        html::write<R"(<li><a class="mail-choice__link" href="{}"{}>{}</a></li>)">(
            out, link.path, html::attribute_if(link.is_here, "aria-current", "true"), link.label);
    html::write<"</ul></nav>">(out);
    return std::move(out).finish();
}

SafeHtml variant_links(const Translator& t, const std::vector<VariantLink>& links) {
    return links.size() < 2 ? SafeHtml{} : choice_links(t("Variant"), links);
}

SafeHtml preview(const Translator& t, const Preview& preview) {
    SafeHtml actions;
    if (!preview.send_path.empty()) actions = ports::button_link({preview.send_path, t("Send it"), "send", "primary"});
    Out out;
    out.append(ports::staff_head(t, {.title = preview.mailing.plan.name, .actions = actions, .above = crumbs(t)}));
    out.append(tabs(t, preview.mailing.id, Tab::preview));
    html::write<R"(<section class="mail-preview" aria-labelledby="look"><h2 id="look">{}</h2>)">(
        out, t("As readers see it"));
    write_choices(out, t, preview);
    write_people(out, t, preview);
    write_frame(out, t, preview);
    html::write<R"(</section><section class="mail-check" aria-labelledby="check"><h2 id="check">{}</h2>)">(out,
                                                                                                           t("Check"));
    for (const Checked& checked : preview.checked)
        write_findings(out, t, checked, static_cast<std::size_t>(preview.mailing.plan.variants));
    if (!preview.outside.empty()) out.append(outside_links(t, preview));
    html::write<"</section>">(out);
    out.append(test_form(t, preview));
    return std::move(out).finish();
}

SafeHtml result(const Translator& t, const Result& result) {
    Out out;
    out.append(ports::staff_head(t, {.title = result.mailing.plan.name,
                                     .lead = t("What came of it, for each variant. Nobody is followed one by one."),
                                     .above = crumbs(t)}));
    out.append(tabs(t, result.mailing.id, Tab::result));
    if (result.variants.empty()) {
        out.append(ports::empty_state({"bar-chart", t("Nothing was sent yet"),
                                       t("Once copies are delivered, this page shows what came of them.")}));
        return std::move(out).finish();
    }
    if (result.verdict)
        html::write<
            R"(<div class="notice notice--information">{}<div class="notice__body"><h2 class="notice__title">{}</h2><p>{}</p></div></div>)">(
            out, html::icon("bar-chart"), verdict_text(t, *result.verdict),
            t("Decide once, when enough copies are out: whoever looks every hour finds differences that are none."));
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="variants" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="variants">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Variants"), t("Variant"), t("Delivered"), t("Followed a link"), t("Share"), t("Left"), t("Bounced"));
    for (const VariantResult& each : result.variants) write_result_row(out, t, each);
    html::write<"</tbody></table></div>">(out);
    if (result.mailing.plan.counting == LinkCounting::off)
        html::write<R"(<p class="field__hint">{}</p>)">(
            out, t("Links of this mailing are not counted, so its variants cannot be compared."));
    if (!result.links.empty()) write_links(out, t, result.links);
    if (!result.send_path.empty())
        out.append(ports::button_link({result.send_path, t("Sending, and choosing the winner"), "send"}));
    return std::move(out).finish();
}

}  // namespace mailings::staff_pages

#include "features/endorsements/pages.h"

#include <algorithm>
#include <ranges>

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/moment.h"
#include "ports/day_words.h"

namespace endorsements::pages {
namespace {

using html::MomentTone;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr std::size_t kNamesOfTheSection = 4;  // of each class

std::string act_words(const Translator& t, const Statement& statement) {
    const std::string date = ports::day_in_words(t, statement.act_date);
    if (statement.act == Act::proclamation) return t("mayor’s proclamation of {date}", {{"date", date}});
    if (!statement.votes) return t("council resolution of {date}", {{"date", date}});
    return t("council resolution of {date}, {for} to {against}",
             {{"date", date}, {"for", statement.votes->in_favour}, {"against", statement.votes->against}});
}

std::vector<const Endorsement*> of_class(const std::vector<Endorsement>& all, SignerClass signer_class) {
    std::vector<const Endorsement*> found;
    for (const Endorsement& each : all)
        if (each.statement.signer_class == signer_class) found.push_back(&each);
    return found;
}

void write_ways(Out& out, const Translator& t, const ports::PetitionFacts& petition) {
    if (petition.stage != ports::PetitionStage::open) return;
    html::write<R"(<ul class="endorse-ways">)">(out);
    for (const SignerClass each : kClasses)
        html::write<R"(<li><a href="{}">{}</a></li>)">(out, form_path(t.locale(), petition.slug, each),
                                                       form_title(t, each));
    html::write<"</ul>">(out);
}

// One class of the section: its count, and its newest names.
void write_group(Out& out, const Translator& t, SignerClass signer_class,
                 const std::vector<const Endorsement*>& members) {
    html::write<R"(<div class="endorsers"><p class="endorsers__count"><b>{}</b> {}</p><ul class="endorsers__names">)">(
        out, t.number(members.size()), class_label(t, signer_class));
    for (const Endorsement* each : members | std::views::take(kNamesOfTheSection))
        html::write<"<li>{}</li>">(out, each->statement.name);
    html::write<"</ul></div>">(out);
}

std::string kind_of(ports::ScanType type) {
    std::string kind{ports::name_of(type)};
    std::ranges::transform(kind, kind.begin(), [](char c) { return static_cast<char>(c - ('a' - 'A')); });
    return kind;
}

void write_entry(Out& out, const Translator& t, const List& list, const Endorsement& endorsement) {
    const Statement& said = endorsement.statement;
    html::write<R"(<li class="endorser"><p class="endorser__name">)">(out);
    if (said.website.empty())
        html::write<"{}">(out, said.name);
    else
        html::write<R"(<a href="{}" rel="nofollow noopener">{}</a>)">(out, said.website, said.name);
    html::write<R"(</p><p class="endorser__line">{}</p>)">(out, line_of(t, said));
    if (!said.statement.empty())
        html::write<R"(<blockquote class="endorser__words" lang="{}">{}</blockquote>)">(
            out, base::code(endorsement.locale), said.statement);
    if (!said.document_url.empty())
        html::write<R"(<p><a href="{}" rel="nofollow noopener">{}</a></p>)">(out, said.document_url,
                                                                             t("Read the document"));
    if (const auto document = list.documents.find(endorsement.id); document != list.documents.end())
        html::write<R"(<p><a href="{}">{}</a></p>)">(
            out, document_path(t.locale(), list.petition.slug, endorsement.id),
            t("Download the document ({kind}, {size} kB)",
              {{"kind", kind_of(document->second.type)},
               {"size", std::max<std::int64_t>(1, document->second.bytes / 1'000)}}));
    html::write<"</li>">(out);
}

void write_class(Out& out, const Translator& t, const List& list, SignerClass signer_class) {
    const auto members = of_class(list.counted, signer_class);
    html::write<
        R"(<section class="section endorser-list" aria-labelledby="{}"><h2 class="petition__heading" id="{}">{} <span class="endorser-list__count">{}</span></h2>)">(
        out, slug_of(signer_class), slug_of(signer_class), class_label(t, signer_class), t.number(members.size()));
    if (members.empty())
        html::write<R"(<p class="empty">{}</p>)">(out, t("None so far."));
    else
        html::write<R"(<ul class="endorser-list__members">)">(out);
    for (const Endorsement* each : members) write_entry(out, t, list, *each);
    if (!members.empty()) html::write<"</ul>">(out);
    html::write<"</section>">(out);
}

std::string own_path(const Translator& t, const Own& view) {
    return fmt::format("/{}/endorsements/{}", base::code(t.locale()), view.token);
}

html::MomentButton confirm_button(const Translator& t, const Own& view) {
    return {own_path(t, view) + "/confirmation", t("Confirm")};
}

html::MomentButton withdraw_button(const Translator& t, const Own& view) {
    return {own_path(t, view) + "/withdrawal", t("Withdraw it"), html::ButtonKind::quiet};
}

html::Moment moment_of(const Translator& t, const Own& view) {
    const std::string& name = view.endorsement.statement.name;
    const std::string& title = view.petition.title;
    switch (view.endorsement.state) {
        case State::unconfirmed:
            return {MomentTone::plain, "signature", t("Confirm that this came from you"),
                    t("With one press of the button, “{name}” stands behind “{title}”. A person of the campaign then "
                      "looks at it before it is shown.",
                      {{"name", name}, {"title", title}}),
                    html::moment_buttons(t, {confirm_button(t, view), withdraw_button(t, view)})};
        case State::waiting:
            return {MomentTone::success, "clock", t("Thank you. It waits to be looked at."),
                    t("A person of the campaign looks at every endorsement before it is shown. You will get an email."),
                    html::moment_buttons(t, {withdraw_button(t, view)})};
        case State::counted:
            return {MomentTone::success, "check-circle", t("It is shown and counts"),
                    t("“{name}” stands on the list of “{title}”.", {{"name", name}, {"title", title}}),
                    html::moment_buttons(t, {withdraw_button(t, view)})};
        case State::declined:
            return {MomentTone::plain, "info", t("It is not shown"),
                    t("The campaign did not take it in. The reason: {reason}",
                      {{"reason", view.endorsement.reason(t.locale())}})};
        case State::withdrawn:
            return {MomentTone::plain, "undo", t("It is withdrawn"), t("It is no longer shown and no longer counts."),
                    html::moment_links({{list_path(t.locale(), view.petition.slug), t("See the list")}})};
        case State::removed:
            return {MomentTone::plain, "info", t("It was taken off the list"),
                    t("The reason: {reason}", {{"reason", view.endorsement.reason(t.locale())}})};
    }
    return {MomentTone::plain, "info", t("It is not shown"), ""};
}

}  // namespace

std::string class_label(const Translator& t, SignerClass signer_class) {
    switch (signer_class) {
        case SignerClass::elected_official:
            return t("Elected officials");
        case SignerClass::candidate:
            return t("Candidates");
        case SignerClass::organisation:
            return t("Organisations");
        case SignerClass::municipality:
            return t("Municipalities");
        case SignerClass::individual:
            return t("People");
    }
    return t("People");
}

std::string line_of(const Translator& t, const Statement& statement) {
    std::vector<std::string> parts;
    if (statement.office != Office::none) parts.push_back(t(label_of(statement.office)));
    if (!statement.place.empty()) parts.push_back(statement.place);
    parts.push_back(t(people::name(statement.region)));
    if (!statement.party.empty()) parts.push_back(statement.party);
    if (statement.members) parts.push_back(t.plural("{count} member", "{count} members", *statement.members));
    if (statement.act != Act::none) parts.push_back(act_words(t, statement));
    return fmt::format("{}", fmt::join(parts, " · "));
}

html::SafeHtml section(const Translator& t, const List& list) {
    if (list.counted.empty() && list.petition.stage != ports::PetitionStage::open) return {};
    Out out;
    html::write<R"(
<section class="petition-endorsements" aria-labelledby="endorsements-title"><div class="frame">
<h2 class="petition__heading" id="endorsements-title">{}</h2>)">(out, t("Who endorses it"));
    if (!list.counted.empty()) {
        html::write<R"(<div class="endorsers-row">)">(out);
        for (const SignerClass each : kClasses)
            if (const auto members = of_class(list.counted, each); !members.empty()) write_group(out, t, each, members);
        html::write<R"(</div><p class="endorse-all"><a href="{}">{}</a></p>)">(
            out, list_path(t.locale(), list.petition.slug), t("All endorsements"));
    } else {
        html::write<"<p>{}</p>">(out, t("Councils, organisations and those who stand for election can sign too, each "
                                        "in a form and a list of their own."));
    }
    write_ways(out, t, list.petition);
    html::write<"</div></section>">(out);
    return std::move(out).finish();
}

html::SafeHtml list(const Translator& t, const List& list) {
    Out out;
    html::write<R"(
<header class="page-head frame"><p class="page-head__eyebrow"><a href="/{}/petitions/{}">{}</a></p>
<h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header><article class="frame">)">(
        out, base::code(t.locale()), list.petition.slug, list.petition.title, t("Who endorses it"),
        t("Different acts, each with a count of its own: none is added to the signatures or to another."));
    write_ways(out, t, list.petition);
    for (const SignerClass each : kClasses) write_class(out, t, list, each);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

html::SafeHtml thank_you(const Translator& t, const ThankYou& view) {
    return html::moment({MomentTone::success, "mail", t("One more step: check your email"),
                         t("We have sent an email with a button to confirm. Nothing there after five minutes? Look in "
                           "your junk mail."),
                         view.mailbox_path.empty()
                             ? html::moment_links({{list_path(t.locale(), view.petition.slug), t("See the list")}})
                             : html::moment_links({{view.mailbox_path, t("Open the demo mailbox")}})});
}

html::SafeHtml own(const Translator& t, const Own& view) {
    Out out;
    out.append(html::moment(moment_of(t, view)));
    out.append(view.sections);
    return std::move(out).finish();
}

html::SafeHtml broken_link(const Translator& t) { return html::broken_link(t); }

std::string list_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/petitions/{}/endorsements", base::code(locale), slug);
}

std::string document_path(base::Locale locale, std::string_view slug, EndorsementId id) {
    return fmt::format("{}/documents/{}", list_path(locale, slug), id.value);
}

std::string form_path(base::Locale locale, std::string_view slug, SignerClass signer_class) {
    return fmt::format("{}/{}", list_path(locale, slug), slug_of(signer_class));
}

}  // namespace endorsements::pages

// What staff_pages.h declares about signatures.
#include "features/petitions/review_pages.h"
#include "features/petitions/staff_pages.h"
#include "platform/html/assets.h"

namespace petitions::staff_pages {

using i18n::Translator;

ports::Badge badge_of(const Translator& t, SignatureState state) {
    switch (state) {
        case SignatureState::pending:
            return {"warning", t("Pending")};
        case SignatureState::confirmed:
            return {"success", t("Confirmed")};
        case SignatureState::withdrawn:
            return {"neutral", t("Withdrawn")};
        case SignatureState::invalidated:
            return {"danger", t("Invalidated")};
    }
    return {"warning", t("Pending")};
}

namespace {

using html::Out;

void write_signature_row(Out& out, const Translator& t, const Signature& signature) {
    html::write<R"(
<tr><th scope="row">{} {}</th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{} {}</td>
  <td data-label="{}"><time datetime="{}">{}</time></td></tr>)">(
        out, signature.given_name, signature.family_name, t("Email"), signature.email, t("State"),
        ports::badge(badge_of(t, signature.state)), t("Place"), signature.postal_code, signature.place, t("Signed"),
        i18n::machine_time(signature.signed_at), t.date_time(signature.signed_at));
}

void write_search(Out& out, const Translator& t, const SignatureList& list) {
    html::write<R"(
<form class="toolbar" method="get" action="{}" role="search"><div class="toolbar__field toolbar__field--grow">
  <label class="toolbar__label" for="words">{}</label><input class="field__input" id="words" name="words" type="search" value="{}"></div>
  <button class="button button--quiet" type="submit">{} {}</button></form>)">(
        out, staff_path(t.locale(), list.petition.slug) + "/signatures", t("Name, place or whole email address"),
        list.words, html::icon("search"), t("Search"));
}

void write_pager(Out& out, const Translator& t, const SignatureList& list) {
    if (!list.older) return;
    html::write<
        R"(<nav class="pager" aria-label="{}"><a class="pager__link" rel="next" href="{}?before={}&amp;words={}">{} {}</a></nav>)">(
        out, t("Pages"), staff_path(t.locale(), list.petition.slug) + "/signatures", list.older->value, list.words,
        t("Older"), html::icon("arrow-right"));
}

}  // namespace

html::SafeHtml signatures(const Translator& t, const SignatureList& list) {
    const std::string path = staff_path(t.locale(), list.petition.slug);
    Out out;
    out.append(ports::staff_head(t, {.title = t("Signatures"),
                                     .lead = t("Newest first."),
                                     .above = review_pages::way_to(t, list.petition, list.title)}));
    write_search(out, t, list);
    if (list.signatures.empty()) {
        out.append(ports::empty_state({"inbox", t("No signatures here"),
                                       list.words.empty()
                                           ? t("They appear here as soon as somebody signs.")
                                           : t("Nobody matches. Try part of the name, or the whole address.")}));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Signatures"), t("Name"), t("Email"), t("State"), t("Place"), t("Signed"));
    for (const Signature& signature : list.signatures) write_signature_row(out, t, signature);
    html::write<"</tbody></table></div>">(out);
    write_pager(out, t, list);
    if (list.may_export == SignatureList::MayExport::yes)
        out.append(ports::act(t, {path + "/exports", t("Export all as a file"), html::ButtonKind::quiet,
                                  html::render<R"(<p class="field__hint">{}</p>)">(
                                      t("Every export is written to the audit log with your name."))}));
    return std::move(out).finish();
}

}  // namespace petitions::staff_pages

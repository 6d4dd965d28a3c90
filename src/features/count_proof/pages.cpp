#include "features/count_proof/pages.h"

#include <fmt/format.h>

#include "features/count_proof/pages_parts.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/paging.h"

namespace count_proof::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

void write_head(Out& out, const Translator& t) {
    html::write<
        R"(<header class="page-head frame"><p class="page-head__eyebrow">{}</p><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>)">(
        out, t("The verifiable count"), t("Check our count yourself"),
        t("Every confirmed signature is an entry in a log that can only grow. Anyone can take the whole log and count "
          "it anew, and every signer can prove that their name is in it."));
}

std::string class_label(const Translator& t, SignerClass signer_class) {
    switch (signer_class) {
        case SignerClass::individual:
            return t("Individuals");
        case SignerClass::elected_official:
            return t("Elected officials");
        case SignerClass::candidate:
            return t("Candidates");
        case SignerClass::organisation:
            return t("Organisations");
        case SignerClass::municipality:
            return t("Municipalities");
    }
    return {};
}

void write_count(Out& out, const Translator& t, const NamedCount& named) {
    const Tally& tally = named.count.tally;
    html::write<
        R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td class="table__number" data-label="{}"><strong>{}</strong></td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td></tr>)">(
        out, named.title.empty() ? named.count.slug : named.title, t("Who"), class_label(t, named.count.signer_class),
        t("Count"), t.number(tally.standing()), t("Confirmed"), t.number(tally.confirmed), t("Withdrawn"),
        t.number(tally.withdrawn), t("Invalidated"), t.number(tally.invalidated), t("Restored"),
        t.number(tally.restored));
}

void write_counts(Out& out, const Translator& t, const Overview& view) {
    if (view.counts.empty()) return;
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="counts-caption" tabindex="0"><table class="table table--cards"><caption class="table__caption" id="counts-caption">{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th></tr></thead><tbody>)">(
        out, t("What the entries add up to"), t("Petition"), t("Who"), t("Count"), t("Confirmed"), t("Withdrawn"),
        t("Invalidated"), t("Restored"));
    for (const NamedCount& named : view.counts) write_count(out, t, named);
    html::write<"</tbody></table></div>">(out);
}

void write_newest(Out& out, const Translator& t, const Overview& view) {
    html::write<
        R"(<section class="section" aria-labelledby="newest"><div class="frame stack"><h2 class="section__title" id="newest">{}</h2>)">(
        out, t("The newest head of the log"));
    if (!view.newest) {
        html::write<R"(<p class="section__lead">{}</p></div></section>)">(
            out, t("The first head is signed within a minute of the start. Come back in a moment."));
        return;
    }
    html::write<R"(<p class="section__lead">{}</p>)">(
        out, t("Once a minute, when something is new, we sign a head: how many entries there are, and one number, the "
               "root, that changes when any of them does."));
    parts::write_head_facts(out, t, *view.newest);
    write_counts(out, t, view);
    parts::write_note(out, t, {"newest-note", t("The signed head, word for word"), view.newest->note});
    html::write<"</div></section>">(out);
}

void write_check(Out& out, const Translator& t, const Overview& view) {
    const bool is_refused = view.checked.flaw.has_value();
    base::Problems problems;
    if (is_refused) problems.push_back({"proof", parts::words_of(*view.checked.flaw)});
    const html::Fields fields{t, problems};
    html::write<
        R"(<section class="section section--tint" id="check" aria-labelledby="check-title"><div class="frame frame--narrow stack"><h2 class="section__title" id="check-title">{}</h2><p class="section__lead">{}</p>)">(
        out, t("Check a receipt or a head"),
        t("Paste a receipt, the text of its code, or a head that you kept from another day. Nothing of it is stored."));
    parts::write_verdict(out, t, view.checked);
    html::write<
        R"(<form class="form" method="post" action="{}/check#check" enctype="multipart/form-data" data-count-verifier data-count-key="{}" data-count-holds="{}" data-count-promise="{}" data-count-fails="{}" data-count-unsigned="{}" novalidate>{}{}{}<p class="notice notice--information" data-count-verdict hidden role="status"></p>{}</form></div></section>)">(
        out, path(t.locale()), view.key,
        t("Checked by your own browser: this entry is in the log under the signed head."),
        t("Checked by your own browser: the promise is signed by us."),
        t("Checked by your own browser: this receipt does not hold."),
        t("Checked by your own browser: the path leads to the root of the head. Your browser cannot check signatures "
          "of "
          "this kind; the button below does."),
        is_refused ? fields.error_summary() : SafeHtml{},
        fields.text_area({.name = "proof",
                          .label = t("Receipt or head"),
                          .value = view.pasted,
                          .required = html::Required::no,
                          .rows = 6}),
        fields.file({.name = "file",
                     .label = t("Or a receipt file"),
                     .accept = ".json,.txt,application/json,text/plain",
                     .required = html::Required::no}),
        fields.button({.label = t("Check it"), .icon = "check-circle"}));
}

void write_meaning(Out& out, const Translator& t) {
    html::write<
        R"(<section class="section" aria-labelledby="meaning"><div class="frame frame--narrow prose"><h2 id="meaning">{}</h2><ul><li>{}</li><li>{}</li><li>{}</li></ul><h2>{}</h2><ul><li>{}</li><li>{}</li></ul></div></section>)">(
        out, t("What this proves"),
        t("Nothing was added, changed or dropped unseen: each head continues all the heads before it."),
        t("Whoever withdrew, and whatever was invalidated, is an entry too. The count is always explained."),
        t("A signer who holds a receipt can show that their entry is counted, and nobody can tell from the log who "
          "they "
          "are."),
        t("What it does not prove"),
        t("That each signer is a real person. The log counts confirmed addresses; how we look for fakes is another "
          "matter, and every signature taken out for it is an entry."),
        t("That we show everybody the same log. Keep a head, or compare it with a friend’s: two heads that do not "
          "continue each other would convict us."));
}

void write_downloads(Out& out, const Translator& t) {
    html::write<
        R"(<section class="section section--tint" aria-labelledby="take"><div class="frame frame--narrow stack"><h2 class="section__title" id="take">{}</h2><p>{}</p><p class="cluster"><a class="button button--primary" href="/api/v1/count-proof/log">{} {}</a> <a class="button button--quiet" href="/api/v1/count-proof/head">{}</a> <a class="button button--quiet" href="/api/v1/count-proof/keys">{}</a></p><pre class="code-block" tabindex="0"><code>alltogether verify log count.log
alltogether verify receipt receipt.json
alltogether verify heads old.txt new.txt --log count.log</code></pre><p>{}</p></div></section>)">(
        out, t("Take the whole log"),
        t("One file with every entry: 43 bytes each, no names, no addresses. Our program counts it anew on your own "
          "machine, without a network."),
        html::icon("download"), t("Download the log"), t("Newest head"), t("Public keys"),
        t("The format is documented in docs/methods/verifiable_count.md of the program’s source, completely enough to "
          "write a verifier of your own."));
}

void write_history(Out& out, const Translator& t, const Overview& view) {
    if (view.heads.empty()) return;
    html::write<
        R"(<section class="section" aria-labelledby="history"><div class="frame stack"><h2 class="section__title" id="history">{}</h2>)">(
        out, t("Earlier heads"));
    parts::write_head_table(out, t, view.heads);
    html::write<R"(<p class="section__more"><a class="more-link" href="{}/heads">{} {}</a></p></div></section>)">(
        out, path(t.locale()), t("All heads"), html::icon("arrow-right"));
}

}  // namespace

std::string path(base::Locale locale) { return fmt::format("/{}/count-proof", base::code(locale)); }

SafeHtml overview(const Translator& t, const Overview& view) {
    Out out;
    write_head(out, t);
    write_newest(out, t, view);
    write_check(out, t, view);
    write_meaning(out, t);
    write_downloads(out, t);
    write_history(out, t, view);
    return std::move(out).finish();
}

SafeHtml heads(const Translator& t, const HeadList& list) {
    Out out;
    html::write<
        R"(<header class="page-head frame"><nav class="breadcrumbs" aria-label="{}"><ol class="breadcrumbs__list"><li class="breadcrumbs__item"><a class="breadcrumbs__link" href="{}">{}</a></li><li class="breadcrumbs__item" aria-current="page">{}</li></ol></nav><h1 class="page-head__title">{}</h1></header><section class="section"><div class="frame stack">)">(
        out, t("Breadcrumbs"), path(t.locale()), t("The verifiable count"), t("All heads"), t("All heads of the log"));
    if (list.heads.empty())
        html::write<"<p>{}</p>">(out, t("There is no head yet."));
    else
        parts::write_head_table(out, t, list.heads);
    if (list.next_before)
        out.append(ports::next_page(t, {fmt::format("?before={}", *list.next_before), t("Older heads")}));
    html::write<"</div></section>">(out);
    return std::move(out).finish();
}

SafeHtml petition_section(const Translator& t, const store::StoredHead& head) {
    return html::render<
        R"(<section class="section" aria-labelledby="count-proof-title"><div class="frame frame--narrow stack"><h2 class="section__title" id="count-proof-title">{}</h2><p>{}</p><p class="count-proof-root"><code>{}</code></p><p><a class="more-link" href="{}">{} {}</a></p></div></section>)">(
        t("Verify this count"),
        t("This count can be checked by anyone. Signed on {time}, over {count} entries, with this root:",
          {{"time", t.date_time(head.signed_at)}, {"count", head.size}}),
        hex(head.root.view()), path(t.locale()), t("How to check it"), html::icon("arrow-right"));
}

}  // namespace count_proof::pages

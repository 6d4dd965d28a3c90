#include "features/count_proof/pages_parts.h"
#include "platform/html/assets.h"

namespace count_proof::pages::parts {

using html::Out;
using i18n::Translator;

base::Message words_of(Flaw flaw) {
    switch (flaw) {
        case Flaw::unreadable:
            return base::message("This is neither a receipt nor a head of the log. Paste the whole text.");
        case Flaw::unknown_format:
            return base::message("This receipt has a format that this program does not know.");
        case Flaw::no_head:
            return base::message("We never signed a head of this size.");
        case Flaw::bad_note:
            return base::message("The head in it cannot be read.");
        case Flaw::not_signed:
            return base::message("The signature does not fit: something in it was changed.");
        case Flaw::other_log:
            return base::message("It was not signed by a key of this log.");
        case Flaw::wrong_path:
            return base::message("The path has the wrong length for this place in the tree: it was cut or mixed up.");
        case Flaw::not_in_tree:
            return base::message("The path leads to another root: this entry is not in the tree of that head.");
        case Flaw::broken_story:
            return base::message("Its steps do not follow on each other.");
        case Flaw::other_entry:
            return base::message("The promise is about another entry.");
    }
    return base::message("This is neither a receipt nor a head of the log. Paste the whole text.");
}

void write_head_facts(Out& out, const Translator& t, const store::StoredHead& head) {
    html::write<
        R"(<dl class="facts"><div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value number">{}</dd></div><div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value count-proof-root"><code>{}</code></dd></div><div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value"><time datetime="{}">{}</time></dd></div></dl>)">(
        out, t("Entries in the log"), t.number(head.size), t("Root"), hex(head.root.view()), t("Signed on"),
        i18n::machine_time(head.signed_at), t.date_time(head.signed_at));
}

void write_head_table(Out& out, const Translator& t, std::span<const store::StoredHead> heads) {
    html::write<
        R"(<div class="table-scroll" role="region" aria-labelledby="heads-caption" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="heads-caption">{}</caption><thead><tr><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Heads of the log, newest first"), t("Signed on"), t("Entries in the log"), t("Root"));
    for (const auto& head : heads)
        html::write<
            R"(<tr><th scope="row"><a href="/api/v1/count-proof/heads/{}"><time datetime="{}">{}</time></a></th><td class="table__number" data-label="{}">{}</td><td class="count-proof-root" data-label="{}"><code>{}</code></td></tr>)">(
            out, head.size, i18n::machine_time(head.signed_at), t.date_time(head.signed_at), t("Entries in the log"),
            t.number(head.size), t("Root"), hex(head.root.view()));
    html::write<"</tbody></table></div>">(out);
}

void write_note(Out& out, const Translator& t, const NoteBlock& block) {
    html::write<
        R"(<details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body stack"><pre class="code-block" id="{}" tabindex="0"><code>{}</code></pre><p><button class="button button--quiet" type="button" data-copy="#{}" data-copied="{}" hidden>{} <span data-copy-label>{}</span></button></p></div></details>)">(
        out, block.label, block.id, block.text, block.id, t("Copied"), html::icon("copy"), t("Copy"));
}

namespace {

struct Notice {
    std::string_view kind, icon;
    std::string title, text;
};

void write_notice(Out& out, const Notice& notice) {
    html::write<
        R"(<div class="notice notice--{}" role="status">{}<div class="notice__body"><h3 class="notice__title">{}</h3><p>{}</p></div></div>)">(
        out, notice.kind, html::icon(notice.icon), notice.title, notice.text);
}

Notice forked(const Translator& t) {
    return {"danger", "alert", t("We signed this, but our log of today does not continue it"),
            t("This must never happen. Please keep what you have and show it to the press.")};
}

Notice notice_of(const Translator& t, const Included& included, const std::string& title) {
    const std::string text = t("The signed head of {time} covers this entry, among {count}.",
                               {{"time", t.date_time(included.head.at)}, {"count", included.head.size}});
    if (!included.counts)
        return {"information", "info", t("The receipt holds: this signature no longer counts"),
                t("It was confirmed, and withdrawn or invalidated later. All of it stands in the log.") + " " + text};
    return {"success", "check-circle",
            title.empty() ? t("The receipt holds") : t("The receipt holds for “{title}”", {{"title", title}}), text};
}

Notice notice_of(const Translator& t, const Promise& promise) {
    return {"information", "clock", t("The promise is ours"),
            t("Every head that we sign from {time} on has to cover this entry. Fetch the whole receipt after that from "
              "the page of your signature.",
              {{"time", t.date_time(promise.by)}})};
}

Notice notice_of(const Translator& t, const TreeHead& head) {
    return {"success", "check-circle", t("This head is ours, and our log still continues it"),
            t("Of {time}, over {count} entries. Today’s log begins with exactly those.",
              {{"time", t.date_time(head.at)}, {"count", head.size}})};
}

}  // namespace

void write_verdict(Out& out, const Translator& t, const Checked& checked) {
    if (checked.thing == Checked::Thing::nothing || checked.flaw) return;
    if (!checked.is_continued) return write_notice(out, forked(t));
    if (checked.head) return write_notice(out, notice_of(t, *checked.head));
    if (!checked.proven) return;
    if (const auto* included = std::get_if<Included>(&*checked.proven))
        return write_notice(out, notice_of(t, *included, checked.title));
    write_notice(out, notice_of(t, std::get<Promise>(*checked.proven)));
}

}  // namespace count_proof::pages::parts

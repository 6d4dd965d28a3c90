#include "features/mailings/mails.h"

#include <algorithm>

#include <fmt/format.h>

#include "platform/html/links.h"
#include "platform/html/mail_markdown.h"
#include "platform/html/markdown.h"
#include "platform/html/stencil.h"

namespace mailings {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr int kPictureWidth = 536;  // the column without its margins

const ActionFact* action(const Facts& facts, std::string_view key) {
    const auto found = facts.actions.find(key);
    return found == facts.actions.end() ? nullptr : &found->second;
}

bool is_of_this_site(std::string_view url) { return url.starts_with('/') && !url.starts_with("//"); }

std::string absolute(std::string_view url, const Facts& facts) {
    return is_of_this_site(url) ? facts.public_url + std::string{url} : std::string{url};
}

// --- markup

// Padding on the link and colour on the cell: every mail program draws it, and the whole of it can be pressed.
void write_button(Out& out, std::string_view label, std::string_view url) {
    html::write<
        R"(<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 26px"><tr><td align="center" bgcolor="#c8251b" style="border-radius:4px;background-color:#c8251b"><a href="{}" style="display:inline-block;padding:14px 28px;border:1px solid #c8251b;border-radius:4px;font-family:Georgia,'Times New Roman',serif;font-size:18px;line-height:1.3;font-weight:700;color:#ffffff;text-decoration:none">{}</a></td></tr></table>
)">(out, url, label);
}

class PartWriter {
public:
    PartWriter(const Translator& t, const Facts& facts) : t_(t), facts_(facts) {}

    SafeHtml finish() && { return std::move(out_).finish(); }

    void operator()(const Words& words) { out_.append(html::mail_markdown(words.markdown)); }
    void operator()(const Button& button) { write_button(out_, button.label, button.url); }

    void operator()(const PictureBlock& block) {
        const auto found = facts_.pictures.find(block.picture);
        if (found == facts_.pictures.end()) return;
        const PictureFact& picture = found->second;
        const int width = std::min(kPictureWidth, std::max(picture.width, 1));
        const auto image = html::render<
            R"(<img src="{}" alt="{}" width="{}" border="0" style="display:block;width:100%;max-width:536px;height:auto;font-family:Georgia,serif;font-size:15px">)">(
            picture.path, block.alt.empty() ? picture.alt : block.alt, width);
        if (block.url.empty())
            html::write<R"(<div style="margin:4px 0 22px">{}</div>)">(out_, image);
        else
            html::write<R"(<div style="margin:4px 0 22px"><a href="{}">{}</a></div>)">(out_, block.url, image);
    }

    void operator()(const Quotation& quotation) {
        html::write<
            R"(<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:6px 0 24px"><tr><td class="line" style="padding:4px 0 4px 18px;border-left:5px solid #c8251b"><p class="ink" style="margin:0 0 8px;font-size:21px;line-height:1.4;font-style:italic;color:#1d1a16">{}</p><p class="soft" style="margin:0;font-size:15px;line-height:1.45;color:#4a443c">{}</p></td></tr></table>
)">(out_, t_("“{words}”", {{"words", quotation.words}}),
            quotation.office.empty()
                ? t_("{name}", {{"name", quotation.name}})
                : t_("{name}, {office}", {{"name", quotation.name}, {"office", quotation.office}}));
    }

    void operator()(const Figure& figure) {
        const auto* const found = action(facts_, figure.key);
        if (found == nullptr || found->figure.empty()) return;
        html::write<
            R"(<p class="ink" style="margin:4px 0 22px;color:#1d1a16"><strong style="display:block;font-size:44px;line-height:1.1">{}</strong> <span class="soft" style="font-size:16px;color:#4a443c">{}</span></p>
)">(out_, found->figure, found->unit);
    }

    void operator()(const PetitionCard& card) {
        const auto* const found = action(facts_, card.key);
        if (found == nullptr) return;
        begin_card(found->title);
        if (!found->figure.empty())
            html::write<
                R"(<p class="soft" style="margin:0 0 8px;font-size:16px;line-height:1.45;color:#4a443c"><strong>{}</strong> {}</p>)">(
                out_, found->figure, found->unit);
        if (!found->summary.empty())
            html::write<
                R"(<p class="ink" style="margin:0 0 14px;font-size:16px;line-height:1.5;color:#1d1a16">{}</p>)">(
                out_, found->summary);
        write_button(out_, found->call.empty() ? t_("Read and sign") : found->call, found->path);
        html::write<"</td></tr></table>\n">(out_);
    }

    void operator()(const EventCard& card) {
        const auto found = facts_.events.find(card.event);
        if (found == facts_.events.end()) return;
        const EventFact& event = found->second;
        begin_card(event.title);
        html::write<
            R"(<p class="ink" style="margin:0 0 8px;font-size:18px;line-height:1.4;font-weight:700;color:#1d1a16">{}</p>
<p class="soft" style="margin:0 0 14px;font-size:16px;line-height:1.45;color:#4a443c">{}<br>{}</p>)">(
            out_, event.when, event.where, event.language);
        write_button(out_, t_("Say that you are coming"), event.path);
        html::write<"</td></tr></table>\n">(out_);
    }

private:
    void begin_card(const std::string& title) {
        html::write<
            R"(<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:6px 0 26px"><tr><td class="card line" bgcolor="#f4f0e8" style="padding:22px 22px 4px;background-color:#f4f0e8;border-top:5px solid #c8251b"><p class="ink" style="margin:0 0 8px;font-size:21px;line-height:1.3;font-weight:700;color:#1d1a16">{}</p>)">(
            out_, title);
    }

    const Translator& t_;
    const Facts& facts_;
    Out out_;
};

// The line that lists of mails show behind the subject, hidden in the mail itself; the spaces keep the words of the
// mail out of it.
void write_preheader(Out& out, const std::string& preheader) {
    if (preheader.empty()) return;
    html::write<
        R"(<div style="display:none;max-height:0;max-width:0;overflow:hidden;mso-hide:all;color:#4a443c">{}&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;</div>
)">(out, preheader);
}

std::string who_writes(const Translator& t, const Facts& facts) {
    if (facts.from_name.empty() || facts.from_name == facts.organisation) return facts.organisation;
    return t("{sender}, on behalf of {organisation}",
             {{"sender", facts.from_name}, {"organisation", facts.organisation}});
}

struct PersonalAddresses {
    std::string preferences, leave;
};

void write_footer(Out& out, const Translator& t, const Facts& facts, const PersonalAddresses& addresses) {
    html::write<
        R"(<tr><td class="foot line" style="padding:22px 32px 30px;border-top:1px solid #d8d0c0;font-family:Georgia,'Times New Roman',serif;font-size:14px;line-height:1.55">
<p class="soft" style="margin:0 0 10px;color:#4a443c">{}<br>{}<br><a class="link" href="mailto:{}" style="color:#8f1a12">{}</a></p>
<p class="soft" style="margin:0 0 10px;color:#4a443c">{}</p>
<p class="soft" style="margin:0;color:#4a443c"><a class="link" href="{}" style="color:#8f1a12">{}</a> &nbsp;·&nbsp; <a class="link" href="{}" style="color:#8f1a12">{}</a></p>
</td></tr>
)">(out, who_writes(t, facts), facts.postal_address, facts.contact, facts.contact,
        t("You get this mail because you asked us to write to you."), addresses.preferences, t("Choose what you get"),
        addresses.leave, t("Leave the list"));
}

void write_archive_link(Out& out, const Translator& t, const Facts& facts) {
    if (facts.archive_path.empty()) return;
    html::write<
        R"(<tr><td align="right" class="frame" style="padding:0 32px 10px;font-family:Georgia,serif;font-size:13px;line-height:1.4"><a class="link" href="{}" style="color:#8f1a12">{}</a></td></tr>
)">(out, facts.archive_path, t("Read on the web"));
}

// What the document is made of around the words.
struct Around {
    const std::string& subject;
    const std::string& preheader;
    const PersonalAddresses& addresses;
};

SafeHtml document(const Translator& t, const Facts& facts, const Around& around, const SafeHtml& content) {
    Out out;
    html::write<R"(<!doctype html>
<html lang="{}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no, date=no, address=no"><title>{}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) { .pad { padding-left: 20px !important; padding-right: 20px !important; } .foot { padding-left: 20px !important; padding-right: 20px !important; } }
@media (prefers-color-scheme: dark) {
.ground { background-color: #14120f !important; } .sheet { background-color: #1f1c18 !important; } .card { background-color: #2b2722 !important; }
.ink { color: #f6f1e6 !important; } .soft { color: #cfc6b6 !important; } .link { color: #ff9d92 !important; } .line { border-color: #5b5347 !important; } .mark { color: #ff9d92 !important; }
}
[data-ogsc] .ink { color: #f6f1e6 !important; } [data-ogsc] .soft { color: #cfc6b6 !important; } [data-ogsc] .link { color: #ff9d92 !important; }
[data-ogsb] .ground { background-color: #14120f !important; } [data-ogsb] .sheet { background-color: #1f1c18 !important; } [data-ogsb] .card { background-color: #2b2722 !important; }
</style></head>
<body class="ground" style="margin:0;padding:0;width:100%;background-color:#f4f0e8;-webkit-text-size-adjust:100%">
)">(out, base::code(t.locale()), around.subject);
    write_preheader(out, around.preheader);
    html::write<
        R"(<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="ground" bgcolor="#f4f0e8" style="background-color:#f4f0e8"><tr><td align="center" style="padding:24px 8px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px">
)">(out);
    write_archive_link(out, t, facts);
    html::write<
        R"(<tr><td><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="sheet" bgcolor="#fffdf8" style="background-color:#fffdf8;border-top:6px solid #c8251b">
<tr><td class="pad" style="padding:26px 32px 14px;font-family:Georgia,'Times New Roman',serif"><p class="mark" style="margin:0 0 22px;font-size:15px;line-height:1.4;font-weight:700;color:#8f1a12">{}</p>
{}</td></tr>
)">(out, facts.campaign, content);
    write_footer(out, t, facts, around.addresses);
    html::write<"</table></td></tr></table></td></tr></table>\n</body></html>\n">(out);
    return std::move(out).finish();
}

// --- text

class TextWriter {
public:
    TextWriter(const Translator& t, const Facts& facts, const html::LinkChange& address)
        : t_(t), facts_(facts), address_(address) {}

    std::string finish() && { return std::move(out_); }

    void operator()(const Words& words) { add(html::plain_text(words.markdown, address_)); }
    void operator()(const Button& button) { add(above_link(button.label) + address_(button.url)); }
    void operator()(const PictureBlock& block) {
        if (!block.url.empty() && !block.alt.empty()) add(above_link(block.alt) + address_(block.url));
    }
    void operator()(const Quotation& quotation) {
        add(fmt::format("{}\n-- {}{}{}", t_("“{words}”", {{"words", quotation.words}}), quotation.name,
                        quotation.office.empty() ? "" : ", ", quotation.office));
    }
    void operator()(const Figure& figure) {
        const auto* const found = action(facts_, figure.key);
        if (found != nullptr && !found->figure.empty()) add(found->figure + " " + found->unit);
    }
    void operator()(const PetitionCard& card) {
        const auto* const found = action(facts_, card.key);
        if (found == nullptr) return;
        std::string text = found->title;
        if (!found->figure.empty()) text += "\n" + found->figure + " " + found->unit;
        if (!found->summary.empty()) text += "\n" + found->summary;
        add(text + "\n" + address_(found->path));
    }
    void operator()(const EventCard& card) {
        const auto found = facts_.events.find(card.event);
        if (found == facts_.events.end()) return;
        const EventFact& event = found->second;
        add(fmt::format("{}\n{}\n{}\n{}\n{}", event.title, event.when, event.where, event.language,
                        address_(event.path)));
    }

private:
    std::string above_link(const std::string& label) { return t_("{label}:", {{"label", label}}) + "\n"; }
    void add(const std::string& paragraph) {
        if (paragraph.empty()) return;
        if (!out_.empty()) out_ += "\n\n";
        out_ += paragraph;
    }

    const Translator& t_;
    const Facts& facts_;
    const html::LinkChange& address_;
    std::string out_;
};

std::string text_footer(const Translator& t, const Facts& facts, const PersonalAddresses& addresses) {
    const auto link = [&](const std::string& label, const std::string& url) {
        return t("{label}:", {{"label", label}}) + "\n" + url + "\n";
    };
    return fmt::format("\n\n-- \n{}\n{}\n{}\n\n{}\n{}{}", who_writes(t, facts), facts.postal_address, facts.contact,
                       t("You get this mail because you asked us to write to you."),
                       link(t("Choose what you get"), addresses.preferences),
                       link(t("Leave the list"), addresses.leave));
}

// Behind its slash, which only markup needs.
std::string text_mark(std::size_t place) { return html::mark({place}); }

void move_troubles(std::vector<Trouble>& to, std::vector<Trouble>& from) {
    std::ranges::move(from, std::back_inserter(to));
}

// Whether an href of the document leads somewhere that staff wrote; not a picture, not a personal address.
bool is_followed(std::string_view url) { return (url.starts_with("https://") || url.starts_with("http://")); }

}  // namespace

LaidOut lay_out(const Translator& t, const MailWords& words, const Facts& facts, const LinkAddress& counted) {
    LaidOut mail;
    auto subject = read_text(words.subject, mail.slots);
    auto preheader = read_text(words.preheader, mail.slots);
    auto source = read_source(words.body, mail.slots);
    auto own_text = read_text(words.text, mail.slots);
    mail.subject = std::move(subject.text);
    mail.preheader = std::move(preheader.text);
    for (auto* troubles : {&subject.troubles, &preheader.troubles, &source.troubles, &own_text.troubles})
        move_troubles(mail.troubles, *troubles);
    const auto preferences = mail.slots.place_of(LinkSlot::preferences);
    const auto leave = mail.slots.place_of(LinkSlot::one_click);
    if (!preferences || !leave) return mail;

    const auto counted_address = [&](std::string_view url) {
        const auto whole = absolute(url, facts);
        if (!is_followed(whole)) return whole;
        if (std::ranges::find(mail.links, whole) == mail.links.end()) mail.links.push_back(whole);
        return counted(whole);
    };
    PartWriter parts{t, facts};
    for (const Part& part : source.parts) std::visit(parts, part);
    const std::string pictures = "/pictures/";
    const auto content = html::with_links(std::move(parts).finish(), [&](std::string_view url) {
        return url.starts_with(pictures) ? absolute(url, facts) : counted_address(url);
    });
    const PersonalAddresses marked{html::address_mark({*preferences}), html::address_mark({*leave})};
    const auto whole = document(t, facts, {mail.subject, mail.preheader, marked}, content);
    mail.document = html::with_links(whole, [&](std::string_view url) {
        return url == marked.preferences || url == marked.leave ? std::string{url} : absolute(url, facts);
    });

    const auto text_of_parts = [&](const html::LinkChange& address) {
        TextWriter text{t, facts, address};
        for (const Part& part : source.parts) std::visit(text, part);
        return std::move(text).finish();
    };
    mail.made_text = as_typed(text_of_parts([&](std::string_view url) { return absolute(url, facts); }), mail.slots);
    const auto said = words.text.empty() ? text_of_parts(counted_address) : own_text.text;
    mail.text = facts.campaign + "\n\n" + said + text_footer(t, facts, {text_mark(*preferences), text_mark(*leave)});
    return mail;
}

std::optional<std::string> common_value(const Slot& slot, const Facts& facts) {
    const auto* const count = std::get_if<CountSlot>(&slot);
    if (count == nullptr) return std::nullopt;
    const auto* const found = action(facts, count->key);
    return found == nullptr ? std::string{} : found->figure;
}

std::string with_fallbacks(std::string_view marked, const Slots& slots, const Facts& facts) {
    return html::with_values(marked, [&](html::Hole hole) -> std::string {
        if (hole.number >= slots.all().size()) return {};
        const Slot& slot = slots.all()[hole.number];
        if (const auto* field = std::get_if<FieldSlot>(&slot)) return field->fallback;
        return common_value(slot, facts).value_or("");
    });
}

}  // namespace mailings

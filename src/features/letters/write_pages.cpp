// What pages.h declares about writing.
#include <algorithm>

#include <fmt/format.h>

#include "features/letters/parts_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/person_fields.h"

namespace letters::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

void write_recipients(Out& out, const Translator& t, const Way& way) {
    html::write<R"(<section class="letter-to"><h2 class="letter-to__title">{}</h2><ul class="letter-to__list">)">(
        out, t("Who will get it"));
    for (const auto& each : way.recipients.to) {
        html::write<R"(<li class="letter-to__one"><strong>{}</strong><span>{}</span>)">(out, each.name,
                                                                                        office_words(t, each));
        if (!each.email)
            html::write<R"(<span class="letter-to__note">{}</span>)">(
                out, t("No address for mail is known: print the letter, or call."));
        html::write<"</li>">(out);
    }
    for (const auto& seat : way.recipients.vacant)
        html::write<R"(<li class="letter-to__one letter-to__one--vacant"><strong>{}</strong><span>{}</span></li>)">(
            out, t("Vacant seat"), office_words(t, seat));
    html::write<R"(</ul><p class="letter-to__other"><a href="{}">{} {}</a></p></section>)">(
        out, call_address(t, way), html::icon("arrow-right"), t("Call instead: script and numbers"));
}

class LetterFormWriter {
public:
    LetterFormWriter(const Translator& t, const Way& way, const FormParts& parts)
        : t_(t), way_(way), parts_(parts), fields_(t, parts.problems), content_(way.shown.campaign.content) {}

    SafeHtml write() && {
        html::write<R"(<form class="form letter-form" method="post" action="{}/write" novalidate>{})">(
            out_, campaign_path(t_.locale(), way_.shown.campaign.slug), fields_.error_summary());
        write_place();
        write_subject();
        write_blocks();
        write_words();
        write_person();
        html::write<
            R"({}{}<input type="hidden" name="stamp" value="{}">{}<div class="form__actions">{}</div><p class="sign-form__promise">{} {}</p></form>)">(
            out_, html::trap(t_, "website"), parts_.puzzle, way_.typed.stamp,
            way_.shown.campaign.is_address_asked ? html::hidden({"address_asked", "1"}) : SafeHtml{},
            fields_.button({.label = t_("Look at the whole letter"),
                            .size = html::ButtonSize::large,
                            .name = "act",
                            .value = "preview",
                            .icon = "eye"}),
            html::icon("lock"),
            t_("Nothing leaves before you have confirmed it by email. The office sees your name and what you give "
               "here, because offices answer the people they represent."));
        return std::move(out_).finish();
    }

private:
    void write_place() {
        out_.append(html::hidden({"postal_code", way_.typed.postal_code}));
        out_.append(chosen_ridings(way_.typed));
    }

    void write_subject() {
        std::vector<html::Choice> choices;
        for (std::size_t i = 0; i < kSubjects; ++i)
            if (const auto& words = content_.subjects[i].in(t_.locale()); !words.empty())
                choices.push_back({std::to_string(i + 1), words});
        if (choices.size() == 1) {
            out_.append(html::hidden({"subject", choices.front().value}));
            return;
        }
        out_.append(fields_.radio_group({.name = "subject",
                                         .legend = t_("Subject line"),
                                         .choices = std::move(choices),
                                         .value = way_.typed.subject}));
    }

    void write_blocks() {
        html::write<
            R"(<fieldset class="field-group letter-blocks"><legend class="field-group__legend">{}</legend><p class="field__hint">{}</p>)">(
            out_, t_("Paragraphs you may use"), t_("Choose one or two that are true for you, or none."));
        for (std::size_t i = 0; i < kBlocks; ++i) {
            const auto& words = content_.blocks[i].in(t_.locale());
            if (words.empty()) continue;
            const std::string key = std::to_string(i + 1);
            const bool is_chosen = std::ranges::find(way_.typed.blocks, key) != way_.typed.blocks.end();
            html::write<
                R"(<div class="choice"><input class="choice__input" type="checkbox" id="block-{}" name="blocks" value="{}" data-letter-block {}><label class="choice__label" for="block-{}">{}</label></div>)">(
                out_, key, key, html::attribute_if(is_chosen, "checked"), key, words);
        }
        html::write<"</fieldset>">(out_);
    }

    void write_words() {
        html::write<R"(<div class="letter-words">{}{}<div data-letter-likeness="{}" role="status">{}</div>)">(
            out_,
            fields_.text_area({.name = "words",
                               .label = t_("In your own words"),
                               .value = way_.typed.words,
                               .required = html::Required::no,
                               .hint = t_("Two sentences from your life are worth more than any paragraph of ours. Who "
                                          "are you? What has happened? What do you want them to do?"),
                               .rows = 8,
                               .max_length = static_cast<int>(kLongestWords)}),
            parts_.words_panel, std::to_string(way_.shown.campaign.id.value),
            parts_.likeness ? likeness_notice(t_, *parts_.likeness) : SafeHtml{});
        const bool is_asked =
            base::find_problem(parts_.problems, "as_meant") != nullptr || way_.typed.as_meant == Ticked::yes;
        if (is_asked)
            out_.append(fields_.checkbox(
                {.name = "as_meant",
                 .label = t_("I have looked at my words, and they insult and threaten nobody"),
                 .checked = way_.typed.as_meant == Ticked::yes ? html::Checked::yes : html::Checked::no,
                 .hint = t_("Somebody of the campaign then reads the letter before it leaves.")}));
        html::write<"</div>">(out_);
    }

    void write_person() {
        html::write<R"(<h2 class="letter-form__title">{}</h2>)">(out_, t_("Who is writing"));
        out_.append(ports::own_name_fields(fields_, t_, {way_.typed.given_name, way_.typed.family_name}));
        out_.append(fields_.text({.name = "email",
                                  .label = t_("Email"),
                                  .value = way_.typed.email,
                                  .kind = html::TextKind::email,
                                  .autocomplete = "email",
                                  .hint = t_("We will send you one email, with a button to confirm your letter."),
                                  .max_length = 254}));
        if (way_.shown.campaign.is_address_asked) write_address();
        out_.append(fields_.checkbox(
            {.name = "consent_mail",
             .label = consent_label(t_),
             .checked = way_.typed.consent_mail == Ticked::yes ? html::Checked::yes : html::Checked::no,
             .hint = t_("You can leave the list at any time, with one click.")}));
    }

    void write_address() {
        out_.append(fields_.text({.name = "street",
                                  .label = t_("Street and number"),
                                  .value = way_.typed.street,
                                  .autocomplete = "address-line1",
                                  .hint = t_("Offices answer people who live in their riding: the address shows it."),
                                  .max_length = static_cast<int>(kLongestStreet)}));
        out_.append(fields_.text({.name = "place",
                                  .label = t_("City or town"),
                                  .value = way_.typed.place,
                                  .autocomplete = "address-level2",
                                  .max_length = 100}));
    }

    const Translator& t_;
    const Way& way_;
    const FormParts& parts_;
    html::Fields fields_;
    const Content& content_;
    Out out_;
};

}  // namespace

LikenessWords likeness_words(const Translator& t, const LikenessHint& hint) {
    if (!hint.is_told()) return {};
    const std::string percent = t.percent(hint.percent / 100.0);
    return {t.plural("Your letter is {percent} like one that was sent before.",
                     "Your letter is {percent} like {count} that were sent before.",
                     std::max<std::int64_t>(hint.alike, 1), {{"percent", percent}}),
            t("Offices block identical letters: say it in your own words, even in two sentences.")};
}

SafeHtml likeness_notice(const Translator& t, const LikenessHint& hint) {
    const auto words = likeness_words(t, hint);
    if (words.sentence.empty()) return {};
    return html::render<
        R"(<div class="notice notice--warning">{}<div class="notice__body"><p><strong>{}</strong> {}</p></div></div>)">(
        html::icon("alert"), words.sentence, words.advice);
}

SafeHtml write(const Translator& t, const Way& way, const FormParts& parts) {
    Out out;
    write_page_head(out, t, way, t("Your letter"));
    html::write<R"(<div class="letter letter--write frame"><div class="letter__side">)">(out);
    write_recipients(out, t, way);
    for (const auto& line : way.shown.taglines) html::write<R"(<p class="letter-tagline">{}</p>)">(out, line);
    html::write<R"(</div><div class="letter__main">)">(out);
    write_election(out, t, parts.election);
    out.append(LetterFormWriter{t, way, parts}.write());
    html::write<"</div></div>">(out);
    return std::move(out).finish();
}

}  // namespace letters::pages

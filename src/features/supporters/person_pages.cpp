#include "features/supporters/person_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/supporters/list_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace supporters::person_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

std::string suppression_words(const Translator& t, people::SuppressionReason reason) {
    switch (reason) {
        case people::SuppressionReason::none:
            return t("Not suppressed");
        case people::SuppressionReason::unknown_address:
            return t("The address does not exist");
        case people::SuppressionReason::complaint:
            return t("They complained of spam");
        case people::SuppressionReason::refused:
            return t("Their server refused our mail again and again");
        case people::SuppressionReason::by_staff:
            break;
    }
    return t("Suppressed by staff");
}

std::string origin_words(const Translator& t, people::AnswerOrigin origin) {
    switch (origin) {
        case people::AnswerOrigin::own:
            return t("They said so");
        case people::AnswerOrigin::staff:
            return t("Staff");
        case people::AnswerOrigin::import:
            break;
    }
    return t("Import");
}

std::string value_words(const Translator& t, people::FieldKind kind, const std::string& value) {
    if (value.empty()) return t("Taken back");
    if (kind == people::FieldKind::yes_no) return value == "yes" ? t("Yes") : t("No");
    return value;
}

void write_fact(Out& out, const std::string& term, const std::string& value) {
    html::write<R"(<div class="facts__row"><dt class="facts__term">{}</dt><dd class="facts__value">{}</dd></div>)">(
        out, term, value.empty() ? "–" : value);
}

class PersonWriter {
public:
    PersonWriter(const Translator& t, const PersonPage& page)
        : t_(t), page_(page), path_(path(t.locale(), page.person.id)), fields_(t, page.problems) {}

    SafeHtml finish() && {
        out_.append(ports::staff_head(t_, {.title = name_of(page_.person),
                                           .lead = page_.person.email,
                                           .actions = actions(),
                                           .above = {{t_("People"), list_pages::path(t_.locale())}}}));
        out_.append(fields_.error_summary());
        write_record();
        write_mail();
        write_tags();
        write_answers();
        write_addresses();
        write_consents();
        write_timeline();
        write_merges();
        return std::move(out_).finish();
    }

private:
    SafeHtml actions() const {
        const auto write = [this](Out& out) {
            if (page_.may.change) {
                out.append(ports::button_link({path_ + "/edit", t_("Edit"), "edit"}));
                out.append(ports::button_link({path_ + "/merge", t_("Merge with somebody"), "users"}));
            }
            if (page_.may.take_out) out.append(ports::button_link({path_ + "/erasure", t_("Erase"), "trash"}));
        };
        return html::render<"{}">(write);
    }

    void write_record() {
        const auto& p = page_.person;
        const auto facts = [&](Out& out) {
            write_fact(out, t_("Given name"), p.name.given);
            write_fact(out, t_("Family name"), p.name.family);
            write_fact(out, t_("Language"), std::string{i18n::own_name(p.locale)});
            write_fact(out, t_("Postal code"), p.postal_code);
            write_fact(out, t_("Place"), p.place);
            write_fact(out, t_("Province"), p.province ? t_(people::name(*p.province)) : std::string{});
            write_fact(out, t_("Country"), people::country_name(p.country, t_.locale()));
            write_fact(out, t_("Federal riding"), page_.riding);
            write_fact(out, t_("Level"), page_.level.empty() ? t_("The nation") : page_.level);
            write_fact(out, t_("First seen"), t_.date_time(p.first_seen_at));
            write_fact(out, t_("Last change"), t_.date_time(p.changed_at));
        };
        out_.append(ports::panel({t_("Record")}, html::render<R"(<dl class="facts">{}</dl>)">(facts)));
    }

    ports::Badge mail_badge() const {
        const auto& standing = page_.standing;
        if (page_.suppression) return {"danger", t_("Suppressed")};
        if (!standing) return {"neutral", t_("Never asked")};
        if (standing->allowed_until <= page_.now) return {"neutral", t_("Left")};
        if (standing->preferences.paused_until > page_.now) return {"warning", t_("Paused")};
        return {"success", t_("Gets mail")};
    }

    void write_mail() {
        const auto facts = [&](Out& out) {
            if (const auto& standing = page_.standing) {
                const bool is_implied =
                    standing->allowed_until != people::kForEver && standing->allowed_until > base::Instant{};
                write_fact(out, t_("Agreed"), t_.date_time(standing->joined_at));
                if (is_implied) write_fact(out, t_("Implied consent ends"), t_.date(standing->allowed_until));
                if (standing->left_at) write_fact(out, t_("Left"), t_.date_time(*standing->left_at));
                if (standing->preferences.paused_until > page_.now)
                    write_fact(out, t_("Paused until"), t_.date(standing->preferences.paused_until));
                if (standing->preferences.most_per_week > 0)
                    write_fact(out, t_("Mails a week at most"), t_.number(standing->preferences.most_per_week));
            }
            if (const auto& suppression = page_.suppression)
                write_fact(out, t_("Suppressed"),
                           fmt::format("{} – {} ({})", suppression_words(t_, suppression->reason), suppression->detail,
                                       t_.date(suppression->at)));
        };
        out_.append(ports::panel({t_("Mail"), ports::badge(mail_badge())},
                                 html::render<R"(<dl class="facts">{}</dl>{})">(facts, suppression_form())));
    }

    SafeHtml suppression_form() const {
        if (!page_.may.change) return {};
        if (page_.suppression)
            return html::render<R"(<form class="form" method="post" action="{}/suppression">{}</form>)">(
                path_, fields_.button({.label = t_("Lift the suppression"),
                                       .kind = html::ButtonKind::quiet,
                                       .name = "act",
                                       .value = "lift"}));
        return html::render<
            R"(<details class="disclosure"{}><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><form class="form" method="post" action="{}/suppression" novalidate>{}{}</form></div></details>)">(
            html::attribute_if(base::find_problem(page_.problems, "reason") != nullptr, "open"),
            t_("Never mail this address"), path_,
            fields_.text({.name = "reason",
                          .label = t_("Why"),
                          .value = page_.typed_reason,
                          .hint = t_("Such as: asked by telephone on November 3."),
                          .max_length = 300}),
            fields_.button({.label = t_("Suppress"), .kind = html::ButtonKind::danger}));
    }

    void write_tags() {
        const auto list = [this](Out& out) {
            for (const auto& tag : page_.tags)
                html::write<R"(<li class="person-tag"><span>{}</span>{}</li>)">(out, tag.name, untag(tag));
        };
        const auto body = [&](Out& out) {
            if (page_.tags.empty())
                html::write<"<p>{}</p>">(out, t_("No tags."));
            else
                html::write<R"(<ul class="person-tags">{}</ul>)">(out, list);
            if (page_.may.change)
                html::write<
                    R"(<form class="form" method="post" action="{}/tags" novalidate>{}<datalist id="tag-names">{}</datalist>{}</form>)">(
                    out, path_,
                    own_field({.id = "name",
                               .name = "name",
                               .label = t_("Tag"),
                               .value = page_.typed_tag,
                               .hint = t_("One that is there, or a new one."),
                               .list = "tag-names"}),
                    [this](Out& options) {
                        for (const auto& tag : page_.all_tags)
                            html::write<R"(<option value="{}"></option>)">(options, tag.name);
                    },
                    fields_.button({.label = t_("Add the tag"), .kind = html::ButtonKind::quiet, .icon = "plus"}));
        };
        out_.append(ports::panel({t_("Tags")}, html::render<"{}">(body)));
    }

    SafeHtml untag(const people::Tag& tag) const {
        if (!page_.may.change) return {};
        return html::render<
            R"(<form method="post" action="{}/tags"><button class="person-tag__remove" type="submit" name="remove" value="{}">{}<span class="visually-hidden">{}</span></button></form>)">(
            path_, tag.id.value, html::icon("close"), t_("Take off {tag}", {{"tag", tag.name}}));
    }

    void write_answers() {
        if (page_.fields.empty()) return;
        const auto body = [this](Out& out) {
            for (const auto& field : page_.fields) {
                std::vector<people::KeptAnswer> given;
                for (const auto& kept : page_.answers)
                    if (kept.answer.field == field.id) given.push_back(kept);
                if (!field.retired_at || !given.empty()) write_answer(out, field, given);
            }
        };
        out_.append(ports::panel({t_("Answers")}, html::render<"{}">(body)));
    }

    void write_answer(Out& out, const people::Field& field, const std::vector<people::KeptAnswer>& given) {
        const auto* holding = people::holding(given);
        const std::string problem_field = "field_" + field.slug;
        html::write<
            R"(<section class="person-answer"><h3 class="person-answer__name">{}</h3><p class="person-answer__value">{}</p>)">(
            out, field.label(t_.locale()),
            holding == nullptr ? t_("No answer.") : value_words(t_, field.kind, holding->answer.value));
        if (!given.empty()) write_history(out, field, {given, holding});
        if (page_.may.change && !field.retired_at)
            html::write<
                R"(<details class="disclosure"{}><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><form class="form" method="post" action="{}/answers" novalidate>{}{}{}</form></div></details>)">(
                out, html::attribute_if(base::find_problem(page_.problems, problem_field) != nullptr, "open"),
                t_("Record an answer"), path_, html::hidden({"field", std::to_string(field.id.value)}),
                answer_field(field), fields_.button({.label = t_("Keep the answer"), .kind = html::ButtonKind::quiet}));
        html::write<"</section>">(out);
    }

    // The id is what the problem is called, so that the summary leads here, also where many forms send one name.
    struct OwnField {
        std::string id, name, label, value, hint;
        std::string_view list = {};  // id of the suggestions
    };
    SafeHtml own_field(const OwnField& field) const {
        const auto* problem = base::find_problem(page_.problems, field.id);
        const auto below = [&](Out& out) {
            if (problem != nullptr)
                html::write<R"(<p class="field__error" id="{}-note">{} {}</p>)">(out, field.id, html::icon("alert"),
                                                                                 t_(problem->message));
            else
                html::write<R"(<p class="field__hint" id="{}-note">{}</p>)">(out, field.id, field.hint);
        };
        return html::render<
            R"(<div class="field"><label class="field__label" for="{}">{}</label>{}<input class="field__input" id="{}" name="{}" value="{}" list="{}" autocomplete="off" aria-describedby="{}-note" aria-invalid="{}"></div>)">(
            field.id, field.label, below, field.id, field.name, field.value, field.list, field.id,
            problem != nullptr ? "true" : "false");
    }

    SafeHtml answer_field(const people::Field& field) const {
        return own_field({.id = "field_" + field.slug,
                          .name = "value",
                          .label = t_("Answer"),
                          .value = {},
                          .hint = list_pages::kind_name(t_, field.kind)});
    }

    struct Given {
        const std::vector<people::KeptAnswer>& answers;
        const people::KeptAnswer* holding;
    };
    void write_history(Out& out, const people::Field& field, const Given& given) {
        html::write<R"(<ol class="person-answer__history">)">(out);
        for (const auto& kept : given.answers)
            html::write<R"(<li>{} <b>{}</b> – {}, {} <time datetime="{}">{}</time></li>)">(
                out, &kept == given.holding ? ports::badge({"success", t_("Holds")}) : SafeHtml{},
                value_words(t_, field.kind, kept.answer.value), origin_words(t_, kept.answer.origin),
                kept.answer.source, i18n::machine_time(kept.answer.at), t_.date_time(kept.answer.at));
        html::write<"</ol>">(out);
    }

    void write_addresses() {
        const auto rows = [this](Out& out) {
            for (const auto& address : page_.addresses)
                html::write<R"(<li class="person-address"><span>{}</span> {}</li>)">(out, address.email,
                                                                                     address_acts(address));
        };
        const auto form = [this](Out& out) {
            if (!page_.may.change) return;
            html::write<R"(<form class="form" method="post" action="{}/addresses" novalidate>{}{}</form>)">(
                out, path_,
                fields_.text({.name = "email",
                              .label = t_("Another address of theirs"),
                              .value = page_.typed_email,
                              .kind = html::TextKind::email,
                              .autocomplete = "off"}),
                fields_.button({.label = t_("Add the address"), .kind = html::ButtonKind::quiet, .icon = "plus"}));
        };
        out_.append(
            ports::panel({t_("Addresses")}, html::render<R"(<ul class="person-addresses">{}</ul>{})">(rows, form)));
    }

    SafeHtml address_acts(const people::PersonAddress& address) const {
        if (address.address_hash == page_.person.address_hash) return ports::badge({"accent", t_("Mail goes here")});
        if (!page_.may.change) return {};
        return html::render<R"(<form class="person-address__acts" method="post" action="{}/addresses">{}{} {}</form>)">(
            path_, html::hidden({"address", address.email}),
            fields_.button({.label = t_("Send mail here"),
                            .kind = html::ButtonKind::quiet,
                            .size = html::ButtonSize::small,
                            .name = "act",
                            .value = "use"}),
            fields_.button({.label = t_("Remove"),
                            .kind = html::ButtonKind::text,
                            .size = html::ButtonSize::small,
                            .name = "act",
                            .value = "remove"}));
    }

    void write_consents() {
        const auto items = [this](Out& out) {
            for (const auto& consent : page_.consents) write_consent(out, consent);
        };
        const std::string proof = fmt::format("/{}/staff/consent/{}", base::code(t_.locale()), page_.person.id.value);
        out_.append(ports::panel(
            {t_("Consents"), ports::button_link({proof, t_("Proof of consent"), "shield", "text"})},
            page_.consents.empty() ? html::render<"<p>{}</p>">(t_("They were never asked, or never answered."))
                                   : html::render<R"(<ol class="audit">{}</ol>)">(items)));
    }

    void write_consent(Out& out, const people::Consent& consent) {
        const bool is_given = consent.act == people::ConsentAct::given;
        const bool is_express = consent.ground == people::ConsentGround::express;
        html::write<
            R"(<li class="audit__entry"><time class="audit__time" datetime="{}">{}</time><div><p>{} {}</p><p>{}</p><p class="field__hint">{}</p></div></li>)">(
            out, i18n::machine_time(consent.at), t_.date_time(consent.at),
            ports::badge(is_given ? ports::Badge{"success", is_express ? t_("Given") : t_("Implied")}
                                  : ports::Badge{"neutral", t_("Withdrawn")}),
            consent.expires_at ? t_("until {day}", {{"day", t_.date(*consent.expires_at)}}) : std::string{},
            quoted(consent.wording.words), consent.source);
    }

    std::string quoted(const std::string& words) const { return t_("“{words}”", {{"words", words}}); }

    void write_timeline() {
        const auto items = [this](Out& out) {
            for (const auto& fact : page_.facts)
                html::write<
                    R"(<li class="audit__entry"><time class="audit__time" datetime="{}">{}</time><div>{}</div></li>)">(
                    out, i18n::machine_time(fact.at), t_.date_time(fact.at), fact_words(fact));
        };
        const auto more = [this](Out& out) {
            if (page_.more_facts > 0)
                html::write<"<p>{}</p>">(
                    out, t_.plural("{count} earlier act is not shown.", "{count} earlier acts are not shown.",
                                   static_cast<std::int64_t>(page_.more_facts)));
        };
        out_.append(ports::panel({t_("Timeline")}, page_.facts.empty()
                                                       ? html::render<"<p>{}</p>">(t_("Nothing yet."))
                                                       : html::render<R"(<ol class="audit">{}</ol>{})">(items, more)));
    }

    SafeHtml fact_words(const ports::PersonFact& fact) const {
        if (fact.path.empty()) return html::render<"{}">(fact.sentence);
        return html::render<R"(<a href="{}">{}</a>)">(fact.path, fact.sentence);
    }

    void write_merges() {
        if (page_.merges.empty()) return;
        const auto items = [this](Out& out) {
            for (const auto& merged : page_.merges) write_merge(out, merged);
        };
        out_.append(ports::panel({t_("Merges")}, html::render<R"(<ol class="audit">{}</ol>)">(items)));
    }

    void write_merge(Out& out, const Merged& merged) {
        const auto& merge = merged.merge;
        html::write<
            R"(<li class="audit__entry"><time class="audit__time" datetime="{}">{}</time><div><p>{}</p><p class="field__hint">{}</p>{}</div></li>)">(
            out, i18n::machine_time(merge.at), t_.date_time(merge.at),
            t_("{name} merged {other} into this person.", {{"name", merge.by}, {"other", merged.other}}),
            t_("Moved: {addresses} addresses, {tags} tags, {answers} answers.",
               {{"addresses", merge.addresses}, {"tags", merge.tags}, {"answers", merge.answers}}),
            merge.undone_at
                ? html::render<"<p>{}</p>">(t_("Undone by {name} on {time}.",
                                               {{"name", merge.undone_by}, {"time", t_.date_time(*merge.undone_at)}}))
                : undo_button(merge));
    }

    SafeHtml undo_button(const people::Merge& merge) const {
        if (!page_.may.change || merge.kept != page_.person.id) return {};
        return html::render<R"(<form method="post" action="{}/undone-merges">{}{}</form>)">(
            path_, html::hidden({"merge", std::to_string(merge.id.value)}),
            fields_.button({.label = t_("Undo the merge"),
                            .kind = html::ButtonKind::quiet,
                            .size = html::ButtonSize::small,
                            .icon = "undo"}));
    }

    const Translator& t_;
    const PersonPage& page_;
    std::string path_;
    html::Fields fields_;
    Out out_;
};

}  // namespace

std::string path(base::Locale locale, people::PersonId person) {
    return fmt::format("{}/{}", list_pages::path(locale), person.value);
}

SafeHtml person(const Translator& t, const PersonPage& page) { return PersonWriter{t, page}.finish(); }

SafeHtml erased(const Translator& t, const people::Person& person) {
    const std::string when = person.erased_at ? t.date(*person.erased_at) : std::string{};
    return html::render<"{}{}">(
        ports::staff_head(t, {.title = t("Erased"), .above = {{t("People"), list_pages::path(t.locale())}}}),
        ports::empty_state({"user", t("This person was erased on {day}", {{"day", when}}),
                            t("Nothing is known of them any more. What they did stays counted, without their name.")}));
}

}  // namespace supporters::person_pages

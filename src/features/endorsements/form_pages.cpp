// What pages.h declares about the form of each class.
#include "features/endorsements/pages.h"
#include "platform/html/forms.h"

namespace endorsements::pages {
namespace {

using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

bool is_person(SignerClass signer_class) {
    return signer_class == SignerClass::elected_official || signer_class == SignerClass::candidate;
}

std::vector<html::Choice> office_choices(const Translator& t) {
    std::vector<html::Choice> choices{{"", t("Choose the office")}};
    for (const Office office : people::kOffices) choices.push_back({std::string{name_of(office)}, t(label_of(office))});
    return choices;
}

SafeHtml region_field(const html::Fields& fields, const Translator& t, const EndorsementForm& typed) {
    std::vector<html::Choice> choices{{"", t("Choose the province or territory")}};
    for (const people::Province each : people::kProvinces)
        choices.push_back({std::string{people::code(each)}, t(people::name(each))});
    return fields.select(
        {.name = "region", .label = t("Province or territory"), .choices = choices, .value = typed.region});
}

struct Line {
    const char* name;
    std::string label;
    const std::string& value;
    Required required = Required::yes;
    std::string hint{};
};
SafeHtml line(const html::Fields& fields, const Line& of) {
    return fields.text({.name = of.name,
                        .label = of.label,
                        .value = of.value,
                        .required = of.required,
                        .hint = of.hint,
                        .max_length = 150});
}

SafeHtml website_field(const html::Fields& fields, const Translator& t, const EndorsementForm& typed) {
    return fields.text({.name = "website",
                        .label = t("Website"),
                        .value = typed.website,
                        .kind = html::TextKind::url,
                        .required = Required::no,
                        .hint = t("With https:// in front.")});
}

void write_person_fields(Out& out, const html::Fields& fields, const Translator& t, const Form& form) {
    const EndorsementForm& typed = form.typed;
    const bool is_candidate = form.signer_class == SignerClass::candidate;
    html::write<"{}{}{}{}{}">(
        out, line(fields, {"name", t("Your full name"), typed.name}),
        fields.select({.name = "office",
                       .label = is_candidate ? t("Office you are running for") : t("Office you hold"),
                       .choices = office_choices(t),
                       .value = typed.office}),
        html::field_pair(line(fields, {"place", t("Riding, ward or town"), typed.place}),
                         region_field(fields, t, typed)),
        line(fields, {"party", t("Party"), typed.party, Required::no}), website_field(fields, t, typed));
}

void write_signatory_fields(Out& out, const html::Fields& fields, const Translator& t, const EndorsementForm& typed) {
    html::write<"{}">(out, html::field_pair(line(fields, {"signatory_name", t("Your name"), typed.signatory_name}),
                                            line(fields, {"signatory_role", t("Your role there"), typed.signatory_role,
                                                          Required::yes, t("President, chair, clerk …")})));
}

void write_organisation_fields(Out& out, const html::Fields& fields, const Translator& t,
                               const EndorsementForm& typed) {
    html::write<"{}{}{}">(
        out, line(fields, {"name", t("Name of the organisation"), typed.name}),
        html::field_pair(line(fields, {"place", t("City or town"), typed.place}), region_field(fields, t, typed)),
        html::field_pair(website_field(fields, t, typed), fields.text({.name = "members",
                                                                       .label = t("Members"),
                                                                       .value = typed.members,
                                                                       .kind = html::TextKind::number,
                                                                       .required = Required::no,
                                                                       .hint = t("How many people it speaks for.")})));
    write_signatory_fields(out, fields, t, typed);
}

SafeHtml vote_field(const html::Fields& fields, const Line& of) {
    return fields.text({.name = of.name,
                        .label = of.label,
                        .value = of.value,
                        .kind = html::TextKind::number,
                        .required = Required::no,
                        .size = html::FieldSize::small});
}

void write_municipality_fields(Out& out, const html::Fields& fields, const Translator& t,
                               const EndorsementForm& typed) {
    const std::vector<html::Choice> acts{
        {"proclamation", t("A proclamation of the mayor"), t("The mayor alone declares it.")},
        {"resolution", t("A resolution of the council"), t("The council voted on it.")}};
    html::write<"{}{}{}{}">(
        out,
        html::field_pair(line(fields, {"name", t("Name of the municipality"), typed.name}),
                         region_field(fields, t, typed)),
        fields.radio_group({.name = "act", .legend = t("What was done"), .choices = acts, .value = typed.act}),
        line(fields,
             {"act_date", t("Day of the proclamation or vote"), typed.act_date, Required::yes, t("Like 2026-11-03.")}),
        fields.text({.name = "document_url",
                     .label = t("Where the document can be read"),
                     .value = typed.document_url,
                     .kind = html::TextKind::url,
                     .required = Required::no,
                     .hint = t("Minutes or the proclamation itself, with https:// in front.")}));
    html::write<R"(<fieldset class="form__group"><legend>{}</legend><div class="vote-fields">{}{}{}</div></fieldset>)">(
        out, t("The vote, if there was one"), vote_field(fields, {"votes_for", t("In favour"), typed.votes_for}),
        vote_field(fields, {"votes_against", t("Against"), typed.votes_against}),
        vote_field(fields, {"abstentions", t("Abstained"), typed.abstentions}));
    write_signatory_fields(out, fields, t, typed);
}

void write_class_fields(Out& out, const html::Fields& fields, const Translator& t, const Form& form) {
    if (is_person(form.signer_class))
        write_person_fields(out, fields, t, form);
    else if (form.signer_class == SignerClass::organisation)
        write_organisation_fields(out, fields, t, form.typed);
    else
        write_municipality_fields(out, fields, t, form.typed);
}

SafeHtml closing_fields(const html::Fields& fields, const Translator& t, const Form& form) {
    const auto checked = form.typed.authorised == EndorsementForm::Tick::yes ? html::Checked::yes : html::Checked::no;
    return html::render<"{}{}{}">(
        fields.text({.name = "email",
                     .label = t("Email"),
                     .value = form.typed.email,
                     .kind = html::TextKind::email,
                     .autocomplete = "email",
                     .hint = t("An address of the office or the body, if you have one. It is not shown."),
                     .max_length = 254}),
        fields.text_area({.name = "statement",
                          .label = t("In your own words"),
                          .value = form.typed.statement,
                          .required = Required::no,
                          .hint = t("Shown with the name."),
                          .rows = 3,
                          .max_length = 500}),
        fields.checkbox({.name = "authorised",
                         .label = is_person(form.signer_class)
                                      ? t("I sign for myself and agree that my name and office are shown")
                                      : t("I may sign for it, and agree that its name and my role are shown"),
                         .checked = checked,
                         .required = Required::yes}));
}

std::string form_lead(const Translator& t, SignerClass signer_class) {
    switch (signer_class) {
        case SignerClass::candidate:
            return t("Candidates are listed apart from those who hold an office, with a count of their own.");
        case SignerClass::organisation:
            return t("An authorised person signs for it. Organisations have a list and a count of their own.");
        case SignerClass::municipality:
            return t(
                "A mayor’s proclamation and a council’s resolution are different acts; each is shown as what it "
                "is, with its date and its vote.");
        default:
            return t("Elected officials have a list and a count of their own, with office and riding.");
    }
}

}  // namespace

std::string form_title(const Translator& t, SignerClass signer_class) {
    switch (signer_class) {
        case SignerClass::candidate:
            return t("Sign as a candidate");
        case SignerClass::organisation:
            return t("Endorse as an organisation");
        case SignerClass::municipality:
            return t("Tell us of a proclamation or a resolution");
        default:
            return t("Sign as an elected official");
    }
}

html::SafeHtml form(const Translator& t, const Form& form) {
    const html::Fields fields{t, form.problems};
    Out out;
    html::write<R"(
<article class="frame frame--narrow section"><header class="page-head"><p class="page-head__eyebrow"><a href="/{}/petitions/{}">{}</a></p>
<h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>
<form class="form" method="post" action="{}" novalidate>{})">(
        out, base::code(t.locale()), form.petition.slug, form.petition.title, form_title(t, form.signer_class),
        form_lead(t, form.signer_class), form_path(t.locale(), form.petition.slug, form.signer_class),
        fields.error_summary());
    write_class_fields(out, fields, t, form);
    html::write<R"({}{}<p class="form__note">{}</p></form></article>)">(
        out, closing_fields(fields, t, form),
        fields.button({.label = t("Send"), .size = html::ButtonSize::large, .width = html::ButtonWidth::full}),
        t("We send one email with a button to confirm. Then a person of the campaign looks at it before it is shown."));
    return std::move(out).finish();
}

}  // namespace endorsements::pages

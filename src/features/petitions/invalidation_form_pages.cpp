// What invalidation_pages.h declares about a new batch: its conditions, what they hit, and the reason.
#include <fmt/format.h>

#include "features/petitions/invalidation_conditions_service.h"
#include "features/petitions/invalidation_pages.h"
#include "features/petitions/review_pages.h"
#include "features/petitions/staff_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace petitions::invalidation_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;
using Tick = SignatureForm::Tick;

// One condition. They are all optional, as those of a search.
struct Filter {
    std::string_view name;
    std::string label;
    const std::string& value;
    std::string_view type = "text";
    std::string example{};
};

class NewBatchWriter {
public:
    NewBatchWriter(const Translator& t, const Subject& subject, const NewForm& form)
        : t_(t),
          subject_(subject),
          form_(form),
          fields_(t, form.problems),
          path_(path(t.locale(), subject.petition.slug)) {}

    SafeHtml finish() && {
        auto above = review_pages::way_to(t_, subject_.petition, subject_.title);
        above.push_back({t_("Invalidations"), path_});
        out_.append(ports::staff_head(
            t_, {.title = t_("New invalidation"),
                 .lead = t_("Say which signatures are meant. You see how many they are before anything happens."),
                 .above = std::move(above)}));
        out_.append(fields_.error_summary());
        write_conditions();
        if (form_.preview) write_preview(*form_.preview);
        return std::move(out_).finish();
    }

private:
    void write_conditions() {
        const auto filters = [this](Out& out) {
            const ConditionForm& typed = form_.typed;
            for (const Filter& filter :
                 {Filter{"name", t_("Name"), typed.name, "text", "*mouse*"},
                  Filter{"address", t_("Email address"), typed.address, "text", "*@spam.example"},
                  Filter{"domain", t_("Domain of the address"), typed.domain, "text", "spam.example"},
                  Filter{"postal_code", t_("Postal code, or how it begins"), typed.postal_code, "text", "K1A"},
                  Filter{"region", t_("Province or country"), typed.region, "text", "ON"},
                  Filter{"network", t_("Network"), typed.network, "text", "192.0.2.0/24"},
                  Filter{"source", t_("Partner’s code"), typed.source},
                  Filter{"from", t_("Signed from"), typed.from, "datetime-local"},
                  Filter{"until", t_("Signed before"), typed.until, "datetime-local"},
                  Filter{"least_score", t_("Score at least"), typed.least_score, "text", "60"}})
                html::write<
                    R"(<div class="toolbar__field"><label class="toolbar__label" for="{}">{}</label><input class="field__input" id="{}" name="{}" type="{}" value="{}" placeholder="{}" autocomplete="off"{}></div>)">(
                    out, filter.name, filter.label, filter.name, filter.name, filter.type, filter.value, filter.example,
                    html::attribute_if(base::find_problem(form_.problems, filter.name) != nullptr, "aria-invalid",
                                       "true"));
        };
        html::write<R"(
<form class="form form--wide" method="get" action="{}/new" novalidate><div class="toolbar conditions">{}</div>{}
<p class="field__hint">{}</p>{}<div class="form__actions">{}</div></form>)">(
            out_, path_, filters, reason_boxes(),
            t_("In names and addresses * stands for anything and ? for one character. All conditions must hold. Times "
               "are those of the site’s clock."),
            fields_.checkbox({.name = "marked",
                              .label = t_("Only those that were marked in the review"),
                              .checked = form_.typed.marked == Tick::yes ? html::Checked::yes : html::Checked::no}),
            fields_.button({.label = t_("Count and show some of them"), .kind = html::ButtonKind::quiet}));
    }

    SafeHtml reason_boxes() const {
        if (form_.reasons.empty()) return {};
        const auto boxes = [this](Out& out) {
            for (const ReasonChoice& reason : form_.reasons)
                html::write<
                    R"(<div class="choice"><input class="choice__input" type="checkbox" id="reason-{}" name="reasons" value="{}"{}><label class="choice__label" for="reason-{}">{}</label></div>)">(
                    out, reason.bit, reason.bit, html::attribute_if((form_.typed.reasons & reason.bit) != 0, "checked"),
                    reason.bit, reason.words);
        };
        return html::render<
            R"(<details class="disclosure"{}><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><fieldset class="field-group reason-boxes"><legend class="field-group__legend visually-hidden">{}</legend>{}</fieldset></div></details>)">(
            html::attribute_if(form_.typed.reasons != 0, "open"), t_("Flagged for one of these reasons"),
            t_("Flagged for one of these reasons"), boxes);
    }

    void write_preview(const InvalidationPreview& preview) {
        const auto body = [&](Out& out) {
            if (preview.share_looked_at < 1)
                html::write<R"(<div class="notice notice--warning">{}<div class="notice__body"><p>{}</p></div></div>)">(
                    out, html::icon("clock"),
                    t_("The time ran out: {share} of the signatures were looked at. The work itself looks at all of "
                       "them; a shorter time range gives the exact number.",
                       {{"share", t_.percent(preview.share_looked_at)}}));
            if (preview.sample.empty()) return html::write<R"(<p>{}</p>)">(out, t_("Nobody meets these conditions."));
            html::write<R"(<p>{}</p>)">(
                out, t_.plural("One of them, as it stands now:", "The first {count} of them, as they stand now:",
                               std::ssize(preview.sample)));
            write_sample(out, preview.sample);
        };
        const std::string title = t_.plural("{count} signature meets the conditions",
                                            "{count} signatures meet the conditions", preview.found);
        out_.append(ports::panel({title}, html::render<"{}">(body)));
        if (preview.found > 0) write_reason(preview);
    }

    void write_sample(Out& out, const std::vector<Signature>& sample) const {
        html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="sample" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="sample">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
            out, t_("Some of the signatures"), t_("Name"), t_("Email"), t_("State"), t_("Place"), t_("Score"),
            t_("Signed"));
        for (const Signature& signature : sample)
            html::write<R"(
<tr><th scope="row">{} {}</th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{} {}</td>
  <td class="table__number" data-label="{}">{}</td><td data-label="{}"><time datetime="{}">{}</time></td></tr>)">(
                out, signature.given_name, signature.family_name, t_("Email"), signature.email, t_("State"),
                ports::badge(staff_pages::badge_of(t_, signature.state)), t_("Place"), signature.postal_code,
                signature.place, t_("Score"), signature.score, t_("Signed"), i18n::machine_time(signature.signed_at),
                t_.date_time(signature.signed_at, subject_.zone));
        html::write<"</tbody></table></div>">(out);
    }

    void write_reason(const InvalidationPreview& preview) {
        const bool waits = form_.four_eyes == FourEyes::yes;
        const SafeHtml hidden = html::render<"{}{}{}">(html::hidden({"conditions", query_of(form_.typed)}),
                                                       html::hidden({"up_to", std::to_string(preview.up_to.value)}),
                                                       html::hidden({"expected", std::to_string(preview.found)}));
        const std::string after =
            waits ? t_("Nothing happens before a second person has approved it.")
                  : t_("It begins at once, in the background. You can stop it, and you can undo all of it.");
        const std::string label = waits ? t_("Ask for approval")
                                        : t_.plural("Take {count} signature out of the count",
                                                    "Take {count} signatures out of the count", preview.found);
        const SafeHtml body = html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}
<p class="field__hint">{}</p><div class="form__actions">{}</div></form>)">(
            path_, hidden, reason_field("reason_en", t_("Reason in English"), form_.reason.english),
            reason_field("reason_fr", t_("Reason in French"), form_.reason.french), after,
            fields_.button({.label = label, .kind = html::ButtonKind::danger}));
        out_.append(ports::panel({t_("The reason, for everybody to read")}, body));
    }

    SafeHtml reason_field(std::string name, std::string label, const std::string& value) const {
        return fields_.text_area({.name = std::move(name),
                                  .label = std::move(label),
                                  .value = value,
                                  .hint = t_("One or two sentences, without names. It stands in the public log of "
                                             "corrections and on the page of each signer."),
                                  .rows = 2,
                                  .max_length = 500});
    }

    const Translator& t_;
    const Subject& subject_;
    const NewForm& form_;
    html::Fields fields_;
    std::string path_;
    Out out_;
};

}  // namespace

html::SafeHtml new_batch(const Translator& t, const Subject& subject, const NewForm& form) {
    return NewBatchWriter{t, subject, form}.finish();
}

}  // namespace petitions::invalidation_pages

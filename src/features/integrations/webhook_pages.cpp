#include "features/integrations/webhook_pages.h"

#include <algorithm>

#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace integrations::pages {
namespace {

using html::Out;

// Read by people who write programs: the same in both languages.
constexpr std::string_view kCheckInPython = R"(import base64, hashlib, hmac, time

def is_ours(secret, headers, body):  # body: the bytes, before any JSON is read
    key = base64.b64decode(secret.removeprefix("whsec_"))
    sent_at = headers["webhook-timestamp"]
    content = headers["webhook-id"].encode() + b"." + sent_at.encode() + b"." + body
    wanted = "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
    fresh = abs(time.time() - int(sent_at)) < 300
    return fresh and hmac.compare_digest(wanted, headers["webhook-signature"]))";

std::string words_of(i18n::Translator t, EventKind kind) {
    switch (kind) {
        case EventKind::test:
            return t("Test");
        case EventKind::confirmed:
            return t("A signature was confirmed");
        case EventKind::withdrawn:
            return t("A signature was withdrawn");
        case EventKind::invalidated:
            return t("A signature was taken out of the count");
        case EventKind::restored:
            return t("A signature that was taken out counts again");
        case EventKind::joined:
            return t("Somebody joined the email list");
        case EventKind::left:
            return t("Somebody left the email list");
        case EventKind::submitted:
            return t("A form of the email list was filled in and confirmed");
        case EventKind::erased:
            return t("Somebody was erased");
    }
    return "";
}

std::string hint_of(i18n::Translator t, EventKind kind) {
    switch (kind) {
        case EventKind::joined:
            return t("By whatever way, but an imported file.");
        case EventKind::left:
            return t("A program that writes to them too must stop now.");
        case EventKind::submitted:
            return t("Also by who is on the list already.");
        case EventKind::erased:
            return t("Only in Action Network’s shape: the number of the person, so that the program forgets them too.");
        default:
            return "";
    }
}

html::SafeHtml state_badge(i18n::Translator t, const Webhook& webhook) {
    if (webhook.disabled_why == DisabledWhy::by_staff) return ports::badge({"neutral", t("switched off")});
    if (webhook.disabled_why == DisabledWhy::gone) return ports::badge({"danger", t("switched off: nobody listens")});
    if (webhook.disabled_at) return ports::badge({"danger", t("switched off: it failed for days")});
    if (webhook.failing_since) return ports::badge({"warning", t("fails, is tried again")});
    return ports::badge({"success", t("works")});
}

html::SafeHtml delivery_badge(i18n::Translator t, const Delivery& delivery) {
    switch (delivery.state) {
        case DeliveryState::waiting:
            return delivery.attempts == 0 ? ports::badge({"information", t("waits")})
                                          : ports::badge({"warning", t("is tried again")});
        case DeliveryState::delivered:
            return ports::badge({"success", t("arrived")});
        case DeliveryState::given_up:
            return ports::badge({"danger", t("given up")});
    }
    return {};
}

html::SafeHtml time_of(i18n::Translator t, base::Instant at) {
    return html::render<R"(<time datetime="{}">{}</time>)">(i18n::machine_time(at), t.date_time(at));
}

std::vector<ports::Crumb> way_here(i18n::Translator t) { return {{t("Webhooks"), staff_path(t.locale(), "webhooks")}}; }

html::SafeHtml how_to_check(i18n::Translator t) {
    return html::render<R"(<div class="prose"><p>{}</p><ol><li>{}</li><li>{}</li><li>{}</li></ol></div>
<pre class="code-block" tabindex="0"><code>{}</code></pre><p>{}</p>)">(
        t("Every message comes by POST as JSON and carries three headers: webhook-id, webhook-timestamp and "
          "webhook-signature, as Standard Webhooks describes them."),
        t("Join the id, the time and the body with full stops, and compute HMAC-SHA256 with the bytes of the secret."),
        t("Compare it with the signature, in constant time. Refuse a time that is more than five minutes off."),
        t("Keep the id: a message may come twice, and then has the same one. Answer with 200 within ten seconds."),
        kCheckInPython,
        t("Messages in our own shape name nobody: they say what happened, how often, and under which petition or by "
          "which form."));
}

std::string words_of(i18n::Translator t, Shape shape) {
    switch (shape) {
        case Shape::own:
            return t("Our own: what happened, and how often. Names nobody.");
        case Shape::osdi_links:
            return t(
                "Action Network’s, one message for each person, with a link to them. Reading it needs an API key.");
        case Shape::osdi_person:
            return t(
                "Action Network’s, with the name, the address and the mail address of whoever signed or joined. Only "
                "for "
                "programs that work for you, under an agreement.");
    }
    return "";
}

html::SafeHtml shape_choice(i18n::Translator t, const html::Fields& fields, const WebhookForm& typed) {
    html::RadioGroup group{
        .name = "shape", .legend = t("Shape of messages"), .choices = {}, .value = std::string{name_of(typed.shape)}};
    for (const Shape shape : kShapes) group.choices.push_back({std::string{name_of(shape)}, words_of(t, shape)});
    return fields.radio_group(group);
}

html::SafeHtml kinds_of(i18n::Translator t, const html::Fields& fields, const WebhookForm& typed) {
    const auto boxes = [&](Out& out) {
        for (const EventKind kind : kEventKinds)
            out.append(fields.checkbox({.name = std::string{field_of(kind)},
                                        .label = words_of(t, kind),
                                        .checked = typed.kinds.has(kind) ? html::Checked::yes : html::Checked::no,
                                        .hint = hint_of(t, kind)}));
    };
    return html::render<
        R"(<fieldset class="field"><legend class="field__label">{}</legend><p class="field__hint">{}</p>{}</fieldset>)">(
        t("What it is told"), t("In Action Network’s shape: confirmed signatures and the email list."), boxes);
}

std::string words_of(i18n::Translator t, Unheard why) {
    switch (why) {
        case Unheard::not_public:
            return t("none: the address is not public");
        case Unheard::no_such_name:
            return t("none: nobody knows the name");
        case Unheard::not_reached:
            return t("none: nobody answers there");
        case Unheard::not_trusted:
            return t("none: its certificate is not trusted");
        case Unheard::too_slow:
            return t("none within the time limit");
        case Unheard::other:
            return t("none");
    }
    return "";
}

std::string answer_words(i18n::Translator t, const Delivery& delivery) {
    if (!delivery.last_at) return t("not tried yet");
    if (!delivery.last_status) {
        const auto why = std::ranges::find(kUnheard, std::string_view{delivery.last_words},
                                           [](Unheard each) { return name_of(each); });
        return words_of(t, why == kUnheard.end() ? Unheard::other : *why);
    }
    return t("{status} after {time} ms",
             {{"status", std::to_string(*delivery.last_status)}, {"time", t.number(delivery.took_ms.value_or(0))}});
}

html::SafeHtml delivery_rows(i18n::Translator t, const WebhookPage& view, const html::Fields& fields) {
    const auto rows = [&](Out& out) {
        for (const auto& delivery : view.deliveries) {
            const std::string path = webhook_path(t.locale(), view.webhook.id) + "/deliveries/" +
                                     std::to_string(delivery.id.value) + "/again";
            const auto again = delivery.state == DeliveryState::waiting
                                   ? html::SafeHtml{}
                                   : html::render<R"(<form method="post" action="{}">{}</form>)">(
                                         path, fields.button({.label = t("Send again"),
                                                              .kind = html::ButtonKind::quiet,
                                                              .size = html::ButtonSize::small}));
            html::write<
                R"(<tr><th scope="row">{}<br><code>{}</code></th><td data-label="{}">{}</td><td data-label="{}">{}</td>
<td data-label="{}">{}</td><td class="table__actions">{}</td></tr>)">(
                out, words_of(t, delivery.event.kind), message_id(delivery.id), t("Time"),
                time_of(t, delivery.created_at), t("State"), delivery_badge(t, delivery), t("Answer"),
                answer_words(t, delivery), again);
        }
    };
    return html::render<R"(<div class="table-scroll" role="region" aria-labelledby="deliveries" tabindex="0">
<table class="table table--cards"><caption class="table__caption visually-hidden" id="deliveries">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th>
<th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>)">(t("Messages"), t("Message"), t("Time"),
                                                                       t("State"), t("Answer"), t("Action"), rows);
}

html::SafeHtml messages(i18n::Translator t, const WebhookPage& view, const html::Fields& fields) {
    if (view.deliveries.empty())
        return html::render<"<p>{}</p>">(t("Nothing was sent yet. Try it with the button for a test."));
    const auto older = [&](Out& out) {
        if (view.older)
            html::write<R"(<p><a class="more-link" href="{}">{}</a></p>)">(
                out, webhook_path(t.locale(), view.webhook.id) + "?before=" + std::to_string(view.older->value),
                t("Older"));
    };
    const auto waiting = [&](Out& out) {
        if (view.waiting > 0)
            html::write<"<p>{}</p>">(out, t.plural("{count} message waits.", "{count} messages wait.", view.waiting));
    };
    return html::render<"{}{}{}">(waiting, delivery_rows(t, view, fields), older);
}

html::SafeHtml button_form(const html::Fields& fields, const std::string& path, html::Button button) {
    button.size = html::ButtonSize::small;
    return html::render<R"(<form method="post" action="{}">{}</form>)">(path, fields.button(button));
}

html::SafeHtml buttons(i18n::Translator t, const Webhook& webhook, const html::Fields& fields) {
    const std::string path = webhook_path(t.locale(), webhook.id);
    const auto list = [&](Out& out) {
        out.append(ports::button_link({path + "/edit", t("Change"), "edit"}));
        if (webhook.is_active()) {
            out.append(button_form(fields, path + "/test", {.label = t("Send a test")}));
            out.append(button_form(fields, path + "/off", {.label = t("Switch off"), .kind = html::ButtonKind::quiet}));
        } else {
            out.append(button_form(fields, path + "/on", {.label = t("Switch on")}));
        }
        out.append(
            button_form(fields, path + "/secret", {.label = t("Make a new secret"), .kind = html::ButtonKind::quiet}));
        out.append(button_form(fields, path + "/removal", {.label = t("Remove"), .kind = html::ButtonKind::danger}));
    };
    const auto kinds = [&](Out& out) {
        for (const EventKind kind : kEventKinds)
            if (webhook.kinds.has(kind)) html::write<"<li>{}</li>">(out, words_of(t, kind));
    };
    return html::render<
        R"(<p>{} <code>{}</code></p><p>{}</p><div class="prose"><ul>{}</ul></div><div class="cluster">{}</div>)">(
        state_badge(t, webhook), webhook.url, words_of(t, webhook.shape), kinds, list);
}

struct FormEnds {
    std::string action, button, back;
};
html::SafeHtml webhook_form(i18n::Translator t, const NewWebhook& view, const FormEnds& ends) {
    const html::Fields fields{t, view.problems};
    return html::render<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}
<div class="form__actions">{}<a class="button button--quiet" href="{}">{}</a></div></form>)">(
        ends.action, fields.text({.name = "name", .label = t("Name"), .value = view.typed.name, .max_length = 100}),
        fields.text(
            {.name = "url",
             .label = t("Address"),
             .value = view.typed.url,
             .kind = html::TextKind::url,
             .hint = t("Such as https://example.org/hook. It must be reached from everywhere; addresses inside a "
                       "private network are refused."),
             .max_length = 500}),
        shape_choice(t, fields, view.typed), kinds_of(t, fields, view.typed), fields.button({.label = ends.button}),
        ends.back, t("Cancel"));
}

}  // namespace

std::string staff_path(base::Locale locale, std::string_view below) {
    return "/" + std::string{base::code(locale)} + "/staff/" + std::string{below};
}

std::string webhook_path(base::Locale locale, WebhookId id) {
    return staff_path(locale, "webhooks/" + std::to_string(id.value));
}

std::string_view field_of(EventKind kind) { return name_of(kind).substr(name_of(kind).find('.') + 1); }

html::SafeHtml webhook_list(i18n::Translator t, const std::vector<Webhook>& webhooks) {
    const auto make = ports::button_link({staff_path(t.locale(), "webhooks/new"), t("New webhook"), "plus", "primary"});
    const auto head = ports::staff_head(
        t,
        {t("Webhooks"),
         t("Addresses of other programs that are told at once when a count moves or the email list changes."), make});
    if (webhooks.empty())
        return html::render<"{}{}">(
            head,
            ports::empty_state({"share", t("No webhook yet"),
                                t("Name the address of a program, your website or a chat room for instance, and it "
                                  "hears of every signature that counts, or of who joins the email list.")}));
    const auto rows = [&](Out& out) {
        for (const auto& webhook : webhooks)
            html::write<R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}"><code>{}</code></td>
<td data-label="{}">{}</td></tr>)">(out, webhook_path(t.locale(), webhook.id), webhook.name, t("Address"), webhook.url,
                                    t("State"), state_badge(t, webhook));
    };
    return html::render<R"({}<div class="table-scroll" role="region" aria-labelledby="webhooks" tabindex="0">
<table class="table table--cards"><caption class="table__caption visually-hidden" id="webhooks">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead>
<tbody>{}</tbody></table></div>)">(head, t("Webhooks"), t("Name"), t("Address"), t("State"), rows);
}

html::SafeHtml new_webhook(i18n::Translator t, const NewWebhook& view) {
    const html::Fields fields{t, view.problems};
    const std::string list = staff_path(t.locale(), "webhooks");
    const auto form = webhook_form(t, view, {list, t("Make the webhook"), list});
    return html::render<"{}{}{}{}">(ports::staff_head(t, {t("New webhook"), "", {}, way_here(t)}),
                                    fields.error_summary(), ports::panel({t("Who is told what")}, form),
                                    ports::panel({t("How the other side knows that it is us")}, how_to_check(t)));
}

html::SafeHtml edit_webhook(i18n::Translator t, const Webhook& webhook, const NewWebhook& view) {
    const html::Fields fields{t, view.problems};
    const std::string own = webhook_path(t.locale(), webhook.id);
    auto above = way_here(t);
    above.push_back({webhook.name, own});
    return html::render<"{}{}{}">(
        ports::staff_head(t, {t("Change {name}", {{"name", webhook.name}}), "", {}, std::move(above)}),
        fields.error_summary(),
        ports::panel({t("Who is told what")}, webhook_form(t, view, {own + "/edit", t("Save"), own})));
}

html::SafeHtml webhook_secret(i18n::Translator t, const Webhook& webhook) {
    const auto body = html::render<R"(<p>{}</p><p><code class="secret" id="secret">{}</code></p>
<p><button class="button button--quiet" type="button" data-copy="#secret" data-copied="{}" hidden>{} <span data-copy-label>{}</span></button></p>
<p><a class="button button--primary" href="{}">{}</a></p>)">(
        t("Give it to the program at {url}. It is not shown again; whoever has it can pretend to be us.",
          {{"url", webhook.url}}),
        text_of(webhook.secret), t("Copied"), html::icon("copy"), t("Copy"), webhook_path(t.locale(), webhook.id),
        t("I have kept it"));
    return html::render<"{}{}{}">(
        ports::staff_head(t, {t("The secret of {name}", {{"name", webhook.name}}), "", {}, way_here(t)}),
        ports::panel({t("Secret")}, body),
        ports::panel({t("How the other side knows that it is us")}, how_to_check(t)));
}

html::SafeHtml webhook(i18n::Translator t, const WebhookPage& view) {
    const base::Problems none;
    const html::Fields fields{t, none};
    return html::render<"{}{}{}{}">(ports::staff_head(t, {view.webhook.name, "", {}, way_here(t)}),
                                    ports::panel({t("How it goes")}, buttons(t, view.webhook, fields)),
                                    ports::panel({t("Messages")}, messages(t, view, fields)),
                                    ports::panel({t("How the other side knows that it is us")}, how_to_check(t)));
}

}  // namespace integrations::pages

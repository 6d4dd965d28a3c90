#include "features/integrations/webhook_handlers.h"

#include "base/whole_number.h"
#include "features/integrations/webhook_pages.h"
#include "features/integrations/webhook_store.h"
#include "platform/auth/audit.h"

namespace integrations {
namespace {

constexpr std::size_t kSecretSize = 32;  // bytes
constexpr std::int64_t kPageLength = 50;

html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

WebhookForm form_of(const http::Form& form) {
    WebhookForm typed{form.text("name"), form.text("url"), {}, shape_of(form.view("shape")).value_or(Shape::own)};
    for (const EventKind kind : kEventKinds)
        if (form.is_ticked(pages::field_of(kind))) typed.kinds.add(kind);
    return typed;
}

std::optional<html::Flash> flash_of(i18n::Translator t, std::string_view done) {
    if (done == "test") return html::Flash{html::Tone::success, t("The test is on its way. Look below in a moment.")};
    if (done == "again") return html::Flash{html::Tone::success, t("It is sent once more.")};
    if (done == "saved") return html::Flash{html::Tone::success, t("Saved.")};
    if (done == "removed") return html::Flash{html::Tone::success, t("The webhook is removed.")};
    return std::nullopt;
}

struct Deed {
    std::string action;
    const Webhook& webhook;
};
void record(db::Write& write, const ports::Acting& acting, const Deed& deed) {
    auth::record(write, {.actor = auth::actor_of(acting.staff, acting.request_id),
                         .action = deed.action,
                         .subject = {"webhook", deed.webhook.id.value, deed.webhook.name}});
}

http::Response to_webhook(const WebhookAct& act, std::string_view done) {
    return http::see_other(pages::webhook_path(act.acting.locale, *act.webhook) + "?done=" + std::string{done});
}

std::optional<Webhook> find(const WebhookAct& act, db::Read& read) {
    return act.webhook ? store::find_webhook(read, *act.webhook) : std::nullopt;
}

}  // namespace

// List and making --------------------------------------------------------------------------------------------------

http::Response WebhookHandlers::list(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.staff_frame(
        request, {.title = t("Webhooks"), .flash = flash_of(t, request.query.view("done"))});
    return ports::respond(std::move(frame), pages::webhook_list(t, store::webhooks(read)));
}

http::Response WebhookHandlers::show_new(const http::Request& request, db::Read& read) const {
    return show_new_again(request, {}, read);
}

http::Response WebhookHandlers::show_new_again(const http::Request& request, const base::Problems& problems,
                                               db::Read&) const {
    const i18n::Translator t{request.locale};
    auto typed = form_of(request.form);
    if (problems.empty())
        for (const EventKind kind : kEventKinds)
            if (!step_of(kind)) typed.kinds.add(kind);
    auto frame = services_.frames.staff_frame(request, {.title = t("New webhook"),
                                                        .path = pages::staff_path(request.locale, "webhooks/new"),
                                                        .form_state = state_of(problems)});
    return ports::respond(std::move(frame), pages::new_webhook(t, {typed, problems}), problems.empty() ? 200 : 422);
}

WebhookSecret WebhookHandlers::new_secret() const {
    std::array<std::byte, kSecretSize> bytes;
    services_.random.fill(bytes);
    return {{reinterpret_cast<const char*>(bytes.data()), bytes.size()}};
}

base::Result<WebhookForm, base::Problems> WebhookHandlers::read_form(const http::Request& request) const {
    const auto plain = services_.config.webhooks.private_networks.empty() ? PlainHttp::refused : PlainHttp::allowed;
    return read_webhook(form_of(request.form), plain);
}

base::Result<MakeWebhook, base::Problems> WebhookHandlers::read_new(const http::Request& request) const {
    auto form = read_form(request);
    if (!form) return form.error();
    return MakeWebhook{std::make_shared<const http::Request>(request), ports::acting(request), *std::move(form),
                       new_secret()};
}

http::WriteResult WebhookHandlers::make(const MakeWebhook& form, db::Write& write) const {
    const auto id = store::insert_webhook(write, {form.form, form.secret, form.acting.staff, form.acting.locale});
    const auto webhook = store::find_webhook(write, id).value();
    record(write, form.acting, {"integrations.make_webhook", webhook});
    return secret_page(*form.request, webhook);
}

http::Response WebhookHandlers::secret_page(const http::Request& request, const Webhook& webhook) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.staff_frame(request, {.title = t("The secret of {name}", {{"name", webhook.name}})});
    return ports::respond(std::move(frame), pages::webhook_secret(t, webhook));
}

// Changing ---------------------------------------------------------------------------------------------------------

http::Response WebhookHandlers::show_edit(const http::Request& request, db::Read& read) const {
    return show_edit_again(request, {}, read);
}

http::Response WebhookHandlers::show_edit_again(const http::Request& request, const base::Problems& problems,
                                                db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto id = base::id_from<WebhookId>(request.parameters.view("id"));
    const auto webhook = id ? store::find_webhook(read, *id) : std::nullopt;
    if (!webhook) return http::not_found();
    auto typed = problems.empty() ? WebhookForm{webhook->name, webhook->url, webhook->kinds, webhook->shape}
                                  : form_of(request.form);
    const std::string title = t("Change {name}", {{"name", webhook->name}});
    auto frame =
        services_.frames.staff_frame(request, {.title = title,
                                               .path = pages::webhook_path(request.locale, webhook->id) + "/edit",
                                               .form_state = state_of(problems)});
    return ports::respond(std::move(frame), pages::edit_webhook(t, *webhook, {std::move(typed), problems}),
                          problems.empty() ? 200 : 422);
}

base::Result<ChangeWebhook, base::Problems> WebhookHandlers::read_change(const http::Request& request) const {
    auto form = read_form(request);
    if (!form) return form.error();
    return ChangeWebhook{ports::acting(request), base::id_from<WebhookId>(request.parameters.view("id")),
                         *std::move(form)};
}

http::WriteResult WebhookHandlers::change(const ChangeWebhook& form, db::Write& write) const {
    const auto webhook = form.webhook ? store::find_webhook(write, *form.webhook) : std::nullopt;
    if (!webhook) return http::not_found();
    store::change_webhook(write, *webhook, form.form);
    record(write, form.acting, {"integrations.change_webhook", *webhook});
    return http::see_other(pages::webhook_path(form.acting.locale, webhook->id) + "?done=saved");
}

// One of them ------------------------------------------------------------------------------------------------------

http::Response WebhookHandlers::show(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const auto id = base::id_from<WebhookId>(request.parameters.view("id"));
    const auto webhook = id ? store::find_webhook(read, *id) : std::nullopt;
    if (!webhook) return http::not_found();
    const auto before = base::id_from<DeliveryId>(request.query.view("before"));
    auto deliveries = store::deliveries(read, {*id, before, kPageLength + 1});
    std::optional<DeliveryId> older;
    if (deliveries.size() > kPageLength) {
        deliveries.pop_back();
        older = deliveries.back().id;
    }
    auto frame = services_.frames.staff_frame(request, {.title = webhook->name,
                                                        .path = pages::webhook_path(request.locale, *id),
                                                        .flash = flash_of(t, request.query.view("done"))});
    return ports::respond(std::move(frame),
                          pages::webhook(t, {*webhook, deliveries, store::count_waiting(read, *id), older}));
}

base::Result<WebhookAct, base::Problems> WebhookHandlers::read_act(const http::Request& request) const {
    return WebhookAct{std::make_shared<const http::Request>(request), ports::acting(request),
                      base::id_from<WebhookId>(request.parameters.view("id")),
                      base::id_from<DeliveryId>(request.parameters.view("delivery")), new_secret()};
}

http::WriteResult WebhookHandlers::test(const WebhookAct& act, db::Write& write) const {
    const auto webhook = find(act, write);
    if (!webhook) return http::not_found();
    if (webhook->is_active()) store::insert_test(write, webhook->id);
    return to_webhook(act, "test");
}

http::WriteResult WebhookHandlers::switch_off(const WebhookAct& act, db::Write& write) const {
    const auto webhook = find(act, write);
    if (!webhook) return http::not_found();
    if (webhook->is_active()) {
        store::disable(write, webhook->id, DisabledWhy::by_staff);
        record(write, act.acting, {"integrations.disable_webhook", *webhook});
    }
    return to_webhook(act, "saved");
}

http::WriteResult WebhookHandlers::switch_on(const WebhookAct& act, db::Write& write) const {
    const auto webhook = find(act, write);
    if (!webhook) return http::not_found();
    if (!webhook->is_active()) {
        store::enable(write, webhook->id);
        record(write, act.acting, {"integrations.enable_webhook", *webhook});
    }
    return to_webhook(act, "saved");
}

http::WriteResult WebhookHandlers::replace_secret(const WebhookAct& act, db::Write& write) const {
    auto webhook = find(act, write);
    if (!webhook) return http::not_found();
    store::set_secret(write, webhook->id, act.new_secret);
    record(write, act.acting, {"integrations.replace_webhook_secret", *webhook});
    webhook->secret = act.new_secret;
    return secret_page(*act.request, *webhook);
}

http::WriteResult WebhookHandlers::remove(const WebhookAct& act, db::Write& write) const {
    const auto webhook = find(act, write);
    if (!webhook) return http::not_found();
    store::remove_webhook(write, webhook->id);
    record(write, act.acting, {"integrations.remove_webhook", *webhook});
    return http::see_other(pages::staff_path(act.acting.locale, "webhooks?done=removed"));
}

http::WriteResult WebhookHandlers::send_again(const WebhookAct& act, db::Write& write) const {
    const auto webhook = find(act, write);
    const auto delivery = act.delivery ? store::find_delivery(write, *act.delivery) : std::nullopt;
    if (!webhook || !delivery || delivery->webhook != webhook->id) return http::not_found();
    if (delivery->state != DeliveryState::waiting) store::wait_again(write, delivery->id);
    return to_webhook(act, "again");
}

}  // namespace integrations

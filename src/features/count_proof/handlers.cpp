#include "features/count_proof/handlers.h"

#include <charconv>
#include <limits>

#include "features/count_proof/mail_kinds.h"
#include "features/count_proof/proof_service.h"
#include "platform/http/forms.h"

namespace count_proof {
namespace {

constexpr std::int64_t kHeadsShown = 10, kHeadsListed = 50;
constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();

std::vector<pages::NamedCount> named_counts(const Services& services, db::Read& read, base::Locale locale) {
    const auto newest = store::newest_head(read);
    const auto note = newest ? read_note(newest->note) : std::nullopt;
    const auto head = note ? read_head(note->text) : std::nullopt;
    if (!head) return {};
    std::vector<pages::NamedCount> counts;
    for (const HeadCount& count : head->counts) {
        const auto petition = services.petitions.find_by_id(read, count.petition, locale);
        counts.push_back({petition ? petition->title : "", count});
    }
    return counts;
}

// The field, or the file that came with it.
std::string pasted_in(const http::Request& request) {
    const auto* file = request.form.file("file");
    const std::string typed = request.form.text("proof");
    return typed.empty() && file != nullptr ? file->bytes : typed;
}

}  // namespace

pages::Overview Handlers::overview(const http::Request& request, db::Read& read) const {
    const auto keys = store::keys(read);
    return {.newest = store::newest_head(read),
            .counts = named_counts(services_, read, request.locale),
            .heads = store::heads(read, {kAll, kHeadsShown}),
            .key = keys.empty() ? "" : keys.back().key.text()};
}

http::Response Handlers::page(const http::Request& request, const pages::Overview& view) const {
    const i18n::Translator t{request.locale};
    const bool is_refused = view.checked.flaw.has_value();
    auto frame = services_.frames.frame(
        request, {.title = t("Check our count yourself"),
                  .description = t("Anyone can take the whole log of signatures and count it anew."),
                  .path = pages::path(request.locale),
                  .other_path = pages::path(base::other(request.locale)),
                  .form_state = is_refused ? html::FormState::has_problems : html::FormState::fine});
    return ports::respond(std::move(frame), pages::overview(t, view), is_refused ? 422 : 200);
}

http::Response Handlers::show(const http::Request& request, db::Read& read) const {
    return page(request, overview(request, read));
}

http::Response Handlers::heads(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    const std::int64_t before = decimal(request.query.text("before")).value_or(kAll);
    auto heads = store::heads(read, {before, kHeadsListed + 1});
    pages::HeadList list;
    if (std::ssize(heads) > kHeadsListed) {
        heads.pop_back();
        list.next_before = heads.back().size;
    }
    list.heads = std::move(heads);
    auto frame = services_.frames.frame(request, {.title = t("All heads of the log")});
    return ports::respond(std::move(frame), pages::heads(t, list));
}

http::Response Handlers::check(const http::Request& request) const {
    const std::string pasted = pasted_in(request);
    return services_.database.read([&](db::Read& read) {
        auto view = overview(request, read);
        view.pasted = pasted.size() > kLargestReceipt ? "" : http::with_broken_bytes_replaced(pasted);
        view.checked = count_proof::check(services_, {pasted, request.locale}, read);
        return page(request, view);
    });
}

std::optional<Receipt> Handlers::find_receipt(const http::Request& request, db::Read& read) const {
    const auto signature = services_.tokens.read(kReceipt, request.parameter("token"));
    if (!signature) return std::nullopt;
    return receipt_of(read, SignatureId{*signature}, request.received_at);
}

http::Response Handlers::receipt(const http::Request& request, db::Read& read) const {
    const i18n::Translator t{request.locale};
    auto frame = services_.frames.frame(request, {.title = t("Your receipt"), .indexing = html::Indexing::refused});
    const auto found = find_receipt(request, read);
    if (!found) return ports::respond(std::move(frame), pages::no_receipt(t), 404);
    const auto asked = request.query.text("mail") == "1" ? pages::MailAsked::yes : pages::MailAsked::no;
    const bool may_mail = services_.signers.order_mail != nullptr;
    return ports::respond(std::move(frame), pages::receipt_page(t, {*found, request.parameter("token"),
                                                                    services_.frames.public_url(), may_mail, asked}));
}

http::Response Handlers::receipt_file(const http::Request& request, db::Read& read) const {
    const auto found = find_receipt(request, read);
    if (!found) return http::not_found();
    return http::download({"receipt.json", "application/json", json_of(*found)});
}

base::Result<MailAct, base::Problems> Handlers::read_mail_act(const http::Request& request) const {
    const std::string token = request.parameter("token");
    const auto signature = services_.tokens.read(kReceipt, token);
    if (!signature || !services_.signers.order_mail)
        return base::Problems{{"", base::message("This link is not complete.")}};
    return MailAct{SignatureId{*signature}, token, request.locale};
}

// The same answer whether a mail goes out or five have gone already.
http::WriteResult Handlers::order_mail(const MailAct& act, db::Write& write) const {
    services_.signers.order_mail(write, act.signature, kReceiptMail);
    return http::see_other(pages::path(act.locale) + "/receipts/" + act.token + "?mail=1");
}

http::Response Handlers::show_receipt_again(const http::Request& request, const base::Problems&, db::Read& read) const {
    return receipt(request, read);
}

}  // namespace count_proof

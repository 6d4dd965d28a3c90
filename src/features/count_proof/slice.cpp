#include "features/count_proof/slice.h"

#include "features/count_proof/mails.h"
#include "features/count_proof/pages.h"
#include "features/count_proof/proof_service.h"
#include "features/count_proof/routes.h"
#include "features/count_proof/store.h"

namespace count_proof {
namespace {

ports::SignedHead signed_head(const store::StoredHead& head) {
    return {head.size, hex(head.root.view()), head.signed_at, head.note};
}

html::SafeHtml petition_section(db::Read& read, const ports::PetitionView& view) {
    const auto head = store::newest_head(read);
    return head ? pages::petition_section(i18n::Translator{view.locale}, *head) : html::SafeHtml{};
}

html::SafeHtml own_section(const Services& services, db::Read& read, const ports::SignatureView& view) {
    if (!view.is_counted) return {};
    const auto receipt = receipt_of(read, view.signature, view.now);
    if (!receipt) return {};
    return pages::receipt_section(i18n::Translator{view.locale},
                                  {*receipt, services.tokens.make(kReceipt, view.signature.value),
                                   services.frames.public_url(), services.signers.order_mail != nullptr});
}

}  // namespace

void Slice::add_routes(http::Router& router) const { count_proof::add_routes(router, handlers_, api_); }

void Slice::add_mails(mail::Renderers& renderers) const { count_proof::add_mails(renderers, services_); }

void Slice::add_sections(ports::PetitionSections& sections) const {
    sections.add(ports::PetitionSection{"count_proof", ports::PetitionPlace::below, 90, petition_section});
    sections.add(ports::SignatureSection{"count_proof", 50, [this](db::Read& read, const ports::SignatureView& view) {
                                             return own_section(services_, read, view);
                                         }});
}

ports::CountListener Slice::listener() const {
    return [origin = origin_of(services_.config.server.public_url)](db::Write& write,
                                                                    std::span<const ports::CountChange> changes) {
        start(write, origin);
        store::enter(write, changes);
    };
}

ports::ForgettingListener Slice::forgetting() {
    return [](db::Write& write, SignatureId signature) { store::forget_salts(write, {&signature, 1}); };
}

ports::CountProof Slice::port() const {
    return {.newest =
                [](db::Read& read) {
                    const auto head = store::newest_head(read);
                    return head ? std::optional{signed_head(*head)} : std::nullopt;
                },
            .sign_now =
                [this] {
                    keeper_.bring_up_to_date();
                    return signed_head(
                        services_.database.read([](db::Read& read) { return store::newest_head(read).value(); }));
                }};
}

}  // namespace count_proof

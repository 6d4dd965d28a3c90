#include "features/presentations/notice_service.h"

#include "base/check.h"
#include "features/presentations/offer_store.h"
#include "features/presentations/store.h"
#include "platform/mail/outbox.h"

namespace presentations {

NoticeId note(PresentationId id, const Notification& notification, db::Write& write) {
    const auto presentation = store::find(write, id);
    CHECK(presentation.has_value());
    return store::insert_notice(
        write, {NoticeId{1}, id, notification.recipient, presentation->champion, notification.kind,
                presentation->starts_at, presentation->wish.minutes, presentation->sequence, write.now()});
}

void notify(const Services& services, PresentationId id, const Notification& notification, db::Write& write) {
    const auto notice = note(id, notification, write);
    const auto presentation = store::find(write, id);
    if (notification.recipient == Recipient::host) {
        if (const auto email = base::EmailAddress::parse(presentation->email))
            mail::queue(write, {std::string{kNoticeMail}, *email, presentation->locale, notice.value});
        return;
    }
    const auto champion =
        presentation->champion ? services.champions.reach(write, *presentation->champion) : std::nullopt;
    if (champion) mail::queue(write, {std::string{kNoticeMail}, champion->email, champion->locale, notice.value});
}

}  // namespace presentations

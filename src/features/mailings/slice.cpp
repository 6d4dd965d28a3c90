#include "features/mailings/slice.h"

#include "base/whole_number.h"
#include "features/mailings/followed_links.h"
#include "features/mailings/look_service.h"
#include "features/mailings/staff_pages.h"
#include "platform/auth/principal.h"
#include "platform/db/database.h"
#include "ports/acting.h"

namespace mailings {
namespace {

std::optional<mail::Message> test_mail(const Services& services, const mail::Order& order, db::Read& read) {
    auto text = store::find_text(read, MailingTextId{order.about});
    const auto mailing = text ? store::find(read, text->mailing) : std::nullopt;
    if (!mailing) return std::nullopt;
    const auto locale = text->locale;
    return copy_of(draft_of(read, services, *mailing, *std::move(text)), invented_person(locale),
                   harmless_links(services, locale));
}

bool shows_picture(const store::StoredText& text, ports::PictureId picture) {
    Slots slots;
    for (const Part& part : read_source(text.words.body, slots).parts)
        if (const auto* block = std::get_if<PictureBlock>(&part); block != nullptr && block->picture == picture.value)
            return true;
    return false;
}

}  // namespace

void Slice::add_mails(mail::Renderers& renderers) const {
    renderers.add(kTestMail,
                  [this](const mail::Order& order, db::Read& read) { return test_mail(services_, order, read); });
}

void Slice::add_jobs(jobs::Handlers& handlers, db::Database& database) const {
    handlers.add(kLookJob, [this, &database](const jobs::Job& job) {
        look_at_links(database, services_, MailingId{base::whole_number(job.payload).value_or(0)});
    });
    handlers.every("mailings.followed", base::seconds(30), [this, &database](const jobs::Job&) {
        const auto counts = services_.followed.take();
        if (counts.empty()) return;
        try {
            database.write([&](db::Write& write) { store::add_followed(write, counts); });
        } catch (...) {
            services_.followed.put_back(counts);
            throw;
        }
    });
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Mailings"),
            .path = "staff/mailings",
            .icon = "mail",
            .group = ports::StaffGroup::mail,
            .order = 30,
            .may_see = ports::whoever_may(auth::Permission::edit_content)};
}

ports::PictureUses picture_uses() {
    return [](db::Read& read, const ports::Picture& picture, base::Locale locale) {
        std::vector<ports::PictureUse> uses;
        for (const Mailing& mailing : store::unsent(read))
            for (const auto& text : store::newest_texts(read, mailing.id))
                if (shows_picture(text, picture.id)) {
                    uses.push_back({mailing.plan.name, staff_pages::mailing_path(locale, mailing.id)});
                    break;
                }
        return uses;
    };
}

}  // namespace mailings

#include "features/letters/seed.h"

#include "features/letters/demo_texts.h"
#include "features/letters/engine_service.h"
#include "features/letters/handlers.h"
#include "features/letters/store.h"
#include "people/address_hash.h"
#include "people/store.h"

namespace letters {
namespace {

constexpr std::int64_t kKnownMembers = 40;

Campaign make_campaign(db::Write& write, std::string_view slug, const Content& content, const TargetRule& target) {
    const auto national = people::find_level(write, people::kNationalSlug);
    store::insert(write, {std::string{slug}, national->id, "demo"});
    Campaign campaign = *store::find(write, slug);
    campaign.content = content;
    campaign.target = target;
    store::save(write, campaign, "demo");
    return campaign;
}

Writing invented(const Campaign& campaign, const DemoWriter& by) {
    const Content& content = campaign.content;
    return {
        .campaign = campaign.id,
        .name = {std::string{by.given}, std::string{by.family}},
        .locale = by.locale,
        .postal_code = "K1A 0B1",
        .place = std::string{by.place},
        .subject = content.subjects[0].in(by.locale),
        .body = content.opening.in(by.locale) + "\n\n" + std::string{by.words} + "\n\n" + content.closing.in(by.locale),
        .own_words = Ticked::yes};
}

// Each invented writer has one letter, to one member after the other.
void write_letters(db::Write& write, const Services& services, const Campaign& campaign) {
    if (!services.representatives.where) return;
    auto members = services.representatives.where(
        write, {.locale = base::Locale::english, .office = people::Office::mp, .limit = kKnownMembers});
    std::erase_if(members, [](const auto& each) { return !each.email || each.seat == ports::Seat::vacant; });
    if (members.empty()) return;
    for (std::size_t i = 0; i < kDemoWriters.size(); ++i) {
        const auto& to = members[i % members.size()];
        Writing writing = invented(campaign, kDemoWriters[i]);
        const auto email = base::EmailAddress::parse("letter" + std::to_string(i) + "@supporters.example");
        writing.email = email->text();
        writing.address_hash = people::address_hash(services.secret, *email);
        const Letter letter{.representative = to.id,
                            .recipient = to.email->text(),
                            .recipient_name = to.name,
                            .office = std::string{people::name_of(to.office)},
                            .region = region_of(to)};
        const auto id = store::insert(write, writing, {&letter, 1}, likeness::signature_of(kDemoWriters[i].words));
        store::set_state(write, id, WritingState::confirmed);
        send_off(services, *store::find_writing(write, id), write);
    }
}

}  // namespace

void seed_demo(db::Database& database, const Services& services) {
    database.write([&](db::Write& write) {
        if (!store::campaigns(write).empty() || !people::find_level(write, people::kNationalSlug)) return;
        make_campaign(write, "child-care", demo_draft(), {.own = {ports::RidingHouse::provincial}});
        const Campaign open =
            make_campaign(write, "post-office", demo_letter(), {.own = {ports::RidingHouse::federal}});
        store::publish(write, open.id, "demo");
        write_letters(write, services, open);
    });
}

}  // namespace letters

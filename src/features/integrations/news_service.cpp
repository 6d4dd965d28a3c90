#include "features/integrations/news_service.h"

#include <vector>

#include "features/integrations/webhook_store.h"
#include "people/addresses.h"

namespace integrations {
namespace {

// The sign-up that was confirmed in the moment of the step, at any of their addresses: the step came by its form.
std::optional<ports::ListSignUp> sign_up_of(const Services& services, db::Read& read, const people::PersonNews& news) {
    if (services.list == nullptr || !services.list->sign_ups_of) return std::nullopt;
    for (const auto& address : people::addresses_of(read, news.person))
        for (auto& sign_up : services.list->sign_ups_of(read, address.address_hash))
            if (sign_up.confirmed_at == news.at) return std::move(sign_up);
    return std::nullopt;
}

std::vector<Event> events_about(const Services& services, db::Read& read, const people::PersonNews& news) {
    using people::PersonStep;
    std::vector<Event> events;
    const auto add = [&](ports::ListStep step) { events.push_back(list_event({news.person, step, news.at})); };
    if (news.step == PersonStep::erased) add(ports::ListStep::erased);
    if (news.step == PersonStep::left) add(ports::ListStep::left);
    if (news.step == PersonStep::joined) add(ports::ListStep::joined);
    if (news.step == PersonStep::erased || news.step == PersonStep::left) return events;
    if (const auto sign_up = sign_up_of(services, read, news)) {
        events.push_back(list_event({news.person, ports::ListStep::submitted, news.at, sign_up->id}));
        events.back().form = sign_up->form;
    }
    return events;
}

}  // namespace

void take_news(const Services& services, const people::PersonNews& news) {
    services.database.write(
        [&](db::Write& write) { store::record_events(write, events_about(services, write, news)); });
}

}  // namespace integrations

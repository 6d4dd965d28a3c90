#include "features/champions/seed.h"

#include <array>

#include "base/text.h"
#include "features/champions/demo_people.h"
#include "features/champions/history_store.h"
#include "features/champions/hours.h"
#include "features/champions/hours_store.h"
#include "features/champions/own_pages.h"
#include "features/champions/store.h"
#include "features/champions/subject_store.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/i18n/translator.h"

namespace champions {
namespace {

Offer offer_of(const Invented& invented) {
    Offer offer;
    if (invented.speaks != Speaks::french) offer.languages.push_back(base::Locale::english);
    if (invented.speaks != Speaks::english) offer.languages.push_back(base::Locale::french);
    if (invented.radius > 0) offer.formats.push_back(ports::PresentationFormat::in_person);
    offer.formats.push_back(ports::PresentationFormat::online);
    offer.radius_kilometres = invented.radius;
    return offer;
}

base::EmailAddress address_of(const Invented& invented) {
    return *base::EmailAddress::parse(base::fold_name(invented.given) + "." + base::fold_name(invented.family) +
                                      "@champions.example");
}

std::vector<availability::WeeklyHours> hours_of(const Invented& invented) {
    const int other = (invented.evening + 3) % 7;
    return {{invented.evening, {18 * 60, 21 * 60}}, {other, {12 * 60, 13 * 60 + 30}}, {5, {10 * 60, 15 * 60}}};
}

std::string why(base::Locale locale) {
    return locale == base::Locale::english
               ? "My neighbours ask me at the mailbox anyway. I would like to have better answers."
               : "Mes voisins m’interrogent de toute façon. J’aimerais avoir de meilleures réponses.";
}

Profile profile_of(db::Read& read, const Invented& invented, const std::vector<TopicId>& topics) {
    Profile profile{.name = {std::string{invented.given}, std::string{invented.family}},
                    .place = std::string{invented.place},
                    .biography = {std::string{invented.about_en}, std::string{invented.about_fr}},
                    .locale = invented.locale,
                    .offer = offer_of(invented),
                    .areas = {people::find_level(read, invented.level)->id},
                    .topics = {}};
    const auto province = people::find_level(read, base::lower_ascii(people::code(invented.province)));
    if (invented.radius > 100 && province && province->id != profile.areas.front())
        profile.areas.push_back(province->id);
    for (const int each : invented.topics) profile.topics.push_back(topics[static_cast<std::size_t>(each)]);
    return profile;
}

// Their way up to where they are, two weeks a step, with the last one today.
void take_steps(db::Write& write, ChampionId id, State state, base::Day today) {
    static constexpr std::array kWay{State::in_training, State::trained, State::active, State::paused};
    const auto last = std::ranges::find(kWay, state);
    if (last == kWay.end()) return;
    const auto count = last - kWay.begin();
    for (std::ptrdiff_t i = 0; i <= count; ++i)
        store::take_step(write, id,
                         {StepId{0}, kWay[static_cast<std::size_t>(i)], today - std::chrono::days{14 * (count - i)}, "",
                          "Amélie Roy"});
}

void seed_one(db::Write& write, const Services& services, const Invented& invented,
              const std::vector<TopicId>& topics) {
    const auto level = people::find_level(write, invented.level);
    if (!level) return;
    const auto email = address_of(invented);
    const auto hash = people::address_hash(services.secret, email);
    const people::PersonName name{std::string{invented.given}, std::string{invented.family}};
    const auto applied_at = write.now() - base::days(invented.state == State::applied ? 0 : 70);
    const auto id = store::insert(write, {.application = {name, email, std::string{invented.place},
                                                          why(invented.locale), level->id, offer_of(invented)},
                                          .address_hash = hash,
                                          .locale = invented.locale,
                                          .province = invented.province,
                                          .network = "",
                                          .applied_at = applied_at});
    people::Address address;
    address.place = invented.place;
    address.province = invented.province;
    const auto person = people::ensure_person(write, {hash, email, name, invented.locale, address});
    store::confirm(write, *store::find(write, id), person);
    store::write_profile(write, id, profile_of(write, invented, topics));
    take_steps(write, id, invented.state, day_in(write.now(), usual_zone(invented.province)));
    if (invented.state == State::applied) return;
    store::write_hours(write, id, hours_of(invented));
    if (invented.state == State::in_training) return;
    const i18n::Translator t{invented.locale};
    store::record_showing(write, id, {ShowingAct::given, 0, invented.locale, own_pages::showing_words(t), ""});
}

}  // namespace

void seed_demo(db::Database& database, const Services& services) {
    database.write([&](db::Write& write) {
        if (!store::subjects(write).empty()) return;
        std::vector<TopicId> topics;
        for (const auto& each : invented_topics())
            if (const auto id = store::insert_subject(write, {.id = TopicId{0},
                                                              .slug = slug_of(each.english),
                                                              .name_en = std::string{each.english},
                                                              .name_fr = std::string{each.french},
                                                              .position = 0,
                                                              .closed_at = {}}))
                topics.push_back(*id);
        for (const auto& each : invented_champions()) seed_one(write, services, each, topics);
    });
}

}  // namespace champions

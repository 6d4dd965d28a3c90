#include <algorithm>

#include "features/champions/own_handlers.h"
#include "features/champions/own_handlers_parts.h"
#include "features/champions/store.h"
#include "features/champions/subject_store.h"
#include "people/store.h"

namespace champions {
namespace {

ProfileForm typed_profile(const http::Form& form) {
    return {.given_name = form.text("given_name"),
            .family_name = form.text("family_name"),
            .place = form.text("place"),
            .biography_en = form.text("biography_en"),
            .biography_fr = form.text("biography_fr"),
            .language = form.text("language"),
            .offer = {form.is_ticked("english"), form.is_ticked("french"), form.is_ticked("in_person"),
                      form.is_ticked("online"), form.text("radius")},
            .areas = form.all("areas"),
            .topics = form.all("topics")};
}

ProfileForm saved_profile(const Champion& champion) {
    const auto& offer = champion.offer;
    ProfileForm form{
        .given_name = champion.name.given,
        .family_name = champion.name.family,
        .place = champion.place,
        .biography_en = champion.biography.english,
        .biography_fr = champion.biography.french,
        .language = std::string{base::code(champion.locale)},
        .offer = {holds(offer.languages, base::Locale::english), holds(offer.languages, base::Locale::french),
                  holds(offer.formats, ports::PresentationFormat::in_person),
                  holds(offer.formats, ports::PresentationFormat::online),
                  offer.radius_kilometres == 0 ? "" : std::to_string(offer.radius_kilometres)},
        .areas = {},
        .topics = {}};
    for (const auto each : champion.areas) form.areas.push_back(std::to_string(each.value));
    for (const auto each : champion.topics) form.topics.push_back(std::to_string(each.value));
    return form;
}

std::vector<people::Level> all_levels(db::Read& read, base::Locale locale) {
    std::vector<people::Level> levels;
    const auto tree = people::levels(read);
    for (const auto* each : tree.sorted(locale)) levels.push_back(*each);
    return levels;
}

// Only areas and topics that there are.
Profile with_known(db::Read& read, Profile profile) {
    const auto tree = people::levels(read);
    std::erase_if(profile.areas, [&](base::LevelId id) { return tree.find(id) == nullptr; });
    const auto subjects = store::subjects(read);
    std::erase_if(profile.topics,
                  [&](TopicId id) { return std::ranges::find(subjects, id, &Subject::id) == subjects.end(); });
    return profile;
}

}  // namespace

http::Response ProfileHandlers::show(const http::Request& request, db::Read& read) const {
    return show_again(request, {}, read);
}

base::Result<ProfileAct, base::Problems> ProfileHandlers::read_profile(const http::Request& request) const {
    auto profile = champions::read_profile(typed_profile(request.form));
    if (!profile) return profile.error();
    return ProfileAct{own_act(services_, request), *std::move(profile)};
}

http::WriteResult ProfileHandlers::write_profile(const ProfileAct& act, db::Write& write) const {
    return with_champion(act.act, write, [&](const Champion& champion) -> http::WriteResult {
        const auto profile = with_known(write, act.profile);
        if (profile.areas.empty()) return base::Problems{{"areas", base::message("Choose at least one area.")}};
        store::write_profile(write, champion.id, profile);
        tell_search(write, champion);
        return saved(act.act.locale, "profile");
    });
}

http::Response ProfileHandlers::show_again(const http::Request& request, const base::Problems& problems,
                                           db::Read& read) const {
    const auto champion = signed_in(read, services_, request);
    if (!champion) return to_sign_in(request.locale);
    const bool is_typed = request.form.has("given_name");
    return own_page(services_, request, problems,
                    own_pages::profile(i18n::Translator{request.locale},
                                       {.champion = *champion,
                                        .typed = is_typed ? typed_profile(request.form) : saved_profile(*champion),
                                        .picture = services_.pictures.find(read, champion->picture),
                                        .levels = all_levels(read, request.locale),
                                        .topics = store::open_topics(read, request.locale),
                                        .problems = problems}));
}

base::Result<PhotoAct, base::Problems> ProfileHandlers::read_photo(const http::Request& request) const {
    const auto* file = request.form.file("photo");
    if (file == nullptr) return base::Problems{{"photo", base::message("Choose a picture.")}};
    auto kept = services_.pictures.keep(file->bytes);
    if (!kept)
        return base::Problems{{"photo", base::message("This is no picture that we can show: JPEG, PNG or WebP.")}};
    return PhotoAct{own_act(services_, request), *std::move(kept)};
}

http::WriteResult ProfileHandlers::write_photo(const PhotoAct& act, db::Write& write) const {
    return with_champion(act.act, write, [&](const Champion& champion) -> http::WriteResult {
        // The words stand on the page: the library learns no name that it would have to forget.
        const auto picture = services_.pictures.add(write, {.file = act.file, .source = "", .by = "champion"});
        services_.pictures.remove(write, champion.picture);
        store::write_picture(write, champion.id, picture);
        return saved(act.act.locale, "profile");
    });
}

base::Result<OwnAct, base::Problems> ProfileHandlers::read_act(const http::Request& request) const {
    return own_act(services_, request);
}

http::WriteResult ProfileHandlers::forget_photo(const OwnAct& act, db::Write& write) const {
    return with_champion(act, write, [&](const Champion& champion) -> http::WriteResult {
        services_.pictures.remove(write, champion.picture);
        store::write_picture(write, champion.id, ports::kNoPicture);
        return saved(act.locale, "profile");
    });
}

}  // namespace champions

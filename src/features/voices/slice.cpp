#include "features/voices/slice.h"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/voices/consent_store.h"
#include "features/voices/picture_store.h"
#include "features/voices/step_service.h"
#include "features/voices/store.h"
#include "features/voices/wall_store.h"
#include "platform/mail/outbox.h"

namespace voices {
namespace {

constexpr int kOrder = 5;

std::int64_t all_shown(db::Read& read) {
    std::int64_t count = 0;
    for (const auto& row : store::tally(read)) count += row.shown;
    return count;
}

ports::VoiceCounts counts(db::Read& read) {
    ports::VoiceCounts counts;
    for (const auto& row : store::tally(read)) {
        counts.shown += row.shown;
        counts.with_picture += row.with_picture;
    }
    return counts;
}

std::optional<std::string> bytes_of(const files::FileStore& files, std::string_view file) {
    const auto address = files::Address::parse(file);
    return address ? files.read(*address) : std::nullopt;
}

// The page of a voice in this language. Its words are of the language that it is written in, and found by that alone.
ports::SearchDocument document_of(const ports::Voice& voice, base::Locale locale) {
    const i18n::Translator t{locale};
    const std::string words = voice.locale == locale ? voice.message + "\n\n" + voice.alt + "\n" : "";
    return {.key = fmt::format("{:020}/{}", voice.id.value, base::code(locale)),
            .locale = locale,
            .path = ports::voice_path(voice.id, locale),
            .other_path = ports::voice_path(voice.id, base::other(locale)),
            .title = t("The voice of {name}", {{"name", voice.name}}),
            .text = words + voice.place,
            .changed_at = voice.approved_at,
            .dated_at = voice.approved_at};
}

// `after` may be a key, or the beginning of one: "ID/" stands before the documents of that very voice.
std::vector<ports::SearchDocument> documents(db::Read& read, const ports::DocumentPage& page) {
    const std::string_view after{page.after};
    const auto number = after.substr(0, std::min(after.find('/'), after.size()));
    const VoiceId before{std::max<std::int64_t>(base::whole_number(number).value_or(0) - 1, 0)};
    std::vector<ports::SearchDocument> documents;
    for (const auto& voice :
         store::shown_words(read, {.after = before, .limit = static_cast<std::int64_t>(page.limit / 2) + 2}))
        for (const auto locale : base::kLocales) {
            auto document = document_of(voice, locale);
            if (document.key > page.after && documents.size() < page.limit) documents.push_back(std::move(document));
        }
    return documents;
}

std::string time_or_empty(const std::optional<base::Instant>& at) { return at ? i18n::machine_time(*at) : ""; }

boost::json::object exported(db::Read& read, const Voice& voice) {
    boost::json::array files;
    for (const auto& file : store::files(read, voice.id)) files.emplace_back(public_path(file));
    const auto consent = store::find_wording(read, voice.consent);
    return {{"id", voice.id.value},
            {"name", voice.name},
            {"place", voice.place},
            {"province", voice.province},
            {"message", voice.message},
            {"description", voice.alt},
            {"language", base::code(voice.locale)},
            {"email", voice.email},
            {"guardian_name", voice.guardian_name},
            {"guardian_email", voice.guardian_email},
            {"guardian_confirmed_at", time_or_empty(voice.guardian_confirmed_at)},
            {"consent", consent ? consent->wording.words : ""},
            {"consent_version", store::wording_name(read, voice.consent)},
            {"signature", voice.signature.value},
            {"files", std::move(files)},
            {"is_shown", voice.is_shown()},
            {"reason", name_of(voice.reason)},
            {"sent_at", i18n::machine_time(voice.sent_at)},
            {"confirmed_at", time_or_empty(voice.confirmed_at)},
            {"approved_at", time_or_empty(voice.approved_at)}};
}

std::string export_person(db::Read& read, ports::PersonKey person) {
    boost::json::array list;
    for (const Voice& voice : store::of_address(read, person.address_hash)) list.push_back(exported(read, voice));
    return boost::json::serialize(list);
}

void erase_person(const Services& services, db::Write& write, ports::PersonKey person) {
    for (const Voice& voice : store::of_address(write, person.address_hash)) {
        for (const std::string& address : {voice.email, voice.guardian_email})
            if (const auto email = base::EmailAddress::parse(address)) mail::forget_recipient(write, *email);
        withdraw(services, write, voice);
    }
}

std::string sentence_of(const i18n::Translator& t, const Voice& voice) {
    switch (voice.state) {
        case State::unconfirmed:
            return t("Sent a voice for the photo wall. The address is not confirmed.");
        case State::waiting:
            return t("Sent a voice for the photo wall; it waits to be looked at.");
        case State::shown:
            return t("Is on the photo wall.");
        case State::refused:
        case State::taken_down:
            return t("Sent a voice for the photo wall; it is not shown.");
        case State::withdrawn:
            break;
    }
    return t("Withdrew a voice from the photo wall.");
}

}  // namespace

ports::BlockKind Slice::block() const {
    return {
        .key = "voices.newest",
        .label = base::message("Newest voices of the photo wall"),
        .render = [this](db::Read& read, const ports::BlockSetting& setting) { return wall_.block(read, setting); }};
}

ports::VoiceReader reader(const files::FileStore& files) {
    return {.find = store::find_shown,
            .shown = store::shown_by_id,
            .counts = counts,
            .bytes = [&files](std::string_view file) { return bytes_of(files, file); }};
}

ports::ActionProvider actions() {
    return [](db::Read& read, base::Locale locale) {
        const i18n::Translator t{locale};
        ports::Action action{.key = "photo", .call = t("Add your voice"), .path = pages::wall_path(locale)};
        if (const auto shown = all_shown(read); shown > 0)
            action.figure = ports::LiveFigure{.value = shown, .unit = shown == 1 ? t("voice") : t("voices")};
        action.order = kOrder;
        return std::vector{action};
    };
}

ports::ActionKind sent_kind() {
    return {.key = std::string{kSentKind},
            .label = base::message("Sent a photo or a message for the wall"),
            .subjects = [](db::Read&, base::Locale locale) {
                const i18n::Translator t{locale};
                return std::vector{ports::ActionSubject{kTheWall, t("The photo wall")}};
            }};
}

ports::DocumentProvider search_documents() { return documents; }

ports::FactProvider person_facts() {
    return [](db::Read& read, ports::PersonKey person, base::Locale locale) {
        const i18n::Translator t{locale};
        std::vector<ports::PersonFact> facts;
        for (const Voice& voice : store::of_address(read, person.address_hash)) {
            if (voice.address_hash != person.address_hash) continue;  // as a guardian
            facts.push_back({voice.sent_at, "voices", sentence_of(t, voice), staff_pages::path(locale)});
        }
        return facts;
    };
}

ports::PersonDataHolder person_data(const Services& services) {
    return {"voices", export_person,
            [&services](db::Write& write, ports::PersonKey person) { erase_person(services, write, person); }};
}

ports::CountListener count_listener() {
    return [](db::Write& write, std::span<const ports::CountChange> changes) {
        for (const auto& change : changes)
            if (sign_of(change.step) < 0) store::remove_links(write, change.signature);
    };
}

ports::ForgettingListener forgetting_listener() {
    return [](db::Write& write, ports::SignatureId signature) { store::remove_links(write, signature); };
}

}  // namespace voices

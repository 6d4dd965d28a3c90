// features/newsroom/staff_handlers_house_test.h - everything that the staff handlers need, around a test's own database
// with two sections, and the people of the stories.
#pragma once
#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>

#include "features/newsroom/links_service.h"
#include "features/newsroom/section_store.h"
#include "features/newsroom/slice.h"
#include "features/newsroom/workflow_service.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "platform/files/folder_store.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"

namespace newsroom::house {

inline std::string body_of(const http::Response& response) { return std::string{response.body.view()}; }

// A folder for the files of one test.
struct Shelf {
    Shelf() {
        std::string name = (std::filesystem::temp_directory_path() / "newsroom_XXXXXX").string();
        folder = mkdtemp(name.data());
    }
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;
    ~Shelf() { std::filesystem::remove_all(folder); }
    std::filesystem::path folder;
};

class House : public testing::Test {
protected:
    House() {
        database->write([&](db::Write& write) {
            level =
                *people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            const SectionForm form{.english = {"solidarity", "Solidarity", "", ""},
                                   .french = {"solidarite", "Solidarité", "", ""},
                                   .place = "1"};
            section = store::insert_section(write, level, form, "Chantal");
            store::publish_section(write, section, "Chantal");
        });
        section_number = std::to_string(section.value);
    }

    http::Request by(std::string name, http::Request request, auth::Role role = auth::Role::owner) {
        request.staff =
            std::make_shared<auth::Principal>(auth::Principal{auth::StaffId{name == "Chantal" ? 1 : 2},
                                                              name,
                                                              *base::EmailAddress::parse("staff@example.org"),
                                                              {{role, std::nullopt}},
                                                              auth::SessionId{1}});
        return request;
    }
    template <class Handlers, class Handler>
    http::Response ask(const Handlers& handlers, Handler handler, const http::Request& request) {
        return database->read([&](db::Read& read) { return (handlers.*handler)(request, read); });
    }
    // parse, then apply; with problems the page again, as the server does.
    template <class Handlers, class Parse, class Apply, class Again>
    http::Response send(const Handlers& handlers, Parse parse, Apply apply, Again again, const http::Request& request) {
        auto form = (handlers.*parse)(request);
        if (!form) return again_page(handlers, again, request, form.error());
        auto answer = database->write([&](db::Write& write) { return (handlers.*apply)(*form, write); });
        return answer ? *answer : again_page(handlers, again, request, answer.error());
    }
    template <class Handlers, class Again>
    http::Response again_page(const Handlers& handlers, Again again, const http::Request& request,
                              const base::Problems& problems) {
        return database->read([&](db::Read& read) { return (handlers.*again)(request, problems, read); });
    }

    http::Response save(const std::string& who, ItemId id, std::vector<http::Fields::Field> fields,
                        const std::string& seen) {
        auto request = http::testing::post("/en/staff/news/items/x", {{"item", std::to_string(id.value)}}, {});
        for (const auto& field : fields) request.form.add(field);
        request.form.add({"seen", seen});
        return send(items, &ItemHandlers::read_save, &ItemHandlers::save, &ItemHandlers::show_again,
                    by(who, std::move(request)));
    }
    http::Response editor(ItemId id, const std::string& who = "Chantal") {
        return ask(items, &ItemHandlers::show,
                   by(who, http::testing::get("/en/staff/news/items/x", {{"item", std::to_string(id.value)}})));
    }
    static std::string seen_in(const http::Response& page) {
        constexpr std::string_view kField = "name=\"seen\" value=\"";
        const auto body = body_of(page);
        const auto at = body.find(kField) + kField.size();
        return body.substr(at, body.find('"', at) - at);
    }
    ItemId new_item() {
        return database->write([&](db::Write& write) {
            return store::insert_item(write, {level, day_of("2026-11-02"), {section}}, "Chantal");
        });
    }
    std::optional<Item> stored(ItemId id) {
        return database->read([&](db::Read& read) { return store::find_item(read, id); });
    }
    std::vector<auth::StoredAuditEntry> audit(std::string action) {
        return database->read(
            [&](db::Read& read) { return auth::read_audit(read, {.action_prefix = std::move(action)}); });
    }
    // What the form carries for the one section, beside the words.
    std::vector<http::Fields::Field> with_section(std::vector<http::Fields::Field> fields) {
        fields.push_back({"sections", section_number});
        fields.push_back({"event_day", "2026-11-02"});
        return fields;
    }

    test_support::TestDatabase database{test_support::Kind::sqlite};
    base::LevelId level{1};
    SectionId section{1};
    std::string section_number;
    ports::PageFrames frames{{.public_url = "https://campaign.example",
                              .campaign = [](base::Locale) { return std::string{"All Together Now"}; }}};
    ports::ActionRegistry actions;
    ports::Pictures pictures;
    ports::SearchDocuments documents;
    auth::Secret secret = auth::load_or_create_secret(*database);
    Shelf shelf;
    files::FolderStore files{shelf.folder};
    std::vector<std::string> left_search;  // with the transaction that hides them
    Services services{
        secret,
        frames,
        actions,
        pictures,
        documents,
        files,
        i18n::TimeZone::toronto(),
        [this](db::Write&, const ports::DocumentName& name) { left_search.push_back(name.kind + " " + name.key); }};
    ItemHandlers items{services};
    StepHandlers steps{services};
    SectionHandlers sections{services};
};

}  // namespace newsroom::house

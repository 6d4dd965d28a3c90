// platform/http/test_house_test.cpp - the guest house itself; its stories stand in the other tests.
#include "platform/http/test_house.h"

#include "platform/auth/principal.h"
#include "tests/support/databases.h"

namespace http::testing {
namespace {

using GuestId = base::Id<struct GuestTag>;

const db::Command<void(GuestId, std::string_view)> kInsert{"insert into test_guest (id, name) values ($1, $2)"};
const db::BatchCommand<void(GuestId, std::string)> kInsertAll{"insert into test_guest (id, name) values ($1, $2)"};
const db::Query<std::int64_t()> kCount{"select count(*) from test_guest",
                                       [](const db::Row& row) { return row.integer(0); }};
constexpr auto kTables = "create table test_guest (id integer primary key, name text not null) strict";

base::Result<GuestForm, base::Problems> read_form(const Request& request) {
    GuestForm form{request.form.text("name"), request.locale};
    if (form.name.empty()) return base::Problems{{"name", base::message("Please give your name.")}};
    if (form.name == "crash-in-parse") throw std::runtime_error("the pen broke");
    return form;
}

std::string thanks(const GuestForm& form) { return "/" + std::string{base::code(form.locale)} + "/thanks"; }

WriteResult write_guest(const GuestForm& form, db::Write& write) {
    write.run(kInsert, write.new_id<GuestId>(), form.name);
    if (form.name == "crash") throw std::runtime_error("the ink ran out");
    if (form.name == "unwanted") return base::Problems{{"name", base::message("This house is full.")}};
    return see_other(thanks(form));
}

Response show_form_again(const Request& request, const base::Problems& problems, db::Read&) {
    std::string body = "refused";
    for (const auto& problem : problems)
        body += " " + problem.field + ": " + problem.message.key() + " (" + request.form.text(problem.field) + ")";
    return text(body, 422);
}

// Ruth keeps the house; her browser has the cookie that says so.
std::shared_ptr<const auth::Principal> identify(const Request& request, db::Read&) {
    if (request.cookies.view("session") != "ruth") return nullptr;
    return std::make_shared<const auth::Principal>(
        auth::Principal{.id = auth::StaffId{1},
                        .name = "Ruth",
                        .email = *base::EmailAddress::parse("ruth@house.example"),
                        .grants = {},
                        .session = auth::SessionId{1}});
}

std::vector<int> write_all(db::Write& write, std::span<const GuestForm> forms) {
    write.run_batch(kInsertAll, forms, [&](const GuestForm& form) {
        return std::tuple<GuestId, const std::string&>{write.new_id<GuestId>(), form.name};
    });
    for (const auto& form : forms)
        if (form.name == "crash") throw std::runtime_error("the ink ran out");
    return std::vector<int>(forms.size(), 1);
}

WriteResult answer_one(const GuestForm& form, const int& outcome) {
    CHECK(outcome == 1);
    if (form.name == "late") return base::Problems{{"", base::message("This petition is closed.")}};
    return see_other(thanks(form));
}

}  // namespace

House::House(ServerConfig config, const Load& load)
    : location(test_support::fresh_location(test_support::Kind::sqlite)) {
    const auto connection = db::connect(location, db::Access::write);
    connection->execute(connection->translate(kTables));
    database =
        std::make_unique<db::Database>(db::Options{.location = location, .writer = load.writer, .clock = db::now});
    config.access_log = AccessLog::all;
    ServerHooks hooks;
    hooks.log = [this](const AccessRecord& record) {
        const std::lock_guard lock{log_mutex};
        log.push_back(std::string{record.method} + " " + std::string{record.route} + " " +
                      std::to_string(record.status));
    };
    hooks.metrics = &metrics;
    hooks.ladder = load.ladder;
    hooks.authenticator = {.identify = identify, .may = [](const auth::Principal&, auth::Permission) { return true; }};
    hooks.error_page = [](const ErrorContext& error) {
        return text("error " + std::to_string(error.status) + " in " + std::string{base::code(error.locale)});
    };
    server = std::make_unique<Server>(std::move(config), make_router(), *database, std::move(hooks));
    server->start();
}

House::~House() {
    is_door_open = true;
    is_door_open.notify_all();
    server.reset();
    database.reset();
    test_support::remove_location(location);
}

Router House::make_router() {
    Router router;
    router.get("/{locale}/hello/{name}",
               [](const Request& request, db::Read&) {
                   auto answer = text("Hello " + request.parameter("name") + request.query.text("sign"));
                   answer.headers.add({"X-Client", request.client.text()});
                   return answer;
               },
               {.name = "house.hello"});
    router.get("/{locale}/",
               [this](const Request&, db::Read& read) {
                   ++renderings;
                   return text("guests: " + std::to_string(*read.one(kCount)) + "\n" + std::string(5000, 'x'));
               },
               {.name = "house.home", .cache = Cache::public_page});
    router.post<GuestForm>("/{locale}/guests", {.parse = read_form, .apply = write_guest, .refuse = show_form_again},
                           {.name = "house.enter"});
    router.post_batch<GuestForm, int>(
        "/{locale}/crowd",
        {.parse = read_form, .apply_all = write_all, .respond = answer_one, .refuse = show_form_again},
        {.name = "house.crowd", .limit = LimitClass::sign_on});
    router.post<GuestForm>("/{locale}/leaving/{name}",
                           {.parse = [](const Request& request) -> base::Result<GuestForm, base::Problems> {
                                return GuestForm{request.parameter("name"), request.locale};
                            },
                            .apply = write_guest},
                           {.name = "house.leaving", .origin = OriginCheck::exempt});
    router.post<GuestForm>("/api/v1/guests", {.parse = read_form, .apply = write_guest}, {.name = "api.enter"});
    router.compute_post("/api/v1/keys",
                        [](const Request& request) { return text(request.staff ? request.staff->name : ""); },
                        {.name = "api.keys", .permission = auth::Permission{0}});
    router.compute_post("/api/v1/bell",
                        [](const Request& request) { return text(request.staff ? request.staff->name : "a guest"); },
                        {.name = "api.ring"});
    router.get("/{locale}/flood",
               [](const Request&, db::Read&) -> Response { throw db::Unavailable("the cellar is full"); },
               {.name = "house.flood"});
    router.compute("/{locale}/sum", [](const Request& request) { return text(request.query.text("a") + "!"); },
                   {.name = "house.sum", .part = LoadPart::search});
    router.compute_post(
        "/{locale}/echo",
        [](const Request& request) {
            return text(request.body.empty() || !request.form.empty() ? request.form.text("text") : request.body);
        },
        {.name = "house.echo", .body_limit = 200'000});
    router.get("/{locale}/slow",
               [this](const Request&, db::Read&) {
                   ++at_the_door;
                   is_door_open.wait(false);
                   return text("at last");
               },
               {.name = "house.slow", .threads = HandlerThreads::computing});
    router.get("/{locale}/large", [](const Request&, db::Read&) { return text(std::string(20'000'000, 'L')); },
               {.name = "house.large"});
    router.get("/{locale}/book",
               [this](const Request&, db::Read&) { return made_download({"book.txt", "text/plain"}, make_book()); },
               {.name = "house.book", .part = LoadPart::statistics});
    router.get("/{locale}/fault", [](const Request&, db::Read&) -> Response { throw std::runtime_error("no candles"); },
               {.name = "house.fault"});
    router.get("/{locale}/office", [](const Request&, db::Read&) { return text("keys"); },
               {.name = "house.office", .permission = auth::Permission{0}});
    router.stream("/api/v1/bell",
                  [this](const Request& request, db::Read&) { return request.query.has("none") ? nullptr : bell; },
                  {.name = "house.bell", .part = LoadPart::live_pushes});
    return router;
}

// Forty megabytes in short lines; with a torn page when somebody asks for it.
BodyMaker House::make_book() {
    return [this](db::Read& read, const PartWriter& write) {
        write("guests: " + std::to_string(*read.one(kCount)) + "\n");
        const std::string line(99, 'b');
        for (int i = 0; i < 400'000; ++i) {
            write(line + "\n");
            ++lines_written;
            if (is_page_torn && i == 1'000) throw std::runtime_error("a page is torn");
        }
    };
}

Answer House::get(std::string_view path, std::string_view more_headers) const {
    auto caller = client();
    return caller.ask("GET " + std::string{path} + " HTTP/1.1\r\nHost: house.example\r\n" + std::string{more_headers} +
                      "\r\n");
}

Answer House::post(std::string_view path, std::string_view form, std::string_view more_headers) const {
    auto caller = client();
    return caller.ask("POST " + std::string{path} +
                      " HTTP/1.1\r\nHost: house.example\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
                      std::string{more_headers} + "Content-Length: " + std::to_string(form.size()) + "\r\n\r\n" +
                      std::string{form});
}

std::int64_t House::guests() {
    return database->read([](db::Read& read) { return *read.one(kCount); });
}

}  // namespace http::testing

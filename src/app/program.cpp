#include "app/program.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <ranges>
#include <thread>

#include "app/composition.h"
#include "app/error_pages.h"
#include "app/listening.h"
#include "app/system_routes.h"
#include "features/accounts/services.h"
#include "platform/jobs/runner.h"
#include "platform/mail/sender.h"

namespace app {
namespace {

http::Networks networks_of(const std::vector<std::string>& texts) {
    http::Networks networks;
    for (const auto& text : texts)
        if (const auto network = http::Network::parse(text)) networks.push_back(*network);
    return networks;
}

// 0 in the configuration: one for each processor.
unsigned threads(std::int64_t configured) {
    return configured > 0 ? static_cast<unsigned>(configured) : std::max(1U, std::thread::hardware_concurrency());
}

http::ServerHooks hooks_of(House& house) {
    return {.error_page = [&house](const http::ErrorContext& context) { return error_page(house, context); },
            .api_error = house.api_error,
            .authenticator = house.authenticator,
            .ladder = &house.load_ladder,
            .metrics = &house.metrics};
}

db::Options database_options(const Settings& settings) {
    const auto& database = settings.config.database;
    const auto lock = base::seconds(database.lock_seconds);
    return {.location = settings.database,
            .writer = {.queue_length = static_cast<std::size_t>(settings.config.limits.queue_length),
                       .patience = {.lock = lock}},
            .read_patience = {.statement = base::seconds(database.statement_seconds), .lock = lock}};
}

// The few addresses that watch the program, where metrics.listen asks for a server of their own.
http::ServerConfig watching_config(const std::string& listen) {
    const auto listening = listening_of(listen);
    http::ServerConfig server;
    server.address = listening.address;
    server.port = listening.port;
    server.io_threads = 1;
    server.pool_threads = 1;
    server.computing_threads = 1;
    server.max_connections = 100;
    return server;
}

}  // namespace

http::ServerConfig server_config(const runtime::Config& config) {
    const auto listening = listening_of(config.server.listen);
    http::ServerConfig server;
    server.address = listening.address;
    server.port = listening.port;
    server.public_url = config.server.public_url;
    server.io_threads = threads(config.server.io_threads);
    server.pool_threads = threads(config.server.read_threads);
    server.max_connections = static_cast<std::size_t>(config.server.max_connections);
    server.trusted_proxies = networks_of(config.server.trusted_proxies);
    server.trusted_networks = networks_of(config.limits.trusted_networks);
    server.session_cookie = accounts::session_cookie(config);
    if (config.server.hsts_subdomains) server.strict_transport = http::StrictTransport::and_below;
    const auto sign_ons = static_cast<std::uint32_t>(config.limits.sign_ons_per_minute_refuse);
    server.limits[static_cast<std::size_t>(http::LimitClass::sign_on)] = {sign_ons, sign_ons};
    return server;
}

class Program::Parts {
public:
    explicit Parts(const Settings& settings)
        : database_(database_options(settings)),
          house_(settings, database_),
          signer_(mail::dkim_signer(settings.config.mail.dkim, settings.data.string())),
          sender_({.database = database_,
                   .renderers = house_.mails,
                   .config = house_.settings.config,
                   .metrics = house_.metrics,
                   .signer = signer_ ? &*signer_ : nullptr}),
          runner_({.database = database_,
                   .handlers = house_.jobs,
                   .metrics = house_.metrics,
                   .workers = house_.settings.config.jobs.workers}) {
        plug_in_slices(house_);
        add_metrics_route(house_.router, Watchers::trusted_networks);
        server_.emplace(server_config(house_.settings.config), std::move(house_.router), database_, hooks_of(house_));
        const auto& watching = house_.settings.config.metrics.listen;
        if (!watching.empty()) watching_server_.emplace(watching_config(watching), watching_router(), database_);
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts() { stop(); }

    void start() {
        server_->start();
        if (watching_server_) watching_server_->start();
        sender_.start();
        runner_.start();
        for (const Worker& worker : house_.workers) worker.start();
    }

    void stop() {
        server_->stop();
        if (watching_server_) watching_server_->stop();
        for (const Worker& worker : std::views::reverse(house_.workers)) worker.stop();
        runner_.stop();
        sender_.stop();
    }

    db::Database& database() { return database_; }
    const House& house() const { return house_; }
    const http::Server& server() const { return *server_; }
    std::uint16_t watching_port() const { return watching_server_ ? watching_server_->port() : 0; }

private:
    // The only route that looks at the server itself.
    void add_metrics_route(http::Router& router, Watchers watchers) {
        router.compute("/metrics",
                       [this, watchers](const http::Request& request) {
                           if (!may_watch(request, watchers)) return http::forbidden();
                           observe(house_.metrics, {*server_, database_});
                           return metrics(house_.metrics);
                       },
                       {.name = "system.metrics"});
    }

    http::Router watching_router() {
        http::Router router;
        add_health_routes(router, database_);
        add_metrics_route(router, Watchers::everybody);
        return router;
    }

    db::Database database_;
    House house_;
    std::optional<mail::DkimSigner> signer_;
    mail::Sender sender_;
    jobs::Runner runner_;
    std::optional<http::Server> server_;
    std::optional<http::Server> watching_server_;
};

Program::Program(const Settings& settings) : parts_(std::make_unique<Parts>(settings)) {}
Program::~Program() = default;

void Program::start() { parts_->start(); }
void Program::stop() { parts_->stop(); }
std::uint16_t Program::port() const { return parts_->server().port(); }
std::uint16_t Program::watching_port() const { return parts_->watching_port(); }
db::Database& Program::database() { return parts_->database(); }
const http::Router& Program::router() const { return parts_->server().router(); }
const House& Program::house() const { return parts_->house(); }

}  // namespace app

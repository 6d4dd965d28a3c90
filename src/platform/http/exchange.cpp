// platform/http/exchange.cpp - the way of a request through checks, pool and writer.
#include "platform/http/exchange.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.h"
#include "platform/db/database.h"
#include "platform/http/finishing.h"
#include "platform/http/forms.h"
#include "platform/http/origin_check.h"
#include "platform/runtime/log.h"

namespace http {
namespace {

constexpr auto kBusy = base::seconds(1);      // when to come again after a full queue
constexpr auto kLeftOut = base::seconds(30);  // and after something was left out under load

std::string allow_header(const std::vector<Method>& methods) {
    std::string text;
    for (const auto method : methods) {
        if (!text.empty()) text += ", ";
        text += name(method);
        if (method == Method::get) text += ", HEAD";
    }
    return text;
}

bool must_check_origin(const Route& route, std::string_view path) {
    if (route.method == Method::get || route.options.origin == OriginCheck::exempt) return false;
    return route.options.origin == OriginCheck::required || !is_api(path);
}

db::BatchGroup* group_of(const Core& core, const WriteRoute& route) {
    const auto found = core.batch_groups.find(&route);
    return found == core.batch_groups.end() ? nullptr : found->second.get();
}

}  // namespace

// All calls of one batched route, handed to its apply_all.
class ExchangeGroup final : public db::BatchGroup {
public:
    explicit ExchangeGroup(const WriteRoute& route) : route_(route) {}
    void run_together(db::Write& write, std::span<db::WriteJob* const> jobs) override;

private:
    const WriteRoute& route_;
};

// A parsed form on the writer. The exchange is kept alive by it, and goes back to its loop from finished().
class ExchangeWrite final : public db::WriteJob {
public:
    ExchangeWrite(std::shared_ptr<Exchange> exchange, db::BatchGroup* group)
        : exchange_(std::move(exchange)), group_(group) {}

    Verdict run(db::Write& write) override { return call().apply(write) ? Verdict::keep : Verdict::undo; }
    void finished(std::exception_ptr fault) noexcept override {
        exchange_->fault_ = std::move(fault);
        exchange_->is_written_ = true;
        auto& mailbox = *exchange_->mailbox_;
        mailbox.send(std::move(exchange_));
    }
    db::BatchGroup* group() const override { return group_; }
    std::size_t partition() const override { return call().partition(); }
    WriteCall& call() const { return *exchange_->call_; }

private:
    std::shared_ptr<Exchange> exchange_;
    db::BatchGroup* group_;
};

void ExchangeGroup::run_together(db::Write& write, std::span<db::WriteJob* const> jobs) {
    std::vector<WriteCall*> calls;
    calls.reserve(jobs.size());
    for (auto* job : jobs) calls.push_back(&static_cast<ExchangeWrite*>(job)->call());
    route_.apply_all(write, calls);
}

BatchGroups make_batch_groups(const Router& router) {
    BatchGroups groups;
    for (const auto& route : router.routes())
        if (route->write && route->write->is_batched())
            groups.emplace(route->write.get(), std::make_unique<ExchangeGroup>(*route->write));
    return groups;
}

Exchange::Outcome Exchange::begin() {
    auto outcome = Outcome::ready;
    try {
        outcome = route_request();
    } catch (const std::exception& fault) {
        answer_fault(fault);
    }
    if (outcome == Outcome::ready) finish_response();
    return outcome;
}

Exchange::Outcome Exchange::route_request() {
    auto match = core_.router.match(request.method, request.path);
    route = match.route;
    if (!route) return answer_without_route(match);
    request.parameters = std::move(match.parameters);
    request.route = route->options.name;
    forget_foreign_cookies();
    if (is_refused_early()) return Outcome::ready;
    const bool parses_here = route->options.parse == ParsePlace::loop ||
                             (route->options.parse == ParsePlace::by_route && !route->options.permission &&
                              route->options.body_limit <= core_.config.body_limit);
    if (route->kind == RouteKind::write && parses_here && !has_credentials()) return parse_and_submit();
    return hand_to_pool(Step::handle);
}

// 404 or 405, or the way to the same page with or without a slash at its end.
Exchange::Outcome Exchange::answer_without_route(const Router::Match& match) {
    if (!match.allowed.empty()) {
        response = request.method == Method::options ? no_content() : error(405);
        response.headers.add({"Allow", allow_header(match.allowed)});
        return Outcome::ready;
    }
    auto other = request.path;
    if (other.ends_with('/'))
        other.pop_back();
    else
        other += '/';
    const bool is_elsewhere = request.method == Method::get && core_.router.match(Method::get, other).route;
    if (!is_elsewhere) {
        response = not_found();
        return Outcome::ready;
    }
    if (!request.query_string.empty()) other += "?" + request.query_string;
    response = moved_permanently(other);
    return Outcome::ready;
}

bool Exchange::is_refused_early() {
    if (must_check_origin(*route, request.path) && !comes_from_our_pages(request, core_.config.public_url)) {
        response = forbidden();
        return true;
    }
    if (core_.hooks.ladder != nullptr && !core_.hooks.ladder->serves(route->options.part)) {
        response = unavailable(kLeftOut);
        return true;
    }
    const auto limit = static_cast<std::size_t>(route->options.limit);
    if (route->options.limit != LimitClass::none && !request.from_trusted_network && !bears_key()) {
        const auto wait =
            core_.limiter.take({request.client, limit}, core_.config.limits[limit], RateLimiter::Clock::now());
        if (wait) {
            response = too_many_requests(*wait);
            return true;
        }
    }
    if (route->options.permission && !has_credentials()) return !may_enter();
    return false;
}

// Where the origin is not asked for (the API, one-click links), a browser on another site may still send our cookies
// along: they then open nothing. Who has an API key needs none.
void Exchange::forget_foreign_cookies() {
    if (request.method != Method::get && !comes_from_our_pages(request, core_.config.public_url))
        request.cookies.clear();
}

bool Exchange::has_credentials() const {
    return core_.hooks.authenticator.identify &&
           (request.cookies.has(core_.config.session_cookie) || request.headers.has("authorization") || bears_key());
}

// Other schemes are none of ours: a proxy in front may ask for a password and pass it on.
bool Exchange::bears_key() const {
    constexpr std::string_view kScheme = "bearer ";
    if (!core_.hooks.authenticator.find_key || !is_api(request.path)) return false;
    return request.headers.has(kKeyHeader) ||
           base::equals_ignoring_ascii_case(request.headers.view("authorization").substr(0, kScheme.size()), kScheme);
}

Exchange::Outcome Exchange::hand_to_pool(Step step) {
    step_ = step;
    if (core_.pool_of(*route).take(shared_from_this())) return Outcome::later;
    response = unavailable(kBusy);
    return Outcome::ready;
}

void Exchange::run_on_pool() noexcept {
    auto outcome = Outcome::ready;
    try {
        if (step_ == Step::handle)
            outcome = handle();
        else
            refuse();
    } catch (const std::exception& fault) {
        answer_fault(fault);
    }
    if (outcome == Outcome::later) return;
    finish_response();
    mailbox_->send(shared_from_this());
}

Exchange::Outcome Exchange::handle() {
    const bool reads = route->kind == RouteKind::read || route->kind == RouteKind::stream;
    if (!reads && !has_credentials()) return call_handler_without_database();
    bool may = true;
    core_.database.read([&](db::Read& read) {
        identify(read);
        may = admit_key(read) && may_enter();
        if (may && reads) call_handler(read);
    });
    return may && !reads ? call_handler_without_database() : Outcome::ready;
}

void Exchange::identify(db::Read& read) {
    if (has_credentials()) request.staff = core_.hooks.authenticator.identify(request, read);
}

// With a key its own rate counts in place of the address's: a partner's server calls for many people. Else the response
// says why not.
bool Exchange::admit_key(db::Read& read) {
    if (!bears_key()) return true;
    const auto key = core_.hooks.authenticator.find_key(request, read);
    if (!key) {
        response = error(401);
        response.headers.add({"WWW-Authenticate", "Bearer"});
        return false;
    }
    const bool signs_on = route->options.limit == LimitClass::sign_on;
    if (signs_on ? !key->may_sign_on : !key->may_read) {
        response = forbidden();
        return false;
    }
    // Nobody's address: no visitor shares the bucket.
    const auto wait = core_.limiter.take({ClientAddress{}, key->number}, key->rate, RateLimiter::Clock::now());
    if (wait) response = too_many_requests(*wait);
    request.from_trusted_network = true;
    request.caller = key->caller;
    return !wait;
}

// Whether the route's permission is given; else the response says what is missing.
bool Exchange::may_enter() {
    if (!route->options.permission) return true;
    const auto& authenticator = core_.hooks.authenticator;
    if (request.staff) {
        if (authenticator.may && authenticator.may(*request.staff, *route->options.permission)) return true;
        response = forbidden();
    } else if (is_api(request.path)) {
        response = error(401);
        response.headers.add({"WWW-Authenticate", "Bearer"});
    } else {
        response = authenticator.ask_to_sign_in ? authenticator.ask_to_sign_in(request) : forbidden();
    }
    return false;
}

void Exchange::call_handler(db::Read& read) {
    if (route->kind == RouteKind::read) {
        response = route->read(request, read);
        return;
    }
    channel = route->stream(request, read);
    if (!channel) response = not_found();
}

Exchange::Outcome Exchange::call_handler_without_database() {
    if (route->kind == RouteKind::write) return parse_and_submit();
    if (request.method != Method::get && read_form_body(request) == FormReading::malformed)
        response = error(400);
    else
        response = route->compute(request);
    return Outcome::ready;
}

Exchange::Outcome Exchange::parse_and_submit() {
    // A machine that may post from anywhere means what the address says, whatever became of its body: nobody stays on a
    // list because the mail program that asked for them wrote a wrong boundary.
    const bool is_body_heeded = route->options.origin != OriginCheck::exempt;
    if (read_form_body(request) == FormReading::malformed && is_body_heeded) {
        response = error(400);
        return Outcome::ready;
    }
    if (is_body_heeded && !request.form.broken_fields.empty()) return refuse_later(problems_of(request.form));
    auto parsed = route->write->parse(request);
    if (!parsed) return refuse_later(parsed.error());
    call_ = *std::move(parsed);
    if (!stands_in_line() && submit()) return Outcome::later;
    const bool is_sign_on = route->options.limit == LimitClass::sign_on;
    if (is_sign_on && core_.line->take(shared_from_this())) return Outcome::later;
    call_.reset();
    response = unavailable(kBusy);
    return Outcome::ready;
}

// Nobody overtakes those who stand in line already.
bool Exchange::stands_in_line() const {
    if (route->options.limit != LimitClass::sign_on) return false;
    const auto* ladder = core_.hooks.ladder;
    return !core_.line->is_empty() || (ladder != nullptr && ladder->step() == LoadStep::sign_ons_in_line);
}

bool Exchange::submit() {
    auto job = std::make_unique<ExchangeWrite>(shared_from_this(), group_of(core_, *route->write));
    return core_.database.submit(std::move(job)) == db::Accepted::yes;
}

// From the line, while there is room beside it for other forms.
bool Exchange::try_to_enter() {
    const std::size_t room = core_.database.write_queue_length();
    return core_.database.writes_waiting() < room - room / 4 && submit();
}

void Exchange::give_up() noexcept {
    call_.reset();
    response = unavailable(kBusy);
    finish_response();
    mailbox_->send(shared_from_this());
}

Exchange::Outcome Exchange::refuse_later(base::Problems problems) {
    problems_ = std::move(problems);
    if (route->write->refuse()) return hand_to_pool(Step::refuse);
    response = error(422);
    fill_error(core_, request, response, &problems_);
    return Outcome::ready;
}

void Exchange::refuse() {
    core_.database.read([&](db::Read& read) { response = route->write->refuse()(request, problems_, read); });
}

void Exchange::arrive() {
    auto outcome = Outcome::ready;
    if (is_written_) {
        is_written_ = false;
        try {
            outcome = settle();
        } catch (const std::exception& fault) {
            answer_fault(fault);
        }
        if (outcome == Outcome::ready) finish_response();
    }
    if (outcome == Outcome::ready) responder_->respond(*this);
}

// After the commit, or the fault that prevented it.
Exchange::Outcome Exchange::settle() {
    if (fault_) std::rethrow_exception(fault_);
    auto result = call_->answer();
    call_.reset();
    if (!result) return refuse_later(result.error());
    response = *std::move(result);
    return Outcome::ready;
}

void Exchange::answer_fault(const std::exception& fault) {
    channel.reset();
    response = response_to_fault(request, fault);
}

void Exchange::finish_response() noexcept {
    if (channel) return;
    try {
        fill_error(core_, request, response);
        finish(request, route, response);
    } catch (const std::exception& fault) {
        runtime::log_error({request.request_id}, "a response could not be finished", {{"fault", fault.what()}});
        response = text("Internal Server Error\n", 500);
    }
}

}  // namespace http

#include "platform/files/s3_store.h"

#include <mutex>
#include <utility>
#include <vector>

#include <curl/curl.h>
#include <fmt/format.h>

#include "base/check.h"
#include "platform/files/s3_listing.h"

namespace files {
namespace {

constexpr int kTries = 3;

struct EasyEnd {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListEnd {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, EasyEnd>;
using HeaderList = std::unique_ptr<curl_slist, ListEnd>;

struct S3Answer {
    int status = 0;  // 0: none came
    std::string body{}, fault{};
};

base::Instant clock_now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* data) {
    static_cast<std::string*>(data)->append(bytes, count);
    return count;
}

void add(HeaderList& list, const std::string& line) {
    curl_slist* const longer = curl_slist_append(list.get(), line.c_str());
    CHECK(longer != nullptr);
    (void)list.release();
    list.reset(longer);
}

// "s3.example.org:9000" of "https://s3.example.org:9000".
std::string host_of(const std::string& endpoint) { return endpoint.substr(endpoint.find("//") + 2); }

}  // namespace

class S3Store::Client {
public:
    explicit Client(S3Place place) : place_(std::move(place)) {
        static const bool kReady = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
        CHECK(kReady);
    }

    const std::string& prefix() const { return place_.prefix; }
    std::string path_of(const Address& address) const {
        return fmt::format("/{}/{}{}", place_.bucket, place_.prefix, address.hex());
    }
    std::string bucket_path() const { return fmt::format("/{}", place_.bucket); }

    // Any answer below 500; Fault when there is none.
    S3Answer ask(S3Request request, std::string_view body = {}) {
        request.body_digest = sha256_hex(body);
        S3Answer answer;
        for (int i = 0; i < kTries; ++i) {
            answer = ask_once(request, body);
            if (answer.status != 0 && answer.status < 500) return answer;
        }
        if (answer.status != 0) answer.fault = fmt::format("it answers {}", answer.status);
        throw Fault{fmt::format("the store of files at {} failed: {}", place_.endpoint, answer.fault)};
    }

    [[noreturn]] void refuse(const S3Request& request, const S3Answer& answer) const {
        throw Fault{fmt::format("{}{}: the store refused {} with {}", place_.endpoint, request.path, request.method,
                                answer.status)};
    }

private:
    HeaderList signed_headers(S3Request request) const {
        const auto now = clock_now();
        request.headers = {{"host", host_of(place_.endpoint)},
                           {"x-amz-content-sha256", request.body_digest},
                           {"x-amz-date", x_amz_date(now)}};
        HeaderList list;
        for (const auto& [name, value] : request.headers) add(list, name + ": " + value);
        add(list, "Authorization: " + s3_authorization(request, place_.keys, now));
        add(list, "Content-Type: application/octet-stream");
        add(list, "Expect:");
        return list;
    }

    std::string url_of(const S3Request& request) const {
        std::string url = place_.endpoint + s3_encoded(request.path, S3Encoding::path);
        char before = '?';
        for (const auto& [name, value] : request.query) {
            url += fmt::format("{}{}={}", before, s3_encoded(name, S3Encoding::query),
                               s3_encoded(value, S3Encoding::query));
            before = '&';
        }
        return url;
    }

    S3Answer ask_once(const S3Request& request, std::string_view body) {
        const Taken handle = take();
        curl_easy_reset(handle.get());  // keeps its connection
        const auto headers = signed_headers(request);
        const auto url = url_of(request);
        S3Answer answer;
        curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
        curl_easy_setopt(handle.get(), CURLOPT_PATH_AS_IS, 1L);
        curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
        curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT, static_cast<long>(place_.timeout.count()));
        curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, take_body);
        curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &answer.body);
        set_method(handle.get(), request.method, body);
        perform(handle.get(), answer);
        return answer;
    }

    static void set_method(CURL* handle, const std::string& method, std::string_view body) {
        if (method == "HEAD") curl_easy_setopt(handle, CURLOPT_NOBODY, 1L);
        if (method == "PUT") {
            curl_easy_setopt(handle, CURLOPT_POST, 1L);
            curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
            curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body.empty() ? "" : body.data());
        }
        if (method != "HEAD") curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, method.c_str());
    }

    // The body goes to the answer while it comes in: it stays where it is.
    static void perform(CURL* handle, S3Answer& answer) {
        const CURLcode code = curl_easy_perform(handle);
        if (code != CURLE_OK) {
            answer.fault = curl_easy_strerror(code);
            return;
        }
        long status = 0;
        curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
        answer.status = static_cast<int>(status);
    }

    // A handle goes back to the others when its user lets go of it.
    struct GiveBack {
        Client* client;
        void operator()(CURL* handle) const { client->give_back(handle); }
    };
    using Taken = std::unique_ptr<CURL, GiveBack>;
    Taken take() {
        const std::lock_guard lock{mutex_};
        if (idle_.empty()) idle_.emplace_back(curl_easy_init());
        CHECK(idle_.back());
        Taken taken{idle_.back().release(), {this}};
        idle_.pop_back();
        return taken;
    }
    void give_back(CURL* handle) {
        const std::lock_guard lock{mutex_};
        idle_.emplace_back(handle);
    }

    S3Place place_;
    std::mutex mutex_;
    std::vector<Easy> idle_;
};

S3Store::S3Store(S3Place place) : client_(std::make_unique<Client>(std::move(place))) {}
S3Store::~S3Store() = default;

Address S3Store::put(std::string_view bytes) {
    const auto address = Address::of(bytes);
    const S3Request request{.method = "PUT", .path = client_->path_of(address), .body_digest = {}};
    const auto answer = client_->ask(request, bytes);
    if (answer.status != 200 && answer.status != 201) client_->refuse(request, answer);
    return address;
}

std::optional<std::string> S3Store::read(const Address& address) const {
    const S3Request request{.method = "GET", .path = client_->path_of(address), .body_digest = {}};
    auto answer = client_->ask(request);
    if (answer.status == 404) return std::nullopt;
    if (answer.status != 200) client_->refuse(request, answer);
    if (Address::of(answer.body) != address)
        throw Fault{request.path + " is damaged: its bytes are not those of its name"};
    return std::move(answer.body);
}

bool S3Store::exists(const Address& address) const {
    const S3Request request{.method = "HEAD", .path = client_->path_of(address), .body_digest = {}};
    const auto answer = client_->ask(request);
    if (answer.status != 200 && answer.status != 404) client_->refuse(request, answer);
    return answer.status == 200;
}

Removal S3Store::remove(const Address& address) {
    if (!exists(address)) return Removal::was_not_there;  // a server says nothing of that itself
    const S3Request request{.method = "DELETE", .path = client_->path_of(address), .body_digest = {}};
    const auto answer = client_->ask(request);
    if (answer.status != 204 && answer.status != 200 && answer.status != 404) client_->refuse(request, answer);
    return Removal::removed;
}

void S3Store::each(const std::function<void(const StoredFile&)>& visit) const {
    S3Request request{.method = "GET",
                      .path = client_->bucket_path(),
                      .query = {{"list-type", "2"}, {"prefix", client_->prefix()}},
                      .body_digest = {}};
    while (true) {
        const auto answer = client_->ask(request);
        const auto listing = answer.status == 200 ? read_s3_listing(answer.body) : std::nullopt;
        if (!listing) client_->refuse(request, answer);
        for (const auto& object : listing->objects) {
            const std::string_view key = object.key;
            const auto address = key.starts_with(client_->prefix())
                                     ? Address::parse(key.substr(client_->prefix().size()))
                                     : std::nullopt;
            if (address) visit({*address, object.size, object.modified_at});
        }
        if (listing->next.empty()) return;
        request.query["continuation-token"] = listing->next;
    }
}

}  // namespace files

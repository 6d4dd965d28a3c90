#include "features/integrations/key_service.h"

#include "features/integrations/key_store.h"
#include "people/store.h"

namespace integrations {
namespace {

class NoteUse final : public db::WriteJob {
public:
    explicit NoteUse(ApiKeyId key) : key_(key) {}
    Verdict run(db::Write& write) override {
        store::note_use_of_key(write, key_);
        return Verdict::keep;
    }
    void finished(std::exception_ptr) noexcept override {}  // the next request tries again

private:
    ApiKeyId key_;
};

// What a key may do there is asked by each address itself.
bool asks_for_scopes(const http::Request& request) { return request.path.starts_with("/api/v2"); }

bool may_sign_here(const ApiKey& key, const KeyTools& tools, const http::Request& request, db::Read& read) {
    if (!key.level) return true;
    const auto petition = tools.petitions.find(read, request.parameters.view("slug"), request.locale);
    return petition && people::levels(read).is_within({petition->level, *key.level});
}

}  // namespace

std::optional<auth::TokenHash> hash_of_key(const http::Headers& headers) {
    if (headers.has("authorization") || !headers.has(http::kKeyHeader))
        return hash_of_header(headers.view("authorization"));
    return hash_of_header("Bearer " + headers.text(http::kKeyHeader));
}

std::optional<http::KeyHolder> find_key(const KeyTools& tools, const http::Request& request, db::Read& read) {
    const auto hash = hash_of_key(request.headers);
    const auto key = hash ? store::find_key(read, *hash) : std::nullopt;
    if (!key || state_of(*key, request.received_at) != KeyState::works) return std::nullopt;
    if (!key->last_used_at || request.received_at - *key->last_used_at >= kUsePrecision)
        (void)tools.database.submit(std::make_unique<NoteUse>(key->id));
    const auto rate = static_cast<std::uint32_t>(key->per_minute);
    return http::KeyHolder{.number = static_cast<std::uint64_t>(key->id.value),
                           .rate = {rate, rate},
                           .may_read = key->scopes.has(Scope::read) || asks_for_scopes(request),
                           .may_sign_on = key->scopes.has(Scope::sign_on) && may_sign_here(*key, tools, request, read),
                           .caller = std::make_shared<const http::ApiCaller>(
                               http::ApiCaller{key->id.value, key->name, key->scopes.bits, key->level})};
}

}  // namespace integrations

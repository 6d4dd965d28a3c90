#include "features/integrations/key_service.h"

#include "features/integrations/key_store.h"

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

}  // namespace

std::optional<http::KeyHolder> find_key(db::Database& database, const http::Request& request, db::Read& read) {
    const auto hash = hash_of_header(request.headers.view("authorization"));
    const auto key = hash ? store::find_key(read, *hash) : std::nullopt;
    if (!key || state_of(*key, request.received_at) != KeyState::works) return std::nullopt;
    if (!key->last_used_at || request.received_at - *key->last_used_at >= kUsePrecision)
        (void)database.submit(std::make_unique<NoteUse>(key->id));
    const auto rate = static_cast<std::uint32_t>(key->per_minute);
    return http::KeyHolder{.number = static_cast<std::uint64_t>(key->id.value),
                           .rate = {rate, rate},
                           .may_read = key->scopes.has(Scope::read),
                           .may_sign_on = key->scopes.has(Scope::sign_on)};
}

}  // namespace integrations

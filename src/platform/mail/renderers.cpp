#include "platform/mail/renderers.h"

#include "base/check.h"

namespace mail {

void Renderers::add(std::string_view kind, Render render) {
    const bool is_new = by_kind_.emplace(kind, std::move(render)).second;
    CHECK(is_new);
}

const Render* Renderers::find(std::string_view kind) const {
    const auto found = by_kind_.find(kind);
    return found == by_kind_.end() ? nullptr : &found->second;
}

}  // namespace mail

#include "ports/section_cache.h"

namespace ports {

html::SafeHtml SectionCache::section(const Wanted& wanted, const std::function<html::SafeHtml()>& draw) {
    const std::pair key{wanted.petition, wanted.locale};
    {
        const std::scoped_lock lock{mutex_};
        const auto found = drawn_.find(key);
        if (found != drawn_.end() && wanted.now < found->second.at + drawn_for_) return found->second.section;
    }
    auto section = draw();
    const std::scoped_lock lock{mutex_};
    drawn_.insert_or_assign(key, Drawn{wanted.now, section});
    return section;
}

}  // namespace ports

#include "features/petition_record/section_cache_service.h"

namespace petition_record {

html::SafeHtml SectionCache::section(const Wanted& wanted, const std::function<html::SafeHtml()>& draw) {
    const std::pair key{wanted.petition, wanted.locale};
    {
        const std::scoped_lock lock{mutex_};
        const auto found = drawn_.find(key);
        if (found != drawn_.end() && wanted.now < found->second.at + kDrawnFor) return found->second.section;
    }
    auto section = draw();
    const std::scoped_lock lock{mutex_};
    drawn_.insert_or_assign(key, Drawn{wanted.now, section});
    return section;
}

}  // namespace petition_record

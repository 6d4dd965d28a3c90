#include "ports/staff_home.h"

#include <algorithm>
#include <iterator>

namespace ports {
namespace {

void append(std::vector<HomeTask>& to, const std::vector<HomeTask>& from, HomeTask::Tone tone) {
    std::ranges::copy_if(from, std::back_inserter(to), [&](const HomeTask& task) { return task.tone == tone; });
}

}  // namespace

HomeNews StaffHome::news(db::Read& read, const http::Request& request) const {
    HomeNews all;
    std::vector<HomeTask> tasks;
    for (const HomeProvider& provider : providers_) {
        HomeNews news = provider(read, request);
        std::ranges::move(news.figures, std::back_inserter(all.figures));
        std::ranges::move(news.tasks, std::back_inserter(tasks));
    }
    append(all.tasks, tasks, HomeTask::Tone::pressing);
    append(all.tasks, tasks, HomeTask::Tone::calm);
    return all;
}

}  // namespace ports

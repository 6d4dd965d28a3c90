// ports/staff_home.h - what slices tell staff on their first page: how it goes, and what waits for somebody to act.
//
//     house.home.add(petitions::home_news(counts));
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "platform/db/transaction.h"
#include "platform/http/request.h"

namespace ports {

// A figure, and the page behind it.
struct HomeFigure {
    std::string label, path;
    std::string figure;  // already written as a number: "1,847"
    std::string note{};  // a few words below it
};

// Something that somebody should do, and where.
struct HomeTask {
    enum class Tone : unsigned char { calm, pressing } tone = Tone::calm;
    std::string sentence;       // "The petition “Save the library” has no French text yet."
    std::string path{}, act{};  // what the link says: "Write it"; no path: no link
};

struct HomeNews {
    std::vector<HomeFigure> figures{};
    std::vector<HomeTask> tasks{};
};

// In the language of the request, about what its staff may see.
using HomeProvider = std::function<HomeNews(db::Read&, const http::Request&)>;

class StaffHome {
public:
    void add(HomeProvider provider) { providers_.push_back(std::move(provider)); }

    // Of all slices in the order of their providers, pressing tasks first.
    HomeNews news(db::Read& read, const http::Request& request) const;

private:
    std::vector<HomeProvider> providers_;
};

}  // namespace ports

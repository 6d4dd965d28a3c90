// bench/pictures_speed.cpp - how many photos a second the workshop makes: pictures_speed [--workers N] FILE...
// Prints photos a second, of all that it was given, and how many files came out. A refusal, or a photo that lacks a
// size, ends it with 1.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "platform/imaging/format.h"
#include "platform/imaging/workshop.h"

namespace {

std::string bytes_of(const std::string& path) {
    std::ostringstream bytes;
    bytes << std::ifstream{path, std::ios::binary}.rdbuf();
    return bytes.str();
}

// Every width in both formats, with the first bytes of its format.
bool is_whole(const imaging::Made& made) {
    std::size_t found = 0;
    for (const int width : imaging::kWidths)
        for (const auto format : {imaging::Format::webp, imaging::Format::jpeg})
            for (const auto& size : made.sizes)
                if (size.width == width && size.format == format && imaging::format_of(size.bytes)) ++found;
    return found == 2 * imaging::kWidths.size() && found == made.sizes.size();
}

struct Outcome {
    std::atomic<int> photos = 0, files = 0, refused = 0;
};

// Takes one photo after the other until none is left.
void work(imaging::Workshop& workshop, const std::vector<std::string>& photos, Outcome& outcome) {
    for (auto next = outcome.photos++; next < static_cast<int>(photos.size()); next = outcome.photos++) {
        const auto made = workshop.make(bytes_of(photos[static_cast<std::size_t>(next)]), {});
        if (made && is_whole(*made))
            outcome.files += static_cast<int>(made->sizes.size());
        else
            ++outcome.refused;
    }
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<std::string> photos(arguments + 1, arguments + count);
    unsigned workers = 2;
    if (photos.size() > 2 && photos[0] == "--workers") {
        workers = static_cast<unsigned>(std::stoi(photos[1]));
        photos.erase(photos.begin(), photos.begin() + 2);
    }
    imaging::Workshop workshop{{.workers = workers}};
    Outcome outcome;
    const auto begun = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < workers; ++i) threads.emplace_back([&] { work(workshop, photos, outcome); });
    for (auto& thread : threads) thread.join();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    std::printf("%.3f %d\n", static_cast<double>(photos.size()) / took.count(), outcome.files.load());
    return outcome.refused == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

// platform/runtime/progress.h - a progress bar on stderr for long work; silent when stderr is not a terminal.
//
//   runtime::Progress progress{"Seeding signatures", 1'000'000};
//   progress.advance(5'000);          // the bar is closed by the destructor
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace runtime {

class Progress {
public:
    // total: steps of the whole work, 0 when nobody knows it (then only the count is shown).
    Progress(std::string_view title, std::int64_t total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // Draws at most ten times a second. One thread at a time.
    void advance(std::int64_t steps = 1);

private:
    void draw();

    std::string title_;
    std::int64_t total_;
    std::int64_t done_ = 0;
    bool on_terminal_;
    std::chrono::steady_clock::time_point started_;
    std::chrono::steady_clock::time_point drawn_;
};

struct ProgressState {
    std::string_view title;
    std::int64_t done;
    std::int64_t total;
    double seconds;  // since the start
};
// One line as it is drawn: title, bar of 24 cells, percent, count, rate, time left.
std::string progress_line(const ProgressState& state);

}  // namespace runtime

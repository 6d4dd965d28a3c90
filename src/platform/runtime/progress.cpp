#include "platform/runtime/progress.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

namespace runtime {
namespace {

constexpr std::int64_t kCells = 24;
constexpr std::chrono::milliseconds kRedraw{100};
constexpr const char* kClearLine = "\r\x1b[K";

// 950 -> "950", 12'345 -> "12k", 3'400'000 -> "3.4M"
std::string short_count(double count) {
    if (count < 10'000) return fmt::format("{:.0f}", count);
    if (count < 1'000'000) return fmt::format("{:.0f}k", count / 1'000);
    return fmt::format("{:.1f}M", count / 1'000'000);
}

std::string bar(const ProgressState& state) {
    const std::int64_t full = std::clamp(state.done * kCells / state.total, std::int64_t{0}, kCells);
    return std::string(static_cast<std::size_t>(full), '#') + std::string(static_cast<std::size_t>(kCells - full), '.');
}

}  // namespace

std::string progress_line(const ProgressState& state) {
    const double rate = state.seconds > 0 ? static_cast<double>(state.done) / state.seconds : 0;
    const std::string count = short_count(static_cast<double>(state.done));
    if (state.total <= 0) return fmt::format("{} {}  {}/s", state.title, count, short_count(rate));
    const double left = rate > 0 ? static_cast<double>(std::max(state.total - state.done, std::int64_t{0})) / rate : 0;
    return fmt::format("{} [{}] {}%  {} of {}  {}/s  {:.0f} s left", state.title, bar(state),
                       std::min<std::int64_t>(state.done * 100 / state.total, 100), count,
                       short_count(static_cast<double>(state.total)), short_count(rate), left);
}

Progress::Progress(std::string_view title, std::int64_t total)
    : title_(title),
      total_(total),
      on_terminal_(isatty(STDERR_FILENO) == 1),
      started_(std::chrono::steady_clock::now()),
      drawn_(started_) {}

Progress::~Progress() {
    if (!on_terminal_) return;
    draw();
    std::fputc('\n', stderr);
}

void Progress::advance(std::int64_t steps) {
    done_ += steps;
    if (!on_terminal_) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - drawn_ < kRedraw) return;
    drawn_ = now;
    draw();
}

void Progress::draw() {
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - started_;
    const std::string line = progress_line({title_, done_, total_, elapsed.count()});
    std::fprintf(stderr, "%s%s", kClearLine, line.c_str());
    std::fflush(stderr);
}

}  // namespace runtime

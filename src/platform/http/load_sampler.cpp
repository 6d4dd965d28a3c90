#include "platform/http/load_sampler.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace http {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kEvery{250};

base::Duration span(Clock::duration duration) {
    return {std::chrono::duration_cast<std::chrono::microseconds>(duration).count()};
}

}  // namespace

// What the probe that is on its way, or the latest one, found.
struct LoadSampler::Delay {
    std::atomic<bool> is_on_its_way = false;
    std::atomic<Clock::time_point> sent_at{};
    std::atomic<std::int64_t> microseconds = 0;
};

// A form that changes nothing: it waits as long as the others do.
class LoadSampler::Probe final : public db::WriteJob {
public:
    explicit Probe(std::shared_ptr<Delay> delay) : delay_(std::move(delay)) {}
    Verdict run(db::Write&) override { return Verdict::keep; }
    void finished(std::exception_ptr) noexcept override {
        delay_->microseconds = span(Clock::now() - delay_->sent_at.load()).microseconds;
        delay_->is_on_its_way = false;
    }

private:
    std::shared_ptr<Delay> delay_;
};

LoadSampler::LoadSampler(LoadSources sources, LoadLadder& ladder)
    : sources_(std::move(sources)),
      ladder_(ladder),
      delay_(std::make_shared<Delay>()),
      sampled_at_(Clock::now()),
      used_(sources_.busiest_loop()),
      thread_([this] { work(); }) {}

LoadSampler::~LoadSampler() {
    {
        const std::lock_guard lock{mutex_};
        is_ending_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void LoadSampler::work() {
    std::unique_lock lock{mutex_};
    while (!wake_.wait_for(lock, kEvery, [this] { return is_ending_; })) {
        lock.unlock();
        ladder_.see(sample());
        lock.lock();
    }
}

LoadSample LoadSampler::sample() {
    const auto now = Clock::now();
    const auto used = sources_.busiest_loop();
    const double share = std::chrono::duration<double>(used - used_) / std::chrono::duration<double>(now - sampled_at_);
    sampled_at_ = now;
    used_ = used;
    const auto queue = static_cast<double>(sources_.database.writes_waiting());
    return {
        .queue_share = queue / static_cast<double>(std::max<std::size_t>(1, sources_.database.write_queue_length())),
        .write_delay = write_delay(),
        .processor_share = share,
        .at = base::Instant{span(now.time_since_epoch()).microseconds}};
}

// Only where others wait: an idle program writes nothing.
base::Duration LoadSampler::write_delay() {
    if (delay_->is_on_its_way) return std::max(span(Clock::now() - delay_->sent_at.load()), base::Duration{});
    if (sources_.database.writes_waiting() == 0) return {};
    const base::Duration latest{delay_->microseconds.exchange(0)};
    delay_->sent_at = Clock::now();
    delay_->is_on_its_way = true;
    if (sources_.database.submit(std::make_unique<Probe>(delay_)) == db::Accepted::queue_full)
        delay_->is_on_its_way = false;
    return latest;
}

}  // namespace http

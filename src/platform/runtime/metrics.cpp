#include "platform/runtime/metrics.h"

#include <mutex>
#include <sstream>
#include <unordered_map>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace runtime {

void Counter::increment(double by) { counter_->Increment(by); }
double Counter::value() const { return counter_->Value(); }

void Gauge::set(double value) { gauge_->Set(value); }
void Gauge::add(double by) { gauge_->Increment(by); }
double Gauge::value() const { return gauge_->Value(); }

void Histogram::observe(double value) { histogram_->Observe(value); }

// prometheus-cpp gives the same object for the same labels; the maps keep one wrapper of ours for each.
struct Metrics::Parts {
    std::mutex mutex;
    prometheus::Registry registry;
    std::unordered_map<prometheus::Counter*, Counter> counters;
    std::unordered_map<prometheus::Gauge*, Gauge> gauges;
    std::unordered_map<prometheus::Histogram*, Histogram> histograms;
};

Metrics::Metrics() : parts_(std::make_unique<Parts>()) {}
Metrics::~Metrics() = default;

Counter& Metrics::counter(const MetricName& name) {
    const std::scoped_lock lock(parts_->mutex);
    auto& family = prometheus::BuildCounter().Name(name.name).Help(name.help).Register(parts_->registry);
    prometheus::Counter& counter = family.Add(name.labels);
    return parts_->counters.try_emplace(&counter, counter).first->second;
}

Gauge& Metrics::gauge(const MetricName& name) {
    const std::scoped_lock lock(parts_->mutex);
    auto& family = prometheus::BuildGauge().Name(name.name).Help(name.help).Register(parts_->registry);
    prometheus::Gauge& gauge = family.Add(name.labels);
    return parts_->gauges.try_emplace(&gauge, gauge).first->second;
}

Histogram& Metrics::histogram(const MetricName& name, const std::vector<double>& upper_bounds) {
    const std::scoped_lock lock(parts_->mutex);
    auto& family = prometheus::BuildHistogram().Name(name.name).Help(name.help).Register(parts_->registry);
    prometheus::Histogram& histogram = family.Add(name.labels, upper_bounds);
    return parts_->histograms.try_emplace(&histogram, histogram).first->second;
}

std::string Metrics::text() const {
    std::ostringstream out;
    prometheus::TextSerializer().Serialize(out, parts_->registry.Collect());
    return std::move(out).str();
}

std::vector<double> response_time_bounds() {
    return {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5};
}

}  // namespace runtime

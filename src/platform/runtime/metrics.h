// platform/runtime/metrics.h - counters, gauges and histograms, and their text for Prometheus.
//
//   runtime::Counter& sent = metrics.counter({"alltogether_mails_sent_total", "Mails a server took", {{"kind", "x"}}});
//   sent.increment();
//
// Asking twice for the same name and labels gives the same object, which lives as long as the registry; keep the
// reference rather than asking on a hot path, since asking takes a lock.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace prometheus {
class Counter;
class Gauge;
class Histogram;
}  // namespace prometheus

namespace runtime {

struct MetricName {
    std::string name;                           // alltogether_..., counters end in _total, times in _seconds
    std::string help;                           // one sentence
    std::map<std::string, std::string> labels;  // few values each: never an address, an id or a path typed by a visitor
};

class Counter {
public:
    explicit Counter(prometheus::Counter& counter) : counter_(&counter) {}
    void increment(double by = 1);  // by < 0 is ignored
    double value() const;

private:
    prometheus::Counter* counter_;
};

class Gauge {
public:
    explicit Gauge(prometheus::Gauge& gauge) : gauge_(&gauge) {}
    void set(double value);
    void add(double by);
    double value() const;

private:
    prometheus::Gauge* gauge_;
};

class Histogram {
public:
    explicit Histogram(prometheus::Histogram& histogram) : histogram_(&histogram) {}
    void observe(double value);

private:
    prometheus::Histogram* histogram_;
};

class Metrics {
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    Counter& counter(const MetricName& name);
    Gauge& gauge(const MetricName& name);
    // upper_bounds: rising; +Inf is added. The bounds of the first call for a name and its labels count.
    Histogram& histogram(const MetricName& name, const std::vector<double>& upper_bounds);

    // Prometheus text exposition, version 0.0.4 (content type "text/plain; version=0.0.4").
    std::string text() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

// Bounds in seconds for answers of a server: 0.5 ms to 5 s.
std::vector<double> response_time_bounds();

}  // namespace runtime

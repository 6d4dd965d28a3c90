#include "platform/runtime/log.h"

#include <atomic>
#include <chrono>
#include <ctime>
#include <memory>

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

namespace runtime {
namespace {

struct Settings {
    std::atomic<bool> pretty;
    std::atomic<LogLevel> lowest;
};

Settings& settings() {
    static Settings settings{isatty(STDERR_FILENO) == 1, LogLevel::info};
    return settings;
}

// spdlog guards the stream; what a line looks like is decided here, so it gets whole lines and adds nothing.
spdlog::logger& sink() {
    static const auto logger = [] {
        auto made = std::make_shared<spdlog::logger>("log", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_pattern("%v");
        made->set_level(spdlog::level::trace);
        made->flush_on(spdlog::level::trace);
        return made;
    }();
    return *logger;
}

std::string_view name(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return "debug";
        case LogLevel::info:
            return "info";
        case LogLevel::warning:
            return "warning";
        case LogLevel::error:
            return "error";
    }
    return "error";
}

struct ClockReading {
    std::tm utc;
    std::int64_t microsecond;  // 0-999999
};

ClockReading read_clock() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
    const std::time_t seconds = microseconds / 1'000'000;
    ClockReading reading{{}, microseconds % 1'000'000};
    gmtime_r(&seconds, &reading.utc);
    return reading;
}

std::string utc_time() {
    const ClockReading reading = read_clock();
    const std::tm& utc = reading.utc;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}Z", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday,
                       utc.tm_hour, utc.tm_min, utc.tm_sec, reading.microsecond);
}

// RFC 8259, 7. Bytes beyond ASCII go through as they are; control characters, DEL included, never do.
void append_json_text(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20 || byte == 0x7f) {
            out += fmt::format("\\u{:04x}", byte);
        } else {
            out += c;
        }
    }
    out += '"';
}

void append_value(std::string& out, const LogField& field) {
    if (const auto* text = std::get_if<std::string_view>(&field.value)) return append_json_text(out, *text);
    if (const auto* whole = std::get_if<std::int64_t>(&field.value)) {
        out += std::to_string(*whole);
        return;
    }
    const double number = std::get<double>(field.value);
    // JSON knows neither infinity nor NaN.
    out += number - number == 0 ? fmt::format("{}", number) : "null";
}

void append_member(std::string& out, const LogField& field) {
    out += ',';
    append_json_text(out, field.key);
    out += ':';
    append_value(out, field);
}

// A terminal obeys control characters; a visitor's text in a log must not reach it.
void append_visible(std::string& out, std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) {
            out += fmt::format("\\x{:02x}", byte);
        } else {
            out += c;
        }
    }
}

void write_line(const LogLine& line) {
    if (line.level < settings().lowest) return;
    if (settings().pretty) {
        sink().info("{} {}", utc_time().substr(11, 12), pretty_line(line));
    } else {
        sink().info("{{\"time\":\"{}\",{}", utc_time(), std::string_view(json_line(line)).substr(1));
    }
}

}  // namespace

void start_logging(LogFormat format, LogLevel lowest) {
    const bool automatic = isatty(STDERR_FILENO) == 1;
    settings().pretty = format == LogFormat::automatic ? automatic : format == LogFormat::pretty;
    settings().lowest = lowest;
}

std::string json_line(const LogLine& line) {
    std::string out = "{\"level\":";
    append_json_text(out, name(line.level));
    if (!line.request.text.empty()) append_member(out, {"request", line.request.text});
    append_member(out, {"message", line.message});
    for (const LogField& field : line.fields) append_member(out, field);
    out += '}';
    return out;
}

std::string pretty_line(const LogLine& line) {
    std::string out = fmt::format("{:7} ", name(line.level));
    append_visible(out, line.message);
    for (const LogField& field : line.fields) {
        out += fmt::format("  {}=", field.key);
        append_value(out, field);
    }
    if (!line.request.text.empty()) {
        out += "  request=";
        append_visible(out, line.request.text);
    }
    return out;
}

void log_debug(RequestId request, std::string_view message, LogFields fields) {
    write_line({LogLevel::debug, request, message, fields});
}
void log_info(RequestId request, std::string_view message, LogFields fields) {
    write_line({LogLevel::info, request, message, fields});
}
void log_warning(RequestId request, std::string_view message, LogFields fields) {
    write_line({LogLevel::warning, request, message, fields});
}
void log_error(RequestId request, std::string_view message, LogFields fields) {
    write_line({LogLevel::error, request, message, fields});
}

void log_debug(std::string_view message, LogFields fields) { log_debug(RequestId{}, message, fields); }
void log_info(std::string_view message, LogFields fields) { log_info(RequestId{}, message, fields); }
void log_warning(std::string_view message, LogFields fields) { log_warning(RequestId{}, message, fields); }
void log_error(std::string_view message, LogFields fields) { log_error(RequestId{}, message, fields); }

}  // namespace runtime

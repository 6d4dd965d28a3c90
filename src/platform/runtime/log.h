// platform/runtime/log.h - structured logs: one JSON object a line on stderr, or readable lines on a terminal.
//
//   runtime::log_error(request.id(), "the store failed", {{"route", "/en/petitions/{slug}"}, {"code", 23}});
//
// Never log an address, a name or a token: logs are read by more people than the database is.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace runtime {

enum class LogFormat { automatic, json, pretty };  // automatic: pretty when stderr is a terminal
enum class LogLevel { debug, info, warning, error };

// The request that a line belongs to; an empty one is left out.
struct RequestId {
    std::string_view text;
};

struct LogField {
    std::string_view key;  // snake_case; not one of time, level, request, message
    std::variant<std::string_view, std::int64_t, double> value;

    LogField(std::string_view name, std::string_view text) : key(name), value(text) {}
    LogField(std::string_view name, const char* text) : key(name), value(std::string_view(text)) {}
    LogField(std::string_view name, const std::string& text) : key(name), value(std::string_view(text)) {}
    LogField(std::string_view name, double number) : key(name), value(number) {}
    LogField(std::string_view name, std::integral auto number) : key(name), value(static_cast<std::int64_t>(number)) {}
};
using LogFields = std::initializer_list<LogField>;

// Sets the format and the lowest level that is written. Without this call: automatic, info.
void start_logging(LogFormat format, LogLevel lowest);

// Lines that belong to a request. Safe from every thread; a line is written whole.
void log_debug(RequestId request, std::string_view message, LogFields fields = {});
void log_info(RequestId request, std::string_view message, LogFields fields = {});
void log_warning(RequestId request, std::string_view message, LogFields fields = {});
void log_error(RequestId request, std::string_view message, LogFields fields = {});

// Lines of the process itself: start, workers, jobs.
void log_debug(std::string_view message, LogFields fields = {});
void log_info(std::string_view message, LogFields fields = {});
void log_warning(std::string_view message, LogFields fields = {});
void log_error(std::string_view message, LogFields fields = {});

// One line as it would be written, without its end and without its time; for tests.
struct LogLine {
    LogLevel level;
    RequestId request;
    std::string_view message;
    LogFields fields;
};
std::string json_line(const LogLine& line);
std::string pretty_line(const LogLine& line);

}  // namespace runtime

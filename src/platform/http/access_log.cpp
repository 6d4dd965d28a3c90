// platform/http/access_log.cpp - through the structured log.
#include "platform/http/access_log.h"

#include "platform/runtime/log.h"

namespace http {

void log_access(const AccessRecord& record) {
    const auto client = record.client.truncated();
    const auto path = record.route.empty() ? record.path : record.route;
    const auto log = [&](auto write) {
        write({record.request_id}, "request",
              {{"method", record.method},
               {"path", path},
               {"status", record.status},
               {"microseconds", record.took.count()},
               {"client", client}});
    };
    using Write = void (*)(runtime::RequestId, std::string_view, runtime::LogFields);
    log(record.status >= 500 ? Write{runtime::log_warning} : Write{runtime::log_info});
}

}  // namespace http

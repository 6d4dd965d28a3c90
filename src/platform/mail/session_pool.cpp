#include "platform/mail/session_pool.h"

namespace mail {
namespace {

constexpr base::Duration kIdle = base::seconds(20);  // then a session says QUIT

void work(const SessionPool::Options& options) {
    SmtpClient client(options.server);
    while (const auto portion = options.next()) {
        if (portion->parcels.empty()) {
            client.rest(kIdle);
        } else {
            client.send(portion->parcels, portion->answered);
        }
    }
}

}  // namespace

SessionPool::SessionPool(const Options& options) {
    for (int i = 0; i < options.sessions; ++i) threads_.emplace_back([options] { work(options); });
}

SessionPool::~SessionPool() {
    for (std::thread& thread : threads_) thread.join();
}

}  // namespace mail

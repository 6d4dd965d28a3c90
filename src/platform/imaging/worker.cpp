#include "platform/imaging/worker.h"

#include <cstdio>
#include <cstdlib>
#include <exception>

#include <malloc.h>
#include <unistd.h>

#include "platform/imaging/confinement.h"
#include "platform/imaging/format.h"
#include "platform/imaging/maker.h"
#include "platform/imaging/messages.h"
#include "platform/imaging/vips_library.h"

namespace imaging {
namespace {

constexpr std::chrono::hours kEver{24 * 365};

Answer answer_to(const Question& question, const Maker& maker) {
    if (question.task == Task::inspect) {
        const auto found = maker.inspect(question.bytes);
        return found ? Answer{.inspection = *found} : Answer{.refusal = found.error()};
    }
    if (question.task == Task::draw) {
        auto drawn = maker.draw(question.sheet);
        return drawn ? Answer{.drawn = *std::move(drawn)} : Answer{.refusal = drawn.error()};
    }
    auto made = maker.make(question.bytes, question.order);
    return made ? Answer{.made = *std::move(made)} : Answer{.refusal = made.error()};
}

// Everything is used once: what is set up at first use finds its files now.
void warm_up(const Maker& maker, const Vips& vips) {
    VipsImage* image = nullptr;
    if (vips.vips_black(&image, 48, 48, "bands", 3, nullptr) != 0) return;
    for (const auto save : {vips.vips_jpegsave_buffer, vips.vips_webpsave_buffer}) {
        void* bytes = nullptr;
        std::size_t length = 0;
        if (save(image, &bytes, &length, nullptr) != 0) continue;
        (void)maker.make({static_cast<const char*>(bytes), length}, {});
        vips.g_free(bytes);
    }
    vips.g_object_unref(image);
    vips.vips_error_clear();
}

void answer_all(const Maker& maker) {
    const auto ever = std::chrono::steady_clock::now() + kEver;
    while (const auto message = receive_message(kWorkerSocket, {ever, kLongestQuestion})) {
        auto question = read_question(*message);
        if (question) question->bytes = without_texts(std::move(question->bytes));
        if (!question || !send_message(kWorkerSocket, written(answer_to(*question, maker)), ever)) return;
    }
}

}  // namespace

void serve_as_worker() {
    try {
        ::mallopt(M_ARENA_MAX, 2);  // each would reserve address space, which is limited
        const Limits limits;
        const auto& vips = load_vips();
        const Maker maker{vips, limits};
        warm_up(maker, vips);
        shut_in({.memory = limits.memory, .open_files = kWorkerSocket + 1});
        answer_all(maker);
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "picture worker: %s\n", fault.what());
        ::_exit(EXIT_FAILURE);
    }
    ::_exit(EXIT_SUCCESS);
}

}  // namespace imaging

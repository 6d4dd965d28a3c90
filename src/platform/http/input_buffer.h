// platform/http/input_buffer.h - bytes between a socket and a reader.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>

namespace http {

class InputBuffer {
public:
    std::string_view view() const { return {bytes_.get() + begin_, end_ - begin_}; }
    bool empty() const { return begin_ == end_; }

    // Room for at least `size` bytes more behind what is there.
    std::span<char> prepare(std::size_t size) {
        if (empty()) begin_ = end_ = 0;
        if (capacity_ - end_ < size) move_to(std::max(end_ - begin_ + size, kSmall));
        return {bytes_.get() + end_, capacity_ - end_};
    }
    void commit(std::size_t size) { end_ += size; }
    void consume(std::size_t size) { begin_ += size; }

    // Gives memory back that an idle connection need not hold.
    void shrink() {
        if (!empty() || capacity_ <= kSmall) return;
        bytes_.reset();
        capacity_ = begin_ = end_ = 0;
    }

private:
    static constexpr std::size_t kSmall = 2048;  // a browser's request usually fits

    void move_to(std::size_t capacity) {
        auto bytes = std::make_unique_for_overwrite<char[]>(std::max(capacity, capacity_));
        if (!empty()) std::memcpy(bytes.get(), bytes_.get() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
        bytes_ = std::move(bytes);
        capacity_ = std::max(capacity, capacity_);
    }

    std::unique_ptr<char[]> bytes_;
    std::size_t capacity_ = 0, begin_ = 0, end_ = 0;
};

}  // namespace http

// bench/answer_reader.h - reads HTTP/1.1 answers with a Content-Length, as our server sends them.
#pragma once
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bench {

struct Answer {
    int status = 0;
    std::string_view location;  // into the reader's bytes: good until the next take()
    std::string_view body;
};

class AnswerReader {
public:
    // Where the next bytes of the socket go: at least `room` of them.
    char* room(std::size_t room) {
        bytes_.resize(used_ + room);
        return bytes_.data() + used_;
    }
    void received(std::size_t count) {
        used_ += count;
        bytes_.resize(used_);
    }
    void clear() {
        bytes_.clear();
        used_ = 0;
    }

    // The answer, once all of it is there.
    std::optional<Answer> answer() const {
        const std::string_view all{bytes_.data(), used_};
        const auto end = all.find("\r\n\r\n");
        if (end == std::string_view::npos) return std::nullopt;
        const auto head = all.substr(0, end + 2);
        const auto length = number(header(head, "content-length: "));
        if (all.size() < end + 4 + length) return std::nullopt;
        const auto status = head.size() > 12 ? static_cast<int>(number(head.substr(9, 3))) : 0;
        return Answer{status, header(head, "location: "), all.substr(end + 4, length)};
    }

private:
    // The value behind a line's beginning, given in lower case; empty when there is none.
    static std::string_view header(std::string_view head, std::string_view name) {
        for (auto line = head.find("\r\n"); line + 2 < head.size(); line = head.find("\r\n", line + 2)) {
            const auto text = head.substr(line + 2, head.find("\r\n", line + 2) - line - 2);
            if (begins_with(text, name)) return text.substr(name.size());
        }
        return {};
    }
    static bool begins_with(std::string_view text, std::string_view lower) {
        if (text.size() < lower.size()) return false;
        for (std::size_t i = 0; i < lower.size(); ++i) {
            const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
            if (c != lower[i]) return false;
        }
        return true;
    }
    static std::size_t number(std::string_view digits) {
        std::size_t value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }

    std::string bytes_;
    std::size_t used_ = 0;
};

}  // namespace bench

#include "platform/imaging/messages.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <span>

#include <poll.h>
#include <sys/socket.h>

namespace imaging {
namespace {

class Writer {
public:
    void add(std::int64_t number) { text_.append(reinterpret_cast<const char*>(&number), sizeof number); }
    void add(std::string_view bytes) {
        add(static_cast<std::int64_t>(bytes.size()));
        text_ += bytes;
    }
    std::string finish() && { return std::move(text_); }

private:
    std::string text_;
};

// Reads until something is missing or out of its bounds; then everything else reads as 0 and is_whole() is false.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    std::int64_t number() {
        std::int64_t number = 0;
        if (rest_.size() < sizeof number) return fail();
        std::memcpy(&number, rest_.data(), sizeof number);
        rest_.remove_prefix(sizeof number);
        return number;
    }
    int small_number(int most) {
        const auto found = number();
        return found >= 0 && found <= most ? static_cast<int>(found) : static_cast<int>(fail());
    }
    std::string bytes() {
        const auto length = number();
        if (length < 0 || static_cast<std::uint64_t>(length) > rest_.size()) fail();
        if (is_broken_) return {};
        std::string bytes{rest_.substr(0, static_cast<std::size_t>(length))};
        rest_.remove_prefix(static_cast<std::size_t>(length));
        return bytes;
    }
    bool is_whole() const { return !is_broken_ && rest_.empty(); }
    bool is_broken() const { return is_broken_; }

private:
    std::int64_t fail() {
        is_broken_ = true;
        rest_ = {};
        return 0;
    }

    std::string_view rest_;
    bool is_broken_ = false;
};

constexpr int kMostPixels = 1 << 24;  // of a side
constexpr int kMostSizes = 64;
constexpr int kMostPieces = 200'000;

void add_sheet(Writer& out, const Sheet& sheet) {
    for (const int number : {sheet.width, sheet.height, packed(sheet.ground), static_cast<int>(sheet.output)})
        out.add(std::int64_t{number});
    out.add(static_cast<std::int64_t>(sheet.pieces.size()));
    for (const auto& piece : sheet.pieces) {
        const auto& box = piece.box;
        const auto& crop = piece.crop;
        for (const int number : {box.left, box.top, box.width, box.height, packed(piece.colour), piece.tint, piece.fade,
                                 crop.left, crop.top, crop.width, crop.height})
            out.add(std::int64_t{number});
        out.add(std::string_view{piece.bytes});
    }
}

SheetPiece read_piece(Reader& in) {
    SheetPiece piece;
    auto& box = piece.box;
    for (int* const number : {&box.left, &box.top, &box.width, &box.height}) *number = in.small_number(kMostPixels);
    piece.colour = unpacked(in.small_number(kMostPixels - 1));
    piece.tint = in.small_number(100);
    piece.fade = in.small_number(100);
    auto& crop = piece.crop;
    for (int* const number : {&crop.left, &crop.top, &crop.width, &crop.height}) *number = in.small_number(10'000);
    piece.bytes = in.bytes();
    return piece;
}

Sheet read_sheet(Reader& in) {
    Sheet sheet;
    for (int* const number : {&sheet.width, &sheet.height}) *number = in.small_number(kMostPixels);
    sheet.ground = unpacked(in.small_number(kMostPixels - 1));
    sheet.output = static_cast<SheetOutput>(in.small_number(static_cast<int>(SheetOutput::pixels)));
    const int pieces = in.small_number(kMostPieces);
    for (int i = 0; i < pieces && !in.is_broken(); ++i) sheet.pieces.push_back(read_piece(in));
    return sheet;
}

// Waits until the socket can be read (POLLIN) or written (POLLOUT); false when the time is over.
bool wait_for(int socket, short event, Deadline deadline) {
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0) return false;
        pollfd wanted{socket, event, 0};
        const int count = ::poll(&wanted, 1, static_cast<int>(std::min<std::int64_t>(left.count(), 1'000'000)));
        if (count > 0) return true;
        if (count < 0 && errno != EINTR) return false;
    }
}

bool send_all(int socket, std::string_view bytes, Deadline deadline) {
    while (!bytes.empty()) {
        if (!wait_for(socket, POLLOUT, deadline)) return false;
        const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (sent < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool receive_all(int socket, std::span<char> bytes, Deadline deadline) {
    while (!bytes.empty()) {
        if (!wait_for(socket, POLLIN, deadline)) return false;
        const auto got = ::recv(socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (got <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

}  // namespace

std::string written(const Question& question) {
    Writer out;
    out.add(static_cast<std::int64_t>(question.task));
    const auto& crop = question.order.crop;
    for (const int number : {crop.left, crop.top, crop.width, crop.height}) out.add(std::int64_t{number});
    out.add(static_cast<std::int64_t>(question.order.master));
    out.add(std::int64_t{question.order.quarter_turns});
    out.add(std::string_view{question.bytes});
    add_sheet(out, question.sheet);
    return std::move(out).finish();
}

std::optional<Question> read_question(std::string_view message) {
    Reader in{message};
    Question question;
    question.task = static_cast<Task>(in.small_number(static_cast<int>(Task::draw)));
    auto& crop = question.order.crop;
    for (int* const number : {&crop.left, &crop.top, &crop.width, &crop.height}) *number = in.small_number(10'000);
    question.order.master = static_cast<Master>(in.small_number(1));
    question.order.quarter_turns = in.small_number(3);
    question.bytes = in.bytes();
    question.sheet = read_sheet(in);
    const bool is_fit = question.task != Task::draw || question.sheet.is_possible();
    if (!in.is_whole() || !crop.is_possible() || !is_fit) return std::nullopt;
    return question;
}

std::string written(const Answer& answer) {
    Writer out;
    out.add(static_cast<std::int64_t>(answer.refusal));
    out.add(static_cast<std::int64_t>(answer.inspection.format));
    for (const int number : {answer.inspection.width, answer.inspection.height, answer.made.width, answer.made.height})
        out.add(std::int64_t{number});
    out.add(static_cast<std::int64_t>(answer.made.sizes.size()));
    for (const auto& size : answer.made.sizes) {
        out.add(static_cast<std::int64_t>(size.format));
        out.add(std::int64_t{size.width});
        out.add(std::int64_t{size.height});
        out.add(std::string_view{size.bytes});
    }
    out.add(std::string_view{answer.made.placeholder});
    out.add(std::string_view{answer.made.master});
    out.add(static_cast<std::int64_t>(answer.made.perceptual_hash));
    out.add(std::string_view{answer.drawn});
    return std::move(out).finish();
}

std::optional<Answer> read_answer(std::string_view message) {
    Reader in{message};
    Answer answer;
    answer.refusal = static_cast<Refusal>(in.small_number(static_cast<int>(Refusal::damaged)));
    answer.inspection.format = static_cast<SourceFormat>(in.small_number(static_cast<int>(SourceFormat::heif)));
    for (int* const number :
         {&answer.inspection.width, &answer.inspection.height, &answer.made.width, &answer.made.height})
        *number = in.small_number(kMostPixels);
    const int sizes = in.small_number(kMostSizes);
    for (int i = 0; i < sizes && !in.is_broken(); ++i) {
        auto& size = answer.made.sizes.emplace_back();
        size.format = static_cast<Format>(in.small_number(1));
        size.width = in.small_number(kMostPixels);
        size.height = in.small_number(kMostPixels);
        size.bytes = in.bytes();
    }
    answer.made.placeholder = in.bytes();
    answer.made.master = in.bytes();
    answer.made.perceptual_hash = static_cast<std::uint64_t>(in.number());
    answer.drawn = in.bytes();
    if (!in.is_whole()) return std::nullopt;
    return answer;
}

bool send_message(int socket, std::string_view message, Deadline deadline) {
    const std::int64_t length = static_cast<std::int64_t>(message.size());
    return send_all(socket, {reinterpret_cast<const char*>(&length), sizeof length}, deadline) &&
           send_all(socket, message, deadline);
}

std::optional<std::string> receive_message(int socket, const Expected& expected) {
    std::int64_t length = 0;
    if (!receive_all(socket, {reinterpret_cast<char*>(&length), sizeof length}, expected.deadline)) return std::nullopt;
    if (length < 0 || static_cast<std::uint64_t>(length) > expected.longest) return std::nullopt;
    std::string message(static_cast<std::size_t>(length), '\0');
    if (!receive_all(socket, message, expected.deadline)) return std::nullopt;
    return message;
}

}  // namespace imaging

#include "platform/files/zip_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <optional>
#include <span>
#include <vector>

#include <zip.h>

#include "base/check.h"
#include "platform/files/file_store.h"

namespace files {
namespace {

// What was thrown below libzip, which is C.
struct Thrown {
    std::exception_ptr fault{};

    template <class F>
    zip_int64_t guard(F&& step) {
        try {
            return step();
        } catch (...) {
            if (!fault) fault = std::current_exception();
            return -1;
        }
    }
};

// The end of an archive that has not left yet. libzip goes back once to the head of each file, when it knows its sum,
// and then to the end again: everything before that is final.
class Output {
public:
    Output(ZipStream::Sink sink, Thrown& thrown) : sink_(std::move(sink)), thrown_(thrown) { zip_error_init(&error_); }
    ~Output() { zip_error_fini(&error_); }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    static zip_int64_t answer(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
        auto& output = *static_cast<Output*>(self);
        const auto done = output.thrown_.guard([&] { return output.obey(data, length, command); });
        if (done < 0 && command != ZIP_SOURCE_STAT) zip_error_set(&output.error_, ZIP_ER_WRITE, EIO);
        return done;
    }

private:
    zip_int64_t obey(void* data, zip_uint64_t length, zip_source_cmd_t command) {
        switch (command) {
            case ZIP_SOURCE_STAT:  // there is no archive yet
                zip_error_set(&error_, ZIP_ER_READ, ENOENT);
                return -1;
            case ZIP_SOURCE_BEGIN_WRITE:
            case ZIP_SOURCE_FREE:
            case ZIP_SOURCE_CLOSE:
            case ZIP_SOURCE_REMOVE:
            case ZIP_SOURCE_ROLLBACK_WRITE:
                return 0;
            case ZIP_SOURCE_WRITE:
                return write({static_cast<const char*>(data), length});
            case ZIP_SOURCE_TELL_WRITE:
                return begin_ + place_;
            case ZIP_SOURCE_SEEK_WRITE:
                return seek(data, length);
            case ZIP_SOURCE_COMMIT_WRITE:
                flush();
                return 0;
            case ZIP_SOURCE_ERROR:
                return zip_error_to_data(&error_, data, length);
            case ZIP_SOURCE_SUPPORTS:
                return zip_source_make_command_bitmap(
                    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                    ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE,
                    ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE,
                    ZIP_SOURCE_REMOVE, -1);
            default:
                return -1;
        }
    }

    zip_int64_t write(std::string_view bytes) {
        const auto place = static_cast<std::size_t>(place_);
        const auto covered = std::min(bytes.size(), kept_.size() - place);
        kept_.replace(place, covered, bytes);
        place_ += static_cast<std::int64_t>(bytes.size());
        return static_cast<zip_int64_t>(bytes.size());
    }

    zip_int64_t seek(void* data, zip_uint64_t length) {
        const auto end = begin_ + static_cast<std::int64_t>(kept_.size());
        const auto wanted = zip_source_seek_compute_offset(static_cast<zip_uint64_t>(begin_ + place_),
                                                           static_cast<zip_uint64_t>(end), data, length, &error_);
        if (wanted < begin_ || wanted > end) return -1;
        place_ = wanted - begin_;
        if (wanted == end) flush();
        return 0;
    }

    void flush() {
        if (!kept_.empty()) sink_(kept_);
        begin_ += static_cast<std::int64_t>(kept_.size());
        kept_.clear();
        place_ = 0;
    }

    ZipStream::Sink sink_;
    Thrown& thrown_;
    zip_error_t error_{};
    std::string kept_;
    std::int64_t begin_ = 0;  // of the archive, where kept_ begins
    std::int64_t place_ = 0;  // in kept_
};

// One file: its content is in memory from libzip's first question about it to its last.
class Input {
public:
    Input(ZipEntry entry, Thrown& thrown) : entry_(std::move(entry)), thrown_(thrown) { zip_error_init(&error_); }
    ~Input() { zip_error_fini(&error_); }
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    const ZipEntry& entry() const { return entry_; }

    static zip_int64_t answer(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
        auto& input = *static_cast<Input*>(self);
        const auto done = input.thrown_.guard([&] { return input.obey(data, length, command); });
        if (done < 0) zip_error_set(&input.error_, ZIP_ER_READ, EIO);
        return done;
    }

private:
    zip_int64_t obey(void* data, zip_uint64_t length, zip_source_cmd_t command) {
        switch (command) {
            case ZIP_SOURCE_OPEN:
                content();
                place_ = 0;
                return 0;
            case ZIP_SOURCE_READ:
                return read({static_cast<char*>(data), length});
            case ZIP_SOURCE_STAT:
                return describe(static_cast<zip_stat_t*>(data));
            case ZIP_SOURCE_CLOSE:
                length_ = content().size();
                content_.reset();
                return 0;
            case ZIP_SOURCE_FREE:
                return 0;
            case ZIP_SOURCE_ERROR:
                return zip_error_to_data(&error_, data, length);
            case ZIP_SOURCE_SUPPORTS:
                return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                                      ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
            default:
                return -1;
        }
    }

    const std::string& content() {
        if (!content_) content_ = entry_.content();
        return *content_;
    }

    zip_int64_t read(std::span<char> room) {
        const auto part = std::string_view{content()}.substr(place_, room.size());
        std::ranges::copy(part, room.begin());
        place_ += part.size();
        return static_cast<zip_int64_t>(part.size());
    }

    zip_int64_t describe(zip_stat_t* stat) {
        zip_stat_init(stat);
        stat->size = length_ ? *length_ : content().size();
        stat->comp_size = stat->size;
        stat->comp_method = ZIP_CM_STORE;
        stat->encryption_method = ZIP_EM_NONE;
        stat->mtime = entry_.changed_at.seconds();
        stat->valid = ZIP_STAT_SIZE | ZIP_STAT_MTIME;
        return 0;
    }

    ZipEntry entry_;
    Thrown& thrown_;
    zip_error_t error_{};
    std::optional<std::string> content_;
    std::optional<std::size_t> length_;  // once it was read
    std::size_t place_ = 0;
};

[[noreturn]] void fail(zip_error_t* error) { throw Fault{std::string{"no archive: "} + zip_error_strerror(error)}; }

}  // namespace

struct ZipStream::State {
    explicit State(Sink sink) : output(std::move(sink), thrown) {}

    Thrown thrown;
    Output output;
    std::vector<std::unique_ptr<Input>> inputs;
};

ZipStream::ZipStream(Sink sink) : state_(std::make_unique<State>(std::move(sink))) {}
ZipStream::~ZipStream() = default;

void ZipStream::add(ZipEntry entry) {
    state_->inputs.push_back(std::make_unique<Input>(std::move(entry), state_->thrown));
}

void ZipStream::finish() {
    CHECK(!state_->inputs.empty());
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const target = zip_source_function_create(Output::answer, &state_->output, &error);
    zip_t* const archive = target ? zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) : nullptr;
    if (!archive) fail(&error);
    for (const auto& input : state_->inputs) {
        zip_source_t* const source = zip_source_function(archive, Input::answer, input.get());
        const auto place = zip_file_add(archive, input->entry().name.c_str(), source, ZIP_FL_ENC_UTF_8);
        CHECK(place >= 0 && zip_set_file_compression(archive, static_cast<zip_uint64_t>(place), ZIP_CM_STORE, 0) == 0);
    }
    if (zip_close(archive) == 0) return;
    const auto thrown = state_->thrown.fault;
    Fault fault{std::string{"no archive: "} + zip_strerror(archive)};
    zip_discard(archive);
    if (thrown) std::rethrow_exception(thrown);
    throw fault;
}

}  // namespace files

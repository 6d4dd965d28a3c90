// base/problem.h - what a visitor can put right, said as a translatable sentence beside a field.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// An English sentence of our own, which is also its key in the translation catalogues. Only literals become one,
// so no visitor's text is ever taken for a key. xgettext finds them by the word `message`.
class Message {
public:
    friend consteval Message message(const char* literal);
    constexpr const char* key() const { return key_; }
    bool operator==(const Message& other) const { return std::string_view{key_} == other.key_; }

private:
    explicit consteval Message(const char* literal) : key_(literal) {}
    const char* key_;
};

consteval Message message(const char* literal) { return Message{literal}; }

// One thing wrong with one field. field is the name of the form field, or "" for the whole form.
struct Problem {
    std::string field;
    Message message;
    bool operator==(const Problem&) const = default;
};

// All of them at once, in the order of the form.
using Problems = std::vector<Problem>;

// The first problem with this field, or nullptr.
inline const Problem* find_problem(const Problems& problems, std::string_view field) {
    const auto found = std::ranges::find(problems, field, &Problem::field);
    return found == problems.end() ? nullptr : &*found;
}

}  // namespace base

// features/delivery/field_reader.h - the fields of a form made into what they mean; everything wrong is gathered.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"
#include "base/problem.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "ports/editing.h"

namespace delivery {

class FieldReader {
public:
    explicit FieldReader(const ports::NamedTexts& typed) : typed_(typed) {}

    // One line, blanks collapsed; `least` 0 or 1 characters.
    struct Length {
        std::size_t least, most;
    };
    std::string line(std::string_view name, Length length) {
        return checked(name, base::collapse_spaces(ports::text_of(typed_, name)), length);
    }
    std::string text(std::string_view name, Length length) {
        return checked(name, base::tidy_lines(ports::text_of(typed_, name)), length);
    }
    // nullopt where it is empty, and where it is none, which is a problem.
    std::optional<base::Day> day(std::string_view name) {
        const auto typed = base::collapse_spaces(ports::text_of(typed_, name));
        if (typed.empty()) return std::nullopt;
        const auto day = base::day_of(typed);
        if (!day) problem(name, base::message("Please write the day as year-month-day: 2026-11-30."));
        return day;
    }
    // 0 where it is empty; a problem beyond `most` or below 0.
    std::int64_t number(std::string_view name, std::int64_t most) {
        const auto typed = base::collapse_spaces(ports::text_of(typed_, name));
        if (typed.empty()) return 0;
        const auto number = base::whole_number(typed);
        if (number && *number >= 0 && *number <= most) return *number;
        problem(name, base::message("Please write a whole number that is not negative."));
        return 0;
    }

    void problem(std::string_view name, base::Message message) { problems_.push_back({std::string{name}, message}); }
    const base::Problems& problems() const { return problems_; }

private:
    std::string checked(std::string_view name, std::string text, Length length) {
        const auto count = base::count_characters(text);
        if (count < length.least) problem(name, base::message("Please fill this in."));
        if (count > length.most) problem(name, base::message("This is too long."));
        return text;
    }

    const ports::NamedTexts& typed_;
    base::Problems problems_;
};

}  // namespace delivery

// platform/i18n/time_zone.h - the name of a time zone that exists.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace i18n {

class TimeZone {
public:
    // A name of the tz database such as "America/Moncton"; nullopt for any other text.
    [[nodiscard]] static std::optional<TimeZone> find(std::string_view name);
    // America/Toronto, where nobody has chosen.
    [[nodiscard]] static const TimeZone& toronto();

    [[nodiscard]] const std::string& name() const { return name_; }
    bool operator==(const TimeZone&) const = default;

private:
    explicit TimeZone(std::string name) : name_(std::move(name)) {}
    std::string name_;
};

}  // namespace i18n

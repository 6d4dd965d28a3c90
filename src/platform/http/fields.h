// platform/http/fields.h - names with values, in the order in which they came: headers, cookies, query, form fields.
// All text of one list stands in one buffer, so a request with twenty headers costs two allocations.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

// A name may come more than once. Views that leave this class live until the next change of the list.
class Fields {
public:
    struct Field {
        std::string_view name, value;
    };

    Fields() = default;
    Fields(std::initializer_list<Field> fields);

    void add(Field field);
    void clear();

    bool has(std::string_view name) const { return find(name).has_value(); }

    // The value of the first field of this name, or nullopt.
    std::optional<std::string_view> find(std::string_view name) const;

    // The value of the first field of this name, "" when there is none: what a visitor typed, or nothing.
    std::string text(std::string_view name) const { return std::string{view(name)}; }
    std::string_view view(std::string_view name) const { return find(name).value_or(std::string_view{}); }

    // Every value of this name, in order.
    std::vector<std::string> all(std::string_view name) const;

    std::size_t size() const { return entries_.size(); }
    bool empty() const { return entries_.empty(); }
    Field operator[](std::size_t position) const;

protected:
    enum class Case : unsigned char { matters, is_ignored };
    explicit Fields(Case names) : names_(names) {}

private:
    struct Entry {
        std::uint32_t at, name_size, value_size;
    };
    std::string text_;
    std::vector<Entry> entries_;
    Case names_ = Case::matters;
};

// Fields whose names ignore the case of A-Z: Content-Type is content-type.
class Headers : public Fields {
public:
    Headers() : Fields(Case::is_ignored) {}
    Headers(std::initializer_list<Field> fields);
};

}  // namespace http

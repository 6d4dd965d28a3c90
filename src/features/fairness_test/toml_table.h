// features/fairness_test/toml_table.h - takes values out of a TOML table and notes whatever is wrong with them.
#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "features/fairness_test/document.h"
#include "models/budget_fairness/rubric/words.h"

namespace fairness_test {

enum class Need : unsigned char { required, optional };

struct TextRule {
    Need need = Need::required;
    std::size_t most = 200;  // characters; bytes are counted four times
};

struct Bounds {
    double least, most;
};

// One table of a document. Each key may be asked for once; finish() refuses those that nobody asked for.
class TomlTable {
public:
    TomlTable(const toml::table& table, std::string place, DocumentProblems& problems)
        : table_(table), place_(std::move(place)), problems_(problems) {}

    std::string text(std::string_view key, const TextRule& rule = {});
    // An https address; "" where it is left out.
    std::string address(std::string_view key, Need need);
    std::vector<std::string> addresses(std::string_view key);
    budget_fairness::Words words(std::string_view key, const TextRule& rule);
    double number(std::string_view key, const Bounds& bounds);
    int whole_number(std::string_view key, const Bounds& bounds);
    std::chrono::year_month_day date(std::string_view key);
    std::vector<TomlTable> tables(std::string_view key, std::size_t most);
    bool has(std::string_view key) const { return table_.contains(key); }
    void finish();

    // Notes a problem with this key, or with the table where the key is not there.
    void refuse(std::string_view key, base::Message message);
    // Whether this key has a problem already.
    bool is_refused(std::string_view key) const;

private:
    const toml::node* take(std::string_view key, Need need);
    std::string place_of(std::string_view key) const;

    const toml::table& table_;
    std::string place_;
    DocumentProblems& problems_;
    std::set<std::string, std::less<>> asked_{};
};

// The line of a node; 1 where the reader does not know.
int line_of(const toml::node& node);

}  // namespace fairness_test

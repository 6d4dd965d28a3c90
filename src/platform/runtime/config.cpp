#include "platform/runtime/config.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "platform/runtime/config_keys.h"

namespace runtime {
namespace {

// Collects what is wrong, so that one start names all of it.
class Faults {
public:
    void add(std::string_view place, std::string_view what) { text_ += fmt::format("{}: {}\n", place, what); }
    void raise() const {
        if (!text_.empty()) throw ConfigFault(text_.substr(0, text_.size() - 1));
    }

private:
    std::string text_;
};

// Takes values from a parsed table into a configuration, saying where each fault stands.
class Reader {
public:
    Reader(Config& config, Faults& faults, std::string_view source, bool has_lines)
        : config_(config), faults_(faults), source_(source), has_lines_(has_lines) {}

    void read_table(const toml::table& table, const std::string& prefix) {
        for (const auto& [key, node] : table) {
            const std::string name = prefix + std::string(key.str());
            if (const ConfigKey* known = find(name)) {
                read_value(*known, node);
            } else if (node.is_table() && is_table_name(name)) {
                read_table(*node.as_table(), name + '.');
            } else {
                fault(node, fmt::format("there is no key {}", name));
            }
        }
    }

private:
    static const ConfigKey* find(std::string_view name) {
        for (const ConfigKey& key : config_keys())
            if (key.name == name) return &key;
        return nullptr;
    }

    static bool is_table_name(const std::string& name) {
        for (const ConfigKey& key : config_keys())
            if (key.name.starts_with(name + '.')) return true;
        return false;
    }

    void read_value(const ConfigKey& key, const toml::node& node) {
        std::visit([&](const auto& slot) { read(key, slot, node); }, key.slot);
    }

    void read(const ConfigKey& key, TextSlot slot, const toml::node& node) {
        const auto text = node.value_exact<std::string>();
        if (!text) return wrong_type(key, node);
        if (obeys_rule(key, *text, node)) slot(config_) = *text;
    }

    void read(const ConfigKey& key, ListSlot slot, const toml::node& node) {
        const toml::array* array = node.as_array();
        if (array == nullptr) return wrong_type(key, node);
        TextList list;
        for (const toml::node& element : *array) {
            const auto text = element.value_exact<std::string>();
            if (!text) return wrong_type(key, element);
            if (!obeys_rule(key, *text, element)) return;
            list.push_back(*text);
        }
        slot(config_) = std::move(list);
    }

    void read(const ConfigKey& key, FlagSlot slot, const toml::node& node) {
        const auto flag = node.value_exact<bool>();
        if (!flag) return wrong_type(key, node);
        slot(config_) = *flag;
    }

    void read(const ConfigKey& key, const NumberSlot& slot, const toml::node& node) {
        const auto number = node.value_exact<std::int64_t>();
        if (!number || *number < slot.least || *number > slot.most) return wrong_type(key, node);
        slot.member(config_) = *number;
    }

    void read(const ConfigKey& key, const ChoiceSlot& slot, const toml::node& node) {
        const auto word = node.value_exact<std::string>();
        for (std::size_t place = 0; place < slot.words.size(); ++place)
            if (word == slot.words[place]) return slot.set(config_, place);
        wrong_type(key, node);
    }

    bool obeys_rule(const ConfigKey& key, std::string_view text, const toml::node& node) {
        if (key.rule == nullptr) return true;
        const std::string_view right = key.rule(text);
        if (!right.empty()) fault(node, fmt::format("{} must be {}", key.name, right));
        return right.empty();
    }

    void wrong_type(const ConfigKey& key, const toml::node& node) {
        fault(node, fmt::format("{} must be {}", key.name, type_of(key)));
    }

    void fault(const toml::node& node, std::string_view what) {
        if (has_lines_) {
            faults_.add(fmt::format("{}:{}", source_, node.source().begin.line), what);
        } else {
            faults_.add(source_, what);
        }
    }

    Config& config_;
    Faults& faults_;
    std::string_view source_;
    bool has_lines_;
};

void read_source(const ConfigSource& source, Config& config, Faults& faults) {
    try {
        const toml::table table = toml::parse(source.text, source.name);
        Reader(config, faults, source.name, true).read_table(table, "");
    } catch (const toml::parse_error& error) {
        faults.add(fmt::format("{}:{}", source.name, error.source().begin.line), error.description());
    }
}

void read_override(const std::string& text, Config& config, Faults& faults) {
    const auto equals = text.find('=');
    const std::string place = "--set " + text.substr(0, equals);
    if (equals == std::string::npos) return faults.add(place, "write KEY=VALUE");
    try {
        const toml::table table = toml::parse(text);
        Reader(config, faults, place, false).read_table(table, "");
    } catch (const toml::parse_error& error) {
        faults.add(place, fmt::format("{} (VALUE is TOML: a text stands in quotes)", error.description()));
    }
}

// What no single key can tell.
void check_together(const Config& config, Faults& faults) {
    const Config::Mail& mail = config.mail;
    if (mail.transport == MailTransport::smtp && mail.smtp.host.empty())
        faults.add("mail.smtp.host", "is needed, since mail.transport is \"smtp\"");
    if (!mail.smtp.username.empty() && mail.smtp.starttls == StartTls::none)
        faults.add("mail.smtp.starttls", "a sign-in (mail.smtp.username) is never sent without encryption");
    const Config::Dkim& dkim = mail.dkim;
    if (!dkim.domain.empty() && (dkim.selector.empty() || dkim.key_file.empty()))
        faults.add("mail.dkim.domain", "needs mail.dkim.selector and mail.dkim.key_file");
    const Config::Limits& limits = config.limits;
    if (limits.sign_ons_per_minute_flag > limits.sign_ons_per_minute_refuse)
        faults.add("limits.sign_ons_per_minute_flag", "must not be above limits.sign_ons_per_minute_refuse");
}

std::string text_of(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) return {};
    std::ifstream in(file, std::ios::binary);
    if (!in) throw ConfigFault(fmt::format("{}: cannot be read: {}", file.string(), std::strerror(errno)));
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Config parse_config(const ConfigSource& source, std::span<const std::string> overrides) {
    Config config;
    Faults faults;
    read_source(source, config, faults);
    for (const std::string& text : overrides) read_override(text, config, faults);
    check_together(config, faults);
    faults.raise();
    return config;
}

Config read_config(const std::filesystem::path& file, std::span<const std::string> overrides) {
    const std::string text = text_of(file);
    const std::string name = file.string();
    return parse_config({name, text}, overrides);
}

}  // namespace runtime

// alltogether config show|documentation|default
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "platform/runtime/config_keys.h"

namespace app {
namespace {

constexpr std::string_view kPasswordKey = "mail.smtp.password";

std::string shown_value(const runtime::ConfigKey& key, const runtime::Config& config) {
    if (key.name == kPasswordKey && !config.mail.smtp.password.empty()) return "\"...\"";
    return runtime::value_as_toml(key, config);
}

// Every key with the value that holds, as dotted TOML. Passwords stay unseen.
ExitCode show(const DataOptions& options) {
    const auto settings = read_settings(options, DataFolder::expect);
    for (const auto& key : runtime::config_keys())
        std::cout << key.name << " = " << shown_value(key, settings.config) << '\n';
    return ExitCode::done;
}

ExitCode print(const std::string& text) {
    std::cout << text;
    return ExitCode::done;
}

}  // namespace

void add_config(Commands& commands) {
    auto& group = commands.add_group("config", "Shows and explains the configuration");
    auto options = std::make_shared<DataOptions>();
    auto& show_command =
        commands.add_to(group, "show", "Every key with the value that holds now", [options] { return show(*options); });
    add_data_options(show_command, *options);
    commands.add_to(group, "documentation", "Every key explained, as Markdown",
                    [] { return print(runtime::config_documentation()); });
    commands.add_to(group, "default", "The documented configuration file that a new installation begins with",
                    [] { return print(runtime::default_config_text()); });
}

}  // namespace app

// alltogether verify receipt, verify log, verify heads: without a network, a database or an installation
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/command.h"
#include "features/count_proof/log_reader.h"
#include "features/count_proof/receipt.h"
#include "platform/i18n/translator.h"

namespace app {
namespace {

using count_proof::Flaw;

struct VerifyOptions {
    std::string file, other, key, head, log, proof;
    Report report = Report::text;
};

// The whole file, at most kMost bytes; "-" is standard input.
std::string read_small_file(const std::string& name) {
    constexpr std::size_t kMost = 2 << 20;
    std::ifstream file;
    if (name != "-") file.open(name, std::ios::binary);
    auto& in = name == "-" ? std::cin : file;
    if (!in) throw runtime::ConfigFault{name + " cannot be read"};
    std::string bytes(kMost + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > kMost) throw runtime::ConfigFault{name + " is too large to be a receipt or a head"};
    return bytes;
}

// A key, or a file with one or more of them, one a line, as /api/v1/count-proof/keys gives them.
count_proof::TrustedKeys keys_of(const std::string& text) {
    std::error_code fault;
    std::istringstream lines{std::filesystem::exists(text, fault) ? read_small_file(text) : text};
    count_proof::TrustedKeys keys;
    for (std::string line; std::getline(lines, line);) {
        if (line.find_first_not_of(" \r") == std::string::npos) continue;
        const auto key = count_proof::PublicKey::parse(line);
        if (!key) throw runtime::ConfigFault{"--key is no public key of a log: NAME+NUMBER+KEY"};
        keys.push_back(*key);
    }
    if (keys.empty() && !text.empty()) throw runtime::ConfigFault{"--key is an empty file"};
    return keys;
}

// One line for people, or one object.
ExitCode say(const VerifyOptions& options, std::string_view verdict, const std::string& sentence) {
    const bool holds = verdict == "holds" || verdict == "promised";
    if (options.report == Report::json)
        std::cout << "{\"verdict\": " << json_text(verdict) << ", \"holds\": " << (holds ? "true" : "false")
                  << ", \"detail\": " << json_text(sentence) << "}\n";
    else
        std::cout << (holds ? "ok     " : "wrong  ") << sentence << '\n';
    return holds ? ExitCode::done : ExitCode::failed;
}

std::string_view sentence_of(Flaw flaw) {
    switch (flaw) {
        case Flaw::unreadable:
            return "this is no receipt: neither the JSON file nor the short form, or a part of it is missing";
        case Flaw::unknown_format:
            return "this receipt has a format that this program does not know";
        case Flaw::no_head:
            return "the short form needs the head of its size: give it with --head";
        case Flaw::bad_note:
            return "the head or promise in it cannot be read";
        case Flaw::not_signed:
            return "the signature does not fit: something was changed after signing, or the key is another";
        case Flaw::other_log:
            return "it was signed by another key, or for another log, than the one you trust";
        case Flaw::wrong_path:
            return "the path does not fit the place in the tree: it was cut, lengthened or belongs to another entry";
        case Flaw::not_in_tree:
            return "the path leads to another root: this entry is not in the tree of that head";
        case Flaw::broken_story:
            return "its steps do not follow on each other";
        case Flaw::other_entry:
            return "the promise is about another entry than the receipt opens";
    }
    return "unknown";
}

std::string key_warning(const VerifyOptions& options) {
    return options.key.empty() ? " (by the key in the receipt itself; compare it with the published one, or give --key)"
                               : "";
}

// By that one of the trusted keys which signed it; else the reason why it holds by none.
base::Result<count_proof::Proven, Flaw> proven_by(const count_proof::Receipt& receipt, const VerifyOptions& options) {
    const std::string note = options.head.empty() ? "" : read_small_file(options.head);
    const auto keys = keys_of(options.key);
    if (keys.empty()) return count_proof::verify(receipt, {.note = note});
    auto proven = count_proof::verify(receipt, {.key = keys.front(), .note = note});
    for (std::size_t i = 1; i < keys.size() && !proven && proven.error() == Flaw::other_log; ++i)
        proven = count_proof::verify(receipt, {.key = keys[i], .note = note});
    return proven;
}

ExitCode verify_receipt(const VerifyOptions& options) {
    const auto receipt = count_proof::read_receipt(read_small_file(options.file));
    if (!receipt) return say(options, name_of(receipt.error()), std::string{sentence_of(receipt.error())});
    const auto proven = proven_by(*receipt, options);
    if (!proven) return say(options, name_of(proven.error()), std::string{sentence_of(proven.error())});
    if (const auto* promise = std::get_if<count_proof::Promise>(&*proven))
        return say(options, "promised",
                   fmt::format("a promise of {}: the entry is covered by every head from {} on{}", promise->origin,
                               i18n::machine_time(promise->by), key_warning(options)));
    const auto& included = std::get<count_proof::Included>(*proven);
    return say(options, "holds",
               fmt::format("entry {} is in the log of {}, under the head of {} entries of {}; this signature {}{}",
                           receipt->steps.front().position, included.head.origin, included.head.size,
                           i18n::machine_time(included.head.at), included.counts ? "counts" : "no longer counts",
                           key_warning(options)));
}

ExitCode verify_log(const VerifyOptions& options) {
    const auto outcome = count_proof::verify_log(options.file, keys_of(options.key));
    if (!outcome) return say(options, "wrong", outcome.error().text);
    std::string counts;
    for (const auto& count : outcome->head.counts)
        counts += fmt::format("\n         {} {}: {} = {} - {} - {} + {}", count.slug, name_of(count.signer_class),
                              count.tally.standing(), count.tally.confirmed, count.tally.withdrawn,
                              count.tally.invalidated, count.tally.restored);
    return say(options, "holds",
               fmt::format("{} entries of {} counted anew: root, signature and counts are those of the head of {}{}",
                           outcome->head.size, outcome->head.origin, i18n::machine_time(outcome->head.at), counts));
}

ExitCode verify_heads(const VerifyOptions& options) {
    const auto outcome =
        count_proof::verify_heads({.old_note = read_small_file(options.file),
                                   .new_note = read_small_file(options.other),
                                   .proof = options.proof.empty() ? "" : read_small_file(options.proof),
                                   .log = options.log,
                                   .keys = keys_of(options.key)});
    if (!outcome) return say(options, "wrong", outcome.error().text);
    return say(options, "holds", *outcome);
}

void add_key_option(CLI::App& command, VerifyOptions& options) {
    command
        .add_option("--key", options.key,
                    "The public key that you trust, or a file with it or several: NAME+NUMBER+KEY")
        ->type_name("KEY");
    add_report_option(command, options.report);
}

}  // namespace

void add_verify(Commands& commands) {
    auto& group = commands.add_group("verify", "Checks receipts, heads and logs of a verifiable count, offline");
    auto options = std::make_shared<VerifyOptions>();
    auto& receipt = commands.add_to(group, "receipt", "Whether a receipt holds: file of JSON, or the short form",
                                    [options] { return verify_receipt(*options); });
    receipt.add_option("file", options->file, "- reads standard input")->type_name("FILE")->required();
    receipt.add_option("--head", options->head, "The signed head, for the short form")->type_name("FILE");
    add_key_option(receipt, *options);

    auto& log = commands.add_to(group, "log", "Counts a downloaded log anew and compares it with its signed head",
                                [options] { return verify_log(*options); });
    log.add_option("path", options->file, "The file, or a folder with head.txt and entries-N.bin")
        ->type_name("FILE|FOLDER")
        ->required();
    add_key_option(log, *options);

    auto& heads = commands.add_to(group, "heads", "Whether the log of a new head continues that of an old one",
                                  [options] { return verify_heads(*options); });
    heads.add_option("old", options->file, "Signed head")->type_name("OLD")->required();
    heads.add_option("new", options->other, "Signed head")->type_name("NEW")->required();
    heads.add_option("--proof", options->proof, "As /api/v1/count-proof/consistency gives it")->type_name("FILE");
    heads.add_option("--log", options->log, "The downloaded log, in place of a proof")->type_name("FILE|FOLDER");
    add_key_option(heads, *options);
}

}  // namespace app

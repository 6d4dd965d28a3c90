#include "features/petitions/export.h"

#include <array>

#include <boost/json.hpp>

#include "features/petitions/signature_store.h"
#include "platform/i18n/translator.h"

namespace petitions {
namespace {

constexpr std::int64_t kRowsAtOnce = 5'000;

struct Column {
    std::string_view name;
    std::string (*value)(const Signature&);
};

std::string time_text(std::optional<base::Instant> at) { return at ? i18n::machine_time(*at) : std::string{}; }

std::string tick_text(SignatureForm::Tick tick) { return tick == SignatureForm::Tick::yes ? "yes" : "no"; }

constexpr std::array kColumns{
    Column{"id", [](const Signature& s) { return std::to_string(s.id.value); }},
    Column{"state", [](const Signature& s) { return std::string{name_of(s.state)}; }},
    Column{"class", [](const Signature& s) { return std::string{name_of(s.signer_class)}; }},
    Column{"email", [](const Signature& s) { return s.email; }},
    Column{"given_name", [](const Signature& s) { return s.given_name; }},
    Column{"family_name", [](const Signature& s) { return s.family_name; }},
    Column{"country", [](const Signature& s) { return s.country; }},
    Column{"postal_code", [](const Signature& s) { return s.postal_code; }},
    Column{"place", [](const Signature& s) { return s.place; }},
    Column{"comment", [](const Signature& s) { return s.comment; }},
    Column{"locale", [](const Signature& s) { return std::string{base::code(s.locale)}; }},
    Column{"show_name", [](const Signature& s) { return tick_text(s.show_name); }},
    Column{"consent_mail", [](const Signature& s) { return tick_text(s.consent_mail); }},
    Column{"signed_at", [](const Signature& s) { return time_text(s.signed_at); }},
    Column{"confirmed_at", [](const Signature& s) { return time_text(s.confirmed_at); }},
    Column{"withdrawn_at", [](const Signature& s) { return time_text(s.withdrawn_at); }},
    Column{"score", [](const Signature& s) { return std::to_string(s.score); }},
    Column{"reasons", [](const Signature& s) { return std::to_string(s.reasons); }},
    Column{"source", [](const Signature& s) { return s.source; }},
    Column{"invalidation",
           [](const Signature& s) { return s.invalidation ? std::to_string(s.invalidation->value) : std::string{}; }},
    Column{"text_id", [](const Signature& s) { return std::to_string(s.text.value); }},
};

std::string csv_head() {
    std::string head = "\xEF\xBB\xBF";
    for (const Column& column : kColumns) {
        if (&column != kColumns.data()) head += ',';
        head += column.name;
    }
    return head + "\r\n";
}

std::string csv_line(const Signature& signature) {
    std::string line;
    for (const Column& column : kColumns) {
        if (&column != kColumns.data()) line += ',';
        line += csv_cell(column.value(signature));
    }
    return line + "\r\n";
}

std::string json_object(const Signature& signature) {
    boost::json::object object;
    for (const Column& column : kColumns) object[column.name] = column.value(signature);
    return boost::json::serialize(object);
}

}  // namespace

std::optional<ExportFormat> export_format_of(std::string_view name) {
    if (name == "csv") return ExportFormat::csv;
    if (name == "json") return ExportFormat::json;
    return std::nullopt;
}

void export_signatures(db::Read& read, PetitionId petition, ExportFormat format,
                       const std::function<void(std::string_view)>& write) {
    const bool is_csv = format == ExportFormat::csv;
    write(is_csv ? csv_head() : "[");
    SignatureId last{0};
    bool is_first = true;
    while (true) {
        const auto signatures = store::oldest_after(read, {petition, last, kRowsAtOnce});
        for (const Signature& signature : signatures) {
            write(is_csv ? csv_line(signature) : (is_first ? "\n" : ",\n") + json_object(signature));
            is_first = false;
        }
        if (std::ssize(signatures) < kRowsAtOnce) break;
        last = signatures.back().id;
    }
    if (!is_csv) write("\n]\n");
}

}  // namespace petitions

#include "features/dossiers/dossier_csv.h"

#include "base/csv_cell.h"
#include "people/place.h"
#include "platform/i18n/translator.h"

namespace dossiers {
namespace {

constexpr std::string_view kHead =
    "\xEF\xBB\xBFid,name,office,place,party,province,email,asked,delivered,bounced,answered,unread,promises_open,"
    "promises_kept,promises_broken,meetings,last_meeting,due_next\r\n";

void add_cell(std::string& line, std::string_view text) {
    if (!line.empty()) line += ',';
    line += base::csv_cell(text);
}

}  // namespace

std::string csv_of(const std::vector<Row>& rows, base::Locale locale) {
    const i18n::Translator t{locale};
    std::string file{kHead};
    for (const Row& row : rows) {
        std::string line = std::to_string(row.who.id.value);
        for (const std::string& text : {row.who.name, t(people::label_of(row.who.office)), row.who.place, row.who.party,
                                        row.who.province ? std::string{people::code(*row.who.province)} : std::string{},
                                        row.who.email ? row.who.email->text() : std::string{}})
            add_cell(line, text);
        for (const std::int64_t number : {row.asked, row.delivered, row.bounced, row.answered, row.unread,
                                          row.promises_open, row.promises_kept, row.promises_broken, row.meetings})
            add_cell(line, std::to_string(number));
        add_cell(line, row.last_met_on);
        add_cell(line, row.next_due_on);
        file += line + "\r\n";
    }
    return file;
}

}  // namespace dossiers

// platform/db/check.h - is the database what the program expects, and does it answer?
#pragma once
#include <string>
#include <vector>

#include "platform/db/database.h"

namespace db {

// Asks for one row, as a page does. Fault when the database does not answer.
void expect_readable(Database& database);

// What is wrong with the database as a whole, a sentence each: damaged pages, rows whose foreign key points at nothing,
// migrations that this program does not know. Reads everything; takes minutes where there are many millions of rows.
std::vector<std::string> problems_of_database(const Location& location);

}  // namespace db

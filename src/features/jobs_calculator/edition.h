// features/jobs_calculator/edition.h - the name of a set of figures, by which a link finds them again. Pure.
#pragma once
#include <string>
#include <vector>

#include "features/jobs_calculator/import_reader.h"
#include "features/jobs_calculator/import_store.h"

namespace jobs_calculator {

// SHA-256, hexadecimal, of all figures of a table as they were read: the same file read by another version of the
// program may give others.
std::string figures_checksum(const ImportedTable& table);

// Eight hexadecimal digits over the checksums of the packs that ship with this program and of the imported tables over
// them, by number. Whoever has the same edition and model version gets the same answer.
std::string edition_name(const std::vector<Import>& imports);

}  // namespace jobs_calculator

// ports/check.h - what a slice can say about the health of its own tables: stored counts recounted, rows that point at
// nothing. `alltogether check` runs all of them.
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace db {
class Read;
}

namespace ports {

// One thing that is not as it should be, in a sentence for who runs the program: "petition equality-pledge: 12 are
// counted as confirmed, 13 signatures are".
struct Finding {
    std::string text;
};

struct Check {
    std::string name;  // "petitions.tally": slice and what is looked at
    std::function<std::vector<Finding>(db::Read&)> run;
};

}  // namespace ports

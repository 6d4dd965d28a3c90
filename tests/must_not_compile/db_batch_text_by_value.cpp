// expect: text columns must refer into the item
// A text made on the fly would be gone before the batch is sent.
#include <string>
#include <vector>

#include "platform/db/transaction.h"

extern const db::BatchCommand<void(std::int64_t, std::string)> kInsert;
void wrong(db::Write& write, const std::vector<int>& numbers) {
    write.run_batch(kInsert, numbers,
                    [](int number) { return std::tuple{std::int64_t{number}, std::to_string(number)}; });
}

#include "platform/db/statement.h"

#include <vector>

#include "base/check.h"
#include "platform/db/connection.h"

namespace db {
namespace {

std::vector<const Statement*>& registry() {
    static std::vector<const Statement*> statements;
    return statements;
}

}  // namespace

Statement::Statement(Texts texts, StatementKind kind, std::span<const ValueType> parameters)
    : texts_(texts), kind_(kind), parameters_(parameters), index_(registry().size()) {
    registry().push_back(this);
}

std::span<const Statement* const> Statement::all() { return registry(); }

base::EmailAddress Codec<base::EmailAddress>::read(const Row& row, int column) {
    auto address = base::EmailAddress::parse(row.text(column));
    if (!address) throw Fault{"a stored address is none"};
    return *std::move(address);
}

}  // namespace db

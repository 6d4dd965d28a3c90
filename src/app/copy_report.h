// app/copy_report.h - how copying looks on a terminal, and what is said of it at the end.
#pragma once
#include <memory>
#include <span>
#include <string>

#include "app/command.h"
#include "platform/db/copy.h"
#include "platform/runtime/progress.h"

namespace app {

// A progress bar that learns how long it is with the first batch.
class CopyBar {
public:
    explicit CopyBar(std::string title) : title_(std::move(title)) {}
    db::CopyObserver observer();
    void close() { bar_ = nullptr; }

private:
    void show(const db::CopyProgress& progress);

    std::string title_;
    std::unique_ptr<runtime::Progress> bar_;
    std::int64_t shown_ = 0;
};

// Rows and checksum of each table, and that they are the same on both sides.
void print_copied(std::span<const db::CopiedTable> tables, Report report);

}  // namespace app

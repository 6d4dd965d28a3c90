// tests/crash/own_postgres.h - a PostgreSQL cluster that a test may stop and start: unlike the shared one it waits for
// the disk.
#pragma once
#include <string>

#include "tests/crash/server_process.h"

namespace crash {

class OwnPostgres {
public:
    OwnPostgres();   // runs
    ~OwnPostgres();  // stops
    OwnPostgres(const OwnPostgres&) = delete;
    OwnPostgres& operator=(const OwnPostgres&) = delete;

    void start();
    void stop_at_once();  // as when its machine fails: no session is told, nothing is finished

    std::string url() const;

private:
    // A program of PostgreSQL's, as the user that it accepts.
    void run(const std::string& command) const;

    Folder folder_;
    bool runs_ = false;
};

}  // namespace crash

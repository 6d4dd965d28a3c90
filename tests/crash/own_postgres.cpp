#include "tests/crash/own_postgres.h"

#include <cstdlib>
#include <stdexcept>

#include <unistd.h>

namespace crash {

OwnPostgres::OwnPostgres() {
    std::filesystem::permissions(folder_.path(), std::filesystem::perms::all);
    run("initdb --pgdata data --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync");
    start();
}

OwnPostgres::~OwnPostgres() {
    if (runs_) stop_at_once();
}

void OwnPostgres::start() {
    run("pg_ctl --pgdata data --log log --silent --wait start --options '-c listen_addresses= "
        "-c unix_socket_directories=" +
        folder_.path().string() + "'");
    runs_ = true;
}

void OwnPostgres::stop_at_once() {
    run("pg_ctl --pgdata data --mode immediate --silent --wait stop");
    runs_ = false;
}

std::string OwnPostgres::url() const {
    return "postgres:///postgres?host=" + folder_.path().string() + "&user=postgres";
}

void OwnPostgres::run(const std::string& command) const {
    std::string line = "cd " + folder_.path().string() + " && ";
    if (getuid() == 0) line += "runuser -u postgres -- ";
    line += "/usr/lib/postgresql/15/bin/" + command + " >>" + folder_.path().string() + "/said 2>&1";
    if (std::system(line.c_str()) != 0) throw std::runtime_error{"failed: " + line};
}

}  // namespace crash

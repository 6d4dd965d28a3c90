#!/usr/bin/env python3
"""SQL, HTML, sockets and drivers outside their homes must be found; words that only look like them must not."""
import tempfile
import unittest
from pathlib import Path

from check_homes import findings

WRONG = {
    "features/petitions/handlers.cpp": 'auto q = "select id from petition";',
    "features/petitions/signature.cpp": 'auto q = "update " \n "petition set closed_at = $1";',
    "features/petitions/jobs.cpp": 'auto q = R"(\n  insert into petition (id) values ($1))";',
    "features/petitions/pages.cpp": 'auto q = "DELETE FROM petition";',
    "features/petitions/store.cpp": 'auto h = "<li class=\\"name\\">";',
    "people/person.h": 'auto h = R"x(<p>Hello</p>)x";',
    "features/petitions/store.h": 'auto q = "create table petition (id integer)";',
    "platform/auth/session.cpp": '#include <boost/asio/ip/tcp.hpp>',
    "app/serve.cpp": '#include <sqlite3.h>',
}
RIGHT = {
    "features/petitions/store.cpp": 'auto q = "select id from petition";',
    "features/petitions/staff_pages.cpp": 'auto h = "<li>";',
    "features/petitions/mails.cpp": 'auto h = R"(<p>{}</p>)";',
    "features/petitions/handlers_test.cpp": 'auto h = "<li>"; auto q = "select id from petition";',
    "features/petitions/handlers.cpp": '// "select id from petition" and "<p>"\nauto a = "Select a province from the list";\n'
                                       'auto n = 1\'000; char c = \'"\'; auto b = "a < b > c"; auto u = "update your address";',
    "app/arguments.cpp": 'auto help = "alltogether restore <FILE>";',
    "platform/http/server.cpp": '#include <boost/asio/ip/tcp.hpp>',
    "platform/db/sqlite.cpp": '#include <sqlite3.h>\nauto q = "pragma journal_mode = wal";',
    "platform/html/chart.cpp": 'auto h = "<svg viewBox=";',
}


def findings_in(files: dict[str, str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, "src", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text + "\n")
        return findings(Path(folder))


PRIVATE_HEADER = {
    "platform/http/loop.h": "#include <boost/asio/ip/tcp.hpp>",
    "platform/http/connection.h": '#include "platform/http/loop.h"',
    "platform/http/connection.cpp": '#include "platform/http/connection.h"',
}
SHARED_HEADER = PRIVATE_HEADER | {"app/serve.cpp": '#include "platform/http/connection.h"'}


class Homes(unittest.TestCase):
    def test_what_left_home_is_found(self) -> None:
        for name, text in WRONG.items():
            with self.subTest(name):
                self.assertEqual(len(findings_in({name: text})), 1)

    def test_sockets_stay_in_headers_that_only_their_own_folder_reads(self) -> None:
        self.assertEqual(len(findings_in(SHARED_HEADER)), 1)
        self.assertEqual(findings_in(PRIVATE_HEADER), [])

    def test_what_is_at_home_passes(self) -> None:
        self.assertEqual(findings_in(RIGHT), [])


if __name__ == "__main__":
    unittest.main()

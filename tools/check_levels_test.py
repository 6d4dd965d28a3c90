#!/usr/bin/env python3
"""A tree that breaks each rule of check_levels.py must be refused, line by line; a good one must pass."""
import tempfile
import unittest
from pathlib import Path

from check_levels import findings

WRONG = {
    "base/text.h": '#include <sodium.h>',
    "base/id.h": '#include "platform/db/value.h"',
    "models/one/model.cpp": '#include "models/two/model.h"',
    "models/statistics/pack.cpp": '#include "models/jobs_lost/model.h"',
    "platform/html/page.cpp": '#include "platform/http/request.h"',
    "platform/new_thing/a.cpp": '#include "platform/db/value.h"',
    "people/person.cpp": '#include "ports/actions.h"',
    "ports/actions.h": '#include "features/site/events.h"',
    "features/petitions/handlers.cpp": '#include "features/site/store.h"',
    "features/petitions/routes.cpp": '#include "app/composition.h"',
    "features/petitions/signature.cpp": '#include "platform/http/request.h"',
    "features/petitions/signature_test.cpp": '#include "platform/db/value.h"',
    "features/petitions/restore.cpp": '#include  "platform/db/value.h"  // restore is not store',
    "features/site/handlers.cpp": '#include "store.h"',
    "strange/a.cpp": '#include <string>',
}
RIGHT = {
    "base/text.h": '#include <string>\n// #include <sodium.h>\n/* #include "app/composition.h" */',
    "base/text_test.cpp": '#include <gtest/gtest.h>\n#include "base/text.h"',
    "models/jobs_lost/model.cpp": '#include "models/statistics/pack.h"',
    "platform/http/router.cpp": '#include <boost/asio.hpp>\n#include "platform/runtime/log.h"\n#include "platform/http/request.h"',
    "people/person.cpp": '#include "platform/db/value.h"\n#include "people/person.h"',
    "features/petitions/signature.cpp": '#include "people/person.h"\n#include "platform/i18n/translator.h"',
    "features/petitions/store_test.cpp": '#include "tests/support/databases.h"\n#include "platform/db/value.h"',
    "features/petitions/staff_pages.cpp": '#include "platform/html/template.h"\n#include "features/site/events.h"',
    "app/main.cpp": '#include "features/petitions/routes.h"',
}


def findings_in(files: dict[str, str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, "src", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text + "\n")
        return findings(Path(folder))


class Levels(unittest.TestCase):
    def test_every_wrong_include_is_found(self) -> None:
        for name, text in WRONG.items():
            with self.subTest(name):
                self.assertEqual(len(findings_in({name: text})), 1)

    def test_right_includes_pass(self) -> None:
        self.assertEqual(findings_in(RIGHT), [])


if __name__ == "__main__":
    unittest.main()

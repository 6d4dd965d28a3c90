#!/usr/bin/env python3
"""A file that leans on the precompiled header must be found; one that has what it uses must pass."""
import re
import tempfile
import unittest
from pathlib import Path

from check_includes import HEADERS, findings

WRONG = {
    "nothing": "std::vector<int> all;",
    "another header": "#include <string>\nstd::vector<int> all;",
    "a comment": "// #include <vector>\nstd::vector<int> all;",
    "a header of ours that has others": '#include "base/text.h"\nstd::optional<int> one;',
}
RIGHT = {
    "itself": "#include <vector>\nstd::vector<int> all;",
    "by a header of ours": '#include "base/text.h"\nstd::string_view words;',
    "what a standard header brings": "#include <future>\nstd::thread one;",
    "words": '// std::vector\nconst char* words = "std::vector";',
    "names of others": "int vector = mine::std::vector;",
}


def findings_in(code: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder, "src/base")
        base.mkdir(parents=True)
        Path(base, "text.h").write_text("#pragma once\n#include <string>\n")
        Path(base, "one.cpp").write_text(code + "\n")
        return findings(Path(folder))


class Includes(unittest.TestCase):
    def test_what_is_missing_is_found(self) -> None:
        for name, code in WRONG.items():
            with self.subTest(name):
                self.assertEqual(len(findings_in(code)), 1)

    def test_what_is_there_passes(self) -> None:
        for name, code in RIGHT.items():
            with self.subTest(name):
                self.assertEqual(findings_in(code), [])

    def test_every_precompiled_header_is_known(self) -> None:
        precompiled = Path(__file__).resolve().parent.parent / "cmake/precompiled.h"
        self.assertEqual(set(re.findall(r"#include <([a-z_]+)>", precompiled.read_text())), set(HEADERS))


if __name__ == "__main__":
    unittest.main()

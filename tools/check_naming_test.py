#!/usr/bin/env python3
"""A tree with badly named things must be refused, and the same things well named must pass."""
import json
import subprocess
import tempfile
import unittest
from pathlib import Path

CHECKER = Path(__file__).with_name("check_naming.py")
WRONG = "struct bad_type { int value; };\nint BadFunction(int badParameter) { return badParameter; }\n"
RIGHT = "struct GoodType { int value; };\nint good_function(int good_parameter) { return good_parameter; }\n"


def outcome_for(source: str) -> subprocess.CompletedProcess:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder).resolve() / "src/base/things.cpp"
        path.parent.mkdir(parents=True)
        path.write_text(source)
        command = {"file": str(path), "directory": folder, "command": "clang++-19 -std=c++23 -c " + str(path)}
        Path(folder, "compile_commands.json").write_text(json.dumps([command]))
        return subprocess.run([CHECKER, folder, folder], capture_output=True, text=True)


class Naming(unittest.TestCase):
    def test_bad_names_are_found(self) -> None:
        outcome = outcome_for(WRONG)
        self.assertEqual(outcome.returncode, 1)
        for name in ("bad_type", "BadFunction", "badParameter"):
            self.assertIn(name, outcome.stdout)

    def test_good_names_pass(self) -> None:
        outcome = outcome_for(RIGHT)
        self.assertEqual((outcome.returncode, outcome.stdout), (0, "Names are in the house style.\n"))


if __name__ == "__main__":
    unittest.main()

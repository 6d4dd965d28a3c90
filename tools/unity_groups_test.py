#!/usr/bin/env python3
"""Sources that get in each other's way must not be compiled as one; all others of a folder should be."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOL = Path(__file__).resolve().parent.parent / "cmake/unity_groups.py"


def in_house(code: str, unnamed: str = "") -> str:
    return f"#include <string>\n\nnamespace things {{\nnamespace {{\n\n{unnamed}\n\n}}  // namespace\n\n{code}\n\n}}  // namespace things\n"


def grouped(*sources: str) -> bool:
    """Whether these sources of one folder are compiled as one."""
    with tempfile.TemporaryDirectory() as folder:
        root, out = Path(folder), Path(folder, "groups.cmake")
        Path(root, "src/base").mkdir(parents=True)
        for number, source in enumerate(sources):
            Path(root, f"src/base/source_{number}.cpp").write_text(source)
        subprocess.run([sys.executable, TOOL, root, out], check=True)
        return out.read_text().count("UNITY_GROUP 0") == len(sources)


class Groups(unittest.TestCase):
    def test_strangers_are_read_as_one(self) -> None:
        self.assertTrue(grouped(in_house("int a() { return one(); }", "int one() { return 1; }"),
                                in_house("int b() { return two(); }", "int two() { return 2; }")))

    def test_one_name_twice_keeps_apart(self) -> None:
        for unnamed in ("int one() { return 1; }", "struct Row {};", "constexpr int kMost = 1;", "using Row = int;",
                        "const std::map<int,\n               int>\n    kMost{};"):
            self.assertFalse(grouped(in_house("int a();", unnamed), in_house("int b();", unnamed)), unnamed)

    def test_a_name_that_would_hide_another_keeps_apart(self) -> None:
        self.assertFalse(grouped(in_house("int a();", "struct Part {};"), in_house("int b(const Part& part);")))

    def test_macros_and_static_functions_keep_apart(self) -> None:
        self.assertFalse(grouped("#define ROW 1\nint a = ROW;\n", "#define ROW 2\nint b = ROW;\n"))
        self.assertFalse(grouped("static int one() { return 1; }\n", "static int one() { return 2; }\n"))

    def test_what_opens_a_namespace_stays_alone(self) -> None:
        self.assertFalse(grouped("using namespace std;\n", "int b();\n"))

    def test_words_in_texts_and_comments_do_not_count(self) -> None:
        self.assertTrue(grouped(in_house("int a();", "int one() { return 1; }"),
                                in_house('const char* b() { return "one"; }  // one')))


if __name__ == "__main__":
    unittest.main()

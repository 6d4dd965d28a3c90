#!/usr/bin/env python3
"""The harness must refuse a case that compiles, one that fails for another reason, and a control that fails."""
import unittest

from check_must_not_compile import fault_of


class MustNotCompile(unittest.TestCase):
    def test_a_refusal_for_the_right_reason_passes(self) -> None:
        self.assertIsNone(fault_of("no matching", True, "a.cpp:1:1: error: no matching function"))

    def test_a_case_that_compiles_is_a_fault(self) -> None:
        self.assertEqual(fault_of("no matching", False, ""), "compiles, and must not")

    def test_a_refusal_for_another_reason_is_a_fault(self) -> None:
        self.assertIn("not because of", fault_of("no matching", True, "a.cpp:1:1: error: expected ';'"))

    def test_the_quoted_source_line_does_not_count_as_the_reason(self) -> None:
        self.assertIn("not because of", fault_of("sign_all", True, "a.cpp:1:1: error: expected ';'\n 1 | sign_all()"))

    def test_the_control_must_compile(self) -> None:
        self.assertIsNone(fault_of("nothing", False, ""))
        self.assertEqual(fault_of("nothing", True, "error"), "must compile, and does not")


if __name__ == "__main__":
    unittest.main()

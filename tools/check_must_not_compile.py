#!/usr/bin/env python3
"""Compiles one file of tests/must_not_compile and checks that it is refused for the right reason.

  check_must_not_compile.py FILE -- COMPILER FLAGS...

The first line of the file says which diagnostic is expected: // expect: REGEX. A file that says // expect: nothing must
compile: it is the control, without which every refusal could have some other cause.
"""
import re
import subprocess
import sys
from pathlib import Path


def fault_of(expected: str, refused: bool, diagnostics: str) -> str | None:
    """What is wrong, or None."""
    if expected == "nothing":
        return "must compile, and does not" if refused else None
    if not refused:
        return "compiles, and must not"
    errors = "\n".join(line for line in diagnostics.splitlines() if "error:" in line or "note:" in line)
    return None if re.search(expected, errors) else f"is refused, but not because of: {expected}"


def main() -> int:
    if len(sys.argv) < 4 or sys.argv[2] != "--":
        print(__doc__)
        return 2
    file, compiler = Path(sys.argv[1]), sys.argv[3:]
    head = re.match(r"// expect: (.+)", file.read_text(encoding="utf-8"))
    if not head:
        print(f"{file}: the first line must be // expect: REGEX")
        return 1
    result = subprocess.run([*compiler, "-fsyntax-only", str(file)], capture_output=True, text=True)
    fault = fault_of(head[1].strip(), result.returncode != 0, result.stderr)
    if fault:
        print(f"{file} {fault}\n{result.stderr}")
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main())

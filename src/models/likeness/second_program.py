#!/usr/bin/env python3
"""Likeness of texts, computed once more and differently: second_program.py

Prints the figures that likeness_test.cpp expects. Words by Python's own Unicode tables (NFKD without marks) instead of
tables of blocks, sets instead of sorted lists, integers of any length instead of 64 bits.
"""
import re
import unicodedata

ONE = "The library on Main Street is open. It's ours, and it isn't for sale!"
SAME = "the LIBRARY — on main street — is open; it’s ours and it isn’t for sale"
FRENCH = "L’école d’à côté a besoin d’un toit, pas d’une réduction d’impôt."
OTHER = "L'école d'à côté a besoin d'un toit et d'une infirmière, pas d'une réduction d'impôt."


def words(text: str) -> list[str]:
    text = text.replace("œ", "oe").replace("Œ", "oe")
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", plain.lower())


def shingles(text: str) -> set[str]:
    all_words = words(text)
    size = min(3, len(all_words))
    return {" ".join(all_words[i:i + size]) for i in range(len(all_words) - size + 1)} if all_words else set()


def jaccard(one: str, other: str) -> float:
    left, right = shingles(one), shingles(other)
    return len(left & right) / len(left | right) if left | right else 0.0


def fnv(data: bytes) -> int:
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


def mix(value: int) -> int:
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9 % 2**64
    value = (value ^ value >> 27) * 0x94D049BB133111EB % 2**64
    return value ^ value >> 31


def signature(text: str) -> list[int]:
    hashes = [fnv(shingle.encode()) for shingle in shingles(text)]
    return [min(mix((h + (i + 1) * 0x9E3779B97F4A7C15) % 2**64) for h in hashes) & 0xFFFF for i in range(128)]


if __name__ == "__main__":
    print("words", words(ONE), words(FRENCH))
    print("same", jaccard(ONE, SAME), "french", f"{jaccard(FRENCH, OTHER):.6f}")
    for name, text in (("ONE", ONE), ("FRENCH", FRENCH)):
        places = signature(text)
        print(name, "first", [f"0x{place:04x}" for place in places[:8]], "sum", sum(places))
    equal = sum(a == b for a, b in zip(signature(FRENCH), signature(OTHER)))
    print("equal places", equal)

#!/usr/bin/env python3
"""A second verifier of verifiable counts, written from docs/methods/verifiable_count.md alone.

  verify_count.py receipt FILE [--key KEY]      verify_count.py log FILE [--key KEY]
  verify_count.py heads OLD NEW PROOF --key KEY

Prints one line; exit code 0: it holds, 1: it does not. Needs python3-cryptography for Ed25519, else the standard library.
"""
import base64
import json
import re
import struct
import sys
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

CLASSES = ["individual", "elected_official", "candidate", "organisation", "municipality"]
TYPES = {"confirmed": 1, "withdrawn": 2, "invalidated": 3, "restored": 4}
NAMES = {number: name for name, number in TYPES.items()}
UP = {"confirmed", "restored"}
KEY, ENTRY_SIZE = 5, 43


class Wrong(Exception):
    pass


def number(text: str) -> int:
    if not re.fullmatch("0|[1-9][0-9]{0,17}", text):
        raise Wrong("no decimal number")
    return int(text)


def unhex(text: str) -> bytes:
    if not re.fullmatch("([0-9a-fA-F]{2})*", text):
        raise Wrong("no hexadecimal bytes")
    return bytes.fromhex(text)


def leaf(entry: bytes) -> bytes:
    return sha256(b"\0" + entry).digest()


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right).digest()


class Note:
    def __init__(self, text: str):
        body, gap, signatures = text.rpartition("\n\n")
        if not gap or not signatures.endswith("\n") or re.search("[\0-\x09\x0b-\x1f]", text):
            raise Wrong("no signed note")
        self.text = body + "\n"
        self.signatures = []
        for line in signatures.split("\n")[:-1]:
            dash, name, encoded = line.split(" ")
            raw = base64.b64decode(encoded, validate=True)
            if dash != "\u2014":
                raise Wrong("no signature line")
            self.signatures.append((name, raw[:4], raw[4:]))

    def check(self, name: str, public: bytes) -> None:
        number = sha256(name.encode() + b"\n\1" + public).digest()[:4]
        for signer, signer_number, signature in self.signatures:
            if (signer, signer_number) == (name, number):
                try:
                    Ed25519PublicKey.from_public_bytes(public).verify(signature, self.text.encode())
                    return
                except InvalidSignature as fault:
                    raise Wrong("the signature does not fit") from fault
        raise Wrong("not signed by this key")


class Head:
    def __init__(self, note: Note):
        origin, size, root, *rest = note.text.split("\n")[:-1]
        self.origin, self.size, self.root = origin, number(size), base64.b64decode(root, validate=True)
        self.counts, self.time, last = {}, None, (0, -1)
        for line in rest:
            word, *words = line.split(" ")
            if word == "time":
                self.time = words[0]
            if word == "count":
                petition, _, signer_class, total, equals, c, m1, w, m2, i, plus, r = words
                steps = [number(each) for each in (c, w, i, r)]
                standing = steps[0] - steps[1] - steps[2] + steps[3]
                if [equals, m1, m2, plus] != ["=", "-", "-", "+"] or number(total) != standing:
                    raise Wrong("a count of the head does not add up")
                if last >= (number(petition), CLASSES.index(signer_class)):
                    raise Wrong("the counts of the head do not stand in their order, each once")
                last = number(petition), CLASSES.index(signer_class)
                self.counts[number(petition), signer_class] = steps


def read_key(text: str) -> tuple[str, bytes]:
    name, number, encoded = text.strip().split("+", 2)
    raw = base64.b64decode(encoded, validate=True)
    if raw[:1] != b"\1" or sha256(name.encode() + b"\n" + raw).digest()[:4].hex() != number:
        raise Wrong("no public key")
    return name, raw[1:]


def root_of(hash_: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """RFC 9162, 2.1.3.2, by recursion from the definition of the tree."""
    if not 0 <= index < size:
        raise Wrong("the index lies outside of the tree")
    if size == 1:
        if path:
            raise Wrong("the path is too long")
        return hash_
    if not path:
        raise Wrong("the path is too short")
    split = 1
    while split * 2 < size:
        split *= 2
    if index < split:
        return node(root_of(hash_, index, split, path[:-1]), path[-1])
    return node(path[-1], root_of(hash_, index - split, size - split, path[:-1]))


def roots_of(old: int, size: int, proof: list[bytes], old_root: bytes, whole: bool) -> tuple[bytes, bytes]:
    """The old and the new root that a consistency proof leads to: SUBPROOF of RFC 9162, read backwards."""
    if old == size:
        if len(proof) != (0 if whole else 1):
            raise Wrong("the proof has the wrong length")
        return (old_root, old_root) if whole else (proof[0], proof[0])
    split = 1
    while split * 2 < size:
        split *= 2
    if not proof:
        raise Wrong("the proof is too short")
    if old <= split:
        before, after = roots_of(old, split, proof[:-1], old_root, whole)
        return before, node(after, proof[-1])
    before, after = roots_of(old - split, size - split, proof[:-1], old_root, False)
    return node(proof[-1], before), node(proof[-1], after)


def root_of_log(leaves: list[bytes]) -> bytes:
    """Level by level: the odd one out goes up as it is, which is the same tree."""
    if not leaves:
        return sha256(b"").digest()
    while len(leaves) > 1:
        paired = [node(leaves[i], leaves[i + 1]) for i in range(0, len(leaves) - 1, 2)]
        leaves = paired + leaves[len(leaves) - len(leaves) % 2:]
    return leaves[0]


def check_trusted(note: Note, head: Head, key: str) -> None:
    """That a log announces a key proves nothing; that the key signed its head does."""
    name, public = read_key(key)
    if name != head.origin:
        raise Wrong("the head is of another log")
    note.check(name, public)


def verify_receipt(text: str, key: str | None) -> str:
    receipt = json.loads(text)
    if receipt["format"] != "alltogether-count-receipt/1":
        raise Wrong("unknown format")
    petition, signer_class = number(receipt["petition"]), CLASSES.index(receipt["signer_class"])
    commitment = sha256(b"alltogether count commitment 1\n" + unhex(receipt["salt"]) + struct.pack(
        ">QBQQ", petition, signer_class, number(receipt["signature"]), number(receipt["counted_at"]))).digest()
    note = Note(receipt["note"])
    name, public = read_key(key or receipt["key"])
    note.check(name, public)

    def entry(kind: str) -> bytes:
        return struct.pack(">BBBQ", 1, TYPES[kind], signer_class, petition) + commitment

    if not receipt["steps"]:
        line, origin, promised, by = note.text.split("\n")[:-1]
        if line != "alltogether count promise 1" or origin != name or unhex(promised) != entry("confirmed"):
            raise Wrong("the promise is about something else")
        return f"promised {by}"
    head, counts, before = Head(note), False, -1
    if head.origin != name:
        raise Wrong("the head is of another log")
    for step in receipt["steps"]:
        if (step["type"] in UP) == counts or step["index"] <= before or (before < 0 and step["type"] != "confirmed"):
            raise Wrong("the steps do not alternate")
        counts, before = step["type"] in UP, step["index"]
        path = [unhex(each) for each in step["path"]]
        if root_of(leaf(entry(step["type"])), step["index"], head.size, path) != head.root:
            raise Wrong("the entry is not in the tree of the head")
    return f"holds {receipt['steps'][0]['index']} of {head.size}, {'counts' if counts else 'no longer counts'}"


def verify_log(data: bytes, key: str | None) -> str:
    line, _, rest = data.partition(b"\n")
    *words, length = line.decode().split(" ")
    if words != ["alltogether-count-log", "1"]:
        raise Wrong("no log")
    note = Note(rest[:number(length)].decode())
    head, log = Head(note), rest[number(length):]
    entries = [log[at:at + ENTRY_SIZE] for at in range(0, len(log), ENTRY_SIZE)]
    if len(entries) != head.size or any(len(each) != ENTRY_SIZE for each in entries):
        raise Wrong("the log has another length than its head says")
    if root_of_log([leaf(each) for each in entries]) != head.root:
        raise Wrong("the entries do not give the root of the head")
    counts, standing, keys = {}, {}, []
    for position, each in enumerate(entries):
        version, kind, signer_class, petition = struct.unpack(">BBBQ", each[:11])
        if version != 1:
            raise Wrong(f"entry {position} has another version")
        if position == 0 and kind != KEY:
            raise Wrong("the log does not begin with its first key")
        if (signer_class, petition) != (0, 0) if kind == KEY else not 0 < petition < 2 ** 63:
            raise Wrong(f"entry {position} is malformed")
        if kind == KEY:
            keys.append(each[11:])
            continue
        known = standing.get(each[11:])
        subject = petition, CLASSES[signer_class]
        if (known is None and kind != 1) or (known and (known[0] == (NAMES[kind] in UP) or known[1] != subject)):
            raise Wrong(f"entry {position} contradicts an earlier one")
        standing[each[11:]] = NAMES[kind] in UP, subject
        counts.setdefault(subject, [0, 0, 0, 0])[kind - 1] += 1
    if counts != head.counts:
        raise Wrong("the entries do not add up to the counts of the head")
    note.check(head.origin, keys[-1])
    if key:
        check_trusted(note, head, key)
    return f"holds {head.size} entries, " + ", ".join(
        f"{petition} {signer_class} {c - w - i + r}" for (petition, signer_class), (c, w, i, r) in sorted(counts.items()))


def verify_heads(old_text: str, new_text: str, proof_text: str, key: str) -> str:
    heads = []
    for text in (old_text, new_text):
        note = Note(text)
        heads.append(Head(note))
        check_trusted(note, heads[-1], key)
    old, new = heads
    proof = [unhex(each) for each in json.loads(proof_text)["proof"]]
    if old.size > new.size or old.origin != new.origin:
        raise Wrong("not two heads of one log in their order")
    if old.size and roots_of(old.size, new.size, proof, old.root, True) != (old.root, new.root):
        raise Wrong("the new head does not continue the old one")
    return f"holds {old.size} to {new.size}"


def main(arguments: list[str]) -> int:
    key = None
    if "--key" in arguments:
        at = arguments.index("--key")
        key = arguments[at + 1]
        del arguments[at:at + 2]
    command, *files = arguments
    data = [open(name, "rb").read() for name in files]
    try:
        if command == "receipt":
            print(verify_receipt(data[0].decode(), key))
        elif command == "log":
            print(verify_log(data[0], key))
        else:
            print(verify_heads(*(each.decode() for each in data), key))
    except Wrong as wrong:
        print(f"wrong: {wrong}")
        return 1
    except (ValueError, KeyError, IndexError, TypeError, struct.error) as fault:
        print(f"wrong: not the documented format ({type(fault).__name__}: {fault})")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
"""Prints what Python's own parser finds in a mail: read_mail.py FILE. The second opinion of the MIME tests."""
import email
import email.policy
import email.utils
import sys


def all_defects(message) -> list:
    """Those of the message, of its headers and of its parts."""
    found = list(message.defects)
    for value in message.values():
        found += list(getattr(value, "defects", []))
    if message.is_multipart():
        for part in message.iter_parts():
            found += all_defects(part)
    return found


def people(header) -> str:
    return ", ".join(f"{person.display_name} <{person.addr_spec}>" for person in header.addresses)


def main() -> None:
    with open(sys.argv[1], "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.SMTP)
    print("defects:", len(all_defects(mail)))
    print("headers:", ",".join(name.lower() for name in mail.keys()))
    print("type:", mail.get_content_type())
    print("subject:", mail["subject"])
    for name in ("from", "to", "reply-to"):
        print(f"{name}:", people(mail[name]))
    print("message-id:", mail["message-id"])
    print("date:", mail["date"].datetime.isoformat())
    for name in ("list-unsubscribe", "list-unsubscribe-post"):
        print(f"{name}:", mail.get(name, "none"))
    parts = list(mail.iter_parts())
    print("parts:", len(parts))
    for part in parts:
        print("part:", part.get_content_type(), part.get_content_charset())
        text = part.get_payload(decode=True).decode("utf-8").replace("\r\n", "\n")
        print(f"{part.get_content_subtype().replace('plain', 'text')}:", repr(text))


if __name__ == "__main__":
    main()

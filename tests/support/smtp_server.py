#!/usr/bin/env python3
"""A mail server for tests that answers as it is told.

smtp_server.py FOLDER [--starttls] [--auth] [--no-pipelining] [--size N]

Listens on a free port of 127.0.0.1 and prints it as its first line; ends when its standard input is closed. Every mail
it takes is a file in FOLDER (0001.eml, ... with the envelope in X-Sender, X-Recipient). With --starttls, FOLDER holds
server.pem (key and certificate); --auth takes the name "campaign" and the password "secret word", and only those.

The local part of a recipient tells the answer: refused@ 550, later@ 451, content@ 554 after the data, full@ 452 after
the data, drop@ takes the mail and closes without an answer, closing@ 421 after the data, silent@ answers
nothing at all. The sender blocked@ gets 530. At grey.example every recipient is told to come again once (450), at
storm.example always (451).
"""
import argparse
import asyncio
import base64
import os
import pathlib
import re
import ssl
import sys

arguments = argparse.Namespace()
taken = 0
connections = 0
seen = set()  # recipients of grey.example


def keep(name: str, mail: bytes) -> None:
    """Whoever looks into the folder finds whole mails only."""
    folder = pathlib.Path(arguments.folder)
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    unfinished.write_bytes(mail)
    unfinished.rename(folder / name)


class Session:
    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer
        self.sender = self.recipient = None
        self.signed_in = False
        self.encrypted = False

    async def run(self) -> None:
        self.reply("220 test ESMTP")
        while line := await self.reader.readline():
            text = line.decode().rstrip("\r\n")
            command, _, rest = text.partition(" ")
            action = getattr(self, "do_" + command.lower(), None)
            if action is None:
                self.reply("500 5.5.2 What?")
            elif await action(rest) == "end":
                break
            await self.writer.drain()
        self.writer.close()

    def reply(self, text: str) -> None:
        self.writer.write(text.encode() + b"\r\n")

    async def do_ehlo(self, _):
        lines = ["test", "8BITMIME", "SMTPUTF8"]
        if not arguments.no_pipelining:
            lines.append("PIPELINING")
        if arguments.size:
            lines.append(f"SIZE {arguments.size}")
        if arguments.starttls and not self.encrypted:
            lines.append("STARTTLS")
        if arguments.auth:
            lines.append(f"AUTH {arguments.auth}")
        for line in lines[:-1]:
            self.reply(f"250-{line}")
        self.reply(f"250 {lines[-1]}")

    async def do_starttls(self, _):
        self.reply("220 2.0.0 Go on")
        await self.writer.drain()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pathlib.Path(arguments.folder) / "server.pem")
        await self.writer.start_tls(context)
        self.encrypted = True

    async def do_auth(self, rest):
        kind, _, first = rest.partition(" ")
        if kind == "PLAIN":
            credentials = base64.b64decode(first).split(b"\0")[1:]
        else:
            credentials = []
            for question in ("Username:", "Password:"):
                self.reply("334 " + base64.b64encode(question.encode()).decode())
                credentials.append(base64.b64decode(await self.reader.readline()))
        self.signed_in = credentials == [b"campaign", b"secret word"]
        self.reply("235 2.7.0 Welcome" if self.signed_in else "535 5.7.8 Wrong name or password")

    async def do_mail(self, rest):
        if arguments.auth and not self.signed_in:
            return self.reply("530 5.7.0 Authentication required")
        if self.sender is not None:
            return self.reply("503 5.5.1 Nested MAIL")
        sender = re.match(r"FROM:<(.*?)>", rest)[1]
        if sender.startswith("blocked@"):
            return self.reply("530 5.7.1 Not you")
        self.sender = sender
        self.reply("250 2.1.0 Ok")

    async def do_rcpt(self, rest):
        if self.sender is None:
            return self.reply("503 5.5.1 MAIL first")
        recipient = re.match(r"TO:<(.*?)>", rest)[1]
        if recipient.startswith("refused@"):
            return self.reply("550-5.1.1 Nobody here\r\n550 5.1.1 by that name")
        if recipient.startswith("later@"):
            return self.reply("451 4.7.1 Try again later")
        if recipient.endswith("@storm.example"):
            return self.reply("451 4.7.0 Too much mail from you")
        if recipient.endswith("@grey.example") and recipient not in seen:
            seen.add(recipient)
            return self.reply("450 4.2.0 Greylisted, come again")
        self.recipient = recipient
        self.reply("250 2.1.5 Ok")

    async def do_data(self, _):
        if self.recipient is None:
            return self.reply("554 5.5.1 No valid recipients")
        self.reply("354 Go on")
        await self.writer.drain()
        lines = []
        while (line := await self.reader.readline()) != b".\r\n":
            if line == b"":
                return "end"  # broken off in the middle: no server takes such a mail
            lines.append(line[1:] if line.startswith(b".") else line)
        return await self.answer_data(b"".join(lines))

    async def answer_data(self, mail: bytes):
        recipient, sender = self.recipient, self.sender
        self.sender = self.recipient = None
        word = recipient.partition("@")[0]
        if word == "silent":
            await asyncio.sleep(3600)
        if word == "closing":
            self.reply("421 4.3.2 Closing")
            return "end"
        answers = {"content": "554 5.6.0 Not this text", "full": "452 4.3.1 Disk full"}
        if word in answers:
            return self.reply(answers[word])
        global taken
        taken += 1
        head = f"X-Sender: {sender}\r\nX-Recipient: {recipient}\r\nX-Connection: {connections}\r\n".encode()
        keep(f"{taken:04}.eml", head + mail)
        if word == "drop":
            return "end"
        self.reply("250 2.0.0 Taken")

    async def do_rset(self, _):
        self.sender = self.recipient = None
        self.reply("250 2.0.0 Ok")

    async def do_noop(self, _):
        self.reply("250 2.0.0 Ok")

    async def do_quit(self, _):
        self.reply("221 2.0.0 Bye")
        return "end"


async def serve(reader, writer) -> None:
    global connections
    connections += 1
    try:
        await Session(reader, writer).run()
    except (ConnectionError, ssl.SSLError, asyncio.IncompleteReadError):
        pass


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--starttls", action="store_true")
    parser.add_argument("--auth", nargs="?", const="PLAIN LOGIN", default="")
    parser.add_argument("--no-pipelining", action="store_true")
    parser.add_argument("--size", type=int, default=0)
    arguments = parser.parse_args()
    try:
        asyncio.run(main())
    finally:
        os._exit(0)  # connections that still wait are left behind

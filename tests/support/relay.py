"""Relays to send mails to, on loopback: one that does what the recipient's address says, and keeps what it takes."""
import contextlib
import re
import socket
import socketserver
import threading

ID = re.compile(rb"^Message-ID: <([^>]*)>", re.M)


class Relay(socketserver.ThreadingTCPServer):
    """Understands SMTP as far as a sender needs it. A recipient `STAGE-CODE@…` is answered CODE at that stage (mail, rcpt,
    data, end); `close-STAGE@…` and `stall-STAGE@…` end the connection, or the conversation, there. STAGE may also be `half`:
    in the middle of the text."""
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, greeting="220 relay.example", most=None, hello=("relay.example", "SIZE 10000000", "8BITMIME"), first=None):
        self.greeting, self.hello, self.most, self.first = greeting, hello, most, first
        self.taken, self.connections, self.commands, self.open = [], 0, [], set()
        self.lock = threading.Lock()
        self.over = threading.Event()
        super().__init__(("127.0.0.1", 0), Conversation)
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]

    def handle_error(self, request, client_address):
        pass

    def hold(self):
        self.over.wait(60)

    def stop(self):
        self.over.set()
        self.shutdown()
        self.server_close()
        with self.lock:
            for each in self.open:
                with contextlib.suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    @property
    def ids(self):
        """Message-IDs of what was taken, in order."""
        return [ID.search(text)[1].decode() for _, text in self.taken]

    @property
    def recipients(self):
        return [to for to, _ in self.taken]


class Closed(Exception):
    """The relay ends the connection."""


class Conversation(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def meet(self, stage):
        """What the recipient's address asks for at this stage; whether it was answered."""
        name = self.to.split("@")[0].split("+")[0]
        verb, _, what = name.partition("-")
        if verb == stage and what.isdigit():
            self.say(f"{what}-{what[0]}.0.0 as the address\r\n{what} {what[0]}.0.0 asks")
            if what == "421":
                raise Closed
            return True
        if verb == "close" and what == stage:
            raise Closed
        if verb == "stall" and what == stage:
            self.server.hold()
            raise Closed
        return False

    def handle(self):
        relay, self.to = self.server, ""
        with relay.lock:
            relay.connections += 1
            relay.open.add(self.connection)
            is_too_many = relay.most is not None and len(relay.open) > relay.most
        try:
            if is_too_many or not relay.greeting.startswith("220"):
                return self.say("421 too many connections" if is_too_many else relay.greeting)
            self.say(relay.greeting)
            self.converse()
        except (Closed, OSError, ValueError):
            pass
        finally:
            with relay.lock:
                relay.open.discard(self.connection)

    def converse(self):
        relay, mails = self.server, 0
        while line := self.rfile.readline():
            command = line.decode("utf-8", "replace").rstrip("\r\n")
            relay.commands.append(command)
            verb = command.split(" ")[0].upper()
            if verb == "EHLO":
                for number, each in enumerate(relay.hello):
                    self.say(f"250{'-' if number + 1 < len(relay.hello) else ' '}{each}")
            elif verb == "MAIL":
                self.sender = command
                if relay.first is not None and mails >= relay.first:  # it has had enough of this connection
                    self.say("421 enough of this connection")
                    return
                # The recipient is not known yet: answers to MAIL are asked for by the whole conversation.
                if relay.hello[0].startswith("mail-"):
                    self.say(relay.hello[0].removeprefix("mail-") + " no")
                else:
                    self.say("250 ok")
            elif verb == "RCPT":
                self.to = command.split("<", 1)[1].split(">")[0]
                if not self.meet("rcpt"):
                    self.say("250 ok")
            elif verb == "DATA":
                if self.meet("data"):
                    continue
                self.say("354 go on")
                self.take()
                mails += 1
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok" if verb in ("RSET", "NOOP", "HELO") else "502 no")

    def take(self):
        text, is_long = bytearray(), False
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                raise Closed
            text += line[1:] if line.startswith(b".") else line
            if not is_long and len(text) > 1000:
                is_long = True
                self.meet("half")
        if self.meet("end"):
            return
        with self.server.lock:
            self.server.taken.append((self.to, bytes(text)))
        self.meet("taken")  # and the answer is lost
        self.say("250 2.0.0 ok: queued as 4AF")

"""Relays behind TLS and a login: certificates are verified, secrets go nowhere else."""
import base64
import logging
import os
import socket
import ssl
import subprocess
import unittest

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from tests.support.outbox import Outbox
from tests.support.portal import new_folder


logging.getLogger("mail.log").setLevel(logging.CRITICAL)


def certificate():
    """A key and a certificate of relay 127.0.0.1, which vouches for itself."""
    folder = new_folder("certificate")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
                    "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "certificate.pem"], check=True,
                   capture_output=True)
    return folder


class Keeper:
    """Takes every mail; knows one user."""

    def __init__(self):
        self.taken, self.logins = [], []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("close"):
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        self.taken.append((session.ssl is not None, session.auth_data, envelope))
        return "250 2.0.0 ok"

    def login(self, server, session, envelope, mechanism, data):
        self.logins.append(mechanism)
        good = (data.login, data.password) == (b"portail", "sésame".encode())
        return AuthResult(success=good, auth_data=data.login.decode() if good else None)


class Bearer(SMTP):
    """A relay that takes tokens."""
    seen = []

    async def auth_XOAUTH2(self, server, args):
        said = base64.b64decode(args[1]) if len(args) > 1 else await self.challenge_auth("")
        self.seen.append(said)
        good = said == b"user=portail\x01auth=Bearer jeton-1\x01\x01"
        return AuthResult(success=good, auth_data="portail" if good else None)


class Relay(Controller):
    """`security`: starttls, tls or none."""

    def __init__(self, keeper, security, folder, kind=SMTP, **options):
        self.security, self.kind = security, kind
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
        self.options = {"hostname": "relay.example", "authenticator": keeper.login, "auth_require_tls": security == "starttls", **options}
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        super().__init__(keeper, hostname="127.0.0.1", port=port, ready_timeout=30, ssl_context=self.context if security == "tls" else None)

    def factory(self):
        tls = {"tls_context": self.context, "require_starttls": True} if self.security == "starttls" else {}
        return self.kind(self.handler, **tls, **self.options)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()


class Secure(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = certificate()

    def outbox(self, relay, mails=3, **keys):
        keys = {"security": relay.security, "certificates": self.folder / "certificate.pem", **keys}
        return Outbox().to(relay.port, **keys).queue(f"p{number}@a.example" for number in range(mails))

    def test_encrypted_and_logged_in(self):
        for security in ("starttls", "tls"):
            for way in ({}, {"authentication": "plain"}, {"authentication": "login"}):
                keeper = Keeper()
                with self.subTest(security=security, **way), Relay(keeper, security, self.folder) as relay:
                    code, tally, said = self.outbox(relay, user="portail", password="sésame", **way).send()
                    self.assertEqual((code, tally["accepted"]), (0, 3), said)
                    self.assertEqual({who for _, who, _ in keeper.taken}, {"portail"})
                    # Where the first octet is encrypted, the relay understands nothing else.
                    self.assertTrue(security == "tls" or all(encrypted for encrypted, _, _ in keeper.taken))
                    self.assertEqual({each.lower() for each in keeper.logins}, {way.get("authentication", "plain")})

    def test_a_wrong_password_refuses_no_mail(self):
        keeper = Keeper()
        with Relay(keeper, "starttls", self.folder) as relay:
            outbox = self.outbox(relay, user="portail", password="autre-mot")
            code, tally, said = outbox.send()
            self.assertEqual((code, tally["left"], tally["trouble"]), (75, 3, True))
            self.assertEqual(keeper.taken, [])
            self.assertNotIn("autre-mot", said + str(outbox.run("list")))
            self.assertNotIn(b"autre-mot", (outbox.folder / ".cenacle/ledger.db").read_bytes())

    def test_a_relay_that_closes_under_encryption(self):
        for security in ("starttls", "tls"):
            keeper = Keeper()
            with self.subTest(security=security), Relay(keeper, security, self.folder, auth_required=False) as relay:
                outbox = self.outbox(relay, mails=0).queue([f"{name}{number}@a.example" for number in range(10) for name in ("close", "anne")])
                code, tally, said = outbox.send()
                self.assertEqual((code, tally["accepted"], tally["deferred"]), (75, 10, 10), said)

    def test_a_token(self):
        with Relay(Keeper(), "tls", self.folder, kind=Bearer, auth_exclude_mechanism=["PLAIN", "LOGIN"]) as relay:
            code, tally, said = self.outbox(relay, user="portail", token="jeton-1").send()
            self.assertEqual((code, tally["accepted"]), (0, 3), said)

    def test_a_certificate_that_nobody_trusts(self):
        for security in ("starttls", "tls"):
            keeper = Keeper()
            with self.subTest(security=security), Relay(keeper, security, self.folder) as relay:
                outbox = self.outbox(relay, user="portail", password="sésame")
                del outbox.environment["CENACLE_SMTP_CERTIFICATES"]
                code, tally, said = outbox.send()
                self.assertEqual((code, tally["left"], tally["trouble"]), (75, 3, True))
                self.assertIn("certificate", said)
                self.assertEqual((keeper.taken, keeper.logins), ([], []))

    def test_a_certificate_of_another_name(self):
        keeper = Keeper()
        with Relay(keeper, "tls", self.folder) as relay:
            code, tally, said = self.outbox(relay, host="localhost", user="portail", password="sésame").send()
            self.assertEqual((code, keeper.logins, tally["left"]), (75, [], 3), said)

    def test_a_relay_that_offers_no_encryption_gets_nothing(self):
        keeper = Keeper()
        with Relay(keeper, "none", self.folder) as relay:
            code, tally, said = self.outbox(relay, security="starttls", user="portail", password="sésame").send()
            self.assertEqual((code, tally["left"]), (75, 3), said)
            self.assertEqual((keeper.taken, keeper.logins), ([], []))

    def test_settings_in_the_file(self):
        keeper = Keeper()
        with Relay(keeper, "starttls", self.folder) as relay:
            outbox = Outbox().queue(["anne@a.example"])
            settings = outbox.folder / ".cenacle/mail.toml"
            settings.write_text(f'[smtp]\nhost = "127.0.0.1"\nport = {relay.port}\nuser = "portail"\npassword = "sésame"\n'
                                f'certificates = "{self.folder / "certificate.pem"}"\n')
            os.chmod(settings, 0o644)
            refused = outbox.run("send")
            self.assertEqual((refused.code, keeper.taken), (1, []))
            self.assertIn("chmod 600", refused.err)
            self.assertNotIn("sésame", refused.err)
            os.chmod(settings, 0o600)
            self.assertEqual(outbox.send()[0], 0)


if __name__ == "__main__":
    unittest.main()

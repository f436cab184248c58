// Sends mails with a pool of npm's nodemailer, as tests/bench/outbox measures it.
// usage: node nodemail.mjs PORT CONNECTIONS MAILS OCTETS     from a folder where nodemailer is installed
import { createRequire } from "node:module";

const { createTransport } = createRequire(process.cwd() + "/")("nodemailer");
const [port, connections, mails, octets] = process.argv.slice(2).map(Number);
const transport = createTransport({ host: "127.0.0.1", port, pool: true, maxConnections: connections, maxMessages: Infinity, ignoreTLS: true });
const line = "Vous êtes conviés à la séance du mois, à la mairie.\n";
const text = line.repeat(Math.ceil(octets / Buffer.byteLength(line)));

let next = 0;
async function work() {
  for (let number; (number = next++) < mails; )
    await transport.sendMail({ from: "portail@net.example", to: `p${number}@a.example`, subject: `Convocation ${number}`, text, textEncoding: "8bit" });
}
await Promise.all(Array.from({ length: connections * 2 }, work));
transport.close();

// Reads mails as other people's programs do: mailparser, ical.js, and what caniemail knows of mail clients. Prints what is
// wrong, one line each, then a count.
//
//   node read.mjs FOLDER
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import ICAL from "ical.js";
import { caniemail } from "caniemail";

const clients = ["gmail.*", "outlook.windows", "outlook.outlook-com", "apple-mail.*", "thunderbird.*"];
const folder = process.argv[2];
let wrong = 0;
const say = (file, what) => {
  wrong++;
  console.log(`${file}: ${what}`);
};

function calendar(file, text, recipient) {
  const method = new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue("method");
  for (const event of new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent")) {
    const attendees = event.getAllProperties("attendee").map((it) => it.getFirstValue().toLowerCase());
    if (attendees.length !== 1 || attendees[0] !== `mailto:${recipient}`) say(file, `attendees are ${attendees}`);
    if (!new ICAL.Event(event).uid) say(file, "no UID");
  }
  return method;
}

const seen = new Map();
const files = readdirSync(folder).filter((it) => it.endsWith(".eml"));
for (const file of files) {
  const bytes = readFileSync(join(folder, file));
  const mail = await simpleParser(bytes, { skipImageLinks: true });
  const recipient = mail.to?.value?.[0]?.address?.toLowerCase();
  if (mail.to?.value?.length !== 1 || !recipient) say(file, `To is ${mail.to?.text}`);
  if (mail.cc || mail.bcc) say(file, "there are other recipients");
  if (mail.from?.value?.length !== 1) say(file, `From is ${mail.from?.text}`);
  if (!mail.subject || !mail.text || !mail.html || !mail.messageId || !mail.date) say(file, "a part of it is missing");
  if (Buffer.byteLength(mail.html) > 60_000) say(file, `its HTML is ${Buffer.byteLength(mail.html)} octets`);
  for (const it of mail.attachments)
    if (it.contentType === "text/calendar" || it.contentType === "application/ics") {
      const method = calendar(file, it.content.toString("utf8"), recipient);
      if (it.contentType === "text/calendar" && !/method=(\w+)/.exec(bytes.toString("latin1"))?.[1].includes(method))
        say(file, "the METHOD of the part is not that of the calendar");
    }
  const kind = file.split(".")[0];
  seen.set(kind, (seen.get(kind) ?? 0) + 1);
  if (seen.get(kind) > 3) continue;
  const found = caniemail({ clients, html: mail.html });
  for (const [client, issues] of found.issues.errors)
    for (const issue of issues) say(file, `${client} does not support ${issue.title}`);
}
console.log(`mails: ${files.length} read, ${wrong} wrong`);
process.exit(wrong === 0 && files.length > 0 ? 0 : 1);

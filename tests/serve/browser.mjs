// The preview in a real browser: a save shows itself, the page stays where it was scrolled to, mistakes come and go, and the
// preview's own pages are faultless to axe and fit a telephone, light and dark.
//
// usage: node tests/serve/browser.mjs PROGRAM [SCREENSHOTS]      $CENACLE_PROGRAM, when set, is taken for PROGRAM
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = resolve(process.env.CENACLE_PROGRAM || process.argv[2]);
const screenshots = process.argv[3];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FAQ = 'content/finances-locales/pages/faq.md';

const portal = mkdtempSync(join(tmpdir(), 'cenacle-serve-'));
for (const part of ['content', 'themes', 'workflows']) cpSync(join(root, part), join(portal, part), { recursive: true });
const good = readFileSync(join(portal, FAQ), 'utf8');
const save = (text) => {
  writeFileSync(join(portal, `${FAQ}~`), text);
  renameSync(join(portal, `${FAQ}~`), join(portal, FAQ));
};

const serve = spawn(program, ['-C', portal, '--now', '2026-09-15T09:00:00+02:00', '--format', 'json', 'serve', '--port', '0', '--all'],
  { stdio: ['ignore', 'pipe', 'inherit'] });
const ended = new Promise((done) => serve.once('exit', done));
const said = JSON.parse(await new Promise((done) => serve.stdout.once('data', (line) => done(String(line)))));
const faqUrl = `${said.address}finances-locales/pages/faq.html`;

async function lookAt(tab, url, name) {
  await tab.goto(url);
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 768, 1280]) {
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width, height: 900 });
      await tab.evaluate(axe);
      const violations = await tab.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations
        .map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`));
      assert.deepEqual(violations, [], `${name} ${width} px ${colorScheme}`);
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${name} overflows ${width} px`);
      if (screenshots) await tab.screenshot({ path: join(screenshots, `${name}-${width}-${colorScheme}.png`) });
    }
  }
}

const tests = {
  async 'a save shows itself, at the place that was scrolled to'(tab) {
    await tab.setViewportSize({ width: 1280, height: 500 });
    await tab.goto(faqUrl);
    await tab.evaluate(() => scrollTo(0, 300));
    save(`${good}\nEnregistré à l’instant.\n`);
    await tab.getByText('Enregistré à l’instant.').waitFor();
    await tab.waitForFunction(() => scrollY === 300);
  },
  async 'a second save shows itself too'(tab) {
    await tab.goto(faqUrl);
    for (const number of [1, 2, 3]) {
      save(`${good}\nEnregistrement numéro ${number}.\n`);
      await tab.getByText(`Enregistrement numéro ${number}.`).waitFor();
    }
  },
  async 'a mistake is shown above the page, and goes when it is mended'(tab) {
    await tab.goto(faqUrl);
    const title = await tab.locator('h1').innerText();
    save(good.replace('title = ', 'titel = '));
    await tab.getByRole('alert').getByText('[unknown-key]').waitFor();
    assert.equal(await tab.locator('h1').innerText(), title);
    save(good);
    await tab.getByRole('alert').waitFor({ state: 'detached' });
  },
  async 'a page that is not there comes when it is written'(tab) {
    await tab.goto(`${said.address}pages/neuve.html`);
    writeFileSync(join(portal, 'content/pages/neuve.md'), '+++\ntitle = "Page toute neuve"\n+++\nTexte.\n');
    await tab.getByRole('heading', { name: 'Page toute neuve' }).waitFor();
    rmSync(join(portal, 'content/pages/neuve.md'));
    await tab.getByRole('heading', { name: 'Page toute neuve' }).waitFor({ state: 'detached' });
  },
  async 'links between trees stay in the preview'(tab) {
    await tab.goto(said.panel);
    const spaces = await tab.locator('a[href^="/_cenacle/spaces/"]').all();
    assert.ok(spaces.length > 3);
    await spaces[0].click();
    await tab.locator('.reserved').waitFor();
    await tab.locator('a.brand').click();
    assert.ok(tab.url().startsWith(said.address), tab.url());
  },
  async 'the browser refuses nothing of what a page holds'(tab) {
    const complaints = [];
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(String(error)));
    // What the next page cuts short (the stream of events, an icon) is not refused.
    tab.on('requestfailed', (request) => request.failure().errorText === 'net::ERR_ABORTED' || complaints.push(request.url()));
    for (const path of ['', 'finances-locales/', 'finances-locales/pages/faq.html', '_cenacle/']) await tab.goto(said.address + path, { waitUntil: 'load' });
    assert.deepEqual(complaints, []);
  },
  async 'the panel'(tab) {
    await lookAt(tab, said.panel, 'panel');
  },
  async 'mistakes, above a page and on the panel'(tab) {
    save(good.replace('title = ', 'titel = '));
    await tab.goto(faqUrl);
    await tab.getByRole('alert').waitFor();
    await lookAt(tab, faqUrl, 'overlay');
    await lookAt(tab, said.panel, 'panel-mistakes');
  },
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  save(good);
  const context = await browser.newContext();
  try {
    await test(await context.newPage());
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}: ${error.stack}`);
  }
  await context.close();
}
await browser.close();
serve.kill('SIGTERM');
const code = await ended;
if (code !== 0) console.log(`FAILED serve ended with ${code}`);
rmSync(portal, { recursive: true });
failed += code === 0 ? 0 : 1;
console.log(`serve/browser: ${Object.keys(tests).length + 1 - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

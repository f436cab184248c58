// Looks at the built pages as readers do, in a real browser: axe finds no fault, nothing overflows a telephone, nothing is fetched
// from outside, and the programme of the year and the grid of a month print on one sheet.
//
// usage: node tests/site/browser.mjs PORTAL [--kinds | --all]
//        --kinds (default): the heaviest page of each kind, as <body data-kind="…"> says it; --all, or CENACLE_LONG=1: every page of every tree
import { readFileSync, readdirSync, existsSync, statSync, mkdtempSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join, relative, resolve, extname } from 'node:path';
import { chromium } from 'playwright-core';

const WIDTHS = [360, 768, 1280];
const SCHEMES = ['light', 'dark'];
const NARROW = 360;
const ONE_SHEET = new Set(['month', 'programme']); // kinds that print on one A4
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.jpg': 'image/jpeg', '.webp': 'image/webp', '.ico': 'image/x-icon', '.xml': 'application/xml', '.js': 'text/javascript' };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// A tree is a folder and its address on the web; the longest address that fits is the tree of a page.
function treesOf(portal) {
  const settings = readFileSync(join(portal, 'content/portal.toml'), 'utf8');
  const setting = (key) => settings.match(new RegExp(`^${key}\\s*=\\s*"([^"]*)"`, 'm'))?.[1];
  const base = setting('base_url');
  const spaces = setting('spaces_url') ?? `${base}espaces/`;
  const folder = join(portal, 'output/spaces');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory()).sort() : [];
  return [{ folder: join(portal, 'output/site'), url: base },
    ...names.map((name) => ({ folder: join(folder, name), url: `${spaces}${name}/` }))];
}

function pagesOf(trees) {
  return trees.flatMap((tree) => readdirSync(tree.folder, { recursive: true })
    .filter((name) => name.endsWith('.html')).sort()
    .map((name) => {
      const file = join(tree.folder, name);
      const kind = readFileSync(file, 'utf8').match(/<body[^>]*\sdata-kind="([^"]*)"/)?.[1] ?? '';
      return { file, kind, bytes: statSync(file).size, url: tree.url + name };
    }));
}

function heaviestOfEachKind(pages) {
  const best = new Map();
  for (const page of pages) if (!(best.get(page.kind)?.bytes >= page.bytes)) best.set(page.kind, page);
  return [...best.values()];
}

const standing = (html) => html.toString('utf8').replace(/<meta http-equiv="refresh"[^>]*>/, '');

// Answers the browser's requests from disk: pages are seen under their real addresses, and whatever else is asked for is a fault.
async function answerFromDisk(context, trees, outside) {
  await context.route('**', (route) => {
    const url = route.request().url().split(/[?#]/)[0];
    const tree = trees.filter((one) => url.startsWith(one.url)).sort((a, b) => b.url.length - a.url.length)[0];
    const name = tree && (decodeURIComponent(url.slice(tree.url.length)) || 'index.html');
    const file = tree && join(tree.folder, name);
    if (file && existsSync(file) && statSync(file).isFile()) {
      const body = readFileSync(file);
      const contentType = TYPES[extname(file)] ?? 'application/octet-stream';
      // A former address leads away before it can be looked at.
      return route.fulfill({ status: 200, contentType, body: extname(file) === '.html' ? standing(body) : body });
    }
    outside.push(url);
    return route.abort();
  });
}

async function axeFaults(tab) {
  await tab.evaluate(axe);
  const violations = await tab.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations
    .map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`) })));
  return violations.map(({ id, help, nodes }) => `axe ${id}: ${help}; ${nodes.length} times, first ${nodes[0].replaceAll('\n', ' ')}`);
}

// What a reader opens: folded texts, and the menu of a telephone. Answers whether there was any.
async function openAll(tab) {
  return tab.evaluate(() => {
    const folded = [...document.querySelectorAll('details:not([open])')];
    for (const one of folded) one.open = one.dataset.openedToLook = true;
    const openers = [...document.querySelectorAll('[popovertarget]:not([popovertargetaction="hide"])')].filter((one) => one.checkVisibility());
    for (const one of openers) document.getElementById(one.getAttribute('popovertarget')).showPopover();
    return folded.length + openers.length > 0;
  });
}

async function closeAll(tab) {
  await tab.evaluate(() => {
    for (const one of document.querySelectorAll(':popover-open')) one.hidePopover();
    for (const one of document.querySelectorAll('details[data-opened-to-look]')) one.open = false;
  });
}

async function overflowFaults(tab) {
  return tab.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width + 1);
    const name = (one) => one.tagName.toLowerCase() + (one.className ? `.${one.className}` : '');
    return [`overflows ${width} px by ${document.documentElement.scrollWidth - width}: ${wide.slice(0, 3).map(name).join(', ')}`];
  });
}

async function sheetFaults(tab) {
  await tab.emulateMedia({ media: 'print', colorScheme: 'light' });
  const pdf = (await tab.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  await tab.emulateMedia({ media: 'screen' });
  const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return sheets === 1 ? [] : [`prints on ${sheets} sheets of A4, not one`];
}

// All the faults of one page, each said once with the ways of looking that show it.
async function faultsOf(tab, page, outside) {
  const seen = new Map();
  const say = (fault, where) => seen.set(fault, [...(seen.get(fault) ?? []), where]);
  outside.length = 0;
  await tab.goto(page.url);
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      const where = `${width} px ${colorScheme}`;
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width, height: 900 });
      for (const fault of await axeFaults(tab)) say(fault, where);
      if (width !== NARROW) continue;
      for (const fault of await overflowFaults(tab)) say(fault, where);
      if (!(await openAll(tab))) continue;
      for (const fault of [...await axeFaults(tab), ...await overflowFaults(tab)]) say(fault, `${where}, all open`);
      await closeAll(tab);
    }
  }
  if (ONE_SHEET.has(page.kind)) for (const fault of await sheetFaults(tab)) say(fault, 'print');
  for (const url of outside) say(`fetches ${url}, which is in no tree`, 'any width');
  if (!page.kind) say('<body> does not say its data-kind', 'any width');
  return [...seen].map(([fault, wheres]) => `${fault} (${wheres.join(', ')})`);
}

async function openBrowser(profile) {
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser'], { encoding: 'utf8' }).trim();
  return chromium.launchPersistentContext(profile, {
    executablePath, headless: true, bypassCSP: true, reducedMotion: 'reduce',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
  });
}

async function look(pages, trees) {
  const profile = mkdtempSync(join(tmpdir(), 'cenacle-browser-'));
  const context = await openBrowser(profile);
  const waiting = [...pages];
  const faults = new Map();
  const reader = async () => {
    const tab = await context.newPage();
    const outside = [];
    await answerFromDisk(tab, trees, outside);
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      faults.set(page, await faultsOf(tab, page, outside).catch((error) => [`could not be looked at: ${error.message}`]));
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(cpus().length, pages.length) }, reader));
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
  return faults;
}

const portal = resolve(process.argv[2]);
const trees = treesOf(portal);
const every = pagesOf(trees);
const all = process.argv.includes('--all') || process.env.CENACLE_LONG === '1';
const pages = all ? every : heaviestOfEachKind(every);
const faults = await look(pages, trees);
let failed = 0;
for (const page of pages) {
  const found = faults.get(page) ?? ['was not looked at'];
  if (found.length) failed += 1;
  for (const fault of found) console.log(`${relative(portal, page.file)} [${page.kind}]: ${fault}`);
}
console.log(`browser: ${pages.length - failed} passed, ${failed} failed`);
process.exitCode = failed || !pages.length ? 1 : 0;

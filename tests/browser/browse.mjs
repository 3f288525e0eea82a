// Looks at local HTML pages in a headless browser.
//
// Reads one JSON job on stdin, {modules, chrome, libraries, looks: [...]}, and
// writes a JSON array on stdout, one result for each look. browser.py is its
// only caller and names every field of a look.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LONGEST_TEXT = 120;

const job = JSON.parse(await text(process.stdin));
// The packages lie in .cache, where an import from this file would not look.
const require = createRequire(join(job.modules, 'any.js'));
const { chromium } = require('playwright-core');

const browser = await chromium.launch({
  executablePath: job.chrome,
  args: ['--disable-gpu', '--disable-quic', '--host-resolver-rules=MAP * ~NOTFOUND'],
  // For the browser alone: Node must keep the libraries that it was built for.
  env: job.libraries ? { ...process.env, LD_LIBRARY_PATH: job.libraries } : process.env,
});
try {
  const results = [];
  for (const look of job.looks) results.push(await lookAt(look));
  process.stdout.write(JSON.stringify(results));
} finally {
  await browser.close();
}

async function lookAt(look) {
  const context = await browser.newContext({
    offline: true,
    colorScheme: look.scheme,
    viewport: { width: look.width, height: look.height },
    deviceScaleFactor: look.scale,
  });
  try {
    return await examine(await context.newPage(), look);
  } finally {
    await context.close();
  }
}

async function examine(page, look) {
  const { requests, errors } = listen(page);
  const devtools = await page.context().newCDPSession(page);
  const scripts = (on) => devtools.send('Emulation.setScriptExecutionDisabled', { value: !on });
  await scripts(look.scripts);
  await page.goto(look.url, { waitUntil: 'load' });
  await scripts(true);
  const overflow = await page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
  const result = { title: await page.title(), overflow };
  result.texts = await textsOf(page, look.texts);
  result.styles = await stylesOf(page, look.styles);
  result.scrolled = await page.evaluate(widestScrolled);
  result.focus = await tabThrough(page, look.tabs);
  if (look.screenshot) await page.screenshot({ path: look.screenshot, fullPage: look.full_page });
  result.pdf_pages = look.pdf ? await print(page, look.pdf) : null;
  // Last, for axe scrolls the page and lays its own marks on it.
  result.axe = look.axe ? await runAxe(page) : null;
  return { ...result, requests, errors };
}

function listen(page) {
  const requests = [];
  const errors = [];
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) requests.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  // What a Content-Security-Policy stops is said on the console too.
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('dialog', (dialog) => {
    errors.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  return { requests, errors };
}

async function textsOf(page, selectors) {
  const found = {};
  for (const selector of selectors) {
    found[selector] = await page.$$eval(selector, (elements) =>
      elements.map((element) => (element.innerText ?? element.textContent).trim()));
  }
  return found;
}

async function stylesOf(page, properties) {
  const found = {};
  for (const property of properties) found[property] = await page.evaluate(distinct, property);
  return found;
}

// Of what holds text of its own, and of bars. A chart has a paper and a palette of its
// own, and letters that are sized with it.
function distinct(property) {
  const holdsText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const shown = [...document.body.querySelectorAll('*')].filter(
    (element) => (holdsText(element) || element.matches('svg, rect'))
      && !element.closest('.chart svg'));
  return [...new Set(shown.map((element) => getComputedStyle(element)[property]))].sort();
}

// Tables of values may scroll beside their drawing; nothing else does.
function widestScrolled() {
  const beyond = [...document.body.querySelectorAll('*:not(.chart *)')]
    .filter((element) => getComputedStyle(element).overflowX === 'auto')
    .map((element) => element.scrollWidth - element.clientWidth);
  return Math.max(0, ...beyond);
}

async function tabThrough(page, times) {
  const sequence = [];
  for (let pressed = 0; pressed < times; pressed += 1) {
    await page.keyboard.press('Tab');
    sequence.push(await page.evaluate(describeFocus, LONGEST_TEXT));
  }
  return sequence;
}

function describeFocus(longest) {
  const element = document.activeElement ?? document.body;
  const style = getComputedStyle(element);
  const name = element.getAttribute('aria-label') ?? element.innerText ?? element.textContent;
  return {
    tag: element.tagName.toLowerCase(),
    id: element.id,
    href: element.getAttribute('href') ?? '',
    text: name.trim().slice(0, longest),
    marked: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
  };
}

async function print(page, path) {
  const pdf = await page.pdf({ path, format: 'Letter', preferCSSPageSize: true, printBackground: true });
  // The browser leaves page objects uncompressed, so counting them will do.
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
}

async function runAxe(page) {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async (tags) => {
    const found = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    const brief = (rule) => ({
      id: rule.id,
      impact: rule.impact ?? '',
      help: rule.help,
      targets: rule.nodes.map((node) => node.target.join(' ')),
      html: rule.nodes.map((node) => node.html),
    });
    return {
      violations: found.violations.map(brief),
      incomplete: found.incomplete.map(brief),
      passed: found.passes.map((rule) => rule.id),
    };
  }, AXE_TAGS);
}

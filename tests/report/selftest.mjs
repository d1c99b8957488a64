/* A test that cannot fail is worthless: selftest.mjs [WORDS]
 *
 * page.html keeps every rule and must pass; spoilt in one place at a time, the rule that this breaks must say so. */
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { launch } from './browser.mjs';
import { judge } from './rules.mjs';

const good = fs.readFileSync(new URL('page.html', import.meta.url), 'utf8');

/* What is put in the place of what, the rules that look, and how their words begin. */
const SPOILT = [
  ["'SCRIPT'", "'SCRIPT' 'unsafe-inline' 'unsafe-hashes'", ['policy'], 'policy: script-src'],
  ["script-src 'SCRIPT'", "script-src 'unsafe-inline' *", ['blocks'], 'policy: an injected script ran'],
  ["default-src 'none'; ", '', ['policy'], 'policy: no default-src'],
  [/<meta http-equiv.*?>/, '', ['policy', 'blocks'], 'policy: no Content-Security-Policy'],
  ["'use strict';", "'use strict'; console.error('x');", ['complete'], 'console: x'],
  ["'use strict';", "'use strict'; setTimeout(() => nothing());", ['complete'], 'page error: '],
  ["'use strict';", "'use strict'; alert(1);", ['complete'], 'dialog: 1'],
  ["'use strict';", "'use strict'; window.__hit = 1;", ['complete'], 'script ran: '],
  [/<meta http-equiv.*?>/, '<link rel="stylesheet" href="http://example.invalid/a.css">', ['policy'], 'request: '],
  ['<main>', '<main><a href="http://example.invalid/">x</a>', ['policy'], 'links: '],
  ['<main>', '<main><p onclick="x()">x</p>', ['policy'], 'handlers: '],
  ['<main>', '<main><a href="#none">x</a>', ['structure'], 'links: #none'],
  ['<main>', '<main><p hidden class="late">x</p>', ['plain'], 'without scripts: hidden'],
  ['const table', "document.querySelector('h3').append(' more'); const table", ['plain', 'sameTexts'], 'without scripts: '],
  ['<main>', '<main><button>x</button>', ['plain'], 'without scripts: 1 controls'],
  ['<h3>Budget</h3>', '<h4>Budget</h4>', ['structure'], 'headings: h4'],
  ['<main>', '<main><h1>x</h1>', ['structure'], 'headings: 2 of h1'],
  [/<(\/?)main>/g, '<$1div>', ['structure'], 'landmarks: 0 of main'],
  [/<caption.*?<\/caption>/, '', ['structure'], 'tables: no caption'],
  ['<th scope="col">Name', '<th>Name', ['structure'], 'tables: a head without scope'],
  ['<th scope="row">Zoë</th>', '<td>Zoë</td>', ['structure'], 'tables: a row without th'],
  [' role="img"', '', ['structure'], 'svg: no role=img'],
  ['<title>Roles filled</title>', '', ['structure'], 'svg: no title'],
  [/<p class="question">.*?<\/p>/, '', ['structure'], 'question: '],
  [/h2 id="g-title">Groups/, 'h2 id="g-title">Teams', ['complete'], 'sections: no "Groups"'],
  ['const down =', 'const down = false &&', ['keyboard'], 'sort: '],
  ['at ? Number(row', 'at < 0 ? Number(row', ['keyboard'], 'sort: Hours: is not in order'],
  [': fold(row.cells[at].textContent)', ': row.cells[at].textContent', ['keyboard'], 'sort: Name: is not in order'],
  ["cell.setAttribute('aria-sort'", "cell.setAttribute('data-state'", ['keyboard'], 'sort: Name: aria-sort'],
  ["button.textContent = ", "button.tabIndex = -1; button.textContent = ", ['keyboard'], 'sort: Name: its button'],
  ['fold(box.value)', 'box.value', ['keyboard'], 'search: "'],
  ['item.hidden = !fold(', 'item.hidden = false && !fold(', ['keyboard'], 'filter: "'],
  ["createElement('output')", "createElement('span')", ['keyboard'], 'filter: nothing announces'],
  [/if \(event.key === 'Escape'\).*?\}/, 'event.preventDefault();', ['keyboard'], 'filter: '],
  ['const table', "document.addEventListener('keydown', e => { if (e.key === 'Tab' && document.activeElement.type === 'search') e.preventDefault(); }); const table", ['tabs'], 'tab order: '],
  ['<a href="#people">', '<a href="#people" tabindex="3">', ['tabs'], 'tab order: a tabindex'],
  ['outline: 3px solid currentColor', 'outline: none', ['tabs'], 'tab order: the focus'],
  ['--ink: #e7ebef', '--ink: #30363c', ['accessible'], 'axe: dark'],
  ['--ink: #1c2430', '--ink: #cccccc', ['accessible'], 'axe: light'],
  [' role="region" aria-labelledby="caption" tabindex="0"', '', ['fits'], 'scroll region: 390'],
  ['overflow-x: auto', 'overflow-x: visible', ['fits'], 'width: 390'],
  ['overflow-x: auto', 'overflow-x: hidden', ['fits'], 'width: 390: cut off'],
  ['overflow-wrap: anywhere', 'white-space: nowrap; overflow-x: hidden', ['fits'], 'width: 390'],
  ['>3 of 4</text>', `>${'3 of 4 '.repeat(9)}</text>`, ['fits'], 'svg text: '],
  ['nav, .tools { display: none; }', '', ['prints'], 'print: '],
  ['@media screen and', '@media', ['prints'], 'print: '],
];

const hash = text => `sha256-${crypto.createHash('sha256').update(text).digest('base64')}`;
const signed = html => html.replace("'STYLE'", () => `'${hash(html.match(/<style>([^]*?)<\/style>/)[1])}'`)
  .replace("'SCRIPT'", () => `'${hash(html.match(/<script>([^]*?)<\/script>/)[1])}'`);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cadre-page-'));
const browser = await launch();
let wrong = 0, next = 0;
const fail = words => { wrong++; console.log(`selftest: ${words}`); };

async function look(name, html, only) {
  const file = path.join(folder, `${name}.html`);
  fs.writeFileSync(file, signed(html));
  return judge(browser, { file, kind: 'school' }, only);
}

async function worker() {
  while (next < SPOILT.length) {
    const at = next++, [from, to, only, expected] = SPOILT[at], html = good.replace(from, to);
    if (html === good) { fail(`${from} is not in page.html`); continue; }
    const faults = await look(`spoilt-${at}`, html, only);
    if (!faults.some(fault => fault.startsWith(expected))) fail(`${from} -> ${to}: expected "${expected}", got ${JSON.stringify(faults)}`);
  }
}

const faults = await look('good', good);
if (faults.length) fail(`the good page: ${JSON.stringify(faults)}`);
await Promise.all([worker(), worker(), worker()]);
await browser.close();
fs.rmSync(folder, { recursive: true });
console.log(wrong ? `${wrong} wrong` : `the page that keeps the rules passes; each of ${SPOILT.length} ways to spoil it is found`);
process.exit(wrong ? 1 : 0);

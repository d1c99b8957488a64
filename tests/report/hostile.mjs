/* What people wrote is text and nothing else: hostile.mjs REPORT.html CASE
 *
 * Every name, site, position, field, group, kind, purpose, meeting time, role and skill in the sheets of the folder CASE is in
 * the page as text, skills also in its drawings; none has become an element, and none has run. Letters are compared without
 * regard to case, and without the marks that only say a direction of writing. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { launch, open } from './browser.mjs';

const [file, folder] = process.argv.slice(2);

/* The columns that must be found, of each sheet. */
const SHOWN = {
  'survey.csv': ['Name', 'Site', 'Position', 'Department'], 'plan/groups.csv': ['group', 'kind', 'purpose', 'meets'],
  'plan/roles.csv': ['role'], 'plan/needs.csv': ['skill'], 'plan/mix.csv': ['value'],
};
const HIDDEN = { 'survey.csv': ['Remarks'] };

function rowsOf(name) {
  const rows = [[]], text = fs.readFileSync(path.join(folder, name), 'utf8');
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  const [header, ...rest] = rows.filter(row => row.length > 1);
  return rest.map(row => Object.fromEntries(header.map((title, i) => [title, row[i]])));
}

const cells = columns => new Set(Object.entries(columns).flatMap(([sheet, titles]) =>
  rowsOf(sheet).flatMap(row => titles.map(title => row[title]))).filter(text => text && text !== 'each'));
const folded = text => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();

/* Elements that the texts would make. The report has these of its own. */
const OWN = new Set(['html', 'head', 'body', 'script', 'style', 'svg', 'title', 'p', 'a', 'h1', 'main', 'article']);

const shown = cells(SHOWN), faults = [];
const tags = [...shown].flatMap(text => [...text.matchAll(/<([a-z]+)/gi)].map(match => match[1].toLowerCase())).filter(tag => !OWN.has(tag));
if (shown.size < 40 || tags.length < 6) faults.push(`only ${shown.size} texts and ${tags.length} tags in the case`);

const browser = await launch();
for (const script of [false, true]) {
  const { page, seen, close } = await open(browser, file, { script, width: 390 });
  if (script) {
    for (const box of await page.$$('input[type=search]')) { /* typed by somebody, too */
      await box.fill('"><img src=x onerror=window.__hit=1><script>window.__hit=1</script>');
      await box.fill('');
    }
    for (const button of await page.$$('th button')) await button.evaluate(element => element.click());
  }
  const has = await page.evaluate(() => ({
    words: Array.from(document.body.children).filter(part => part.tagName !== 'SCRIPT').map(part => part.textContent).join('\n'),
    drawn: Array.from(document.querySelectorAll('svg title, svg desc, svg text')).map(part => part.textContent).join('\n'),
    title: document.title,
    elements: Array.from(new Set(Array.from(document.querySelectorAll('*')).map(part => part.localName))),
    hit: window.__hit,
  }));
  const words = folded(has.words), drawn = folded(has.drawn);
  for (const text of shown) if (!words.includes(folded(text))) faults.push(`is not in the page: ${text.slice(0, 80)}`);
  for (const text of cells({ 'plan/needs.csv': ['skill'] }))
    if (!drawn.includes(folded(text))) faults.push(`is in no drawing: ${text.slice(0, 80)}`);
  for (const text of cells(HIDDEN)) if (words.includes(folded(text))) faults.push(`is in the page: ${text}`);
  for (const tag of new Set(tags)) if (has.elements.includes(tag)) faults.push(`has become an element: ${tag}`);
  if (has.hit !== undefined) faults.push(`ran: ${has.hit}`);
  seen.forEach(([rule, what]) => faults.push(`${rule}: ${what}`));
  await close();
}
await browser.close();
console.log(`hostile ${file}: ${shown.size} texts, ${faults.length ? `${faults.length} faults` : 'each is text and runs nowhere'}`);
faults.slice(0, 20).forEach(fault => console.log(`  ${fault}`));
process.exit(faults.length ? 1 : 0);

/* What is asked of a report, and of a report of many sites' pages. */
import fs from 'node:fs';
import path from 'node:path';
import { open } from './browser.mjs';
import { keyboard, tabs } from './controls.mjs';
import { accessible, fits, prints } from './layout.mjs';
import { blocks, policy } from './policy.mjs';
import { plain, sameTexts, structure } from './still.mjs';

const SIZE_MOST = 2 * 1024 * 1024;

/* Headings of the second level that each kind of report has. */
const COMMON = ['At a glance', 'Shortages and repairs', 'Skills inventory', 'Balance', 'Links between groups', 'How this was decided'];
const SECTIONS = {
  school: [...COMMON, 'Groups', 'People'],
  shortages: [...COMMON, 'Groups', 'People'],
  comparison: ['At a glance'],
  sweep: ['At a glance', 'Gain and change', 'All points', 'How to read this'],
  mended: [...COMMON, 'What changes', 'Groups', 'People'],
  sites: [...COMMON, 'Sites'],
  page: [...COMMON, 'Groups', 'People'],
};
export const KINDS = Object.keys(SECTIONS);

async function complete(page, { file, kind }) {
  const faults = [], size = fs.statSync(file).size;
  if (size > SIZE_MOST) faults.push(['size', `${size} bytes; expected at most ${SIZE_MOST}`]);
  const has = await page.$$eval('h2', all => all.map(heading => heading.textContent.trim()));
  for (const title of SECTIONS[kind]) if (!has.includes(title)) faults.push(['sections', `no "${title}"`]);
  if (kind === 'shortages' && await page.locator('#shortages li').count() === 0) faults.push(['sections', 'no shortage is told']);
  return faults;
}

/* A page of its own each, side by side, and the rules there one after another. */
const VISITS = [
  [{ script: false }, { plain, plainStructure: structure }],
  [{}, { sameTexts, complete, structure, policy, fits, accessible, prints }],
  [{}, { tabs, keyboard, blocks }],
];
export const RULES = VISITS.flatMap(([, rules]) => Object.keys(rules));

async function visit(browser, report, options, rules) {
  const faults = [], { page, seen, close } = await open(browser, report.file, options);
  for (const [name, rule] of rules) {
    try {
      faults.push(...await rule(page, { ...report, seen }));
    } catch (error) {
      faults.push([name, String(error.stack ?? error).split('\n').slice(0, 3).join(' ')]);
    }
  }
  if (await page.evaluate(() => window.__hit !== undefined)) seen.push(['script ran', 'window.__hit is set']);
  await close();
  return [...faults, ...seen];
}

/* Every rule on the page, those of `only` alone where it is given; gives the faults' words. */
export async function judge(browser, report, only = RULES) {
  const notes = {}, about = { ...report, notes }, visits = [];
  for (const [options, rules] of VISITS) {
    const wanted = Object.entries(rules).filter(([name]) => only.includes(name));
    if (wanted.length) visits.push(visit(browser, about, options, wanted));
    about.seenPlain ??= visits[0];
  }
  const found = (await Promise.all(visits)).flat();
  return [...new Set(found.map(([rule, words]) => `${rule}: ${words}`))];
}

/* Pages of the same folder that the page links to. */
async function pagesOf(browser, file) {
  const { page, close } = await open(browser, file);
  const found = await page.$$eval('a[href]', links => links.map(link => link.getAttribute('href').split('#')[0]).filter(Boolean));
  await close();
  return [...new Set(found)].map(name => path.join(path.dirname(file), name)).filter(name => fs.existsSync(name));
}

/* A report of many sites: its index by all rules, the first and the last of its pages by most, the others' sizes. */
export async function judgeSites(browser, report) {
  const faults = await judge(browser, report), pages = await pagesOf(browser, report.file);
  if (!pages.length) faults.push('sites: the index leads to no page');
  for (const file of pages)
    if (fs.statSync(file).size > SIZE_MOST) faults.push(`size: ${file}: over ${SIZE_MOST}`);
  for (const file of new Set([pages[0], pages.at(-1)].filter(Boolean))) {
    const words = await judge(browser, { file, kind: 'page', quick: true }, RULES.filter(name => name !== 'tabs'));
    faults.push(...words.map(fault => `${path.basename(file)}: ${fault}`));
  }
  return faults;
}

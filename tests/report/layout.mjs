/* How the page looks: narrow and wide, light and dark, on paper, and by axe-core's rules. */
import { axeSource } from './browser.mjs';

export const NARROW = 390, WIDE = 1280;
const HEIGHT = 900;

async function violations(page) {
  await page.evaluate(`window.axe || (() => { ${axeSource} })()`);
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}): ${nodes[0].html.slice(0, 160)}`);
  });
}

export async function accessible(page, { quick }) {
  const faults = [];
  for (const [scheme, width] of quick ? [['light', WIDE], ['dark', NARROW]]
    : [['light', WIDE], ['dark', WIDE], ['dark', NARROW], ['light', NARROW]]) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: HEIGHT });
    (await violations(page)).forEach(words => faults.push(['axe', `${scheme}, ${width}: ${words}`]));
  }
  return faults;
}

/* In the page: what is wider than its place. */
function overflows() {
  const faults = [], root = document.documentElement, add = (rule, words) => faults.push([rule, words]);
  const name = element => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${element.textContent.trim().slice(0, 40)}"`;
  const sides = element => { const { left, right } = element.getBoundingClientRect(); return [left + scrollX, right + scrollX]; };
  const regions = new Set();
  if (root.scrollWidth > root.clientWidth) add('width', `the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    if (element.closest('svg') && element.tagName !== 'svg') continue;
    if (!element.checkVisibility() || style.position === 'absolute' && element.offsetWidth <= 1) continue;
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1 && style.overflowX !== 'visible' && !element.matches('input, select')) {
      if (style.overflowX === 'hidden' || style.overflowX === 'clip') add('width', `cut off: ${name(element)}`);
      else regions.add(element);
    }
  }
  for (const region of regions)
    if (region.tabIndex < 0 || !region.hasAttribute('tabindex') || !['region', 'group'].includes(region.getAttribute('role')) ||
        !(region.getAttribute('aria-label') || document.getElementById(region.getAttribute('aria-labelledby'))))
      add('scroll region', `scrolls but is no focusable region with a name: ${name(region)}`);
  for (const element of document.querySelectorAll('main *')) {
    if (element.closest('svg') !== null && element.tagName !== 'svg' || !element.checkVisibility()) continue;
    if ([...regions].some(region => region.contains(element)) || element.closest('.unseen')) continue;
    if (sides(element)[1] > root.clientWidth + 1) { add('width', `beyond the edge: ${name(element)}`); break; }
  }
  for (const text of document.querySelectorAll('svg text')) {
    const drawing = text.closest('svg');
    if (!drawing.checkVisibility()) continue;
    const [left, right] = sides(text), [from, to] = sides(drawing);
    if (left < from - 3 || right > to + 3) { add('svg text', `runs out of its drawing: "${text.textContent.slice(0, 60)}"`); break; }
  }
  for (const part of [root, document.body])
    if (['hidden', 'clip'].includes(getComputedStyle(part).overflowX)) add('width', `${part.tagName} hides what is too wide`);
  return faults;
}

export async function fits(page) {
  const faults = [];
  for (const width of [NARROW, WIDE]) {
    await page.setViewportSize({ width, height: HEIGHT });
    (await page.evaluate(overflows)).forEach(([rule, words]) => faults.push([rule, `${width}: ${words}`]));
  }
  return faults;
}

/* In the page, on paper. */
function paper() {
  const faults = [], root = document.documentElement;
  for (const control of document.querySelectorAll('input, select, textarea, output, nav'))
    if (control.checkVisibility({ visibilityProperty: true })) { faults.push(['print', `${control.tagName} is printed`]); break; }
  for (const cell of document.querySelectorAll('thead th'))
    if (!cell.checkVisibility() && cell.closest('table').checkVisibility()) { faults.push(['print', 'a table loses its head']); break; }
  const channels = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b, a = 1]) => a === 0 || r + g + b > 600;
  for (const part of [root, document.body])
    if (!light(channels(getComputedStyle(part).backgroundColor))) faults.push(['print', `${part.tagName} is dark on paper`]);
  for (const part of document.querySelectorAll('p, li, td, h1, h2'))
    if (channels(getComputedStyle(part).color).slice(0, 3).reduce((a, b) => a + b, 0) > 500) {
      faults.push(['print', `light text on paper: ${part.textContent.slice(0, 40)}`]);
      break;
    }
  if (root.scrollWidth > root.clientWidth) faults.push(['print', `${root.scrollWidth} wide on paper of ${root.clientWidth}`]);
  return faults;
}

/* Chromium writes the tree of pages and their boxes plainly. */
function sheets(pdf) {
  const text = pdf.toString('latin1');
  const count = Math.max(0, ...[...text.matchAll(/\/Type\s*\/Pages[^>]*?\/Count (\d+)/g)].map(match => Number(match[1])));
  const box = text.match(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/);
  return { count, width: Math.round(box?.[1] ?? 0), height: Math.round(box?.[2] ?? 0) };
}

/* A page in dark colours, printed. */
export async function prints(page) {
  const PAPER = 688; /* of A4, within its margins */
  const SCHOOL = 40; /* people and groups from which on their own parts are most of the page */
  await page.setViewportSize({ width: PAPER, height: HEIGHT });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const faults = await page.evaluate(paper);
  const told = await page.evaluate(() => document.querySelectorAll('.person, #groups .card').length);
  for (const [format, width, height] of [['A4', 595, 842], ['Letter', 612, 792]]) {
    const sheet = sheets(await page.pdf({ format, preferCSSPageSize: false }));
    if (sheet.count < 1) faults.push(['print', `${format}: no pages`]);
    if (told >= SCHOOL && sheet.count > 12 + told / 5) faults.push(['print', `${format}: ${sheet.count} sheets for ${told} people and groups`]);
    if (Math.abs(sheet.width - width) > 1 || Math.abs(sheet.height - height) > 1)
      faults.push(['print', `${format}: a sheet of ${sheet.width} x ${sheet.height}`]);
  }
  return faults;
}

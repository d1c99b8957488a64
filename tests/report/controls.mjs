/* What the script adds, used by keyboard alone: sorting, filtering, searching, and the way of Tab through the page. */
/* Helpers for the page, put there before anything is tried. */
function helpers() {
  const fold = text => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  const tabbable = () => Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]'))
    .filter(element => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }));
  const live = box => {
    const near = box.closest('label, div, form, nav')?.parentElement ?? document.body;
    return [box.closest('div') ?? near, near].flatMap(place => Array.from(place.querySelectorAll('output, [role=status], [aria-live]')))[0];
  };
  const table = box => document.getElementById(box.getAttribute('aria-controls') ?? '')?.closest('table, div')?.querySelector('table') ??
    document.getElementById(box.getAttribute('aria-controls') ?? '')?.closest('table') ??
    Array.from(document.querySelectorAll('table')).find(one => box.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  window.helpers = { fold, tabbable, live, table };
}

/* The focus on what Tab visits before `handle`. */
const beginBefore = handle => handle.evaluate(element => {
  const all = window.helpers.tabbable();
  all[Math.max(0, all.indexOf(element) - 1)].focus();
});

/* Press Tab until `handle` has the focus. */
async function tabTo(page, handle, most = 20) {
  for (let i = 0; i < most; i++) {
    if (await handle.evaluate(element => element === document.activeElement)) return true;
    await page.keyboard.press('Tab');
  }
  return false;
}

/* What a column of a table holds, as its rows stand: what a reader takes for its value, and which of the rows are seen. */
const column = (header, index) => header.evaluate((cell, at) => {
  const rows = Array.from(cell.closest('table').tBodies[0].rows);
  const values = rows.map(row => {
    const of = row.cells[at], text = of.textContent.trim().replace(/\s+/g, ' ');
    const given = of.dataset.value, figure = text.match(/^-?[\d,]+(\.\d+)?/)?.[0];
    return { text, given: given === undefined ? null : Number(given), figure: figure ? Number(figure.replace(/,/g, '')) : null };
  });
  return { sort: cell.getAttribute('aria-sort'), kind: cell.dataset.sort, values };
}, index);

const collator = new Intl.Collator('en', { sensitivity: 'base' });
const plain = text => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
const exact = new Intl.Collator('en');

function ordered({ kind, values }, down) {
  const pairs = values.slice(1).map((value, i) => down ? [value, values[i]] : [values[i], value]);
  const numbers = kind === 'number' || values.every(value => value.given !== null || value.figure !== null);
  if (numbers)
    return pairs.every(([a, b]) => (a.given ?? a.figure) <= (b.given ?? b.figure) && !(a.figure > b.figure));
  return pairs.every(([a, b]) => collator.compare(a.text, b.text) <= 0 || exact.compare(plain(a.text), plain(b.text)) <= 0);
}

const bag = values => values.map(({ text }) => text).sort().join('\n');

async function sortColumn(page, header, index, faults) {
  const name = (await header.textContent()).trim(), add = words => faults.push(['sort', `${name}: ${words}`]);
  const button = await header.$('button');
  const before = await column(header, index);
  if (!await tabTo(page, button)) return add('its button is not reached by Tab');
  for (const [key, state] of [['Enter', 'ascending'], ['Enter', 'descending'], ['Space', 'ascending']]) {
    await page.keyboard.press(key);
    const after = await column(header, index);
    if (after.sort !== state) add(`aria-sort is ${after.sort} after ${key}; expected ${state}`);
    if (bag(after.values) !== bag(before.values)) add('rows are lost');
    if (!ordered(after, state === 'descending')) add(`is not in order, ${state}`);
    if (!await button.evaluate(element => element === document.activeElement)) add('loses the focus');
  }
  const others = await header.evaluate(cell => Array.from(cell.parentNode.cells)
    .filter(other => other !== cell && ['ascending', 'descending'].includes(other.getAttribute('aria-sort'))).length);
  if (others) add('another column says that it is sorted too');
}

async function sorts(page, needs) {
  const faults = [];
  const tables = await page.$$('table:has(thead th button)');
  if (!tables.length && needs) faults.push(['sort', 'no table can be sorted']);
  for (const table of tables.slice(0, 4)) {
    await beginBefore(await table.$('thead button'));
    const headers = await table.$$('thead tr:last-child th');
    for (let i = 0; i < headers.length; i++) if (await headers[i].$('button')) await sortColumn(page, headers[i], i, faults);
  }
  return faults;
}

/* A field, the rows or entries that it narrows, and what it announces. */
const state = (box, search) => box.evaluate((input, whole) => {
  const { fold, live, table } = window.helpers;
  const items = whole ? Array.from(document.querySelectorAll('[data-search]')) : Array.from(table(input)?.tBodies[0].rows ?? []);
  const region = live(input);
  return { texts: items.map(item => fold(item.textContent)), seen: items.map(item => item.checkVisibility()), value: input.value,
    words: region?.textContent.trim() ?? '', region: !!region && (region.tagName === 'OUTPUT' || region.role === 'status' ||
      region.getAttribute('role') === 'status' || region.getAttribute('aria-live') === 'polite'),
    label: !!(input.labels?.length || input.getAttribute('aria-label')) };
}, search);

const tells = (words, n) => words.replace(/(\d),(\d)/g, '$1$2').split(/\D+/).includes(String(n)) || (n === 0 && /\bno(ne|thing)?\b/i.test(words));

async function narrow(page, box, search, faults) {
  const rule = search ? 'search' : 'filter', add = words => faults.push([rule, words]);
  const before = await state(box, search);
  if (!before.label) add('the field has no label');
  if (!before.region) add('nothing announces the count (output, role=status or aria-live)');
  if (!before.texts.length) return add('there is nothing to narrow');
  await beginBefore(box);
  if (!await tabTo(page, box)) return add('the field is not reached by Tab');

  const sample = before.texts[Math.floor(before.texts.length / 2)];
  const word = (sample.match(/[\p{L}\d]{3,}/u) ?? ['a'])[0];
  for (const typed of [word.slice(0, 12).toUpperCase(), 'zqxj']) {
    await page.keyboard.press('Control+A');
    await page.keyboard.type(typed);
    const after = await state(box, search), want = before.texts.map(text => text.includes(plain(typed)));
    const n = want.filter(Boolean).length;
    if (after.seen.some((seen, i) => seen !== want[i])) add(`"${typed}" leaves ${after.seen.filter(Boolean).length}; expected ${n}`);
    if (n < want.length && !tells(after.words, n)) add(`"${typed}" announces "${after.words}"; expected ${n}`);
  }
  await page.keyboard.press('Control+A');
  await page.keyboard.type(word.slice(0, 12));
  await page.keyboard.press('Escape');
  const cleared = await state(box, search);
  if (cleared.value || !cleared.seen.every(Boolean)) add('Escape does not show all again');
  await page.keyboard.type(word.slice(0, 12));
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  if (!(await state(box, search)).seen.every(Boolean)) add('an empty field does not show all again');
}

async function chooses(page, faults) {
  for (const select of (await page.$$('.tools select')).slice(0, 2)) {
    if (await select.evaluate(element => element.options.length) < 2) continue;
    await beginBefore(select);
    if (!await tabTo(page, select)) { faults.push(['filter', 'a choice is not reached by Tab']); continue; }
    await page.keyboard.press('ArrowDown');
    const [has, all] = await select.evaluate(element => {
      const option = element.selectedOptions[0].textContent, rows = Array.from(window.helpers.table(element).tBodies[0].rows);
      const seen = rows.filter(row => row.checkVisibility());
      return [element.selectedIndex === 1 && seen.length > 0 && seen.every(row => Array.from(row.cells).some(cell =>
        cell.textContent.trim() === option.trim() || !cell.textContent.trim())), seen.length === rows.length];
    });
    if (!has) faults.push(['filter', 'a choice by the arrow key leaves rows without it, or none']);
    await page.keyboard.press('ArrowUp');
    if (all) continue;
    if (!await select.evaluate(element => Array.from(window.helpers.table(element).tBodies[0].rows).every(row => row.checkVisibility())))
      faults.push(['filter', 'the choice of all does not show all again']);
  }
}

export async function keyboard(page, { kind }) {
  const needs = kind === 'school' || kind === 'shortages', kinds = [];
  await page.evaluate(helpers);
  const faults = await sorts(page, needs);
  for (const box of await page.$$('input[type=search], input[type=text]'))
    kinds.push([box, await box.evaluate(input => !!input.closest('[role=search], search'))]);
  if (needs && !kinds.some(([, search]) => search)) faults.push(['search', 'no field in a search landmark']);
  if (needs && !kinds.some(([, search]) => !search)) faults.push(['filter', 'no field filters a table']);
  for (const [box, search] of kinds.slice(0, 4)) await narrow(page, box, search, faults);
  await chooses(page, faults);
  return faults;
}

/* In the page, after each Tab. */
function focused() {
  const at = document.activeElement;
  if (!at || at === document.body) return { index: -1 };
  const { left, top, width, height } = at.getClientRects()[0] ?? at.getBoundingClientRect(), style = getComputedStyle(at);
  const x = left + Math.min(width, 12) / 2, y = top + Math.min(height, 12) / 2, above = document.elementFromPoint(x, y);
  return { index: window.order.indexOf(at), words: at.outerHTML.slice(0, 80),
    seen: width > 0 && height > 0 && x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight,
    covered: !!above && !at.contains(above) && !above.contains(at) ? above.outerHTML.slice(0, 60) : null,
    marked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== 'none' };
}

/* Tab visits everything once, in the page's order, seen and marked, and leaves; of a long page, its begin and its end. */
export async function tabs(page, { quick }) {
  const FIRST = quick ? 40 : 80, LAST = 15, faults = [], add = words => faults.push(['tab order', words]);
  await page.evaluate(helpers);
  const n = await page.evaluate(() => {
    window.order = window.helpers.tabbable();
    return window.order.length;
  });
  if (await page.evaluate(() => window.order.some(element => element.tabIndex > 0))) add('a tabindex over 0');
  const steps = async (from, most) => {
    for (let i = from; i < Math.min(n, from + most); i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(focused);
      if (at.index !== i) return add(`Tab ${i + 1} of ${n} reaches ${at.index < 0 ? 'nothing' : `${at.index + 1}: ${at.words}`}`);
      if (!at.seen) add(`not in sight: ${at.words}`);
      else if (at.covered) add(`${at.words} is covered by ${at.covered}`);
      if (!at.marked) add(`the focus is not to be seen on ${at.words}`);
    }
  };
  await steps(0, FIRST);
  if (n > FIRST) {
    const from = Math.max(FIRST, n - LAST);
    await page.evaluate(at => window.order[at - 1].focus(), from);
    await steps(from, LAST);
  }
  await page.keyboard.press('Tab');
  const end = await page.evaluate(focused);
  if (end.index > 0) add(`after the last Tab stays in the page: ${end.words}`);
  return faults.slice(0, 8);
}

/* The document as it stands: what a reader of the page or of its outline needs, with scripts and without. */
/* In the page. */
function outline() {
  const faults = [], add = (rule, words) => faults.push([rule, words]);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const words = element => (element?.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60);
  const named = element => (element.getAttribute('aria-label') ?? '').trim() ||
    (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map(id => words(document.getElementById(id))).join(' ').trim();

  if (!document.documentElement.lang) add('language', 'html has no lang');
  if (!document.title.trim()) add('title', 'no title');
  if (document.characterSet !== 'UTF-8') add('charset', document.characterSet);
  if (document.compatMode !== 'CSS1Compat') add('doctype', 'quirks mode');
  if (!document.querySelector('meta[name=viewport]')) add('viewport', 'no viewport');

  if (all('h1').length !== 1) add('headings', `${all('h1').length} of h1`);
  let before = 0;
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    const level = Number(heading.tagName[1]);
    if (level > before + 1) add('headings', `h${level} "${words(heading)}" after h${before}`);
    if (!words(heading)) add('headings', `an empty h${level}`);
    before = level;
  }

  for (const landmark of ['body > header', 'nav', 'main'])
    if (all(landmark).length !== 1) add('landmarks', `${all(landmark).length} of ${landmark}`);
  for (const part of all('nav, main > section')) if (!named(part)) add('landmarks', `a ${part.tagName} without name`);
  for (const part of all('body > *'))
    if (!part.matches('header, nav, main, footer, aside, script, a[href^="#"]')) add('landmarks', `${part.tagName} outside of them`);

  for (const table of all('table')) {
    if (!words(table.caption)) add('tables', `no caption: ${words(table)}`);
    if (!table.tHead?.rows.length) add('tables', `no head: ${words(table)}`);
    for (const cell of all('thead th, thead td', table))
      if (cell.tagName !== 'TH' || cell.scope !== 'col') add('tables', `a head without scope=col: ${words(cell)}`);
      else if (!words(cell)) add('tables', `an empty head in ${words(table)}`);
    for (const row of all('tbody tr', table))
      if (!all('th', row).some(cell => cell.scope === 'row')) { add('tables', `a row without th scope=row: ${words(row)}`); break; }
  }

  for (const drawing of all('svg')) {
    if (drawing.getAttribute('aria-hidden') === 'true') { /* a mark: the text beside it, of a table in the same row, says the same */
      const place = drawing.closest('tr, li, p, figure, div');
      if (!words(place).replace(words(drawing), '').trim()) add('svg', `hidden, and no text beside it: ${drawing.outerHTML.slice(0, 100)}`);
      continue;
    }
    const title = drawing.querySelector(':scope > title');
    if (drawing.getAttribute('role') !== 'img') add('svg', `no role=img: ${drawing.outerHTML.slice(0, 100)}`);
    if (!words(title) || title !== drawing.firstElementChild) add('svg', `no title at its begin: ${drawing.outerHTML.slice(0, 100)}`);
    if (!words(drawing.querySelector(':scope > desc'))) add('svg', `no description: ${words(title)}`);
    const holder = drawing.closest('figure, article, section');
    const asked = holder && all('.question', holder).some(question =>
      question.textContent.trim().endsWith('?') && question.compareDocumentPosition(drawing) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (!asked) add('question', `no question above the chart "${words(title)}"`);
  }

  const ids = all('[id]').map(element => element.id);
  if (new Set(ids).size !== ids.length) add('ids', `twice: ${ids.find((id, i) => ids.indexOf(id) !== i)}`);
  for (const link of all('a[href^="#"]'))
    if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) add('links', `${link.hash} leads nowhere`);
  return faults;
}

/* In the page: each text of the body in order, and those that cannot be seen. What a script adds is left out. */
function texts() {
  const added = 'label, output, select, [role=search], [aria-live], .tools', found = [], unseen = [];
  document.querySelectorAll('details').forEach(details => { details.open = true; });
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.data.trim(), holder = walk.currentNode.parentElement;
    if (!text || holder.closest('script, style') || holder.closest(added)) continue;
    found.push(text);
    const drawn = holder.closest('title, desc') ? holder.closest('svg') : holder;
    if (!drawn.checkVisibility({ opacityProperty: true, visibilityProperty: true })) unseen.push(text);
  }
  return { found, unseen, controls: document.querySelectorAll('button, input, select, textarea').length };
}

export const structure = page => page.evaluate(outline);

/* Noted for sameTexts: the texts of the page without scripts. */
export async function plain(page, { notes }) {
  notes.without = await page.evaluate(texts);
  const faults = notes.without.unseen.slice(0, 5).map(text => ['without scripts', `hidden: ${text.slice(0, 80)}`]);
  if (notes.without.controls) faults.push(['without scripts', `${notes.without.controls} controls that do nothing`]);
  return faults;
}

/* The same texts with scripts, whenever that other page has been looked at. */
export async function sameTexts(page, { notes, seenPlain }) {
  const has = await page.evaluate(texts), left = new Map();
  await seenPlain;
  notes.without?.found.forEach(text => left.set(text, (left.get(text) ?? 0) + 1));
  has.found.forEach(text => left.set(text, (left.get(text) ?? 0) - 1));
  const differ = [...left].filter(([, n]) => n).slice(0, 5);
  return [...differ.map(([text, n]) => ['without scripts', `${n > 0 ? 'only there' : 'not there'}: ${text.slice(0, 80)}`]),
    ...has.unseen.slice(0, 5).map(text => ['hidden', text.slice(0, 80)])];
}

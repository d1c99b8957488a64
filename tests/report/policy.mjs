/* Nothing is loaded and nothing runs but the report's own script: said by the document, and tried. */
import fs from 'node:fs';
import path from 'node:path';

/* What each of these may be, and nothing else. */
const STRICT = {
  'default-src': /^'none'$/, 'style-src': /^'sha256-[A-Za-z0-9+/]+={0,2}'$/, 'script-src': /^'(none|sha256-[A-Za-z0-9+/]+={0,2})'$/,
  'base-uri': /^'none'$/, 'form-action': /^'none'$/, 'img-src': /^'none'$/, 'connect-src': /^'none'$/, 'frame-src': /^'none'$/,
  'object-src': /^'none'$/, 'require-trusted-types-for': /^'script'$/, 'trusted-types': /^('none')?$/,
};

function directives(text, add) {
  const has = new Map(text.split(';').map(part => part.trim().split(/\s+/)).filter(words => words[0])
    .map(([name, ...rest]) => [name.toLowerCase(), rest.join(' ')]));
  for (const name of ['default-src', 'script-src', 'base-uri', 'form-action'])
    if (!has.has(name)) add('policy', `no ${name}`);
  for (const [name, value] of has)
    if (!STRICT[name]?.test(value)) add('policy', `${name} ${value}: expected 'none' or a hash`);
}

/* In the page. */
function documentParts() {
  const all = selector => Array.from(document.querySelectorAll(selector));
  const first = selector => document.head.querySelector(selector);
  const meta = first('meta[http-equiv="Content-Security-Policy" i]');
  return {
    policy: meta?.content,
    early: !!meta && all('style, script, link').every(other => meta.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING),
    loads: all('link, base, iframe, frame, object, embed, form, img, audio, video, source, image, use, foreignObject, meta[http-equiv=refresh i], script[src]')
      .map(element => element.outerHTML.slice(0, 120)),
    handlers: all('*').flatMap(element => Array.from(element.attributes).filter(({ name }) => /^on/i.test(name) || name === 'style')
      .map(({ name }) => `${element.tagName} ${name}`)),
    hrefs: all('[href], [src], [xlink\\:href], [action], [formaction], [poster], [data]')
      .map(element => element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? element.outerHTML.slice(0, 80)),
    scripts: all('script').length,
  };
}

/* In the page: ways to run or to load that a hole in the report would open. */
async function attack() {
  const blocked = [];
  document.addEventListener('securitypolicyviolation', event => blocked.push(event.effectiveDirective));
  const place = document.createElement('div');
  place.id = 'attack';
  document.body.append(place);
  place.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.__hit=1"><svg onload="window.__hit=2"></svg>' +
    '<a id="go" href="javascript:window.__hit=3">x</a><iframe srcdoc="<script>parent.__hit=4</scr' + 'ipt>"></iframe>');
  const script = document.createElement('script');
  script.textContent = 'window.__hit=5';
  place.append(script);
  document.getElementById('go').click();
  const late = document.createElement('script');
  late.src = 'data:text/javascript,window.__hit=6';
  place.append(late);
  await fetch('https://example.invalid/').catch(() => {});
  await new Promise(resolve => setTimeout(resolve, 150));
  return { hit: window.__hit, blocked };
}

export async function policy(page, { file }) {
  const faults = [], add = (rule, words) => faults.push([rule, words]);
  const parts = await page.evaluate(documentParts);
  if (parts.policy === undefined) add('policy', 'no Content-Security-Policy');
  else directives(parts.policy, add);
  if (parts.policy !== undefined && !parts.early) add('policy', 'stands after a style or a script');
  parts.loads.forEach(words => add('loads', words));
  parts.handlers.forEach(words => add('handlers', words));
  if (parts.scripts > 1) add('policy', `${parts.scripts} scripts; expected one`);
  for (const href of new Set(parts.hrefs)) {
    const own = /^(\.\.\/report|((report|outcome-\d+)\/)?[a-z0-9-]+)\.html(#[a-z0-9]+)?$/.test(href) && fs.existsSync(path.join(path.dirname(file), href.split('#')[0]));
    if (!href.startsWith('#') && !own) add('links', `${href.slice(0, 100)} leads out of the report`);
  }
  return faults;
}

/* The last thing done with a page: what the browser says of the attack is no fault of the report. */
export async function blocks(page, { seen }) {
  const faults = [], add = (rule, words) => faults.push([rule, words]), before = seen.length;
  seen.attacked = true;
  const { hit, blocked } = await page.evaluate(attack);
  if (hit !== undefined) add('policy', `an injected script ran (${hit})`);
  for (const directive of ['script-src-attr', 'script-src-elem', 'connect-src', 'img-src'])
    if (!blocked.includes(directive)) add('policy', `${directive} of what was injected was not refused`);
  return [...faults, ...seen.splice(before)];
}

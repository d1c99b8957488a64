/* Chromium, headless, and pages of it in which whatever should not happen is written down. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/* Where scripts/install_deps --tests has put the modules. */
const modules = createRequire(path.resolve(process.env.CADRE_MODULES ?? 'build') + '/');
const { chromium } = modules('playwright-core');
export const axeSource = fs.readFileSync(modules.resolve('axe-core/axe.min.js'), 'utf8');

export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [...(process.getuid() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--font-render-hinting=none',
         '--force-color-profile=srgb'],
});

export const address = file => pathToFileURL(path.resolve(file)).href;

/* Other pages of the report's own folder may be opened by links; nothing else may. */
const belongs = (url, file) => path.posix.dirname(url) === path.posix.dirname(address(file)) && /\.html([#?]|$)/.test(url);

/**
 * Open `file`. Nothing leaves: what is not the report's own is written down and refused.
 *
 * with: script (default true), scheme ('light' or 'dark'), width, height.
 * Gives {page, seen, close}; seen: faults so far, as [rule, words]; once seen.attacked is set, what the
 * console says is none.
 */
export async function open(browser, file, { script = true, scheme = 'light', width = 1280, height = 900, scale = 1 } = {}) {
  const context = await browser.newContext({ javaScriptEnabled: script, colorScheme: scheme, viewport: { width, height },
    deviceScaleFactor: scale, reducedMotion: 'reduce', locale: 'en-US', timezoneId: 'UTC' });
  const seen = [];
  await context.route('**/*', route => {
    const url = route.request().url();
    if (belongs(url, file)) return route.continue();
    seen.push(['request', `asked for ${url.slice(0, 200)}`]);
    return route.abort();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  page.on('console', message => {
    if (!seen.attacked && ['error', 'warning', 'assert'].includes(message.type())) seen.push(['console', message.text().slice(0, 300)]);
  });
  page.on('pageerror', error => seen.push(['page error', String(error).slice(0, 300)]));
  page.on('dialog', dialog => {
    seen.push(['dialog', dialog.message()]);
    dialog.dismiss().catch(() => {});
  });
  context.on('page', other => { if (other !== page) seen.push(['window', `opened ${other.url().slice(0, 200)}`]); });
  await page.goto(address(file), { waitUntil: 'load' });
  return { page, seen, close: () => context.close() };
}

/* Pictures of a report, to be looked at: screenshots.mjs REPORT.html FOLDER [--readme PNG]
 *
 * In FOLDER: the whole page 1280 and 390 wide, in light and in dark, and as it prints on A4. --readme: the README's picture
 * alone, 1280 x 800, of the page's begin; the same page, browser and fonts give the same size. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { launch, open } from './browser.mjs';

const README_MOST = 300 * 1000, TALLEST = 12000;
const [file, folder, flag, picture] = process.argv.slice(2);
if (!folder || (flag && (flag !== '--readme' || !picture))) {
  console.error('screenshots: expected REPORT.html FOLDER [--readme PNG]');
  process.exit(2);
}

const browser = await launch();

async function shot(name, options, inspect = async () => ({})) {
  const { page, close } = await open(browser, file, options);
  const more = await inspect(page);
  const height = Math.min(TALLEST, await page.evaluate(() => document.documentElement.scrollHeight));
  await page.screenshot({ path: name, animations: 'disabled', caret: 'hide',
    ...(more.clip ? more : { fullPage: true, clip: { x: 0, y: 0, width: options.width, height } }) });
  await close();
}

if (flag) {
  await shot(picture, { width: 1280, height: 800 }, async () => ({ clip: { x: 0, y: 0, width: 1280, height: 800 } }));
} else {
  fs.mkdirSync(folder, { recursive: true });
  for (const width of [1280, 390])
    for (const scheme of ['light', 'dark']) await shot(path.join(folder, `${width}-${scheme}.png`), { width, scheme });
  await shot(path.join(folder, 'print.png'), { width: 688 }, async page => { await page.emulateMedia({ media: 'print' }); return {}; });
  for (const format of ['A4', 'Letter']) {
    const { page, close } = await open(browser, file);
    await page.pdf({ path: path.join(folder, `${format}.pdf`), format });
    await close();
  }
}
await browser.close();

if (picture && fs.statSync(picture).size > README_MOST) {
  console.error(`screenshots: ${picture} has ${fs.statSync(picture).size} bytes; expected at most ${README_MOST}`);
  process.exit(1);
}

/* Reports in a real browser: check.mjs KIND=REPORT.html...
 *
 * KIND: school, shortages, mended, comparison, sweep or sites (the index of many pages). CADRE_MODULES: the folder that holds node_modules
 * (default: build). CHROMIUM: another browser. Says what is wrong of each, and ends with 1 if anything is. */
import fs from 'node:fs';
import process from 'node:process';
import { launch } from './browser.mjs';
import { judge, judgeSites, KINDS } from './rules.mjs';

const reports = process.argv.slice(2).map(argument => {
  const [, kind, file] = argument.match(/^(\w+)=(.+)$/) ?? [];
  if (!KINDS.includes(kind) || !fs.existsSync(file)) {
    console.error(`check: ${argument}: expected KIND=FILE, a file that is there and one of ${KINDS.join(', ')}`);
    process.exit(2);
  }
  return { kind, file };
});

/* Two side by side. All of axe-core's rules in both colours and both widths for the first, in one colour of each for the others. */
const browser = await launch();
let wrong = reports.length === 0, next = 0;
async function worker() {
  while (next < reports.length) {
    const at = next++, report = { ...reports[at], quick: at > 0 }, started = Date.now();
    const faults = report.kind === 'sites' ? await judgeSites(browser, report) : await judge(browser, report);
    wrong ||= faults.length > 0;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${report.kind} ${report.file}: ${faults.length ? `${faults.length} faults` : 'all right'} (${seconds} s)`);
    faults.forEach(fault => console.log(`  ${fault}`));
  }
}
await Promise.all([worker(), worker()]);
await browser.close();
process.exit(wrong ? 1 : 0);

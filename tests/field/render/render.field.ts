import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { TOWNS, townOf } from './towns.js';

/**
 * Draws the reports of four organisations in both languages: PAYESH_RENDER names a folder outside the project, which then holds
 * each workbook, its PDF and a small picture of each page, to be looked at. What a program can see of a page is checked here.
 * Needs LibreOffice and poppler; PAYESH_RENDER_TOWNS names some of the organisations, with commas.
 */
const { PAYESH_RENDER: folder = '', PAYESH_RENDER_TOWNS: some = '' } = process.env;
const towns = TOWNS.filter(({ name }) => some === '' || some.split(',').includes(name));

describe.skipIf(folder === '')('the reports on paper', () => {
  it.each(towns)('$name', async (town) => {
    const out = resolve(folder, town.name);
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    const workspace = await townOf(town);
    const { files } = await workspace.pipeline.report({ period: town.period });
    const drawn = files.filter(({ file }) => !/department/.test(file) || /-(D1|D01|R01)-/.test(file));
    const faults: string[] = [];
    for (const { file, path } of drawn) {
      copyFileSync(path, join(out, file));
      const started = Date.now();
      const pdf = await pdfOf(join(out, file), out);
      const seconds = (Date.now() - started) / 1000;
      console.info(
        `${town.name} ${file}: ${(statSync(path).size / 1e6).toFixed(2)} MB, drawn in ${seconds.toFixed(1)} s`,
      );
      faults.push(...faultsOf(pdf).map((fault) => `${file}: ${fault}`));
    }
    workspace.remove();
    expect(faults).toEqual([]);
  });
});

async function pdfOf(workbook: string, out: string): Promise<string> {
  const profile = `-env:UserInstallation=${pathToFileURL(resolve(folder, '.profile')).href}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, workbook], {
    stdio: 'ignore',
  });
  const pdf = workbook.replace(/\.xlsx$/, '.pdf');
  execFileSync('pdftoppm', ['-r', '50', '-png', pdf, pdf.replace(/\.pdf$/, '')]);
  return pdf;
}

/** Words that no reader should ever see, and what a column that is too narrow shows instead of its number. */
const NEVER = /NaN|undefined|\bnull\b|Infinity|#(REF|VALUE|NAME|DIV|N\/A)|###|\[object|\{\w+\}/;
/** Letters beside header and footer on a page that is worth its paper. */
const FEWEST = 60;

function faultsOf(pdf: string): string[] {
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e9 })
    .split('\f')
    .slice(0, -1);
  const info = execFileSync('pdfinfo', ['-f', '1', '-l', String(pages.length), pdf], { encoding: 'utf8' });
  const sizes = [...info.matchAll(/^Page +(\d+) size: +([\d.]+) x ([\d.]+)/gm)];
  const faults = sizes
    .filter(([, , width, height]) => Math.round(Number(width)) !== 842 || Math.round(Number(height)) !== 595)
    .map(([, page]) => `page ${page} is not A4 landscape`);
  if (sizes.length !== pages.length) faults.push(`${pages.length} pages, ${sizes.length} sizes`);
  for (const [index, text] of pages.entries()) {
    const wrong = NEVER.exec(text);
    if (wrong) faults.push(`page ${index + 1}: ${text.slice(Math.max(0, wrong.index - 30), wrong.index + 20).trim()}`);
    // LibreOffice itself adds a page without a word where the last row of a sheet fills the page before it: told, no fault of ours.
    if (text.trim() === '') {
      console.warn(`page ${index + 1} of ${pdf} has nothing, not even its footer`);
      continue;
    }
    const body = text.split('\n').slice(1, -1).join('').replace(/\s/g, '');
    if (body.length < FEWEST) faults.push(`page ${index + 1} is nearly empty: ${body}`);
  }
  return faults;
}

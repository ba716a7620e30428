import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const hasOffice = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;
if (!hasOffice) console.warn('LibreOffice (soffice) is not installed: the recalculation of workbooks is NOT checked.');

const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The workbook after LibreOffice has opened it, computed every formula anew, and saved it. */
export function recalculated(file: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'payesh-office-'));
  try {
    const profile = join(folder, 'profile', 'user');
    mkdirSync(profile, { recursive: true });
    writeFileSync(join(profile, 'registrymodifications.xcu'), SETTINGS);
    writeFileSync(join(folder, 'in.xlsx'), file);
    const installation = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const convert = [
      '--headless',
      installation,
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(folder, 'out'),
      join(folder, 'in.xlsx'),
    ];
    execFileSync('soffice', convert, { stdio: 'ignore', timeout: 50_000 });
    return new Uint8Array(readFileSync(join(folder, 'out', 'in.xlsx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

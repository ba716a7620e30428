import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { managerWorkbook } from '../../reports/manager.js';
import { readConfig } from '../../src/config/index.js';
import { pictureOf } from '../../src/domain/picture.js';
import type { Context } from '../../src/pipeline/context.js';
import { reportLook } from '../../src/pipeline/report-look.js';
import { workspaceAt } from '../../src/pipeline/workspace.js';
import { writeWorkbook } from '../../src/report/xlsx.js';
import { sheetTexts } from './cells.js';
import { monthFigures } from './figures.js';
import { named, parsed, partsOf } from './package.js';
import { packageFaults } from './package-faults.js';

const folder = mkdtempSync(join(tmpdir(), 'payesh-look-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A png of 40 × 20 pixels as far as its header goes. */
const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  Buffer.from('0000002800000014', 'hex'),
  Buffer.from('0802000000', 'hex'),
]);
const jpeg = Buffer.from('ffd8ffe000060000ffffffc0000b080014002801011100ffd9', 'hex');

const lookOf = (logo: string) => {
  const { config } = readConfig(JSON.stringify({ report: { logo } }));
  return reportLook({ config, workspace: workspaceAt(folder) } as Context);
};

describe('the look of the reports', () => {
  it('knows a picture by its bytes, not by its name', () => {
    expect(pictureOf(png)).toMatchObject({ kind: 'png', width: 40, height: 20 });
    expect(pictureOf(jpeg)).toMatchObject({ kind: 'jpeg', width: 40, height: 20 });
    expect(pictureOf(Buffer.from('<svg onload="x"/>'))).toBeNull();
    expect(pictureOf(png.subarray(0, 12))).toBeNull();
  });

  it('refuses a logo that is missing, a link, too large or no picture, and says how to mend it', () => {
    writeFileSync(join(folder, 'text.png'), 'not a picture');
    writeFileSync(join(folder, 'large.png'), Buffer.concat([png, Buffer.alloc(600 * 1024)]));
    writeFileSync(join(folder, 'logo.png'), png);
    symlinkSync(join(folder, 'logo.png'), join(folder, 'link.png'));
    expect(lookOf('logo.png').logo).toMatchObject({ kind: 'png', width: 40 });
    for (const [file, why] of [
      ['none.png', 'cannot be read'],
      ['link.png', 'cannot be read'],
      ['text.png', 'neither png nor jpeg'],
      ['large.png', 'larger than 500 kilobytes'],
    ] as const) {
      expect(() => lookOf(file), file).toThrow(new RegExp(`${why}.*report\\.logo`));
    }
  });

  it('carries font, digits, signatures and the logo into the workbook', async () => {
    const figures = monthFigures();
    const logo = pictureOf(png);
    const look = { font: 'B Nazanin', digits: 'latin' as const, logo, signatures: ['کارشناس', 'معاون'] };
    const workbook = managerWorkbook({ ...figures, look });
    const [summary] = workbook.sheets;
    if (!summary) throw new Error('no summary');
    expect(sheetTexts(summary)).toContain('کارشناس | معاون');
    const own = sheetTexts(summary)
      .join('\n')
      .replace(/[^\n]*واحد درصد از کار جلوتر[^\n]*/, '');
    expect(own).toContain('شهریور 1399');
    const file = await writeWorkbook(workbook);
    expect(await packageFaults(file)).toEqual([]);
    const parts = partsOf(file);
    expect(parts['xl/styles.xml']).toContain('B Nazanin');
    expect(parts['xl/styles.xml']).not.toContain('3000429');
    expect(parts['xl/charts/chart1.xml']).toContain('<a:cs typeface="B Nazanin"/>');
    const drawing = parsed(parts['xl/drawings/drawing1.xml'] ?? '');
    const { attributes } = named(drawing, 'xdr:ext')[0] ?? { attributes: {} as Record<string, string> };
    expect(Number(attributes.cx) / Number(attributes.cy)).toBeCloseTo(2, 3);
    expect(parts['[Content_Types].xml']).toContain('Extension="png"');
    expect(Object.keys(parts)).toContain('xl/media/logo1.png');
  });
});

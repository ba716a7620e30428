import { expect, test } from 'vitest';
import { readTables } from '../../src/read/read.js';
import { cellLines, xlsx } from './workbook-parts.js';

/** A single wrong bit is what a bad disk or line makes of a file; it may cost the file, never change a value. */
test('a bit flipped at any byte of a workbook never changes what is accepted', { timeout: 120_000 }, async () => {
  const bytes = xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" s="1"><v>0.25</v></c></row>');
  const truth = await cellLines(bytes);
  expect(truth).toEqual(['برگه!A1 text پروژه', 'برگه!A2 number 0.25 %']);
  let accepted = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const flipped = bytes.slice();
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    const { tables, findings } = await readTables(flipped, 'x');
    if (tables.length === 0) {
      expect(findings.length, `byte ${at}`).toBeGreaterThan(0);
      continue;
    }
    accepted += 1;
    expect(await cellLines(flipped), `byte ${at}`).toEqual(truth);
  }
  expect(accepted).toBeGreaterThan(0);
});

import { describe, expect, test } from 'vitest';
import { FILE_FINDINGS } from '../../src/domain/catalogue/file-findings.js';
import { readTables } from '../../src/read/read.js';
import { utf8, withSheet } from './case.js';
import { merged } from './cell-cases.js';
import { FORMATS } from './file-cases.js';
import { HOSTILE } from './hostile-cases.js';
import { sound, XML } from './package-cases.js';
import { codes, worksheet, xlsx } from './workbook-parts.js';

/** Proven where a child is made to break its limits. */
const FENCE = ['FILE_READER_TIMEOUT', 'FILE_READER_MEMORY', 'FILE_READER_CRASHED'];

describe('each odd or hostile file has its findings', () => {
  test.each(HOSTILE)('%s', async (_name, bytes, expected, limits = {}) => {
    expect(await codes(bytes, limits)).toEqual(expected);
  });

  test('an untrusted file gives no table, and every finding names the file', async () => {
    for (const [name, bytes] of [...FORMATS.slice(5), ...XML]) {
      const { tables, findings } = await readTables(bytes, name);
      expect(tables).toEqual([]);
      expect(findings.every(({ place }) => place.file === name)).toBe(true);
    }
  });

  test('there are enough of them, and each has a name of its own', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(170);
    expect(new Set(HOSTILE.map(([name]) => name)).size).toBe(HOSTILE.length);
  });

  test('every finding of this stage has a case', () => {
    const proven = new Set([...FENCE, ...HOSTILE.flatMap(([, , expected]) => expected)]);
    expect(Object.keys(FILE_FINDINGS).filter((code) => !proven.has(code))).toEqual([]);
  });
});

describe('where a finding stands', () => {
  test('the cell, and the rest is read', async () => {
    const rows = '<row r="3"><c r="B3"><v>12abc</v></c><c r="C3"><v>7</v></c></row>';
    const { tables, findings } = await readTables(xlsx(rows), 'گزارش.xlsx');
    const place = { file: 'گزارش.xlsx', sheet: 'برگه', row: 3, cell: 'B3' };
    expect(findings).toEqual([{ code: 'FILE_CELL_NUMBER', place, params: { text: '12abc' } }]);
    expect(tables[0]?.rows[0]?.cells.map(({ kind, text, number }) => [kind, text, number])).toEqual([
      ['error', '12abc', null],
      ['number', '7', 7],
    ]);
  });

  test('a value hidden under a merge is named and not counted', async () => {
    const sheet = worksheet('<row><c><v>100</v></c><c><v>900</v></c><c><v>7</v></c></row>', '', merged('A1:B1'));
    const { tables, findings } = await readTables(withSheet(sheet), 'x');
    expect(findings[0]).toMatchObject({ place: { cell: 'B1' }, params: { text: '900' } });
    expect(tables[0]?.rows[0]?.cells.map(({ text }) => text)).toEqual(['100', '7']);
  });

  test('the line of a quote that is never closed, of an overlong record and of damage', async () => {
    const line = async (bytes: Uint8Array) => (await readTables(bytes, 'x')).findings[0]?.place.row;
    expect(await line(utf8('a,b\n"x\ny",2\n\n3,"4\n5,6\n'))).toBe(5);
    expect(await line(utf8(`a,b\n1,2\n3,${'x'.repeat(70_000)}\n4,5\n`))).toBe(3);
    expect(await line(Buffer.concat([utf8('پروژه,مبلغ\nپل کابلی فاز یک,۱۲\n'), Buffer.from([0xff])]))).toBe(3);
  });
});

test('a workbook with 64-bit sizes is read like any other', async () => {
  expect(await codes(zip64(sound))).toEqual([]);
});

/** The same archive with its end stated in the 64-bit record. */
function zip64(bytes: Uint8Array): Uint8Array {
  const end = Buffer.from(bytes.subarray(bytes.length - 22));
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 24);
  record.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 32);
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40);
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(bytes.length - 22), 8);
  locator.writeUInt32LE(1, 16);
  end.fill(0xff, 8, 20);
  return Buffer.concat([bytes.subarray(0, bytes.length - 22), record, locator, end]);
}

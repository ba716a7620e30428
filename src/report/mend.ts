import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { invariant } from '../domain/invariant.js';
import { drawingInOrder, fixedRuleIds, foldedRows, ownShapeIds, propertiesInOrder, withJumps } from './mend-xml.js';
import type { Sheet } from './sheet.js';

// The zip format's first day: the same bytes on any day.
const FIRST_DAY = new Date(1980, 0, 1);

/**
 * Mends what the writing library leaves wrong in a finished package, adds jumps inside the workbook (the library knows
 * only links that leave it), and packs it so that the same parts give the same bytes.
 */
export function mendPackage(file: Uint8Array, sheets: readonly Sheet[]): Uint8Array {
  const parts = unzipSync(file);
  const mended: Record<string, Uint8Array> = {};
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'));
  for (const name of names.sort(packageOrder)) {
    const bytes = parts[name];
    invariant(bytes, `the package lost its part ${name}`);
    mended[name] = mendPart(name, bytes, sheets);
  }
  return zipSync(mended, { mtime: FIRST_DAY, level: 6 });
}

/** Readers that do not look further than the first entries find the content types there. */
function packageOrder(a: string, b: string): number {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function mendPart(name: string, bytes: Uint8Array, sheets: readonly Sheet[]): Uint8Array {
  const sheetNumber = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
  if (sheetNumber !== undefined) {
    const sheet = sheets[Number(sheetNumber) - 1];
    invariant(sheet, `the package has a sheet that the workbook has not: ${name}`);
    return strToU8(mendSheet(strFromU8(bytes), sheet, Number(sheetNumber)));
  }
  const drawing = /^xl\/drawings\/vmlDrawing(\d+)\.vml$/.exec(name)?.[1];
  if (drawing !== undefined) return strToU8(ownShapeIds(strFromU8(bytes), Number(drawing)));
  return bytes;
}

function mendSheet(xml: string, sheet: Sheet, number: number): string {
  const ordered = drawingInOrder(propertiesInOrder(xml));
  return fixedRuleIds(withJumps(foldedRows(ordered, sheet), sheet), number);
}

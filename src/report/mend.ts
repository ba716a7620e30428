import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { invariant } from '../domain/invariant.js';
import { type Drawings, withRelation } from './drawing.js';
import {
  drawingInOrder,
  fixedRuleIds,
  foldedRows,
  fontsInOrder,
  ownShapeIds,
  propertiesInOrder,
  withDrawing,
  withJumps,
} from './mend-xml.js';
import type { Sheet } from './sheet.js';

// The zip format's first day: the same bytes on any day.
const FIRST_DAY = new Date(1980, 0, 1);

/**
 * Mends what the writing library leaves wrong in a finished package, adds what it does not know (jumps inside the workbook,
 * charts, pictures), and packs it so that the same parts give the same bytes.
 */
export function mendPackage(file: Uint8Array, sheets: readonly Sheet[], drawings: Drawings): Uint8Array {
  const parts = joined(unzipSync(file), drawings);
  const mended: Record<string, Uint8Array> = {};
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'));
  for (const name of names.sort(packageOrder)) {
    const bytes = parts[name];
    invariant(bytes, `the package lost its part ${name}`);
    mended[name] = drawings.parts.has(name) ? bytes : mendPart(name, bytes, sheets);
  }
  return zipSync(mended, { mtime: FIRST_DAY, level: 6 });
}

/** The library's parts with the new ones, which the content types and the relations of their sheets then know. */
function joined(parts: Record<string, Uint8Array>, drawings: Drawings): Record<string, Uint8Array> {
  if (drawings.parts.size === 0) return parts;
  const all: Record<string, Uint8Array> = { ...parts, ...Object.fromEntries(drawings.parts) };
  const textOf = (name: string): string => {
    const bytes = all[name];
    invariant(bytes, `the package has no part ${name}`);
    return strFromU8(bytes);
  };
  for (const [number, drawing] of drawings.bySheet) {
    const sheet = `xl/worksheets/sheet${number}.xml`;
    const rels = `xl/worksheets/_rels/sheet${number}.xml.rels`;
    const relation = withRelation(all[rels] ? textOf(rels) : null, 'drawing', `../drawings/${drawing}`);
    all[rels] = strToU8(relation.xml);
    all[sheet] = strToU8(withDrawing(textOf(sheet), relation.id));
  }
  const types = '[Content_Types].xml';
  all[types] = strToU8(withTypes(textOf(types), drawings));
  return all;
}

/** Types by the end of a name stand before those of single parts. */
function withTypes(xml: string, { defaults, overrides }: Drawings): string {
  const ends = [...defaults]
    .filter((end) => !xml.includes(`Extension="${end}"`))
    .map((end) => `<Default Extension="${end}" ContentType="image/${end}"/>`);
  const parts = overrides.map(({ part, type }) => `<Override PartName="${part}" ContentType="${type}"/>`);
  return xml.replace(/(<Types [^>]*>)/, `$1${ends.join('')}`).replace('</Types>', `${parts.join('')}</Types>`);
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
  if (name === 'xl/styles.xml') return strToU8(fontsInOrder(strFromU8(bytes)));
  const drawing = /^xl\/drawings\/vmlDrawing(\d+)\.vml$/.exec(name)?.[1];
  if (drawing !== undefined) return strToU8(ownShapeIds(strFromU8(bytes), Number(drawing)));
  return bytes;
}

function mendSheet(xml: string, sheet: Sheet, number: number): string {
  const ordered = drawingInOrder(propertiesInOrder(xml));
  return fixedRuleIds(withJumps(foldedRows(ordered, sheet), sheet), number);
}

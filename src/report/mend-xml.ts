import { invariant } from '../domain/invariant.js';
import { cellAddress } from '../domain/table.js';
import { sheetName } from './sanitise.js';
import { type Cell, refTo, type Sheet } from './sheet.js';
import { escaped } from './xml.js';

/** `<hyperlinks>` with locations of this workbook, at its place in the order of the format: before the print options. */
export function withJumps(xml: string, sheet: Sheet): string {
  const jumps = sheet.rows.flatMap(({ cells }, row) =>
    cells.flatMap((content, column) => (content?.link ? [jump(content.link, cellAddress(row + 1, column + 1))] : [])),
  );
  if (jumps.length === 0) return xml;
  const place = /<(printOptions|pageMargins)\b/.exec(xml);
  invariant(place, 'a sheet without print set-up has no place for its links');
  return `${xml.slice(0, place.index)}<hyperlinks>${jumps.join('')}</hyperlinks>${xml.slice(place.index)}`;
}

function jump(link: NonNullable<Cell['link']>, from: string): string {
  return `<hyperlink ref="${from}" location="${escaped(refTo(sheetName(link.sheet), link.cell))}"/>`;
}

/** The library gives bars random names; ours are counted, so that files can be compared. */
export function fixedRuleIds(xml: string, sheet: number): string {
  const ids = new Map<string, string>();
  return xml.replace(/\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}/g, (id) => {
    const known = ids.get(id);
    if (known) return known;
    const [group, count] = [sheet, ids.size + 1].map((n) => n.toString(16).toUpperCase().padStart(4, '0'));
    const fixed = `{00000000-${group}-4000-8000-00000000${count}}`;
    ids.set(id, fixed);
    return fixed;
  });
}

/** `<drawing>` at its place in the order of the format: after page set-up and breaks, before comments and extensions. */
export function withDrawing(xml: string, relation: string): string {
  // Rules that paint have extensions of their own: the sheet's stand after the page set-up.
  const page = xml.indexOf('<pageMargins');
  invariant(page >= 0, 'a sheet without print set-up has no place for its drawing');
  const place = xml.slice(page).search(/<(legacyDrawing|tableParts|extLst|\/worksheet)\b/);
  const at = page + place;
  const root = xml.includes('xmlns:r=')
    ? ''
    : ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  return `${xml.slice(0, at)}<drawing${root} r:id="${relation}"/>${xml.slice(at)}`;
}

/** The drawing of the comments belongs before tables and extensions; the library writes it after them. */
export function drawingInOrder(xml: string): string {
  const drawing = /<legacyDrawing [^>]*\/>/.exec(xml)?.[0];
  if (!drawing) return xml;
  const rest = xml.replace(drawing, '');
  // Bars have extensions of their own, inside their rules: the sheet's stands after the page set-up.
  const page = rest.indexOf('<pageMargins');
  const place = rest.slice(page).search(/<(tableParts|extLst)\b/);
  const at = place >= 0 ? page + place : rest.lastIndexOf('</worksheet>');
  return `${rest.slice(0, at)}${drawing}${rest.slice(at)}`;
}

/** Comment shapes of each sheet need numbers of their own, or a program repairs the file and loses comments. */
export function ownShapeIds(vml: string, sheet: number): string {
  return vml
    .replace(/(<o:idmap[^>]*data=")\d+(")/, `$1${sheet}$2`)
    .replace(/(<v:shape [^>]*id="_x0000_s)(\d+)(")/g, (_, before: string, id: string, after: string) => {
      return `${before}${(Number(id) % 1024) + sheet * 1024}${after}`;
    });
}

/** The format wants the outline's property before the page's; the library writes them the other way round. */
export function propertiesInOrder(xml: string): string {
  return xml.replace(/(<pageSetUpPr [^>]*\/>)(<outlinePr [^>]*\/>)/, '$2$1');
}

/** Marks the row above each folded group as collapsed, where the library marks every row that has an outline. */
export function foldedRows(xml: string, sheet: Sheet): string {
  const outlines = sheet.rows.map(({ outline }) => outline ?? 0);
  if (!outlines.some((outline) => outline > 0)) return xml;
  return xml
    .replace(/(<sheetFormatPr [^>]*outlineLevelRow=")\d+(")/, `$1${Math.min(7, Math.max(...outlines))}$2`)
    .replace(/<row r="(\d+)"([^>]*)>/g, (_, number: string, attributes: string) => {
      const at = Number(number);
      const below = sheet.rows[at];
      const heads = below?.folded === true && (outlines[at] ?? 0) > (outlines[at - 1] ?? 0);
      const rest = attributes.replace(' collapsed="1"', '');
      const own = heads ? `${rest.replace(/\/$/, '')} collapsed="1"${rest.endsWith('/') ? '/' : ''}` : rest;
      return `<row r="${number}"${own}>`;
    });
}

/** The order in which strict readers want the properties of a font (CT_Font of the format's schema). */
const FONT_ORDER = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(
  ' ',
);

/** The library writes a font's colour before its size; readers that follow the schema by the letter want it after. */
export function fontsInOrder(xml: string): string {
  return xml.replace(/<font>(.*?)<\/font>/g, (_, inner: string) => {
    const properties = [...inner.matchAll(/<(\w+)[^>]*\/>/g)].map(([text, name = '']) => ({ text, name }));
    const place = ({ name }: { name: string }) => FONT_ORDER.indexOf(name);
    return `<font>${properties
      .sort((a, b) => place(a) - place(b))
      .map(({ text }) => text)
      .join('')}</font>`;
  });
}

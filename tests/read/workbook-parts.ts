import { strToU8, type Zippable, zipSync } from 'fflate';
import { DEFAULT_LIMITS, type ReadLimits } from '../../src/read/limits.js';
import { type ReadResult, readTables } from '../../src/read/read.js';

/** Hand-made workbooks, part by part, to say what no well-behaved writer would. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export type Parts = Record<string, string | Uint8Array>;

export function relationships(links: readonly [id: string, kind: string, target: string][], office = OFFICE): string {
  const items = links.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}

export function workbook(sheets: string, properties = ''): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${sheets}</sheets></workbook>`;
}

export function worksheet(rows: string, before = '', after = ''): string {
  return `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** A workbook of one sheet «برگه»; `changes` replace or add parts, an empty string removes one. */
export function parts(rows: string, changes: Parts = {}): Parts {
  const all: Parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook('<sheet name="برگه" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>پروژه</t></si><si><t>P-1</t></si></sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': worksheet(rows),
    ...changes,
  };
  return Object.fromEntries(Object.entries(all).filter(([, content]) => content !== ''));
}

export function zip(content: Parts, level: 0 | 6 = 6): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(content)) files[name] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(files, { level, mtime: new Date(2020, 0, 1) });
}

export function xlsx(rows: string, changes: Parts = {}): Uint8Array {
  return zip(parts(rows, changes));
}

/** Where in the bytes a text or a run of bytes first stands after `from`. */
export function find(bytes: Uint8Array, what: string | Uint8Array, from = 0): number {
  const at = Buffer.from(bytes).indexOf(typeof what === 'string' ? Buffer.from(what, 'latin1') : what, from);
  if (at < 0) throw new Error(`not in the fixture: ${String(what)}`);
  return at;
}

/** A copy with some bytes replaced. */
export function patch(bytes: Uint8Array, at: number, replacement: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(replacement, at);
  return copy;
}

/** Each filled cell as one line of text: `برگه!B2 number 0.59 %`. */
export async function cellLines(bytes: Uint8Array): Promise<string[]> {
  return linesOf(await readTables(bytes, 'file'));
}

export function linesOf({ tables }: ReadResult): string[] {
  return tables.flatMap((table) =>
    table.rows.flatMap(({ cells }) =>
      cells.map((cell) => {
        const marks = `${cell.percentFormat ? ' %' : ''}${cell.formula ? ' f' : ''}`;
        return `${table.sheet === null ? '' : `${table.sheet}!`}${cell.address} ${cell.kind} ${cell.text}${marks}`;
      }),
    ),
  );
}

/** The codes of all findings, each once, in text order. */
export async function codes(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<string[]> {
  const { findings } = await readTables(bytes, 'file', { ...DEFAULT_LIMITS, ...limits });
  return [...new Set(findings.map(({ code }) => code))].sort();
}

import type { Case } from './case.js';
import { CELLS, HARMLESS } from './cell-cases.js';
import { FORMATS, TEXTS } from './file-cases.js';
import { HTML, ODS, XLS, XLSB, XML2003 } from './old-cases.js';
import { PACKAGES, XML } from './package-cases.js';

/** Every odd or hostile file, by the end of the name under which a department would send it. */
const BY_END: Record<string, Case[]> = {
  xlsx: [...FORMATS, ...PACKAGES, ...XML, ...CELLS, ...HARMLESS],
  csv: TEXTS,
  xls: [...XLS, ...XML2003, ...HTML],
  xlsb: XLSB,
  ods: ODS,
};

export const HOSTILE: Case[] = Object.values(BY_END).flat();

export const HOSTILE_FILES: { name: string; bytes: Uint8Array }[] = Object.entries(BY_END).flatMap(([end, cases]) =>
  cases.map(([name, bytes]) => ({ name: `${name.replaceAll('/', '∕')}.${end}`, bytes })),
);

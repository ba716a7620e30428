import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Config } from '../config/config.js';
import { PayeshError } from '../domain/error.js';
import type { Finding } from '../domain/finding.js';
import type { Table } from '../domain/table.js';
import { readFenced } from '../read/fence/fence.js';
import { fenceLimits } from './read-limits.js';

/** A table of a plan package as it was found: a file of a folder, or a sheet of a workbook. */
export interface NamedTable {
  name: string;
  file: string;
  table: Table;
}

/**
 * Reads a plan package behind the fence, as every file that people send: a folder of text files, or one workbook with a sheet
 * for each table. Unreadable = findings.
 */
export async function readPlanFiles(
  path: string,
  config: Config,
): Promise<{ tables: NamedTable[]; findings: Finding[] }> {
  const stats = await stat(path).catch(() => null);
  if (!stats) throw notFound(path);
  const files = stats.isDirectory() ? await filesOf(path) : [path];
  const tables: NamedTable[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const read = await readFenced(file, basename(file), fenceLimits(config));
    findings.push(
      ...read.findings.map((finding) => ({ ...finding, place: { file: basename(file), ...finding.place } })),
    );
    for (const table of read.tables) {
      if (!table.hidden)
        tables.push({ name: table.sheet ?? basename(file, extname(file)), file: basename(file), table });
    }
  }
  return { tables, findings };
}

async function filesOf(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => !/^[.~]/.test(name)).sort();
  return names.filter((name) => /\.(csv|tsv|txt|xlsx|xlsm)$/i.test(name)).map((name) => join(folder, name));
}

function notFound(path: string): PayeshError {
  return new PayeshError(
    'PLAN_NOT_FOUND',
    {
      fa: `مسیر «${path}» پیدا نشد.`,
      en: `The path ${path} does not exist.`,
      remedyFa: 'نام پوشه یا کارپوشهٔ برنامه را بررسی کنید.',
      remedyEn: 'Check the name of the plan’s folder or workbook.',
    },
    2,
  );
}

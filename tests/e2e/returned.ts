import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openBook } from './forms.js';
import type { TestWorkspace } from './workspace.js';

/** The sheet of projects of every form. */
export const PROJECTS = 'پروژه‌ها';

/** Where the return of department D1 for 1399-06 stands. */
export const returnOf = (town: TestWorkspace): string =>
  join(town.root, 'data', 'outbox', 'D1', 'payesh-return-1399-06.xlsx');

/** What the return lists, sorted: code of the line and of the finding; none where there is no return. */
export async function listedIn(town: TestWorkspace, severity?: string): Promise<string[]> {
  if (!existsSync(returnOf(town))) return [];
  const list: string[] = [];
  (await openBook(returnOf(town))).worksheets[0]?.eachRow((row) => {
    const code = /· ([A-Z0-9_]+)\u200f?$/.exec(String(row.getCell(8).value ?? ''))?.[1];
    if (code && (severity === undefined || row.getCell(2).value === severity))
      list.push(`${row.getCell(3).value ?? ''} ${code}`);
  });
  return list.sort();
}

/** The figures and remarks in force for 1399-06. */
export const factsOf = async (town: TestWorkspace): Promise<string[]> =>
  (await town.pipeline.facts({ period: '1399-06' })).facts.map(({ code, field, value, text }) =>
    [code, field, value ?? text].join(' '),
  );

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cellAt, openBook, PLAN } from '../../e2e/forms.js';
import { planFolder, type TestWorkspace, testWorkspace } from '../../e2e/workspace.js';

/** Where Debian keeps the Python that knows LibreOffice. */
const PYTHON = '/usr/bin/python3';
const DISPLAY = ':97';
const missing = [
  ...['soffice', 'Xvfb', 'xdotool'].filter((program) => spawnSync('which', [program]).status !== 0),
  ...(spawnSync(PYTHON, ['-c', 'import uno']).status === 0 ? [] : ['python3-uno']),
];
if (missing.length > 0) console.warn(`NOT CHECKED: the form in LibreOffice by hand; missing: ${missing.join(', ')}`);

interface Described {
  sheetProtected: boolean;
  locked: boolean;
  kind: string;
  alert: string;
  shown: boolean;
  title: string;
  message: string;
}
interface Typed {
  objected: boolean;
  holds: string;
}

let town: TestWorkspace;
let folder = '';
let running: ChildProcess[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'payesh-form-'));
  town = testWorkspace('2020-09-25T08:00:00Z', { organisation: 'شهرداری نمونه' });
  await town.pipeline.importPlan(planFolder(town.root, PLAN), { dryRun: false });
});
afterEach(async () => {
  const ended = running.map((child) => (child.exitCode === null ? once(child, 'exit') : null));
  // Each in a group of its own with all that it started.
  for (const { pid } of running) if (pid !== undefined) end(pid);
  await Promise.all(ended);
  running = [];
  town.remove();
  rmSync(folder, { recursive: true, force: true });
});

function end(group: number): void {
  try {
    process.kill(-group);
  } catch {
    // It has ended by itself.
  }
}

function start(program: string, words: string[], environment: NodeJS.ProcessEnv = {}): void {
  running.push(spawn(program, words, { detached: true, stdio: 'ignore', env: { ...process.env, ...environment } }));
}

/** Opens the form in a LibreOffice of its own on a screen that nobody sees, looks at cells, types values and saves it. */
async function sitDown(
  form: string,
  cells: [sheet: string, address: string][],
  values: [sheet: string, address: string, text: string][],
): Promise<{ cells: Described[]; typed: Typed[] }> {
  const pictures = process.env.PAYESH_PICTURES;
  const pipe = `payesh${process.pid}`;
  start('Xvfb', [DISPLAY, '-screen', '0', '1500x900x24']);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  mkdirSync(join(folder, 'profile'), { recursive: true });
  start(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      ...['--norestore', '--nologo', '--nofirststartwizard', `--accept=pipe,name=${pipe};urp;`, '--calc', form],
    ],
    { DISPLAY, SAL_USE_VCLPLUGIN: 'gen' },
  );
  const task = {
    ...{ pipe, display: DISPLAY, cells, save: true },
    values: values.map((value, at) => [...value, pictures ? join(pictures, `typed-${at + 1}.png`) : '']),
  };
  const script = join(import.meta.dirname, 'type_into_form.py');
  const done = spawnSync(PYTHON, [script], { input: JSON.stringify(task), encoding: 'utf8', timeout: 240_000 });
  if (done.status !== 0) throw new Error(`${done.stderr}${done.error ?? ''}`);
  return JSON.parse(done.stdout) as { cells: Described[]; typed: Typed[] };
}

const PROJECTS = 'پروژه‌ها';

describe.skipIf(missing.length > 0)('an analyst at the form in LibreOffice', () => {
  it('cannot change what is known, types what is right, and is told in Persian what is wrong', async () => {
    const [made] = (await town.pipeline.template({ period: '1399-06', department: 'D1' })).files;
    const form = join(folder, 'form.xlsx');
    cpSync(made?.path ?? '', form);
    const book = await openBook(form);
    const at = (code: string, header: string) => cellAt(book, PROJECTS, code, header).address;
    const physical = at('A1', 'پیشرفت فیزیکی');
    const { cells, typed } = await sitDown(
      form,
      [
        [PROJECTS, at('A1', 'کد پروژه')],
        [PROJECTS, physical],
        [PROJECTS, at('A2', 'پیشرفت فیزیکی')],
        [PROJECTS, at('A1', 'هزینه‌کرد')],
      ],
      [
        [PROJECTS, at('A1', 'کد پروژه'), '9'],
        [PROJECTS, at('A2', 'پیشرفت فیزیکی'), '9'],
        [PROJECTS, physical, '150'],
        [PROJECTS, physical, '20 percent'],
        [PROJECTS, at('A1', 'هزینه‌کرد'), '-5'],
        [PROJECTS, at('A3', 'پیشرفت فیزیکی'), 'withdraw'],
        [PROJECTS, physical, '42'],
        [PROJECTS, at('A1', 'هزینه‌کرد'), '250'],
      ],
    );
    expect(cells.map(({ sheetProtected, locked }) => [sheetProtected, locked])).toEqual([
      [true, true],
      [true, false],
      [true, true],
      [true, false],
    ]);
    for (const rule of [cells[1], cells[3]])
      expect(rule).toMatchObject({
        kind: 'CUSTOM',
        alert: 'STOP',
        shown: true,
        title: expect.stringMatching(/^[\u0600-\u06ff\u200c ]+$/),
      });
    expect(cells[1]?.message).toContain('عددی از صفر تا صد می‌پذیرد');
    expect(cells[3]?.message).toContain('عددی که منفی نباشد می‌پذیرد');
    expect(typed).toEqual([
      { objected: true, holds: 'A1' },
      { objected: true, holds: '' },
      { objected: true, holds: '' },
      { objected: true, holds: '' },
      { objected: true, holds: '' },
      { objected: false, holds: 'withdraw' },
      { objected: false, holds: '42' },
      { objected: false, holds: '250' },
    ]);
    // What LibreOffice saved is what we read.
    town.drop('D1/form.xlsx', new Uint8Array(readFileSync(form)));
    const { files } = await town.pipeline.ingest({ dryRun: false });
    const { facts } = await town.pipeline.facts({ period: '1399-06' });
    expect(files.map(({ status }) => status)).toEqual(['accepted']);
    expect(
      facts.filter(({ value }) => value !== null).map(({ code, field, value }) => `${code} ${field} ${value}`),
    ).toEqual(['A1 physical 0.42', 'A1 spent_rial 250000000']);
  });

  it('mends the returned sheet where it is marked, and the sheet is gone', async () => {
    const faults = 'کد پروژه,پیشرفت فیزیکی (درصد),هزینه‌کرد (میلیون ریال)\nA1,140,250\nA9,30,5\nA3,20,40\n';
    town.drop('D1/1399-06.csv', faults);
    await town.pipeline.ingest({ dryRun: false });
    const returned = join(town.root, 'data', 'outbox', 'D1', 'payesh-return-1399-06.xlsx');
    const form = join(folder, 'returned.xlsx');
    cpSync(returned, form);
    const book = await openBook(form);
    const at = (code: string, header: string) => cellAt(book, PROJECTS, code, header).address;
    const { typed } = await sitDown(
      form,
      [],
      [
        [PROJECTS, at('A1', 'پیشرفت فیزیکی'), '14'],
        [PROJECTS, at('A9', 'کد پروژه'), 'A2'],
        [PROJECTS, at('A9', 'مقدار انجام‌شده'), '3'],
        [PROJECTS, at('A9', 'پیشرفت فیزیکی'), ''],
        [PROJECTS, at('A3', 'کد پروژه'), 'A2'],
      ],
    );
    expect(typed).toEqual([
      { objected: false, holds: '14' },
      { objected: false, holds: 'A2' },
      { objected: false, holds: '3' },
      { objected: false, holds: '' },
      { objected: true, holds: 'A3' },
    ]);
    town.drop('D1/mended.xlsx', new Uint8Array(readFileSync(form)));
    const { files } = await town.pipeline.ingest({ dryRun: false });
    expect(files.map(({ status, findings }) => [status, findings])).toEqual([['accepted', []]]);
    const { facts } = await town.pipeline.facts({ period: '1399-06' });
    expect(facts.map(({ code, field, value }) => `${code} ${field} ${value}`)).toEqual([
      'A1 physical 0.14',
      'A1 spent_rial 250000000',
      'A2 quantity 3',
      'A2 spent_rial 5000000',
      'A3 physical 0.2',
      'A3 spent_rial 40000000',
    ]);
    expect(existsSync(returned)).toBe(false);
  });
});

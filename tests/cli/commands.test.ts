import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/index.js';
import { PayeshError } from '../../src/domain/error.js';
import type { FigureQuery } from '../../src/pipeline/types.js';
import { GAP, HEAD, run, SILENT_NODE, SUBMISSION, TOTAL } from './fakes.js';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'payesh-cli-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const realization = async () => ({ ...HEAD, mix: 0, rows: [TOTAL, SILENT_NODE] });

describe('wrong usage ends with 2, in words, and leaves stdout empty', () => {
  it.each([
    ['realizatoin', 'There is no command realizatoin.\nPerhaps realization?'],
    ['realization --scope decade', 'The value given for --scope is not allowed.\nAllowed: year, plan, month'],
    ['realization --colour', 'There is no option --colour.'],
    ['realization --period', 'The option --period needs a value.'],
    ['realization --period 1399-14', '1399-14 is not a period.'],
    ['realization --as-of yesterday', 'yesterday is not a clear instant.'],
    ['realization --as-of 2020-10-01T00:00', 'is not a clear instant.'],
    ['realization --as-of 2020-02-30', '2020-02-30 is not a clear instant.'],
    ['realization --as-of 2019-02-29T12:00:00+03:30', 'is not a clear instant.'],
    ['explain', 'The argument code is missing.'],
    ['reopen 1399-06', 'The option --reason is required.'],
    ['status --workspace /no/such/folder', 'There is no workspace folder'],
    ['export /tmp/x --format parquet', 'Allowed: csv'],
    // What a group takes and the command inside does not have would be swallowed, wherever it stands.
    ['feedback decisions --kind weakness', 'The option --kind does not belong to this command'],
    ['feedback --node G1 decisions', 'The option --node does not belong to this command'],
    ['feedback crosswalk --period 1399-06', 'The option --period does not belong to this command'],
    ['scorecard appeals --department D1', 'The option --department does not belong to this command'],
    [
      'scorecard --json decide 1 --outcome accepted --by a --reason b',
      'The option --json does not belong to this command',
    ],
    ['backup now', 'There are too many arguments.'],
    ['', 'Usage:'],
  ])('%s', async (line, words) => {
    const { code, out, err } = await run(`${line} --language en`, { realization }, { currentFolder: root });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  it('speaks Persian by default', async () => {
    const { err } = await run('نیست');
    expect(err).toBe('فرمان «نیست» شناخته نیست.\nراهنما: payesh --help\n');
  });
});

describe('help and version', () => {
  it('are data: stdout, exit 0, in the language that was asked', async () => {
    expect(await run('--version')).toMatchObject({ code: 0, out: '1.2.3\n', err: '' });
    const fa = await run('--help');
    expect(fa).toMatchObject({ code: 0, err: '' });
    expect(fa.out).toContain('فرمان‌ها:');
    expect((await run('realization --help --language en')).out).toContain('Options:');
  });

  it('take the language of the workspace', async () => {
    const folder = join(root, 'english');
    mkdirSync(folder);
    writeFileSync(join(folder, 'payesh.config.json'), '// ours\n{ "language": "en" }');
    expect((await run('--help', {}, { environment: { PAYESH_WORKSPACE: folder } })).out).toContain('Commands:');
    expect((await run(`--help --workspace ${folder} --language fa`)).out).toContain('فرمان‌ها:');
  });
});

describe('figures', () => {
  it('print JSON with the stable keys and nothing else', async () => {
    const { code, out, err } = await run('realization --json', { realization }, { currentFolder: root });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answer = JSON.parse(out);
    const { rows, reasons, ...head } = answer;
    expect(reasons).toEqual([]);
    expect(head).toEqual({
      period: '1399-06',
      plan: 'QOM-1',
      scope: 'plan',
      basis: 'due',
      spending: 'spent',
      budget: 'current',
      denominator: 'approved',
      as_of: null,
    });
    for (const key of 'code level title physical budget gap indicators adherence coverage coverage_budget low high assumed assumed_budget active_weight achieved planned spent_rial budget_rial silent leaves'.split(
      ' ',
    )) {
      expect(rows[0]).toHaveProperty(key);
    }
    expect(rows[1].physical).toBeNull();
    expect(out).toContain('"spent_rial": 9007199254740993,');
  });

  it('pass every choice on, with periods as people write them, and leave the rest to the configuration', async () => {
    const asked: FigureQuery[] = [];
    const parts = {
      realization: async (query: FigureQuery) => {
        asked.push(query);
        return { ...HEAD, mix: 0, rows: [] };
      },
    };
    await run('realization', parts, { currentFolder: root });
    await run(
      'realization --period شهریور99 --scope year --basis full --spending certified --budget original --denominator allocated --plan P --by district --level هدف --node 1-1 --department R01 --as-of 2020-10-01T03:30:00+03:30',
      parts,
      { currentFolder: root },
    );
    expect(asked).toEqual([
      {},
      {
        period: '1399-06',
        scope: 'year',
        basis: 'full',
        spending: 'certified',
        budget: 'original',
        denominator: 'allocated',
        plan: 'P',
        by: 'district',
        level: 'هدف',
        node: '1-1',
        department: 'R01',
        asOf: '2020-10-01T00:00:00.000Z',
      },
    ]);
  });

  it('gap: JSON keys of the contract', async () => {
    const { out } = await run(
      'gap --json',
      { gap: async () => ({ ...HEAD, since: null, rows: [GAP] }) },
      { currentFolder: root },
    );
    const [row] = JSON.parse(out).rows;
    expect(row).toMatchObject({ code: 'QOM-1', gap: 0.415, paid_ahead: 0.265, mix: 0.14, mix_between_years: 0.02 });
    expect(row.outside).toEqual([{ kind: 'not_due', value: 0.01 }]);
    expect(row.bridge[0]).toEqual({ step: 'budget', value: 1.005 });
    expect(row.causes[0]).toMatchObject({ code: '1399-R01-0001', title: 'پل', paid_ahead: 0.157, mix: 0.09 });
  });

  it('isolate codes only for a person at a terminal', async () => {
    const seen = await run('realization', { realization }, { currentFolder: root, outIsTerminal: true });
    const piped = await run('realization', { realization }, { currentFolder: root });
    expect(seen.out).toContain('\u2066QOM-1\u2069');
    expect(piped.out).not.toContain('\u2066');
  });
});

describe('submissions', () => {
  it.each([
    ['too_big', 3],
    ['not_a_regular_file', 3],
    ['still_being_written', 0],
    ['gone', 0],
  ] as const)('a file left because it is %s ends with %i, and run tells of it', async (reason, code) => {
    const taken = { files: [], ignored: [{ file: 'R01/old', reason }] };
    expect((await run('ingest', { ingest: async () => taken }, { currentFolder: root })).code).toBe(code);
    const month = { run: async () => ({ headline: null, ingest: taken, report: null, mail: null, stages: [] }) };
    const ran = await run('run --language en', month, { currentFolder: root });
    expect(ran.code).toBe(code);
    expect(ran.err).toContain('Left alone: R01/old — ');
  });

  const ingest = (status: 'accepted' | 'partly' | 'refused' | 'duplicate', refusedRows = 0) => ({
    ingest: async () => ({ files: [{ ...SUBMISSION, status, refusedRows }], ignored: [] }),
  });

  it.each([
    ['accepted', 0, 0],
    ['duplicate', 0, 0],
    ['partly', 2, 3],
    ['refused', 0, 3],
  ] as const)('a file that is %s ends with %i refused rows in exit code %i', async (status, rows, code) => {
    expect((await run('ingest', ingest(status, rows), { currentFolder: root })).code).toBe(code);
  });

  it('ingest --json says for each file what the contract names', async () => {
    const { out } = await run('ingest --json', ingest('accepted'), { currentFolder: root });
    expect(JSON.parse(out).files[0]).toMatchObject({
      file: 'R01/شهریور 99.xlsx',
      department: 'R01',
      period: '1399-06',
      status: 'accepted',
      accepted_rows: 10,
      refused_rows: 0,
      findings: [],
    });
  });

  it('shows progress on a terminal and none when piped', async () => {
    const parts = {
      ingest: async ({ onProgress }: { onProgress?: (done: number, total: number, file: string) => void }) => {
        onProgress?.(3, 10, 'x');
        return { files: [], ignored: [] };
      },
    };
    expect((await run('ingest --language en', parts, { currentFolder: root, errIsTerminal: true })).err).toContain(
      'reading files 3/10',
    );
    expect((await run('ingest', parts, { currentFolder: root })).err).toBe('');
  });
});

describe('the month', () => {
  const month = (refusedRows: number) => ({
    loadSample: async () => ({ loaded: true }),
    run: async () => ({
      headline: null,
      ingest: { files: [{ ...SUBMISSION, status: 'partly' as const, refusedRows }], ignored: [] },
      report: {
        period: '1399-06',
        edition: 1,
        unchanged: false,
        pdf: { state: 'off' as const, path: null },
        files: [{ file: 'a.xlsx', path: '/w/a.xlsx', sha256: 'x' }],
      },
      mail: null,
      stages: [{ stage: 'ingest', milliseconds: 1200 }],
    }),
  });

  it('run ends with 3 where rows went back; start, a first look, with 0; both name the workbooks', async () => {
    const ran = await run('run --language en', month(2), { currentFolder: root });
    expect(ran.code).toBe(3);
    expect(ran.out).toContain('  /w/a.xlsx\n');
    expect(ran.err).toContain('reading files 1.2 s');
    const started = await run('start --language en', month(2), { currentFolder: root });
    expect(started.code).toBe(0);
    expect(started.err).toContain('the sample organisation was loaded');
  });

  it('verify ends with 1 where something is wrong', async () => {
    const bad = { verify: async () => ({ ok: false, problems: ['A page is damaged.'], warnings: [] }) };
    expect(await run('verify', bad, { currentFolder: root })).toMatchObject({ code: 1, out: 'A page is damaged.\n' });
    const good = { verify: async () => ({ ok: true, problems: [], warnings: [] }) };
    expect(await run('verify --json', good, { currentFolder: root })).toMatchObject({
      code: 0,
      out: '{\n  "ok": true,\n  "problems": [],\n  "warnings": []\n}\n',
    });
  });
});

describe('faults', () => {
  const failing = (error: Error) => ({ realization: () => Promise.reject(error) });

  it('what a person can mend: a sentence, the remedy, the exit code of the fault', async () => {
    const noPlan = new PayeshError('NO_PLAN', { fa: 'ف', en: 'No plan.', remedyFa: 'ر', remedyEn: 'Import one.' });
    expect(await run('realization --language en', failing(noPlan), { currentFolder: root })).toMatchObject({
      code: 1,
      out: '',
      err: 'No plan.\nTo mend it: Import one.\n',
    });
    const unknown = new PayeshError(
      'UNKNOWN_CODE',
      { fa: 'ف', en: 'No such code.', remedyFa: 'ر', remedyEn: 'See.' },
      2,
    );
    expect((await run('realization', failing(unknown), { currentFolder: root })).err).toBe('ف\nراه اصلاح: ر\n');
    expect((await run('realization', failing(unknown), { currentFolder: root })).code).toBe(2);
  });

  it('the failing world: no stack; our own fault: with it', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const world = await run('realization --language en', failing(full), { currentFolder: root });
    expect(world.code).toBe(1);
    expect(world.err).toContain('The system refused: ENOSPC');
    expect(world.err).not.toContain(' at ');
    const ours = await run('realization --language en', failing(new TypeError('x is undefined')), {
      currentFolder: root,
    });
    expect(ours.code).toBe(1);
    expect(ours.err).toContain('fault of Payesh itself');
    expect(ours.err).toContain('x is undefined');
  });

  it('a wrong configuration: all faults at once, and nothing is opened', async () => {
    const folder = join(root, 'faulty');
    mkdirSync(folder);
    writeFileSync(join(folder, 'payesh.config.json'), '{ "langauge": "en", "deadline": { "day": 40 } }');
    const { code, err, config } = await run('status --language en', {}, { currentFolder: folder });
    expect({ code, config }).toEqual({ code: 2, config: null });
    expect(err).toContain('deadline.day = 40 — expected: a whole number from 1 to 28 — example: "day": 5');
    expect(err).toContain('langauge = "en" — expected: a known key; the nearest is "language"');
  });

  it('closes the workspace whatever happens', async () => {
    let stopped = 0;
    const stop = () => {
      stopped += 1;
    };
    await run('realization', { ...failing(new Error('x')), stop }, { currentFolder: root });
    await run('realization', { realization, stop }, { currentFolder: root });
    expect(stopped).toBe(2);
  });
});

describe('init', () => {
  it('makes a workspace that the program accepts, and never writes over one', async () => {
    const { code, out } = await run('init شهر', {}, { currentFolder: root });
    const path = join(root, 'شهر', 'payesh.config.json');
    expect({ code, out }).toEqual({ code: 0, out: `${path}\n` });
    expect(readConfig(readFileSync(path, 'utf8'))).toMatchObject({ faults: [], config: { organisation: 'شهر' } });
    expect(existsSync(join(root, 'شهر', 'data', 'inbox'))).toBe(true);
    writeFileSync(path, '{}');
    expect((await run('init شهر', {}, { currentFolder: root })).code).toBe(1);
    expect(readFileSync(path, 'utf8')).toBe('{}');
  });
});

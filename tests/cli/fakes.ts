import type { Host } from '../../src/cli/host.js';
import { runCommandLine } from '../../src/cli/program.js';
import type { Config } from '../../src/config/config.js';
import type { GapExplained, Realization } from '../../src/domain/measure.js';
import { DEFAULT_OPTIONS } from '../../src/domain/measure.js';
import type { SubmissionRecord } from '../../src/domain/month.js';
import type { Pipeline, ReasonedHead } from '../../src/pipeline/types.js';

export const HEAD: ReasonedHead = {
  period: '1399-06',
  plan: 'QOM-1',
  options: DEFAULT_OPTIONS,
  asOf: null,
  reasons: [],
};

export const TOTAL: Realization = {
  kind: 'plan',
  code: 'QOM-1',
  level: 'plan',
  title: 'برنامه نمونه',
  physical: 0.59,
  budget: 1.005,
  gap: 0.415,
  indicators: null,
  adherence: 0.57,
  coverage: 0.91,
  coverageBudget: 0.9,
  low: 0.59,
  high: 0.642,
  assumed: 0.1,
  assumedBudget: 0,
  activeWeight: 1,
  achieved: 0.295,
  planned: 0.5,
  spentRial: 9_007_199_254_740_993n,
  budgetRial: 9_100_000_000_000_000n,
  silent: 12,
  leaves: 140,
};

export const SILENT_NODE: Realization = {
  ...TOTAL,
  kind: 'node',
  code: '1-1',
  level: 'هدف',
  title: 'هدف\u001b[31m یکم',
  physical: null,
  budget: null,
  gap: null,
  coverage: null,
  low: null,
  high: null,
  spentRial: null,
  budgetRial: null,
  silent: 3,
  leaves: 3,
};

export const GAP: GapExplained & { changes: null; parts: [] } = {
  changes: null,
  parts: [],
  code: 'QOM-1',
  title: 'برنامه نمونه',
  level: 'plan',
  physical: 0.59,
  budget: 1.005,
  gap: 0.415,
  paidAhead: 0.265,
  mix: 0.14,
  mixBetweenYears: 0.02,
  outside: [{ kind: 'not_due', value: 0.01 }],
  bridge: [
    { step: 'budget', value: 1.005 },
    { step: 'physical_at_budget_shares', value: 0.74 },
    { step: 'physical', value: 0.59 },
  ],
  paidAheadParts: [],
  causes: [
    {
      code: '1399-R01-0001',
      title: 'پل',
      year: 1399,
      node: '1-1-1-01',
      department: 'R01',
      paidAhead: 0.157,
      mix: 0.09,
      outside: 0,
      outsideKind: null,
    },
  ],
  weightsAssumed: false,
};

export const SUBMISSION: SubmissionRecord = {
  id: 1,
  file: 'R01/شهریور 99.xlsx',
  department: 'R01',
  period: '1399-06',
  sha256: 'ab',
  receivedAt: '2020-09-25T07:30:00.000Z',
  status: 'accepted',
  acceptedRows: 10,
  refusedRows: 0,
  findings: [],
};

/** A pipeline that answers only what a test gives it; anything else asked is a failing test. */
export function pipelineOf(parts: Partial<Pipeline>): Pipeline {
  return { stop: () => {}, ...parts } as Pipeline;
}

export interface Ran {
  code: number;
  out: string;
  err: string;
  config: Config | null;
}

/** Runs one command line on a fake process and returns what it left behind. */
export async function run(line: string, parts: Partial<Pipeline> = {}, host: Partial<Host> = {}): Promise<Ran> {
  const ran: Ran = { code: -1, out: '', err: '', config: null };
  ran.code = await runCommandLine({
    words: line.split(' ').filter((word) => word !== ''),
    environment: {},
    currentFolder: '/',
    version: '1.2.3',
    out: (text) => {
      ran.out += text;
    },
    err: (text) => {
      ran.err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
    now: () => new Date('2020-09-30T00:00:00Z'),
    openPipeline: async (_, config) => {
      ran.config = config;
      return pipelineOf(parts);
    },
    serve: async () => 0,
    ...host,
  });
  return ran;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../../src/domain/calendar.js';
import { feedbackSentence, paceSentence, shiftSentence } from '../../src/domain/catalogue/feedback-sentences.js';
import { persianDigits } from '../../src/domain/catalogue/numbers.js';
import type { Feedback, FeedbackRules, Pace } from '../../src/domain/feedback.js';
import { boundsAt } from '../../src/measure/feedback/bounds.js';
import { contributionParts, contributionsOf } from '../../src/measure/feedback/contributions.js';
import { momentOf, withLaterReports } from '../../src/measure/feedback/history.js';
import { nodePaces } from '../../src/measure/feedback/pace.js';
import { type Candidate, propose, share } from '../../src/measure/feedback/proposal.js';
import { judge } from '../../src/measure/feedback/rules.js';
import { explainGap } from '../../src/measure/gap.js';
import type { Figure } from '../../src/measure/input.js';
import { monthModel } from '../../src/measure/model.js';
import { organisation } from '../oracle/generate.js';
import { QUESTIONS } from '../oracle/question.js';
import { Chance } from '../oracle/random.js';
import { figures, input, node, project } from './organisation.js';

const RULES: FeedbackRules = {
  periods: 3,
  weak: 0.2,
  strong: 0.1,
  funded: 0.8,
  behind: 0.2,
  moved: 0.25,
  winner: 0.95,
  starved: 0.6,
  shift: 0.2,
};

/** Reports of one project by month from the first: physical, spent and released in parts of what is due at that month; null = silent. */
type Month = [physical: number, spent: number, released: number] | null;

function reports(code: string, months: readonly Month[]): Figure[] {
  return months.flatMap((said, at) => {
    if (!said) return [];
    const due = 10_000 * (at + 1);
    const [physical, spent, released] = said;
    return figures(code, `1399-${String(at + 1).padStart(2, '0')}`, {
      physical,
      spent_rial: Math.round(spent * due),
      allocated_rial: Math.round(released * due),
    });
  });
}

/** What is judged in month 6 of a year of two projects under two nodes; B always does as planned. */
function judged(a: readonly Month[], rules: Partial<FeedbackRules> = {}) {
  const onPlan = Array.from({ length: 6 }, (_, at): Month => [(at + 1) / 12, 1, 1]);
  const given = [...reports('A', a), ...reports('B', onPlan)];
  const plan = {
    nodes: [node('T1'), node('T2')],
    projects: [
      project('A', { node: 'T1', approvedRial: 120_000 }),
      project('B', { node: 'T2', approvedRial: 120_000 }),
    ],
  };
  function* history() {
    for (let month = 6; month >= 1; month -= 1) {
      const of = input(plan, given, { scope: 'year' }, `1399-0${month}`);
      const pair = { known: monthModel(of), later: monthModel({ ...of, figures: withLaterReports(of, 6) }) };
      yield momentOf(pair, pair, 6);
    }
  }
  const { found, undecided } = judge(history(), { ...RULES, ...rules });
  const items = found.map(
    ({ kind, place, persistence, openEnded }) => `${kind} ${place.row.code} ${persistence}${openEnded ? '+' : ''}`,
  );
  return { items: items.filter((line) => / (A|T1) /.test(line)).sort(), undecided };
}

const SLOW: Month[] = [1, 2, 3, 4, 5, 6].map((month) => [(0.7 * month) / 12, 1, 1]);

describe('strengths and weaknesses', () => {
  it('need the rule in so many periods in a row, at the bound and not short of it', () => {
    expect(judged(SLOW).items).toEqual(['weakness A 6+', 'weakness T1 6+']);
    expect(judged(SLOW, { weak: 0.3 }).items).toEqual(['weakness A 6+', 'weakness T1 6+']);
    expect(judged(SLOW, { weak: 0.301 }).items).toEqual([]);
    const recovered: Month[] = [...SLOW.slice(0, 3), [4 / 12, 1, 1], ...SLOW.slice(4)];
    expect(judged(recovered).items).toEqual([]);
    expect(judged(recovered, { periods: 2 }).items).toEqual(['weakness A 2', 'weakness T1 2']);
  });

  it('unknown is never 0: silent now is not judged, and a silent month breaks a row unless a later report settles it', () => {
    const silentNow = judged([...SLOW.slice(0, 5), null]);
    expect(silentNow).toEqual({ items: [], undecided: 3 });
    expect(judged([null, null, null, null, null, null]).items).toEqual([]);
    // Reported as 35% in month 6, month 5 cannot have been above it: 84% of what was due is no certain weakness.
    expect(judged([...SLOW.slice(0, 4), null, SLOW[5] ?? null]).items).toEqual([]);
    const slower: Month[] = SLOW.map((said) => said && [said[0] / 2, said[1], said[2]]);
    expect(judged([...slower.slice(0, 4), null, slower[5] ?? null]).items).toEqual(['weakness A 6+', 'weakness T1 6+']);
    expect(judged([null, null, ...slower.slice(2)]).items).toEqual(['weakness A 4', 'weakness T1 4']);
  });

  it('a strength stands above the whole and is no weakness itself', () => {
    const fast: Month[] = [1, 2, 3, 4, 5, 6].map((month) => [(1.5 * month) / 12, 1, 1]);
    expect(judged(fast).items).toEqual(['strength A 6+', 'strength T1 6+']);
    expect(judged([1, 2, 3, 4, 5, 6].map((month) => [month / 12, 1, 1])).items).toEqual([]);
  });
});

describe('funded stallers', () => {
  const stuck: Month[] = [
    [0.05, 1, 1],
    [0.05, 1, 1],
    [0.05, 1, 1],
    [0.05, 1, 1],
    [0.05, 1, 1],
    [0.06, 1, 1],
  ];
  const stallers = (months: readonly Month[], rules: Partial<FeedbackRules> = {}) =>
    judged(months, rules).items.filter((line) => line.startsWith('funded_staller'));

  it('stand still behind the plan with their money there, spent or released', () => {
    // 20 points behind from month 3 on (25% planned, 5% done).
    expect(stallers(stuck)).toEqual(['funded_staller A 4']);
    const spentOnly: Month[] = stuck.map((said) => said && [said[0], 0.9, 0.1]);
    const releasedOnly: Month[] = stuck.map((said) => said && [said[0], 0.1, 0.9]);
    expect([stallers(spentOnly), stallers(releasedOnly)]).toEqual([['funded_staller A 4'], ['funded_staller A 4']]);
  });

  it('stand still for at least so long where only the step into the oldest period is missing', () => {
    const never: Month[] = Array.from({ length: 6 }, () => [0, 1, 1]);
    // Behind from month 1 on: the step into it is not known. Behind from month 3 on: it began within what was read.
    expect(stallers(never, { behind: 0.05 })).toEqual(['funded_staller A 5+']);
    expect(stallers(stuck)).toEqual(['funded_staller A 4']);
  });

  it('are none without money, with work that moves, or with a step that nobody reported', () => {
    expect(stallers(stuck.map((said) => said && [said[0], 0.7, 0.7]))).toEqual([]);
    const moving: Month[] = [0.0, 0.01, 0.02, 0.03, 0.06, 0.09].map((done) => [done, 1, 1]);
    expect(stallers(moving)).toEqual([]);
    expect(stallers(moving, { moved: 0.4 })).toEqual(['funded_staller A 4']);
    expect(stallers([...stuck.slice(0, 5), null])).toEqual([]);
    // A silent month between two equal reports stood still too.
    expect(stallers([...stuck.slice(0, 4), null, stuck[5] ?? null])).toEqual(['funded_staller A 4']);
  });
});

describe('starved winners', () => {
  const winners = (months: readonly Month[]) =>
    judged(months).items.filter((line) => line.startsWith('starved_winner'));
  const months = (physical: number, spent: number, released: number): Month[] =>
    [1, 2, 3, 4, 5, 6].map((month) => [(physical * month) / 12, spent, released]);

  it('keep to the plan while money is held back; spending alone speaks where a release was never reported', () => {
    expect(winners(months(0.96, 0.4, 0.5))).toEqual(['starved_winner A 6+']);
    expect([
      winners(months(0.94, 0.4, 0.5)),
      winners(months(0.96, 0.4, 0.61)),
      winners(months(0.96, 0.61, 0.5)),
    ]).toEqual([[], [], []]);
    expect(winners([...months(0.96, 0.4, 0.5).slice(0, 5), null])).toEqual([]);
  });
});

describe('bounds', () => {
  it('lie between the report before and the next one', () => {
    const said = new Map([
      [3, 0.2],
      [5, 0.25],
    ]);
    const last = (month: number) => {
      const at = [...said.keys()].filter((each) => each <= month).at(-1);
      return at === undefined ? null : { month: at, value: said.get(at) ?? 0 };
    };
    expect([2, 3, 4, 6].map((month) => boundsAt(last, month, 6))).toEqual([
      { low: 0, high: 0.2 },
      { low: 0.2, high: 0.2 },
      { low: 0.2, high: 0.25 },
      { low: 0.25, high: null },
    ]);
    expect(boundsAt(last, 2, 2)).toBeNull();
  });
});

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed + 1);

describe('contributions', () => {
  it('add up at every node, and departments with the years without projects to the whole', () => {
    for (const seed of SEEDS) {
      const given = organisation(seed);
      const [scope, basis] = QUESTIONS[seed % QUESTIONS.length] ?? ['plan', 'due'];
      const model = monthModel({ ...given, options: { ...given.options, scope, basis } });
      const gap = explainGap(model, model.root);
      const parts = contributionParts(model, gap);
      const rows = contributionsOf(model, parts);
      const at = (code: string) => rows.find((row) => row.subject !== 'department' && row.code === code);
      for (const { code, children, leaves } of model.nodes.values()) {
        const own = parts.filter((part) => leaves.length > 0 && part.node === code);
        const below = [...children.map((child) => at(child.code)), ...own];
        const sum = (of: 'gap' | 'shortfall') => below.reduce((total, row) => total + (row?.[of] ?? 0), 0);
        expect(at(code)?.shortfall ?? 0).toBeCloseTo(sum('shortfall'), 9);
        if (gap.gap !== null) expect(at(code)?.gap).toBeCloseTo(sum('gap'), 9);
      }
      const [whole] = rows;
      if (gap.gap !== null) expect(whole?.gap).toBeCloseTo(gap.gap, 9);
      const empty = parts
        .filter(({ department }) => department === null)
        .reduce((sum, part) => sum + (part.gap ?? 0), 0);
      const departments = rows.filter(({ subject }) => subject === 'department');
      const all = departments.reduce((sum, row) => sum + (row.gap ?? 0), empty);
      if (gap.gap !== null) expect(all).toBeCloseTo(gap.gap, 9);
    }
  });
});

it('judges and adds up the same in whatever order rows and figures stand', () => {
  for (const seed of SEEDS.slice(0, 20)) {
    const given = organisation(seed);
    const chance = new Chance(-seed);
    const { nodes, projects, schedule, departments } = given.package;
    const mixed = {
      ...given,
      package: {
        ...given.package,
        nodes: chance.shuffle(nodes),
        projects: chance.shuffle(projects),
        schedule: chance.shuffle(schedule),
        departments: chance.shuffle(departments),
      },
      figures: chance.shuffle(given.figures),
    };
    const [one, two] = [given, mixed].map((each) => {
      const of = { ...each, options: { ...each.options, scope: 'year' as const, basis: 'due' as const } };
      function* history() {
        let { period } = of;
        for (let back = 0; back < 4; back += 1) {
          const at = { ...of, period };
          const until = back === 0 ? 13 : 12;
          const pair = { known: monthModel(at), later: monthModel({ ...at, figures: withLaterReports(at, until) }) };
          yield momentOf(pair, pair, until);
          period = addMonths(given.calendar, period, -1);
        }
      }
      const { found, undecided } = judge(history(), { ...RULES, periods: 1 });
      const lines = found.map(
        ({ kind, place, value, persistence }) =>
          `${kind} ${place.row.kind} ${place.row.code} ${value.toFixed(9)} ${persistence}`,
      );
      return { lines: lines.sort(), undecided };
    });
    expect(two).toEqual(one);
  }
});

describe('pace', () => {
  it('asks of the months left what is left of the work', () => {
    const given = { projects: [project('A0', { year: 1398 }), project('A')] };
    const model = monthModel(
      input(given, figures('A0', '1398-12', { physical: 0.5 }), { scope: 'plan', basis: 'full' }, '1399-06'),
    );
    const [plan] = nodePaces(model);
    expect(plan).toMatchObject({ reached: 0.25, target: 1, monthsPassed: 18, monthsLeft: 6 });
    expect([plan?.needed, plan?.soFar]).toEqual([0.125, 0.25 / 18]);
    expect(plan?.times).toBeCloseTo(9, 9);
    const end = monthModel(
      input(given, figures('A', '1399-12', { physical: 0.5 }), { scope: 'year', basis: 'full' }, '1399-12'),
    );
    expect(nodePaces(end)[0]).toMatchObject({ monthsLeft: 0, needed: null, times: null });
    expect(nodePaces(monthModel(input(given, [], { scope: 'year', basis: 'full' })))).toEqual([]);
  });
});

function candidate(code: string, currentRial: bigint, given: Partial<Candidate> = {}): Candidate {
  return {
    code,
    title: code,
    currentRial,
    committedRial: 0n,
    commitmentsUnknown: 0,
    physical: null,
    budget: null,
    stalled: 0,
    starved: 0,
    strong: 0,
    ...given,
  };
}

const SHIFT = { shift: 0.2, ahead: 0.1 };

describe('the proposal', () => {
  const shifts = (given: readonly Candidate[], total: bigint | null = null) =>
    propose(given, total, 1400, SHIFT).rows.map(({ proposedRial, reason }) => [proposedRial, reason]);

  it('moves credit from stallers to the starved, to work ahead of money, to strengths', () => {
    const staller = candidate('A', 100n, { stalled: 0.5 });
    expect(shifts([staller, candidate('B', 100n, { starved: 0.5 })])).toEqual([
      [90n, 'staller'],
      [110n, 'starved'],
    ]);
    expect(shifts([staller, candidate('B', 100n, { physical: 0.9, budget: 0.4 })])).toEqual([
      [90n, 'staller'],
      [110n, 'ahead_of_money'],
    ]);
    expect(shifts([staller, candidate('B', 100n, { physical: 0.45, budget: 0.4 })])).toEqual([
      [100n, 'unchanged'],
      [100n, 'unchanged'],
    ]);
    expect(shifts([staller, candidate('B', 100n, { strong: 0.3 })])).toEqual([
      [94n, 'staller'],
      [106n, 'strength'],
    ]);
  });

  it('holds commitments: none is below them, others make room; a total that cannot cover them says so', () => {
    const held = candidate('A', 100n, { stalled: 1, committedRial: 95n });
    expect(shifts([held, candidate('B', 100n, { starved: 1 })])).toEqual([
      [95n, 'staller'],
      [105n, 'starved'],
    ]);
    expect(shifts([candidate('A', 100n, { committedRial: 90n }), candidate('B', 300n)], 200n)).toEqual([
      [90n, 'committed'],
      [110n, 'makes_room'],
    ]);
    const short = propose(
      [candidate('A', 1n, { committedRial: 60n }), candidate('B', 1n, { committedRial: 30n })],
      30n,
      1400,
      SHIFT,
    );
    expect([short.coversCommitments, short.rows.map(({ proposedRial }) => proposedRial)]).toEqual([false, [20n, 10n]]);
    expect(propose([], null, 1400, SHIFT)).toMatchObject({ totalRial: 0n, totalAssumed: true, rows: [] });
    expect(propose([candidate('A', 0n), candidate('B', 0n)], 3n, 1400, SHIFT)).toMatchObject({
      equalAssumed: true,
      rows: [{ proposedRial: 2n }, { proposedRial: 1n }],
    });
  });

  const ratio = fc.double({ min: 0, max: 1, noNaN: true });
  const rial = fc.bigInt({ min: 0n, max: 90_000_000_000_000_000_000n });
  const candidates = fc.uniqueArray(
    fc.record({
      code: fc.string({ minLength: 1 }),
      currentRial: rial,
      committedRial: rial,
      stalled: ratio,
      starved: ratio,
      strong: ratio,
      physical: ratio,
      budget: ratio,
      commitmentsUnknown: fc.constant(0),
    }),
    { selector: ({ code }) => code, minLength: 1, maxLength: 12 },
  );

  it('is neutral to the rial, within its bounds, and the same in whatever order the nodes stand', () => {
    fc.assert(
      fc.property(candidates, rial, fc.integer(), (given, total, seed) => {
        const all = given.map((each) => ({ ...each, title: each.code }));
        const { rows, coversCommitments } = propose(all, total, 1400, SHIFT);
        const sum = (of: (row: (typeof rows)[number]) => bigint) => rows.reduce((all, row) => all + of(row), 0n);
        expect(sum(({ proposedRial }) => proposedRial)).toBe(total);
        expect(sum(({ baseRial }) => baseRial)).toBe(total);
        for (const row of rows) {
          expect(row.baseRial + row.boundRial - row.takenRial + row.receivedRial).toBe(row.proposedRial);
          if (coversCommitments) expect(row.proposedRial >= row.committedRial).toBe(true);
          const most = ((row.baseRial + row.boundRial) * 200_000_001n) / 1_000_000_000n + 1n;
          expect(row.takenRial <= most && row.receivedRial <= most).toBe(true);
          expect(row.takenRial === 0n || row.receivedRial === 0n).toBe(true);
        }
        const other = propose(new Chance(seed).shuffle(all), total, 1400, SHIFT);
        const byCode = (list: typeof rows) => [...list].sort((a, b) => (a.code < b.code ? -1 : 1));
        expect(byCode(other.rows)).toEqual(byCode(rows));
      }),
      { numRuns: 200 },
    );
  });

  it('shares to the rial', () => {
    expect(share(10n, [1n, 1n, 1n])).toEqual([4n, 3n, 3n]);
    expect(share(5n, [0n, 0n])).toEqual([0n, 0n]);
  });
});

describe('sentences', () => {
  const item: Feedback = {
    kind: 'weakness',
    subject: 'node',
    code: 'T1',
    level: 'scheme',
    title: 'طرح',
    department: null,
    node: null,
    value: 0.363,
    threshold: 0.2,
    persistence: 7,
    since: '1398-12',
    openEnded: true,
    contribution: 0.0412,
    shortfall: -0.0255,
    physical: 0.594,
    high: 0.637,
    budget: 0.99,
    reference: 0.711,
    achieved: 0.123,
    planned: 0.456,
    spent: 0.81,
    released: null,
    creditRial: 1000,
  };
  const pace: Pace = {
    subject: 'indicator',
    code: 'I',
    level: 'indicator',
    title: '',
    from: 6.5,
    reached: 5.5,
    target: 4,
    monthsPassed: 48,
    monthsLeft: 12,
    needed: -0.125,
    soFar: -0.0208,
    times: 6.01,
  };
  const shift = propose(
    [candidate('A', 1_234_000_000n, { stalled: 0.377 }), candidate('B', 5_600_000_000n, { starved: 0.251 })],
    null,
    1400,
    SHIFT,
  ).rows;

  /** Numbers of a sentence, and the forms in which a record's own numbers may be written. */
  const numbersIn = (text: string) =>
    text
      .replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)))
      .replace(/٫/g, '.')
      .replace(/٬/g, ',')
      .match(/\d[\d.,]*\d|\d/g) ?? [];
  const known = (record: object, extra: readonly string[] = []) =>
    new Set([
      ...extra,
      ...Object.values(record).flatMap((value) => {
        if (typeof value === 'bigint') {
          const million = Number(value < 0n ? -value : value) / 1e6;
          return [Math.round(million).toLocaleString('en-US')];
        }
        if (typeof value === 'string') return numbersIn(value);
        if (typeof value !== 'number') return [];
        const size = Math.abs(value);
        return [(size * 100).toFixed(1), size.toFixed(1), size.toFixed(2), size.toFixed(3), String(size)];
      }),
    ]);
  const unit = { of: 'million_rial' as const, name: 'M' };

  it.each(['fa', 'en'] as const)('%s: every number stands in the record', (language) => {
    for (const kind of ['weakness', 'strength', 'funded_staller', 'starved_winner'] as const) {
      const said = feedbackSentence({ ...item, kind }, language);
      expect(numbersIn(said).length).toBeGreaterThan(5);
      expect(numbersIn(said).filter((number) => !known({ ...item, kind }).has(number))).toEqual([]);
    }
    const said = paceSentence(pace, language) ?? '';
    expect(numbersIn(said).filter((number) => !known(pace).has(number))).toEqual([]);
    for (const row of shift) {
      const sentence = shiftSentence(row, language, unit);
      expect(numbersIn(sentence).length).toBeGreaterThan(3);
      expect(numbersIn(sentence).filter((number) => !known(row).has(number))).toEqual([]);
    }
  });

  it('says unknown as unknown, and at least where the row may be longer', () => {
    const said = feedbackSentence({ ...item, kind: 'funded_staller' }, 'en');
    expect(said).toContain('while — of the money due was released');
    expect(said).toContain('for at least 7 periods');
    expect(feedbackSentence({ ...item, openEnded: false }, 'fa')).toContain(`این وضع ${persianDigits('7')} دوره`);
    expect(paceSentence({ ...pace, needed: null }, 'en')).toBeNull();
  });
});

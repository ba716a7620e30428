import { describe, expect, test } from 'vitest';
import { earnedSchedule, forecastDuration, scheduleIndex } from '../../src/measure/control/earned-schedule.js';
import { type Indices, indicesOf, type ValueSums } from '../../src/measure/control/indices.js';

type Sums = Record<'BAC' | 'PV' | 'EV' | 'AC', number>;
type Printed = Partial<Record<Exclude<keyof Indices, 'reasons'>, [value: number, decimals: number]>>;

/**
 * Worked examples that others published with their results, as printed there; negative decimals = rounded to tens, hundreds, thousands.
 * Standards behind them: PMI, The Standard for Earned Value Management, 2019; EIA-748.
 */
const PUBLISHED: [source: string, sums: Sums, printed: Printed][] = [
  [
    // After Damnjanovic and Reinschmidt, Data Analytics for Engineering and Construction Project Risk Management, Springer 2020.
    'documentation of the R package PRA, paulgovan.github.io/PRA/reference (spi, sv, cpi)',
    { BAC: 100_000, PV: 40_000, EV: 35_000, AC: 36_000 },
    { SV: [-5000, 0], SPI: [0.875, 3], CPI: [0.9722222, 7] },
  ],
  [
    'the same (eac, tcpi), later costs',
    { BAC: 100_000, PV: 40_000, EV: 35_000, AC: 63_000 },
    { EAC_atypical: [128_000, 0], TCPI: [1.76, 2] },
  ],
  [
    // It prints EV to the cent, so EAC and ETC are good to a tenth; its VAC is against another budget than BAC and not taken.
    'documentation of the R package pmev 0.1.2, rdocumentation.org/packages/pmev/versions/0.1.2',
    { BAC: 150_000, PV: 25_144.5, EV: 13_878.46, AC: 10_000 },
    {
      ...{ SV: [-11_266.04, 2], CV: [3878.46, 2], CPI: [1.39, 2] },
      ...{ EAC: [108_081.2, 1], ETC: [98_081.2, 1], TCPI: [0.97, 2] },
    },
  ],
  [
    'EVM forecasting, wikislate.com/view.php?p=15-evm-forecasting.html (thousands of dollars; PV from its SPI)',
    { BAC: 100, PV: 50, EV: 40, AC: 45 },
    {
      ...{ CPI: [0.89, 2], SPI: [0.8, 2], EAC: [112.5, 1], ETC: [67.5, 1], VAC: [-12.5, 1] },
      ...{ EAC_spi: [129, 0], TCPI: [1.09, 2] },
    },
  ],
  [
    'a question of the PMP exam, solved at questionai.com/questions-tIrAitmdlx',
    { BAC: 300, PV: 200, EV: 250, AC: 250 },
    { CPI: [1, 2], SPI: [1.25, 2], EAC_spi: [290, 0] },
  ],
  [
    // It gives CV and not EV or PV: EV = AC + CV.
    'a question of the PMP exam, solved at pmzilla.com/tcpi',
    { BAC: 350_000, PV: 225_000, EV: 225_000, AC: 200_000 },
    { CV: [25_000, 0], CPI: [1.125, 3], EAC: [311_000, -3], TCPI_EAC: [1.125, 3] },
  ],
  [
    // Computed by hand from the formulas, and published nowhere: every figure of one table at once.
    'no source: round numbers by hand',
    { BAC: 1000, PV: 500, EV: 400, AC: 600 },
    {
      ...{
        SV: [-100, 9],
        CV: [-200, 9],
        SPI: [0.8, 9],
        CPI: [0.666666667, 9],
        EAC: [1500, 9],
        EAC_atypical: [1200, 9],
      },
      ...{ EAC_spi: [1725, 9], ETC: [900, 9], VAC: [-500, 9], TCPI: [1.5, 9], TCPI_EAC: [0.666666667, 9] },
    },
  ],
];

/** One project that is known on all sides and planned month by month. */
const sumsOf = ({ BAC, PV, EV, AC }: Sums): ValueSums => ({
  earned: { PV, EV },
  cost: { BAC: BigInt(BAC), EV, AC: BigInt(AC) },
  time: { PV, EV },
});

const rounded = (value: number | null, decimals: number) =>
  value === null ? null : Math.round(value * 10 ** decimals) / 10 ** decimals;

test.each(PUBLISHED)('%s', (_, sums, printed) => {
  const found = indicesOf(sumsOf(sums));
  const said = Object.entries(printed) as [keyof Printed, [number, number]][];
  expect(said.map(([name, [, decimals]]) => [name, rounded(found[name], decimals)])).toEqual(
    said.map(([name, [value]]) => [name, value]),
  );
});

test('every figure has a published example', () => {
  const named = PUBLISHED.filter(([source]) => !source.startsWith('no source')).flatMap(([, , printed]) =>
    Object.keys(printed),
  );
  const { reasons: _, ...all } = indicesOf(sumsOf({ BAC: 1000, PV: 500, EV: 400, AC: 600 }));
  expect([...new Set(named)].sort()).toEqual(Object.keys(all).sort());
});

describe('earned schedule', () => {
  /** A plan that earns the same in each of so many periods, up to 1. */
  const even = (periods: number) => ({ values: Array.from({ length: periods }, (_, at) => (at + 1) / periods) });

  // A question of the PMP exam, solved at project-management-prepcast.com/kunena/pmp-exam-discussion/9649-explanation: planned for 5
  // months, half of the work done after 3 → ES 2.5 months, SV(t) −0.5, SPI(t) 0.83.
  test('published: half of five months done after three', () => {
    const ES = earnedSchedule(even(5), 0.5);
    expect([ES, ES - 3, rounded(scheduleIndex(ES, 3), 2)]).toEqual([2.5, -0.5, 0.83]);
  });

  // The late project of gbaprojects.com.au/blog/what-is-earned-schedule: planned to end in week 20, ended in week 23, and SPI is
  // back at 1 since EV = PV = BAC ("regardless of lateness", Lipke and Henderson, Earned Schedule Training, EVA-11, London 2006). Its curves are drawn
  // and not printed, and neither is SPI(t): 20/23 follows by hand from SPI(t) = ES/AT. No table of a late project with printed monthly values
  // was found, neither in Lipke's "Schedule is Different" (2003) as far as it is quoted, nor later.
  test('a late project at its end: SPI is back at 1, SPI(t) is not', () => {
    const done = indicesOf(sumsOf({ BAC: 1000, PV: 1000, EV: 1000, AC: 1000 }));
    const ES = earnedSchedule(even(20), 1);
    const SPI_t = scheduleIndex(ES, 23);
    expect([done.SPI, ES, rounded(SPI_t, 3)]).toEqual([1, 20, 0.87]);
    expect(forecastDuration(20, SPI_t)).toBeCloseTo(23, 12);
  });
});

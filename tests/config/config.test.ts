import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABOUT } from '../../src/config/about.js';
import { blankComments } from '../../src/config/comments.js';
import { isCronText } from '../../src/config/cron-text.js';
import { defaultConfigText, loadConfig, readConfig } from '../../src/config/index.js';
import { KEYS } from '../../src/config/keys.js';

const DEFAULTS = readConfig('{}').config;

describe('configuration', () => {
  it('needs no file: every key has a default', () => {
    const { config, faults } = loadConfig('/nowhere/at/all');
    expect(faults).toEqual([]);
    expect(config).toMatchObject({
      calendar: { kind: 'jalali', yearStartMonth: 1 },
      timeZone: 'Asia/Tehran',
      language: 'fa',
      displayUnit: 'million_rial',
      headline: { scope: 'plan', spending: 'spent', budget: 'current', denominator: 'approved' },
      weights: { blank: 'equal' },
      quantityCap: 1,
      moneyUnit: null,
      atomic: false,
      mail: null,
    });
  });

  it('writes a commented file that reads back as the defaults, in both languages', () => {
    for (const language of ['fa', 'en'] as const) {
      expect(readConfig(defaultConfigText(language))).toEqual({ config: DEFAULTS, faults: [] });
    }
    expect(readConfig(defaultConfigText('fa', 'شهرداری "آزمون"')).config.organisation).toBe('شهرداری "آزمون"');
  });

  it('explains every key', () => {
    expect(Object.keys(KEYS).filter((key) => !ABOUT[key]?.fa || !ABOUT[key]?.en)).toEqual([]);
  });

  it.each([
    ['{"language": "de"}', ['language']],
    ['{"time_zone": "Asia/Nowhere"}', ['time_zone']],
    ['{"calendar": "hijri", "year_start_month": 13}', ['calendar', 'year_start_month']],
    ['{"year_start_month": "1"}', ['year_start_month']],
    ['{"headline": {"scope": "decade", "spending": "paid"}}', ['headline.scope', 'headline.spending']],
    ['{"headline": "plan"}', ['headline']],
    [
      '{"thresholds": {"gap_points": [30, 10], "ratio_bands": [0.8]}}',
      ['thresholds.gap_points', 'thresholds.ratio_bands'],
    ],
    ['{"deadline": {"day": 31, "grace_days": -1}}', ['deadline.day', 'deadline.grace_days']],
    [
      '{"jobs": {"ingest": "* * * *", "month": "61 * * * *", "backup": "daily"}}',
      ['jobs.ingest', 'jobs.month', 'jobs.backup'],
    ],
    ['{"money_unit": "dollar", "atomic": "yes", "quantity_cap": 0.5}', ['quantity_cap', 'money_unit', 'atomic']],
    ['{"mail": {"host": "h", "from": "nobody", "port": 0}}', ['mail.port', 'mail.from', 'mail.recipients']],
    ['{"organisation": ""}', ['organisation']],
    ['{"langauge": "fa"}', ['langauge']],
    ['{"toString": 1}', ['toString']],
    ['[]', ['{}']],
    ['{"language": }', ['payesh.config.json']],
  ])('reports every fault of %s at once', (text, keys) => {
    const { faults } = readConfig(text);
    expect(faults.map(({ key }) => key)).toEqual(keys);
    for (const { value, expected, example } of faults) {
      for (const part of [value, expected.fa, expected.en, example]) expect(part).not.toBe('');
    }
  });

  it('names the nearest known key, and the line of a syntax fault', () => {
    expect(readConfig('{"langauge": "fa"}').faults[0]?.expected.en).toContain('"language"');
    expect(readConfig('{"deadline": {"grace": 2}}').faults[0]?.expected.en).toContain('"deadline.grace_days"');
    expect(readConfig('{\n  "language": "fa"\n  "atomic": true\n}').faults[0]?.expected.en).toContain('line 3');
  });

  it('never repeats a password that somebody wrote into the file', () => {
    const { faults } = readConfig('{"mail": {"password": "hunter2"}}');
    expect(JSON.stringify(faults)).not.toContain('hunter2');
  });

  it('accepts a whole mail section', () => {
    const { config, faults } = readConfig('{"mail": {"host": "h", "from": "a@b.ir", "recipients": ["c@d.ir"]}}');
    expect(faults).toEqual([]);
    expect(config.mail).toMatchObject({ host: 'h', port: 587, recipients: ['c@d.ir'], passwordEnv: null });
  });

  it('leaves strings alone when it takes out comments and trailing commas', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(JSON.parse(blankComments(`// head\n${json} /* tail */`))).toEqual(JSON.parse(json));
      }),
    );
    expect(JSON.parse(blankComments('{"a": "x // y, }", "b": [1, 2,], /* c */ }'))).toEqual({
      a: 'x // y, }',
      b: [1, 2],
    });
  });

  it('knows cron', () => {
    expect(['*/5 * * * *', '0,30 8-17 * * 1-5', '59 23 31 12 7'].filter(isCronText)).toHaveLength(3);
    expect(['', '* * * * * *', '60 * * * *', '*/0 * * * *', '5-1 * * * *', 'a * * * *'].filter(isCronText)).toEqual([]);
  });
});

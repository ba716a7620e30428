import { describe, expect, test } from 'vitest';
import { readTemplates } from '../../src/check/submission/check.js';
import { renderFinding } from '../../src/domain/catalogue/render.js';
import { check, stated, told } from '../submission/town.js';
import { TEMPLATE_FAULTS } from './template-faults.js';

const A = '1399-R03-0001';
const read = (value: unknown) => readTemplates([{ file: 'data/templates/a.json', text: JSON.stringify(value) }]);

describe('the words of an organisation', () => {
  const { settings, findings } = read({
    synonyms: [
      { header: 'تحقق کارگاهی', field: 'physical_percent', sheet: 'project' },
      { header: 'رنگ پرونده', field: 'ignore' },
    ],
    layouts: [
      {
        department: 'R03',
        money_unit: 'million_rial',
        columns: [
          { header: 'ستون ۴', field: 'spent_rial' },
          { header: 'پیشرفت / ناظر', field: 'verified_percent' },
          { header: 'عملکرد', field: 'certified_rial', unit: 'toman' },
        ],
      },
    ],
  });

  test('are read without a fault', () => expect(findings).toEqual([]));

  test('a synonym is read by everybody, a layout by its department', () => {
    const text = `کد پروژه | تحقق کارگاهی | ستون ۴ | رنگ پرونده | عملکرد\n${A} | 20 | 5 | سبز | 7`;
    const own = check(text, { templates: settings });
    expect(stated(own)).toEqual([`${A} physical 0.2`, `${A} spent_rial 5000000`, `${A} certified_rial 70`]);
    expect(told(own)).toEqual([]);
    expect(own.understanding[0]?.columns.map(({ field, why, unitFrom }) => [field, why, unitFrom])).toEqual([
      ['project', 'exact', null],
      ['physical_percent', 'synonym', null],
      ['spent_rial', 'mapping', 'layout'],
      ['ignore', 'synonym', null],
      ['certified_rial', 'mapping', 'header'],
    ]);
    expect(told(check(text)).at(-1)).toBe('SUB_COLUMN_VAGUE E1');
  });

  test('the layout is found where only the file itself names the department', () => {
    const text = `واحد مجری: منطقه ۳\nکد پروژه | پیشرفت فیزیکی | ستون ۴\n${A} | 20 | 5`;
    const reading = check(text, { templates: settings, folderDepartment: null });
    expect(stated(reading)).toEqual([`${A} physical 0.2`, `${A} spent_rial 5000000`]);
  });
});

describe('faults of template files', () => {
  test.each(TEMPLATE_FAULTS)('%s at %s', (code, path, value) => {
    const { findings } = read(value);
    expect(findings.map((one) => [one.code, one.place])).toEqual([
      [code, { file: 'data/templates/a.json', column: path }],
    ]);
    for (const one of findings) expect(renderFinding(one, 'fa').message).not.toBe('');
  });

  test('what is no JSON', () => {
    const { findings, settings } = readTemplates([{ file: 'b.json', text: '{' }]);
    expect(findings.map(({ code }) => code)).toEqual(['TEMPLATE_NOT_JSON']);
    expect(settings).toEqual({ synonyms: [], layouts: [] });
  });
});

import { NO_DATA } from '../src/domain/catalogue/numbers.js';
import type { Realization, SliceKey } from '../src/domain/measure.js';
import type { MonthFigures } from '../src/domain/month.js';
import { figureTable } from './figure-rows.js';
import type { Voice } from './manager/voice.js';
import type { Part } from './page.js';

/** One table of figures for each attribute; a blank value is called so, and stands last. */
export function sliceTables(
  slices: Record<SliceKey, Realization[]>,
  keys: readonly SliceKey[],
  figures: MonthFigures,
  voice: Voice,
): Part[] {
  const { t } = voice;
  const names: Record<SliceKey, [title: string, named: string]> = {
    district: [t('به تفکیک منطقه', 'By district'), t('منطقه', 'District')],
    mission: [t('به تفکیک مأموریت', 'By mission'), t('مأموریت', 'Mission')],
    kind: [t('به تفکیک نوع کار', 'By kind of work'), t('نوع', 'Kind')],
    fundSource: [t('به تفکیک محل تأمین اعتبار', 'By source of funds'), t('محل تأمین', 'Source of funds')],
  };
  const blank = t('در برنامه نیامده', 'not given in the plan');
  return keys.map((key) => {
    const rows = slices[key].map((row) => (row.code === NO_DATA ? { ...row, title: blank } : { ...row, code: '' }));
    const named = rows.filter(({ code }) => code === '').sort((a, b) => inOrder(a.title, b.title));
    // Districts by number are read beside the other numbers of the page.
    const shown = named.map((row) => (/^[0-9]+$/.test(row.title) ? { ...row, title: voice.digits(row.title) } : row));
    const ordered = [...shown, ...rows.filter(({ code }) => code !== '')];
    return figureTable(names[key][0], names[key][1], ordered, figures, voice);
  });
}

/** Numbers as numbers, before names; names by their letters. */
function inOrder(a: string, b: string): number {
  const [first, second] = [Number(a), Number(b)];
  if (Number.isNaN(first) || Number.isNaN(second))
    return Number(Number.isNaN(first)) - Number(Number.isNaN(second)) || (a < b ? -1 : 1);
  return first - second;
}

/** What every report that shows slices says of them. */
export function sliceLegend({ t }: Voice): string {
  return t(
    'هر پروژه در هر جدول یک بار شمرده شده است. سال‌هایی از طرح‌ها که پروژه ندارند در هیچ برشی نیستند، پس جمع برش‌ها می‌تواند از کل برنامه کمتر باشد. درآمد در این گزارش نیست.',
    'Each project counts once in each table. Years of schemes without projects are in no slice, so slices may sum to less than the plan. Revenue is outside this report.',
  );
}

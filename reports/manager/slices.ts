import { SLICE_KEYS } from '../../src/domain/measure.js';
import type { MonthFigures } from '../../src/domain/month.js';
import type { Sheet } from '../../src/report/sheet.js';
import { FIGURE_WIDTHS } from '../figure-rows.js';
import { pageSheet } from '../page.js';
import { sliceLegend, sliceTables } from '../slice-tables.js';
import type { Voice } from './voice.js';

/** The headline by district, mission, kind and source of funds. */
export function slicesSheet(figures: MonthFigures, voice: Voice): Sheet {
  return pageSheet(figures, voice, {
    name: voice.labels.sheets.slices,
    title: voice.t('برش‌ها: منطقه، مأموریت، نوع و محل تأمین', 'Slices: district, mission, kind and source of funds'),
    legend: sliceLegend(voice),
    widths: FIGURE_WIDTHS,
    parts: sliceTables(figures.slices.headline, SLICE_KEYS, figures, voice),
  });
}

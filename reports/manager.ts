import type { MonthFigures } from '../src/domain/month.js';
import type { Workbook } from '../src/report/sheet.js';
import { chartsOf } from './manager/charts.js';
import { controlSheet } from './manager/control.js';
import { dataSheet } from './manager/data.js';
import { departmentsSheet } from './manager/departments.js';
import { earnedSheet } from './manager/earned.js';
import { feedbackSheet } from './manager/feedback.js';
import { forecastSheet } from './manager/forecast.js';
import { gapSheet } from './manager/gap.js';
import { indicatorsSheet } from './manager/indicators.js';
import { layoutOf } from './manager/layout.js';
import { lineageSheet } from './manager/lineage.js';
import { projectControlSheet } from './manager/project-control.js';
import { projectsSheet } from './manager/projects.js';
import { reportingSheet } from './manager/reporting.js';
import { scorecardSheet } from './manager/scorecard.js';
import { slicesSheet } from './manager/slices.js';
import { summarySheet } from './manager/summary.js';
import { cardCells } from './manager/summary-cards.js';
import { treeSheet } from './manager/tree.js';
import { voiceOf } from './manager/voice.js';
import { NO_INSTANT } from './page.js';

/** The manager's workbook of one month: from one page of words and figures down to the cell in which each was typed. */
export function managerWorkbook(figures: MonthFigures): Workbook {
  const voice = voiceOf(figures);
  const layout = layoutOf(figures);
  const charts = chartsOf(figures, voice, layout);
  const sheets = [
    summarySheet(figures, voice, layout, charts),
    treeSheet(figures, voice, layout),
    gapSheet(figures, voice, layout, charts.gap),
    projectsSheet(figures, voice, layout),
    projectControlSheet(figures, voice, layout, charts.curve),
    earnedSheet(figures, voice, layout),
    indicatorsSheet(figures, voice, layout, charts.indicators),
    departmentsSheet(figures, voice),
    scorecardSheet(figures, voice),
    feedbackSheet(figures, voice, layout),
    slicesSheet(figures, voice),
    forecastSheet(figures, voice, layout),
    reportingSheet(figures, voice),
    dataSheet(figures, voice),
    lineageSheet(figures, voice),
    controlSheet(figures, voice, layout),
    charts.sheet,
  ];
  const cells = cardCells(figures);
  const summary = voice.labels.sheets.summary;
  return {
    title: `${figures.organisation} — ${voice.period(figures.period)}`,
    language: figures.language,
    font: voice.labels.font,
    digits: figures.look.digits,
    instant: figures.dataAsOf ?? NO_INSTANT,
    sheets,
    names: [
      { name: 'payesh_time_elapsed', sheet: summary, cell: cells.timeElapsed },
      { name: 'payesh_physical', sheet: summary, cell: cells.physical },
      { name: 'payesh_budget', sheet: summary, cell: cells.budget },
      { name: 'payesh_indicators', sheet: summary, cell: cells.indicators },
      { name: 'payesh_gap_points', sheet: summary, cell: cells.gap },
    ],
  };
}

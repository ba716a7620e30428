import type { Headline, ReportAnswer, ReportFile } from '../../pipeline/types.js';
import { amount, percent, points } from '../numbers.js';
import { oneLine } from '../table.js';
import { gapSentence } from './gap.js';
import { footnotes, headLine, type View, wordsOf } from './view.js';

const NODES_SHOWN = 3;

/** The month in a few lines: the pair on one scope and basis, the gap in its parts, and who makes it. */
export function printHeadline(view: View, headline: Headline): string {
  const { word, unit, ltr, list } = wordsOf(view);
  const { figure, gap, nodes, silentDepartments, organisation, sample } = headline;
  const outside = gap.outside.reduce((sum, { value }) => sum + value, 0);
  const lines = [
    `${oneLine(organisation)}${sample ? ` — ${word('sample')}` : ''}`,
    headLine(view, headline),
    '',
    word('headline.physical', {
      value: percent(figure.physical),
      low: percent(figure.low),
      high: percent(figure.high),
      coverage: percent(figure.coverage),
      silent: figure.silent,
      leaves: figure.leaves,
    }),
    word('headline.budget', {
      value: percent(figure.budget),
      spent: amount(view.config.displayUnit, figure.spentRial),
      budget: amount(view.config.displayUnit, figure.budgetRial),
      unit,
      coverage: percent(figure.coverageBudget),
    }),
    gap.gap === null ? word('gap.undefined') : gapSentence(view, gap, outside),
  ];
  if (nodes.length > 0) {
    const named = nodes
      .slice(0, NODES_SHOWN)
      .map(({ code, title, value }) => `${ltr(code)} ${oneLine(title)} ${ltr(points(value))}`);
    lines.push(word('headline.nodes', { nodes: list(named) }));
  }
  if (silentDepartments.length > 0) {
    const named = silentDepartments.map(({ code, title }) => `${ltr(code)} ${oneLine(title)}`);
    lines.push(word('headline.silent', { departments: list(named) }));
  }
  return `${lines.join('\n')}\n${footnotes(view, headline)}`;
}

/** The paths of the published workbooks, one a line, so that they can be opened and piped. */
export function printReport(view: View, report: ReportAnswer): string {
  const { word } = wordsOf(view);
  const key = report.unchanged ? 'report.unchanged' : 'report.edition';
  const title = word(key, { period: report.period, edition: report.edition });
  const isOwn = ({ file }: ReportFile) => file.startsWith(DEPARTMENT_FILES);
  const departments = report.files.filter(isOwn);
  const pdf = pdfLines(view, report);
  const [one] = departments;
  if (!one || departments.length <= MOST_LISTED)
    return `${[title, ...report.files.map(pathLine), ...pdf].join('\n')}\n`;
  const paths = `${one.path.slice(0, -one.file.length)}${DEPARTMENT_FILES}*.xlsx`;
  const together = `  ${paths}  (${word('report.departments', { count: departments.length })})`;
  return `${[title, ...report.files.filter((file) => !isOwn(file)).map(pathLine), ...pdf, together].join('\n')}\n`;
}

/** Where the brief's PDF stands, or why there is none; nothing where nobody wants one. */
function pdfLines(view: View, { pdf }: ReportAnswer): string[] {
  if (pdf.path !== null) return [`  ${pdf.path}`];
  const { word } = wordsOf(view);
  const { state } = pdf;
  return state === 'absent' || state === 'timeout' || state === 'failed' ? [word(`report.pdf.${state}`)] : [];
}

const DEPARTMENT_FILES = 'payesh-department-';

/** So many departments are listed by path; more stand on one line, so that the headline above is not pushed out of sight. */
const MOST_LISTED = 5;

function pathLine({ path }: ReportFile): string {
  return `  ${path}`;
}

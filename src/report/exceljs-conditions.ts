import type { ConditionalFormattingRule, Worksheet } from 'exceljs';
import { solid } from './exceljs-style.js';
import { sheetText } from './sanitise.js';
import { type Condition, quoted } from './sheet.js';
import { BAR_COLOURS, TONE_COLOURS } from './style.js';

/** Adds the painting rules of a sheet, in order; the earlier rule wins. */
export function addConditions(paper: Worksheet, conditions: readonly Condition[], rightToLeft: boolean): void {
  let priority = 1;
  for (const condition of conditions) {
    const rules: ConditionalFormattingRule[] =
      condition.kind === 'bar'
        ? [barRule(condition, rightToLeft, priority)]
        : condition.words.map(({ text, tone }, index) => ({
            type: 'cellIs',
            operator: 'equal',
            formulae: [quoted(sheetText(text))],
            priority: priority + index,
            style: { fill: solid(TONE_COLOURS[tone].fill), font: { color: { argb: TONE_COLOURS[tone].ink } } },
          }));
    priority += rules.length;
    paper.addConditionalFormatting({ ref: condition.range, rules });
  }
}

/** The library's type of a bar lacks its colour and direction; bounds must be given or it fails to write. */
function barRule(
  { tone, min, max }: Extract<Condition, { kind: 'bar' }>,
  rightToLeft: boolean,
  priority: number,
): ConditionalFormattingRule {
  const bar = {
    type: 'dataBar' as const,
    priority,
    gradient: false,
    border: false,
    minLength: 0,
    maxLength: 100,
    negativeBarColorSameAsPositive: true,
    negativeBarBorderColorSameAsPositive: true,
    axisPosition: 'auto' as const,
    direction: rightToLeft ? ('rightToLeft' as const) : ('leftToRight' as const),
    cfvo: [
      { type: 'num' as const, value: min },
      { type: 'num' as const, value: max },
    ],
    color: { argb: BAR_COLOURS[tone] },
  };
  return bar;
}

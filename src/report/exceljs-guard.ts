import type ExcelJs from 'exceljs';
import { invariant } from '../domain/invariant.js';
import { sheetText } from './sanitise.js';
import type { Sheet, Validation } from './sheet.js';

/** The library keeps validations of whole ranges in an object that its types do not name. */
interface WithValidations {
  dataValidations: { add(range: string, validation: ExcelJs.DataValidation): void };
}

/** Locks a sheet but for its open cells, and lets it refuse what a cell must not hold. Columns may still be widened. */
export async function guard(paper: ExcelJs.Worksheet, { locked, validations = [] }: Sheet): Promise<void> {
  for (const validation of validations) {
    (paper as unknown as WithValidations).dataValidations.add(validation.range, ruleOf(validation));
  }
  if (locked) await paper.protect('', { formatColumns: true, formatRows: true, autoFilter: true, sort: true });
}

// What a program shows of each text; a longer one makes it repair the file.
const LONGEST = { title: 32, message: 255 };
const LONGEST_LIST = 255;

function ruleOf({ rule, title, message, prompt }: Validation): ExcelJs.DataValidation {
  const texts = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: sheetText(title).slice(0, LONGEST.title),
    error: sheetText(message).slice(0, LONGEST.message),
    showInputMessage: true,
    promptTitle: sheetText(title).slice(0, LONGEST.title),
    prompt: sheetText(prompt).slice(0, LONGEST.message),
  };
  if (rule.kind === 'formula') return { ...texts, type: 'custom', formulae: [rule.formula] };
  const list = rule.words.join(',');
  invariant(list.length <= LONGEST_LIST, 'a drop-down holds at most 255 characters');
  return { ...texts, showErrorMessage: rule.others === 'refused', type: 'list', formulae: [`"${list}"`] };
}

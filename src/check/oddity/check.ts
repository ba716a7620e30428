import type { Finding } from '../../domain/finding.js';
import type { Sender } from '../submission/code.js';
import type { Form } from '../submission/columns.js';
import type { RowView } from './row-view.js';

/** What one row lets us ask; the first question of the list about a figure is the one that is asked. */
export type RowQuestions = (row: RowView) => Finding[];

/** What a whole sheet lets us ask. */
export type SheetQuestions = (rows: readonly RowView[], sheet: { sender: Sender; form: Form }) => Finding[];

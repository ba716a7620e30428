import type { FormCell } from './form.js';
import type { Style } from './styles.js';
import { UNIT_WORDS } from './styles.js';

const PERSIAN = '۰۱۲۳۴۵۶۷۸۹';

export function persianDigits(text: string): string {
  return text.replace(/\d/g, (digit) => PERSIAN[Number(digit)] ?? digit);
}

/** A percent of at most one decimal, in the department's way: 45.5, ۴۵٫۵, 45/5 or a cell shown as 45.5%. */
export function typedPercent(percent: number | null, style: Style): FormCell {
  if (percent === null) return null;
  if (style.percentFormat) return { kind: 'percent', number: Math.round(percent * 10) / 1000 };
  if (style.format === 'xlsx' && !style.persianDigits) return percent;
  if (style.encoding === 'windows1256') return String(percent).replace('.', '/');
  return style.persianDigits ? persianDigits(String(percent).replace('.', '٫')) : String(percent);
}

/** Money in the department's unit; in text with separators, as finance offices print it. */
export function typedMoney(rial: number | null, style: Style): FormCell {
  if (rial === null) return null;
  const tenths = Math.round((rial * 10) / UNIT_WORDS[style.unit].rial);
  const amount = tenths / 10;
  if (style.format === 'xlsx' && !style.persianDigits) return amount;
  if (style.words === 'english') return String(amount);
  const [whole = '', part] = String(amount).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.persianDigits ? '٬' : ',');
  const text = part === undefined ? grouped : `${grouped}.${part}`;
  return style.persianDigits ? persianDigits(text.replace('.', '٫')) : text;
}

export function typedNumber(value: number | null, style: Style): FormCell {
  if (value === null) return null;
  if (style.format === 'xlsx' && !style.persianDigits) return value;
  const text = String(value);
  if (style.encoding === 'windows1256') return text.replace('.', '/');
  return style.persianDigits ? persianDigits(text.replace('.', '٫')) : text;
}

/** Text of an office whose old keyboard writes Arabic letters and Latin digits. */
export function oldKeyboard(text: string): string {
  return text
    .replaceAll('ی', 'ي')
    .replaceAll('ک', 'ك')
    .replace(/[۰-۹]/g, (digit) => String(PERSIAN.indexOf(digit)));
}

/** Text typed on two keyboards: every second yeh and kaf is the Arabic one. */
export function mixedKeyboard(text: string): string {
  let count = 0;
  return text.replace(/[یک]/g, (letter) => {
    count += 1;
    if (count % 2 === 0) return letter;
    return letter === 'ی' ? 'ي' : 'ك';
  });
}

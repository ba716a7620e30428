import { JALALI_MONTHS_FA } from '../../domain/calendar.js';
import { squash } from '../../domain/text/normalise.js';

const MONTH = JALALI_MONTHS_FA.map(squash).join('|');
const TO_MONTH_END = new RegExp(`تاپایان(?:${MONTH})(?:ماه)?(?:سال(?:جاری)?)?$`, 'u');
const ENDING =
  /(?:تاپایان(?:دوره|ماه|سال|دورهگزارش|ماهگزارش)?|تاتاریخ(?:گزارش)?|تاکنون|(?:بهصورت)?تجمعی|ازابتدایسال(?:جاری)?|(?:در)?سالجاری|سال)$/u;
const OPENING = /^(?:میزان|مبلغ|عنوان|نام|جمع)/u;
/** How many endings people put behind one another: «هزینه‌کرد (تجمعی) از ابتدای سال تا پایان شهریور». */
const MOST_ENDINGS = 3;

/**
 * A key with less and less around its label, nearest first: the month of «تا پایان شهریور» as any month, without
 * endings that say "cumulative to date", without «میزان/مبلغ/عنوان/نام». Never without «درصد» or «طی ماه», which say
 * that the column is another one.
 */
export function plainerKeys(key: string): string[] {
  const keys: string[] = [];
  let label = key.replace(TO_MONTH_END, 'تاپایانماه');
  if (label !== key) keys.push(label);
  for (let endings = 0; endings < MOST_ENDINGS; endings += 1) {
    const shorter = label.replace(ENDING, '');
    if (shorter === label || shorter === '') break;
    keys.push(shorter);
    label = shorter;
  }
  const opened = [key, ...keys].map((long) => long.replace(OPENING, '')).filter((short) => short !== '');
  return [...new Set([...keys, ...opened])].filter((plainer) => plainer !== key);
}

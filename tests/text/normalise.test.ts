import { expect, test } from 'vitest';
import { findMoneyUnit, moneyUnitRial } from '../../src/domain/text/money-unit.js';
import { cleanText, codeKey, headerKey, isNoData, squash } from '../../src/domain/text/normalise.js';
import {
  INDICATOR_AGGREGATION,
  INDICATOR_DIRECTION,
  INDICATOR_FREQUENCY,
  isWithdraw,
  PROJECT_STATUS,
  parseBoolean,
  REPORTER_FIELDS,
  readWord,
} from '../../src/domain/text/values.js';

test('display text keeps the non-joiner, the vowels and the digits, and nothing invisible', () => {
  expect(cleanText('\ufeff‏ پيشرفت  فيزيكي\u00a0برنامه‌اي\u200e ')).toBe('پیشرفت فیزیکی برنامه‌ای');
  expect(cleanText('مثلاً ۱۲٫۵')).toBe('مثلاً ۱۲٫۵');
  expect(cleanText('ﭘﺮوژه')).toBe('پروژه');
  expect(cleanText('شـــهر')).toBe('شهر');
  expect(cleanText('می‌‌شود\nو')).toBe('می‌شود و');
});

test('a code matches in all its spellings and keeps its zeros', () => {
  for (const text of [
    '1399-R03-0127',
    '۱۳۹۹–r03–۰۱۲۷',
    ' ١٣٩٩‑R03‑٠١٢٧\u200f',
    '1399 - R03 - 0127',
    "'1399-R03-0127",
  ]) {
    expect(codeKey(text)).toBe('1399-R03-0127');
  }
  expect(codeKey('00123')).toBe('00123');
});

test('one label in its spellings is one key', () => {
  const key = squash('پیشرفت فیزیکی برنامه‌ای');
  for (const text of [
    'پیشرفت فیزیکی برنامه ای(درصد)',
    'پیشرفت فیزیکی برنامه‌ای (درصد)',
    'پيشرفت فيزيكي برنامه اي',
    'پیشرفت فیزیکی برنامهای %',
    'پیشرفت‌فیزیکی‌برنامه‌ای',
    'پیشرفت  فیزیکی\nبرنامه ای',
    'پیشرفت فیزیکی - برنامه‌ای',
  ]) {
    expect(headerKey(text).key).toBe(key);
  }
  expect(headerKey('تأمین اعتبار').key).toBe(headerKey('تامین اعتبار').key);
});

test('the unit and the year of a header are kept beside its key', () => {
  expect(headerKey('اعتبار مصوب سال ۹۹ (میلیون ریال)')).toEqual({
    key: 'اعتبارمصوبسال99',
    bareKey: 'اعتبارمصوب',
    unit: 'میلیون ریال',
    year: 1399,
  });
  expect(headerKey('پیشرفت فیزیکی (٪)').unit).toBe('%');
  expect(headerKey('هزینه (ارقام به میلیون ریال)')).toMatchObject({ key: 'هزینه', unit: 'میلیون ریال' });
  expect(headerKey('هزینه‌کرد (تجمعی)')).toMatchObject({ key: 'هزینهکردتجمعی', unit: null });
});

test('nothing to report is neither zero nor a number', () => {
  for (const text of [
    '',
    ' ',
    '-',
    '--',
    '—',
    'ـ',
    '.',
    '…',
    'ندارد',
    'فاقد',
    'نامشخص',
    'در دست بررسی',
    'در‌دست بررسي',
    'N/A',
    '#N/A',
  ]) {
    expect(isNoData(text), text).toBe(true);
  }
  for (const text of ['0', '۰', 'صفر', '-5', 'حذف']) expect(isNoData(text), text).toBe(false);
});

test.each([
  ['ریال', 1],
  ['هزار ریال', 1e3],
  ['میلیون ریال', 1e6],
  ['ميليون ريال', 1e6],
  ['م.ر', 1e6],
  ['م ریال', 1e6],
  ['میلیارد ریال', 1e9],
  ['تومان', 10],
  ['هزار تومان', 1e4],
  ['میلیون تومان', 1e7],
  ['میلیارد تومان', 1e10],
  ['همت', 1e13],
  ['هزار میلیارد تومان', 1e13],
  ['﷼', 1],
  ['rial', 1],
  ['thousand_rial', 1e3],
  ['million_rial', 1e6],
  ['billion_rial', 1e9],
  ['toman', 10],
  ['million_toman', 1e7],
  ['billion_toman', 1e10],
  ['Million Rials', 1e6],
  ['میلیون', null],
  ['ریالی', null],
  ['constructor', null],
  ['', null],
])('a unit of %s', (text, rial) => {
  expect(moneyUnitRial(text)).toBe(rial);
});

test.each([
  ['مبالغ به میلیون ریال می‌باشد', 1e6],
  ['واحد ارقام: ميليون ريال', 1e6],
  ['(ارقام: هزار ریال)', 1e3],
  ['گزارش پروژه‌ها (میلیون ریال)', 1e6],
  ['واحد: تومان', 10],
  ['ارقام به هزار میلیارد تومان است', 1e13],
  ['Amounts in million rials', 1e6],
  ['میلیون ریال', 1e6],
  ['گزارش پیشرفت فیزیکی و ریالی', null],
  ['پروژه‌های بالای ۱۰ میلیارد ریال', null],
  ['سقف مبلغ یک میلیارد ریال', null],
  ['مبالغ به ریال یا به تومان', null],
])('the unit that %s declares', (text, rial) => {
  expect(findMoneyUnit(text)?.rial ?? null).toBe(rial);
});

test('vocabularies read Persian and English words', () => {
  expect(readWord(PROJECT_STATUS, 'در حال اجرا')).toBe('active');
  expect(readWord(PROJECT_STATUS, 'ادغام‌شده')).toBe('merged');
  expect(readWord(PROJECT_STATUS, 'Cancelled')).toBe('cancelled');
  expect(readWord(PROJECT_STATUS, 'خوب')).toBeNull();
  expect(readWord(INDICATOR_DIRECTION, 'هرچه کمتر بهتر')).toBe('down');
  expect(readWord(INDICATOR_DIRECTION, '↑')).toBe('up');
  expect(readWord(INDICATOR_DIRECTION, '−')).toBe('down');
  expect(readWord(INDICATOR_AGGREGATION, 'غیر تجمعی')).toBe('last');
  expect(readWord(INDICATOR_FREQUENCY, 'سه‌ماهه')).toBe('quarterly');
  expect(readWord(INDICATOR_FREQUENCY, 'half_yearly')).toBe('half_yearly');
  expect(readWord(REPORTER_FIELDS, 'فیزیکی')).toBe('physical');
});

test('yes, no and withdraw', () => {
  expect(['بلی', 'Yes', '1', '۱', 'TRUE'].map(parseBoolean)).toEqual([true, true, true, true, true]);
  expect(['خير', 'no', '0', 'false'].map(parseBoolean)).toEqual([false, false, false, false]);
  expect(parseBoolean('')).toBeNull();
  expect([' حذف ', 'Withdraw'].map(isWithdraw)).toEqual([true, true]);
  expect(isWithdraw('حذف نشود')).toBe(false);
});

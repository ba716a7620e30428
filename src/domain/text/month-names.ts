/** Month names as `foldWords` leaves them (آ is ا), in the spellings that files show. One entry per month, January or Farvardin first. */
const JALALI_NAMES = [
  'فروردین|farvardin',
  'اردی ?بهشت|ordibehesht',
  'خرداد|khordad',
  'تیر|tir',
  'ا?مرداد|a?mordad',
  'شهریور|shahrivar',
  'مهر|mehr',
  'ابان|aban',
  'اذر|azar',
  'دی|dey',
  'بهمن|bahman',
  'اس[فپ]ند|esfand',
];

const GREGORIAN_NAMES = [
  'ژانویه|january|jan',
  'فوریه|february|feb',
  'مارس|march|mar',
  'اوریل|april|apr',
  'مه|می|may',
  'ژوین|june|jun',
  'ژوییه|جولای|july|jul',
  'اوت|اگوست|august|aug',
  'سپتامبر|september|sept|sep',
  'اکتبر|october|oct',
  'نوامبر|november|nov',
  'دسامبر|december|dec',
];

/** Month ordinals: «ماه ششم». */
const ORDINALS = ['اول', 'دوم', 'سوم', 'چهارم', 'پنجم', 'ششم', 'هفتم', 'هشتم', 'نهم', 'دهم', 'یازدهم', 'دوازدهم'];

interface MonthNames {
  /** Source of a group that matches one name with its optional «ماه», not inside a longer word. */
  pattern: string;
  monthOf(name: string): number;
}

function names(alternatives: string[]): MonthNames {
  const each = alternatives.map((pattern) => new RegExp(`^(?:${pattern})$`, 'u'));
  return {
    pattern: `(?<!\\p{L})(${alternatives.join('|')})(?:[ _]?ماه)?(?!\\p{L})`,
    monthOf: (name) => each.findIndex((pattern) => pattern.test(name)) + 1,
  };
}

export const MONTH_NAMES: Record<'jalali' | 'gregorian', MonthNames> = {
  jalali: names(JALALI_NAMES),
  gregorian: names(GREGORIAN_NAMES),
};

/** A month by number: «ماه ۶», «ماه ششم», «برج ۶», M6; the month stands in the group. */
export const NUMBERED_MONTH = `(?<!\\p{L})(?:ماه|برج|month|m)[ :_]*(\\p{Nd}{1,2}|${ORDINALS.join('|')})(?![\\p{L}\\p{Nd}])`;

export function numberedMonth(word: string): number {
  const ordinal = ORDINALS.indexOf(word) + 1;
  return ordinal > 0 ? ordinal : Number(word);
}

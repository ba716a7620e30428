import { exampleOf } from '../../domain/catalogue/examples.js';
import { FINDINGS } from '../../domain/catalogue/findings.js';
import { labelsIn } from '../../domain/catalogue/labels.js';
import type { FindingCode } from '../../domain/finding.js';

const CODES = Object.keys(FINDINGS).sort() as FindingCode[];

/** Every finding by code: severity, what is wrong, how to mend it, and an example, in both languages. */
export function catalogueRows() {
  return CODES.map((code) => {
    const { severity, fa, en, remedyFa, remedyEn } = FINDINGS[code];
    const example = { fa: exampleOf(code, 'fa').message, en: exampleOf(code, 'en').message };
    return {
      code,
      severity,
      fa,
      en,
      remedy_fa: remedyFa,
      remedy_en: remedyEn,
      example_fa: example.fa,
      example_en: example.en,
    };
  });
}

/** The page docs/findings.md, whole: it is printed, never written by hand. */
export function catalogueMarkdown(): string {
  const head = [
    '# Findings · یافته‌ها',
    '',
    'Printed by `payesh findings --markdown`; a test compares this page with the program, another produces every code from the smallest input that has it (tests/findings). Codes are stable: one may be added, none is renamed or taken away.',
    'An error refuses its row, its column or its file; a question counts and travels until it is answered; a warning or a note only tells. `{slots}` are filled in where the finding is made; a sentence in `[brackets]` is said only where there is something to name.',
    '',
  ];
  const parts = catalogueRows().flatMap(({ code, severity, fa, en, remedy_fa, remedy_en, example_fa, example_en }) => [
    `## ${code}`,
    '',
    `**${severity}** · ${labelsIn('fa').severities[severity]}`,
    '',
    `- ${line(fa)}`,
    `- ${line(en)}`,
    `- راه اصلاح: ${line(remedy_fa)}`,
    `- To mend it: ${line(remedy_en)}`,
    `- نمونه: ${line(example_fa)}`,
    `- Example: ${line(example_en)}`,
    '',
  ]);
  return `${[...head, ...parts].join('\n').trimEnd()}\n`;
}

const line = (text: string): string => text.replace(/\s+/g, ' ').replace(/([<>*_`|])/g, '\\$1');

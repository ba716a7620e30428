import type { Language } from './catalogue/numbers.js';

/** The name of a report's file in another language than that of the configuration: `payesh-brief-1399-06-en.xlsx`. */
export function fileInLanguage(file: string, language: Language): string {
  return file.replace(/(?=\.[a-z]+$)/, `-${language}`);
}

/** The language that a file's name says; null = it says none: that of the configuration. */
export function languageOfFile(path: string): Language | null {
  const found = /-\d{4}-\d{2}-(fa|en)\.[a-z]+$/.exec(path)?.[1];
  return found === 'fa' || found === 'en' ? found : null;
}

/** `payesh-<kind>-…`: the kind of a report as its file name says it. */
export function kindOf(path: string): string | null {
  return /(?:^|[\\/])payesh-([a-z]+(?:-[a-z]+)*?)(?=-\d|-[A-Z]|\.)/.exec(path)?.[1] ?? null;
}

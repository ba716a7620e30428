import { squash } from '../../domain/text/normalise.js';
import type { HeaderMeaning, TemplateSettings } from './templates.js';

/** What this organisation's own words mean on a sheet, before the dictionary is asked. */
export interface Vocabulary {
  meaning(kind: 'project' | 'indicator', header: string): { meaning: HeaderMeaning; why: 'mapping' | 'synonym' } | null;
  /** Unit of money of the department's saved layout. */
  moneyUnit: string | null;
}

const NO_WORDS: Vocabulary = { meaning: () => null, moneyUnit: null };

function byKey(meanings: readonly HeaderMeaning[]): Map<string, HeaderMeaning> {
  const keys = new Map<string, HeaderMeaning>();
  for (const meaning of meanings)
    for (const kind of meaning.sheet === null ? ['project', 'indicator'] : [meaning.sheet])
      keys.set(`${kind} ${squash(meaning.header)}`, meaning);
  return keys;
}

/** The confirmed layout of a department first, then the words of the whole organisation. */
export function vocabularyOf(settings: TemplateSettings | undefined, department: string | null): Vocabulary {
  if (!settings) return NO_WORDS;
  const layout = settings.layouts.find((one) => one.department === department);
  const own = byKey(layout?.columns ?? []);
  const shared = byKey(settings.synonyms);
  return {
    meaning(kind, header) {
      const key = `${kind} ${squash(header)}`;
      const mapped = own.get(key);
      if (mapped) return { meaning: mapped, why: 'mapping' };
      const synonym = shared.get(key);
      return synonym ? { meaning: synonym, why: 'synonym' } : null;
    },
    moneyUnit: layout?.moneyUnit ?? null,
  };
}

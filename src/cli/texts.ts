import type { Language } from '../config/config.js';
import { FEEDBACK_TEXTS } from './feedback-texts.js';
import { FORECAST_TEXTS } from './forecast-texts.js';
import { HELP_TEXTS } from './help-texts.js';
import { PREVIEW_TEXTS } from './preview-texts.js';
import { SYSTEM_TEXTS } from './system-texts.js';
import { WORD_TEXTS } from './word-texts.js';

/** The one catalogue of what the command line says. `{slots}` are filled by `say`. */
export const TEXTS = {
  ...HELP_TEXTS,
  ...WORD_TEXTS,
  ...SYSTEM_TEXTS,
  ...FEEDBACK_TEXTS,
  ...FORECAST_TEXTS,
  ...PREVIEW_TEXTS,
};

export type TextKey = keyof typeof TEXTS;

/** A text in one language; a slot without a value stays visible, which a test forbids. */
export function say(language: Language, key: TextKey, slots: Record<string, string | number> = {}): string {
  return TEXTS[key][language].replace(/\{(\w+)\}/g, (slot, name: string) => String(slots[name] ?? slot));
}

export {
  CONFIG_FILE,
  type Config,
  type ConfigFault,
  type DisplayUnit,
  type Language,
  type Limits,
  type MailList,
  type MailSettings,
} from './config.js';
export { defaultConfigText } from './default-text.js';
export { loadConfig, readConfig } from './load.js';
export { peekLanguage } from './peek.js';
export { type RuledWeights, type Rules, readRules, ruledToNothing, ruledTwice, unknownRuledCode } from './rules.js';

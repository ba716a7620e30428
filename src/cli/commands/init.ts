import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { CONFIG_FILE } from '../../config/config.js';
import { PayeshError } from '../../domain/error.js';
import { DONE } from '../host.js';
import { say } from '../texts.js';
import { argumentOf, type Registry } from './registry.js';

const FOLDERS = ['data/inbox', 'data/outbox', 'reports'];

/** init: a folder becomes a workspace. It never writes over one. */
export function addInitCommand({ program, host, language, workspace, text, argument, alone }: Registry): void {
  const init = program
    .command('init')
    .description(text('command.init'))
    .addArgument(argument('[directory]', 'argument.directory'));
  alone(init, async (input) => {
    const named = argumentOf(input, 0);
    const folder = named === '' ? workspace : resolve(host.currentFolder, named);
    const config = join(folder, CONFIG_FILE);
    if (existsSync(config)) throw alreadyThere(config);
    const { defaultConfigText } = await import('../../config/default-text.js');
    for (const name of FOLDERS) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(config, defaultConfigText(language, basename(folder)), { flag: 'wx' });
    host.err(`${say(language, 'init.done')}\n`);
    host.out(`${config}\n`);
    host.err(`${say(language, 'init.next')}\n`);
    return DONE;
  });
}

const alreadyThere = (config: string) =>
  new PayeshError('INIT_EXISTS', {
    fa: `اینجا از پیش یک فضای کار است: ${config}`,
    en: `There is a workspace already: ${config}`,
    remedyFa: 'همان پرونده را ویرایش کنید، یا پوشهٔ دیگری نام ببرید.',
    remedyEn: 'Edit that file, or name another folder.',
  });

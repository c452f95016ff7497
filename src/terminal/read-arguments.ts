import { parseArgs } from 'node:util';
import { BotError } from '../errors.ts';

export interface Arguments {
  readonly options: Options;
  /** What is not an option: the text, or a reserved word and what stands behind it. */
  readonly words: readonly string[];
}

export interface Options {
  readonly json?: boolean;
  readonly batch?: boolean;
  readonly offline?: boolean;
  readonly help?: boolean;
  readonly knowledge?: string;
}

const OPTIONS = {
  json: { type: 'boolean' },
  batch: { type: 'boolean' },
  offline: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  knowledge: { type: 'string' },
} as const;

/**
 * Options in front of the text or behind it. Behind its first word what is no option of ours is text too, as in a
 * command line that was pasted: `curl -i https://…`.
 *
 * @throws BotError on wrong use
 */
export function readArguments(args: readonly string[]): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options: Record<string, boolean | string> = {};
  const words: string[] = [];
  let last = -1;
  for (const token of tokens) {
    // `-sS` is two options in one argument.
    if (token.index === last) continue;
    last = token.index;
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') words.push(token.value);
    else if (token.name === 'knowledge') options['knowledge'] = folderOf(token.value);
    else if (Object.hasOwn(OPTIONS, token.name) && (token.rawName !== '-h' || words.length === 0))
      options[token.name] = true;
    else if (words.length > 0) words.push(args[token.index] ?? '');
    else
      throw new BotError(
        `There is no option ${token.rawName}. \`stackone-error help\` shows what is.`,
      );
  }
  return { options, words };
}

function folderOf(value: string | undefined): string {
  if (value === undefined || value === '') throw new BotError('--knowledge needs a folder.');
  return value;
}

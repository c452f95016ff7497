import type { WebClient } from '@slack/web-api';
import type { SlackLogger } from '../deps.ts';
import { sayLacking } from '../scopes.ts';
import { isRateLimited, neededScopeOf, slackErrorOf } from '../slack-errors.ts';
import { type Fields, fieldsOf, stringOf } from '../wire.ts';
import { type DownloadOptions, download, MAX_FILE_BYTES } from './download.ts';
import type { FileRef } from './read-message.ts';

export interface Patience {
  /** Whoever asks comes again later, so what Slack slows down is thrown instead of said. */
  readonly comesAgain: boolean;
}

export type FileReading =
  | { readonly kind: 'text'; readonly text: string }
  /** Not read; `say` tells the person why, and what to do. */
  | { readonly kind: 'left-out'; readonly say: string };

export type FileReader = (client: WebClient, file: FileRef, how: Patience) => Promise<FileReading>;

/** Reads snippets and text files, up to 1 MB. What could not be read is a sentence; throws only as `Patience` says. */
export function createFileReader(
  options: Omit<DownloadOptions, 'isPage'> & { readonly logger: SlackLogger },
): FileReader {
  return async (client, ref, { comesAgain }) => {
    try {
      const { file } = await client.files.info({ file: ref.id });
      return await readFile(fieldsOf(file), ref.name, options);
    } catch (error) {
      if (comesAgain && isRateLimited(error)) throw error;
      const code = slackErrorOf(error);
      options.logger.warn('a file could not be read', { reason: code ?? 'unknown', error });
      return leftOut(whyNot(code, neededScopeOf(error), ref.name));
    }
  };
}

async function readFile(
  file: Fields,
  name: string,
  options: Omit<DownloadOptions, 'isPage'>,
): Promise<FileReading> {
  const mimetype = stringOf(file['mimetype']) ?? '';
  const url = stringOf(file['url_private']);
  if (mimetype.startsWith('image/')) return leftOut(PICTURE);
  if (!READABLE.test(mimetype)) return leftOut(notText(name));
  if (Number(file['size']) > MAX_FILE_BYTES) return leftOut(tooBig(name));
  if (url === undefined || file['is_external'] === true) return leftOut(elsewhere(name));
  const loaded = await download(url, { ...options, isPage: mimetype === 'text/html' });
  switch (loaded.kind) {
    case 'bytes': {
      const text = decode(loaded.bytes);
      return text === undefined ? leftOut(notText(name)) : { kind: 'text', text };
    }
    case 'too-big':
      return leftOut(tooBig(name));
    case 'foreign':
      return leftOut(elsewhere(name));
    case 'refused':
      return leftOut(noAccess(name));
    case 'slowed':
      return leftOut(slowed(name));
    default:
      return loaded satisfies never;
  }
}

/** What holds text: everything that calls itself so, and what logs and captures are often called. */
const READABLE =
  /^(?:text\/.+|application\/(?:json|x-ndjson|xml|yaml|x-yaml|javascript|x-sh|octet-stream|[\w.-]{1,60}\+(?:json|xml)))$/;

/** @returns `undefined` for what is no text, whatever it calls itself */
function decode(bytes: Uint8Array): string | undefined {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe; // as Windows' PowerShell writes
  const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
  return text.includes('\0') ? undefined : text;
}

function whyNot(code: string | undefined, needed: string | undefined, name: string): string {
  switch (code) {
    case 'missing_scope':
      return `${sayLacking(`read ${name}`, needed)} Until then, paste the text.`;
    case 'file_not_found':
    case 'file_deleted':
    case 'access_denied':
    case 'not_in_channel':
    case 'channel_not_found':
      return noAccess(name);
    case 'ratelimited':
      return slowed(name);
    default:
      return `I could not open ${name}. Ask again, or paste the text.`;
  }
}

const PICTURE = "I can't read pictures; paste the text or attach it.";

function notText(name: string): string {
  return `I can't read ${name}, which is no text file. Paste the text, or attach it as one.`;
}

function tooBig(name: string): string {
  return `${name} is larger than 1 MB, so I did not read it. Paste the part with the error.`;
}

function elsewhere(name: string): string {
  return `${name} is kept outside Slack, so I did not open it. Paste the text.`;
}

function noAccess(name: string): string {
  return `Slack does not let me open ${name}: I am not where it was shared. Paste the text, or invite me there.`;
}

function slowed(name: string): string {
  return `Slack asks me to slow down, so I did not open ${name}. Ask again in a minute.`;
}

function leftOut(say: string): FileReading {
  return { kind: 'left-out', say };
}

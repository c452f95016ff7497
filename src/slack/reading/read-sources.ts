import type { WebClient } from '@slack/web-api';
import type { BotDeps } from '../deps.ts';
import type { Whereabouts } from '../saved-report.ts';
import { MAX_FILE_BYTES } from './download.ts';
import type { Patience } from './read-file.ts';
import { type Asker, readLinked } from './read-linked.ts';
import type { FileRef, ReadMessage } from './read-message.ts';

/** What was found beside a question's own words. */
export interface Sources {
  readonly texts: readonly string[];
  /** What was read, and what could not be, one sentence each. */
  readonly notes: readonly string[];
}

const MAX_FILES = 5;
const MAX_LINKS = 3;

/** Opens the files of a message, and the messages that it points to. What cannot be read is said; throws only as `Patience` says. */
export async function readSources(
  deps: BotDeps,
  client: WebClient,
  {
    files,
    links,
    asker,
    where,
    comesAgain,
  }: Pick<ReadMessage, 'files' | 'links'> &
    Patience & { readonly asker: Asker; readonly where: Whereabouts },
): Promise<Sources> {
  const linked = await inTurn(links.slice(0, MAX_LINKS), (link) =>
    readLinked(deps, client, { link, asker, where, comesAgain }),
  );
  const behindLinks = linked.flatMap((one) => (one.kind === 'read' ? one.message.files : []));
  const opened = await readFiles(deps, client, { files: [...files, ...behindLinks], comesAgain });
  return {
    texts: [
      ...linked.flatMap((one) => (one.kind === 'read' ? [one.message.text] : [])),
      ...opened.texts,
    ].filter((text) => text.trim() !== ''),
    notes: [
      ...linked.map((one) =>
        one.kind === 'read' ? 'I read the message that you linked.' : one.say,
      ),
      ...opened.notes,
    ].filter((note, at, all) => all.indexOf(note) === at),
  };
}

async function readFiles(
  deps: BotDeps,
  client: WebClient,
  { files, comesAgain }: Patience & { readonly files: readonly FileRef[] },
): Promise<Sources> {
  const texts: string[] = [];
  const notes: string[] = [];
  for (const file of files.slice(0, MAX_FILES)) {
    const reading = await deps.readFile(client, file, { comesAgain });
    const total = texts.reduce((sum, text) => sum + text.length, 0);
    if (reading.kind === 'left-out') {
      notes.push(reading.say);
      if (file.preview !== undefined) {
        texts.push(file.preview);
        notes.push(`I read the first lines of ${file.name}, which came with the message.`);
      }
    }
    // More at once would keep everybody else waiting.
    else if (total + reading.text.length > MAX_FILE_BYTES)
      notes.push(`I read 1 MB at once, so I left ${file.name} out. Ask about it alone.`);
    else {
      texts.push(reading.text);
      notes.push(`I read ${file.name}.`);
    }
  }
  if (files.length > MAX_FILES) notes.push(`I opened the first ${MAX_FILES} files only.`);
  return { texts, notes };
}

/** One after the other: together they could be many megabytes, and many calls. */
async function inTurn<T, U>(
  list: readonly T[],
  work: (one: T) => Promise<U>,
): Promise<readonly U[]> {
  const results: U[] = [];
  for (const one of list) results.push(await work(one));
  return results;
}

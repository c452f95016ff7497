import type { WebClient } from '@slack/web-api';
import type { BotDeps } from '../deps.ts';
import type { Whereabouts } from '../saved-report.ts';
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

/** Opens the files of a message, and the messages that it points to. What cannot be read is said; never throws. */
export async function readSources(
  deps: BotDeps,
  client: WebClient,
  {
    files,
    links,
    asker,
    where,
  }: Pick<ReadMessage, 'files' | 'links'> & { readonly asker: Asker; readonly where: Whereabouts },
): Promise<Sources> {
  const linked = await inTurn(links.slice(0, MAX_LINKS), (link) =>
    readLinked(deps, client, { link, asker, where }),
  );
  const behindLinks = linked.flatMap((one) => (one.kind === 'read' ? one.message.files : []));
  const opened = await readFiles(deps, client, [...files, ...behindLinks]);
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
  files: readonly FileRef[],
): Promise<Sources> {
  const readings = await inTurn(files.slice(0, MAX_FILES), async (file) => ({
    file,
    reading: await deps.readFile(client, file),
  }));
  return {
    texts: readings.flatMap(({ reading }) => (reading.kind === 'text' ? [reading.text] : [])),
    notes: [
      ...readings.map(({ file, reading }) =>
        reading.kind === 'text' ? `I read ${file.name}.` : reading.say,
      ),
      ...(files.length > MAX_FILES ? [`I opened the first ${MAX_FILES} files only.`] : []),
    ],
  };
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

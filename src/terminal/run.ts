import type { Readable } from 'node:stream';
import { BotError } from '../errors.ts';
import type { Card } from '../report/card.ts';
import { composeCard } from '../report/compose-card.ts';
import type { Recent } from '../report/recent.ts';
import type { Report } from '../report/report.ts';
import { createPaint } from './paint.ts';
import { readArguments } from './read-arguments.ts';
import { readAll } from './read-input.ts';
import { renderCard } from './render-card.ts';

/** Exit status: 0 a diagnosis was found, 1 none was, 2 wrong use, 3 a fault of ours (contracts, section 3). */
export type ExitStatus = 0 | 1 | 2 | 3;

/** The parts of `process` that the terminal needs; a test hands in its own. */
export interface TerminalProcess {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: {
    write(text: string): unknown;
    readonly isTTY?: boolean;
    readonly columns?: number;
  };
  readonly stderr: { write(text: string): unknown };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What `app.ts` hands in: the engine, loaded only once it is known that it is needed. */
export interface TerminalDeps {
  loadEngine(options: {
    readonly offline: boolean;
    readonly knowledgeDir: string | undefined;
  }): Promise<Engine>;
  doctor(write: (line: string) => void): Promise<ExitStatus>;
}

export interface Engine {
  report(text: string): Promise<Report>;
  recent(filter: string): Promise<Recent>;
}

/** Words in first place that are commands, and the release in which they come where they are not there yet. */
const RESERVED = new Set(['recent', 'cases', 'gaps', 'stats', 'backup', 'doctor', 'help']);

export async function runTerminal(
  args: readonly string[],
  streams: TerminalProcess,
  deps: TerminalDeps,
): Promise<ExitStatus> {
  try {
    return await run(args, streams, deps);
  } catch (error) {
    if (error instanceof BotError) {
      streams.stderr.write(`${error.message}\n`);
      return 2;
    }
    streams.stderr.write(
      `Something went wrong on my side: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return 3;
  }
}

async function run(
  args: readonly string[],
  streams: TerminalProcess,
  deps: TerminalDeps,
): Promise<ExitStatus> {
  const write = (line: string): void => void streams.stdout.write(`${line}\n`);
  const { options, words } = readArguments(args);
  const [first, ...rest] = words;
  if (options.help === true) return runReserved('help', { write, deps, streams });
  if (first !== undefined && first !== 'recent' && RESERVED.has(first) && rest.length === 0)
    return runReserved(first, { write, deps, streams });
  const engine = await deps.loadEngine({
    offline: options.offline === true,
    knowledgeDir: options.knowledge,
  });
  if (first === 'recent') {
    const { composeRecent } = await import('../report/recent.ts');
    const recent = await engine.recent(rest.join(' '));
    write(
      options.json === true
        ? JSON.stringify(recent, null, 2)
        : drawCard(composeRecent(recent), streams),
    );
    return recent.kind === 'found' && recent.failed > 0 ? 0 : 1;
  }
  if (options.batch === true)
    return (await import('./batch.ts')).runBatch({
      input: streams.stdin,
      write,
      report: engine.report,
    });
  const text = words.length > 0 ? words.join(' ') : await readPaste(streams);
  const report = await engine.report(text);
  write(options.json === true ? JSON.stringify(report, null, 2) : draw(report, streams));
  return (report.diagnoses[0]?.confidence ?? 0) >= 0.5 ? 0 : 1;
}

async function runReserved(
  word: string,
  {
    write,
    deps,
    streams,
  }: {
    readonly write: (line: string) => void;
    readonly deps: TerminalDeps;
    readonly streams: TerminalProcess;
  },
): Promise<ExitStatus> {
  if (word === 'help') {
    write((await import('./help.ts')).HELP);
    return 0;
  }
  if (word === 'doctor') return deps.doctor(write);
  streams.stderr.write(`\`${word}\` is not there yet. \`stackone-error help\` shows what is.\n`);
  return 2;
}

async function readPaste(streams: TerminalProcess): Promise<string> {
  if (streams.stdin.isTTY === true) streams.stderr.write('Paste the error, then press Ctrl-D.\n');
  return readAll(streams.stdin);
}

function draw(report: Report, streams: TerminalProcess): string {
  return drawCard(composeCard(report, { audience: 'private' }), streams);
}

function drawCard(card: Card, { stdout, env }: TerminalProcess): string {
  const hasColour =
    env['NO_COLOR'] === undefined && (stdout.isTTY === true || env['FORCE_COLOR'] !== undefined);
  const width = Math.max(40, Math.min(100, stdout.columns ?? 90));
  return renderCard(card, { paint: createPaint(hasColour), width }).trimEnd();
}

import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { labelOf } from '../knowledge/label-of.ts';
import type { Card, Rich, Section } from './card.ts';
import { alsoSection, callsSection } from './card-calls.ts';
import { requestSection } from './card-log.ts';
import { type ComingLog, gapsSection, lookupSentences } from './card-lookups.ts';
import { moveOf } from './card-move.ts';
import { code, emphasis, plural, readMarks, strong, text } from './inline.ts';
import { reasonPhrase } from './reason-phrase.ts';
import type { Report } from './report.ts';

export interface CardOptions {
  /** `private`: only the person who asked sees it. */
  readonly audience: 'private' | 'shared';
  readonly coming?: ComingLog | undefined;
}

/** The least confidence at which an entry is given as the answer. */
export const ANSWER_FROM = 0.5;

/** The report as people see it (`card.md`): the order, the length and the voice, the same on every surface. */
export function composeCard(report: Report, { audience, coming }: CardOptions): Card {
  const [first] = report.diagnoses;
  const body =
    first !== undefined && first.confidence >= ANSWER_FROM
      ? diagnosed(report, first, coming)
      : undiagnosed(report, coming);
  const removed = removedSection(report);
  return {
    ...body,
    sections: removed === undefined ? body.sections : [...body.sections, removed],
    privateNotice: audience === 'private' && report.rotateKey ? ROTATE : null,
  };
}

const ROTATE: Rich = [
  strong('Rotate that key. '),
  text(
    'What you pasted held something that looks like a live StackOne API key. I removed it and kept no copy, but it was in the message: make a new key in the StackOne dashboard and disable the old one.',
  ),
];

/** What to say to the person who pasted a live key, and to nobody else; `null` when there was none. */
export function rotateNotice(report: Report): Rich | null {
  return report.rotateKey ? ROTATE : null;
}

function diagnosed(
  report: Report,
  first: Diagnosis,
  coming: ComingLog | undefined,
): Omit<Card, 'privateNotice'> {
  const sections: readonly (Section | undefined)[] = [
    paragraph('subtitle', null, subtitleOf(report, first)),
    first.kind === 'error' ? paragraph('move', null, moveOf(first)) : undefined,
    callsSection(report),
    paragraph('cause', 'Cause', readMarks(first.cause)),
    {
      kind: 'steps',
      name: 'fix',
      label: 'Fix',
      items: first.fix.map(({ who, do: move }) => [emphasis(who), text(' — '), ...readMarks(move)]),
    },
    paragraph('check', 'Check', readMarks(first.check)),
    first.note === null ? undefined : paragraph('note', 'Note', readMarks(first.note)),
    tipsSection(report),
    requestSection(report),
    gapsSection(report, coming),
    possibleSection(first),
    alsoSection(report),
  ];
  return {
    title: first.title,
    sections: sections.filter((section) => section !== undefined),
    source: sourceOf(first),
  };
}

/** `Lever 401, passed on by StackOne as 502`; the account and the path where they are known. */
function subtitleOf(report: Report, first: Diagnosis): Rich {
  const call = first.call === null ? undefined : report.evidence.calls[first.call];
  const certainty =
    first.certainty === 'certain'
      ? []
      : [text(first.certainty === 'likely' ? ' · likely' : ' · possible')];
  if (first.status === null) {
    return first.kind === 'quirk'
      ? [text(`How ${first.system} works, no failure`), ...certainty]
      : [text(first.system), ...certainty];
  }
  const isProviders = first.system !== 'StackOne';
  const name = reasonPhrase(first.status);
  const head = isProviders
    ? `${first.system} ${first.status}`
    : [String(first.status), name].filter((part) => part !== undefined).join(' ');
  const wrapper = call?.platformStatus ?? null;
  const passed =
    isProviders && wrapper !== null && (call?.providerErrors.length ?? 0) > 0
      ? `, passed on by StackOne as ${wrapper}`
      : '';
  const vendor =
    !isProviders && call?.provider != null ? ` · ${labelOf(report.labels, call.provider)}` : '';
  return [text(`${head}${passed}${vendor}`), ...certainty];
}

function possibleSection({ possible }: Diagnosis): Section | undefined {
  if (possible.length === 0) return undefined;
  return {
    kind: 'points',
    name: 'possible',
    label: 'Also possible',
    items: possible
      .slice(0, 4)
      .map(({ title, cause, check }) => [
        ...(title === null ? [] : [strong(`${title}. `)]),
        ...readMarks(cause),
        ...(check === null ? [] : [text(' '), emphasis('To tell: '), ...readMarks(check)]),
      ]),
  };
}

function tipsSection({ tipTexts }: Report): Section | undefined {
  if (tipTexts.length === 0) return undefined;
  return {
    kind: 'points',
    name: 'tips',
    label: 'Tips',
    items: tipTexts.map((tip) => readMarks(tip.do)),
  };
}

/** Nothing to diagnose: what was looked up says so, or what can be read is said. */
function undiagnosed(report: Report, coming: ComingLog | undefined): Omit<Card, 'privateNotice'> {
  const lookups = lookupSentences(report, coming);
  const also = alsoSection(report);
  if (lookups !== undefined) {
    return {
      title: lookups.title,
      sections: [...lookups.sections, ...(also === undefined ? [] : [also])],
      source: null,
    };
  }
  const gaps = gapsSection(report);
  return {
    title: 'I found no StackOne error in this.',
    sections: [
      paragraph('message', null, [
        text('I can read a status ('),
        code('412'),
        text('), a provider with a status ('),
        code('lever 429'),
        text('), a request ID, or a whole pasted response or log, as text or as a file.'),
      ]),
      ...(gaps === undefined ? [] : [gaps]),
      ...(also === undefined ? [] : [also]),
    ],
    source: null,
  };
}

function removedSection({ redactions }: Report): Section | undefined {
  if (redactions.length === 0) return undefined;
  const things = redactions.map(({ kind, count }) => plural(count, kind.replaceAll('-', ' ')));
  const list =
    things.length === 1 ? things[0] : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;
  return paragraph('removed', null, [text(`I removed ${list} from what you pasted.`)]);
}

function sourceOf({ sources }: Diagnosis): Rich | null {
  const [first] = sources;
  if (first === undefined) return null;
  const more = sources.length > 1 ? ` and ${sources.length - 1} more` : '';
  return [
    { kind: 'link', text: new URL(first.url).hostname, url: first.url },
    text(`${more} · seen ${first.seen}`),
  ];
}

function paragraph(name: Section['name'], label: string | null, rich: Rich): Section {
  return { kind: 'paragraph', name, label, text: rich };
}

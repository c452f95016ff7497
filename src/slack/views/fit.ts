import type { Card, Inline, Rich, Section, SectionName } from '../../report/card.ts';
import { plain } from '../../report/inline.ts';
import { literal, shorten } from '../literal.ts';
import { rowOf } from './rich-text.ts';

/**
 * Makes a card smaller, step by step, until it fits. What is least missed goes first; title, move, cause and fix
 * never go, they are only shortened. All of it stays reachable behind *Why this answer*.
 */
export function fitCard(card: Card, fits: (card: Card) => boolean): Card {
  let smaller = bound(card);
  for (const give of SACRIFICES) {
    if (fits(smaller)) return smaller;
    smaller = give(smaller);
  }
  return smaller;
}

type Sacrifice = (card: Card) => Card;

const SACRIFICES: readonly Sacrifice[] = [
  rows('also', 1),
  without('also'),
  rows('tips', 1),
  without('tips'),
  clipped('note', 200),
  without('note'),
  rows('gaps', 1),
  rows('request', 4),
  rows('request', 1),
  rows('calls', 4),
  rows('possible', 2),
  clipped('gaps', 300),
  without('gaps'),
  without('removed'),
  rows('calls', 2),
  clipped('possible', 200),
  without('calls'),
  without('possible'),
  clipped('check', 300),
  clipped('cause', 600),
  clipped('fix', 400),
  (card) => ({ ...card, source: null }),
  rows('fix', 6),
  clipped('fix', 250),
  without('request'),
  bare,
];

/** Bounds that hold for every card, so that no one part can crowd out the others. */
function bound(card: Card): Card {
  return {
    title: shorten(oneLine(card.title), 150) || 'An answer',
    sections: card.sections.slice(0, 24).map((section) => take(clip(section, 1_500), 12)),
    privateNotice: card.privateNotice === null ? null : clipRich(card.privateNotice, 600),
    source: card.source === null ? null : clipRich(card.source, 300),
  };
}

const KEPT: readonly SectionName[] = ['subtitle', 'move', 'message', 'cause', 'fix'];

/**
 * Nothing but what must not go, each once, as a few plain words: so short that it fits however many links, times and
 * rows it was made of.
 */
function bare(card: Card): Card {
  return {
    title: card.title,
    sections: KEPT.flatMap((name) => {
      const section = card.sections.find((one) => one.name === name);
      return section === undefined ? [] : [asParagraph(section)];
    }),
    privateNotice: card.privateNotice === null ? null : asText(card.privateNotice, 400),
    source: null,
  };
}

function asParagraph(section: Section): Section {
  const { name, label } = section;
  const text = richOf(section).flatMap((rich, at) => [
    ...(at === 0 ? [] : [{ kind: 'text', text: '\n' } as const]),
    ...rich,
  ]);
  return { kind: 'paragraph', name, label, text: asText(text, 400) };
}

function asText(rich: Rich, maxChars: number): Rich {
  return [{ kind: 'text', text: shorten(literal(plain(rich)), maxChars) }];
}

function richOf(section: Section): readonly Rich[] {
  switch (section.kind) {
    case 'paragraph':
      return [section.text];
    case 'steps':
    case 'points':
      return section.items;
    case 'table':
      return section.rows.map(rowOf);
    default:
      return section satisfies never;
  }
}

function rows(name: SectionName, count: number): Sacrifice {
  return changed(name, (section) => take(section, count));
}

function clipped(name: SectionName, maxChars: number): Sacrifice {
  return changed(name, (section) => clip(section, maxChars));
}

function without(name: SectionName): Sacrifice {
  return (card) => ({
    ...card,
    sections: card.sections.filter((section) => section.name !== name),
  });
}

function changed(name: SectionName, change: (section: Section) => Section): Sacrifice {
  return (card) => ({
    ...card,
    sections: card.sections.map((section) => (section.name === name ? change(section) : section)),
  });
}

/** Whole rows; the last one says how many are missing. */
function take(section: Section, count: number): Section {
  switch (section.kind) {
    case 'paragraph':
      return section;
    case 'steps':
    case 'points':
      return section.items.length <= count
        ? section
        : {
            ...section,
            items: [...section.items.slice(0, count), more(section.items.length - count)],
          };
    case 'table':
      return section.rows.length <= count
        ? section
        : {
            ...section,
            rows: [...section.rows.slice(0, count), [more(section.rows.length - count)]],
          };
    default:
      return section satisfies never;
  }
}

function more(count: number): Rich {
  return [{ kind: 'text', text: `… and ${count} more` }];
}

function clip(section: Section, maxChars: number): Section {
  const short = mapRich(section, (rich) => clipRich(rich, maxChars));
  return { ...short, label: short.label === null ? null : shorten(oneLine(short.label), 120) };
}

function mapRich(section: Section, change: (rich: Rich) => Rich): Section {
  switch (section.kind) {
    case 'paragraph':
      return { ...section, text: change(section.text) };
    case 'steps':
    case 'points':
      return { ...section, items: section.items.map(change) };
    case 'table':
      return { ...section, rows: section.rows.map((row) => row.slice(0, 8).map(change)) };
    default:
      return section satisfies never;
  }
}

/** Shortened at a word; what is left keeps its form. */
export function clipRich(rich: Rich, maxChars: number): Rich {
  let left = maxChars;
  const kept: Inline[] = [];
  for (const inline of rich.slice(0, 40)) {
    const shown =
      inline.kind === 'time' ? shorten(inline.at, 60) : shorten(literal(inline.text), left);
    if (left <= 1) break;
    left -= shown.length;
    kept.push(inline.kind === 'time' ? { ...inline, at: shown } : { ...inline, text: shown });
  }
  return kept;
}

function oneLine(text: string): string {
  return literal(text).replace(/\s+/g, ' ').trim();
}

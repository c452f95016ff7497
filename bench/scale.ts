import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer } from '../src/answer.ts';
import { createKnowledge, type Knowledge } from '../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import type { Entry } from '../src/knowledge/schema.ts';
import { medians, row, verdict } from './measure.ts';
import { paste4Kb } from './pastes.ts';

const QUESTIONS = [
  'why are rejected candidates missing from SmartRecruiters interviews?',
  'notes are created but nobody sees them in bullhorn',
  'the deduction field of a benfit plan stays empty after the sync',
  'lever 429',
  'stackone says our webhook signature does not match',
];

/** How the time of an answer grows with the number of entries. */
export function benchScale(knowledge: Knowledge): void {
  console.log('\n## Entries: 5,000 against 500');
  const [few, many] = [withEntries(knowledge, 500), withEntries(knowledge, 5_000)];
  const ask = (tables: Knowledge, texts: readonly string[]) => () => {
    for (const text of texts) answer(text, { knowledge: tables });
  };
  for (const [name, texts] of [
    ['questions in words', QUESTIONS],
    ['a paste of 4 KB', [paste4Kb()]],
  ] as const) {
    for (let warm = 0; warm < 10; warm += 1) {
      ask(few, texts)();
      ask(many, texts)();
    }
    const [small, large] = medians(ask(few, texts), ask(many, texts), 101);
    row(name, `${large.toFixed(2)} ms`, `${verdict(large / small, 2)} ×`);
  }
}

/** A team's own tables, read from YAML without a cache, over ours. */
export function benchTeamTables(): void {
  console.log('\n## A team’s own 1,000 entries');
  const dir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    mkdirSync(join(dir, 'providers'));
    for (let file = 0; file < 50; file += 1)
      writeFileSync(join(dir, 'providers', `team${file}.yml`), vendorFile(file, 20));
    const start = performance.now();
    const { entries } = loadKnowledge({ dir });
    const seconds = (performance.now() - start) / 1_000;
    row(`${entries.size} entries, nothing kept`, `${seconds.toFixed(2)} s`, verdict(seconds, 1));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const WORDS =
  'account employee candidate note deduction benefit plan webhook signature sync interview offer salary manager location field custom token scope folder document page cursor export import payroll absence policy team role group review course lesson score stage source reason tag'.split(
    ' ',
  );

const pick = (seed: number, count: number): string =>
  Array.from({ length: count }, (_, at) => WORDS[(seed * 7 + at * 13 + at * seed) % WORDS.length])
    .join(' ')
    .trim();

/** Ours, and as many more as it takes: made of the words of the trade, some of them in many entries. */
function withEntries(knowledge: Knowledge, count: number): Knowledge {
  const ours = [...knowledge.entries.values()].slice(0, count);
  const more = Array.from({ length: Math.max(0, count - ours.length) }, (_, at): Entry => {
    const vendor = [...knowledge.vendors.keys()][at % knowledge.vendors.size] ?? 'lever';
    return {
      id: `${vendor}/made-${at}`,
      kind: 'quirk',
      needsContext: false,
      title: `Made entry ${at} about ${pick(at, 3)}`,
      symptoms: [pick(at, 5), pick(at + 1, 6), `made${at} ${pick(at + 2, 4)}`],
      when: { codes: [`MADE_CODE_${at}`], phrases: [`made phrase ${at} of ${pick(at, 3)}`] },
      cause: pick(at, 9),
      fix: [{ who: 'You', do: pick(at, 7) }],
      check: pick(at, 6),
      actor: 'caller',
      retry: { verdict: 'no', advice: pick(at, 5) },
      escalate: 'never',
      tips: [],
      sources: [{ url: 'https://docs.example.com/', seen: '2026-11-23' }],
      examples: { hits: ['x'], misses: ['y'] },
    };
  });
  return createKnowledge({
    vendors: [...knowledge.vendors.values()],
    entries: [...ours, ...more],
  });
}

function vendorFile(file: number, entries: number): string {
  const list = Array.from({ length: entries }, (_, at) => {
    const seed = file * entries + at;
    return `  - id: team${file}/made-${at}
    kind: error
    title: Made entry ${seed} about ${pick(seed, 3)}
    when: { providerStatus: 401, phrases: ['made phrase ${seed}', '${pick(seed, 4)} ${seed}'] }
    symptoms: ['${pick(seed, 5)}', '${pick(seed + 1, 6)}']
    actor: customer-admin
    retry: { verdict: after-change, advice: Send it again after that. }
    cause: >-
      ${pick(seed, 12)}
    fix:
      - { who: You, do: ${pick(seed, 9)} }
      - { who: Customer admin, do: ${pick(seed + 3, 9)} }
    check: Listing one employee returns 200.
    escalate: never
    examples:
      hits: ['team${file} made phrase ${seed}']
      misses: ['team${file} 402']
    sources:
      - { url: 'https://docs.example.com/errors', seen: '2026-11-23' }
`;
  });
  return `version: 1\nvendor: team${file}\nname: Team ${file}\nkeys: [{ key: team${file}, name: Team ${file}, categories: [hris], source: bench }]\nentries:\n${list.join('')}`;
}

import { spansOf } from './memory.ts';
import { soak } from './soak.ts';

/**
 * `npm run soak [-- deliveries [seed]]`: fails when a question is lost or answered twice, or when memory grows. A smaller
 * run is part of `.ci/run`.
 */

const MAX_GROWTH = 1.25;
/** Fewer say nothing of memory. */
const MEMORY_FROM = 5_000;

const [deliveries = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const startedAt = performance.now();
const result = await soak({ deliveries, seed, killEveryMs: 4_000, patienceMs: 45_000 });
const seconds = (performance.now() - startedAt) / 1_000;

console.log(
  `${result.deliveries} deliveries of ${result.asked.length} questions, ${result.repeated} of them repeated, ${result.unacknowledged} never acknowledged`,
);
console.log(
  `${result.calls} calls, ${result.faults} of them spoiled, ${result.kills} kills, ${seconds.toFixed(0)} s, of which ${(result.askedForMs / 1_000).toFixed(0)} s of asking`,
);
for (const [said, times] of result.complaints) console.log(`  ${times} × ${said}`);

const faults = [
  ...say('without an answer', result.unanswered),
  ...say('answered twice', result.answeredTwice),
  ...say('whose answer was never finished', result.unfinished),
  ...memoryFaults(),
];
process.exitCode = faults.length === 0 ? 0 : 1;

function say(what: string, asked: typeof result.asked): readonly string[] {
  console.log(`${asked.length} ${what}`);
  for (const { message, isDelivered } of asked.slice(0, 5))
    console.log(`  ${message.channel} ${message.ts} delivered ${isDelivered}: ${message.text}`);
  return asked.length === 0 ? [] : [what];
}

function memoryFaults(): readonly string[] {
  if (deliveries < MEMORY_FROM) return [];
  const { early, late } = spansOf(result.memory);
  const heap = late.leastHeapMb / early.leastHeapMb;
  const size = late.medianRssMb / early.medianRssMb;
  console.log(
    `memory of the process that lives: heap ${early.leastHeapMb.toFixed(0)} → ${late.leastHeapMb.toFixed(0)} MB (${heap.toFixed(2)} ×), all ${early.medianRssMb.toFixed(0)} → ${late.medianRssMb.toFixed(0)} MB (${size.toFixed(2)} ×)`,
  );
  return Math.max(heap, size) <= MAX_GROWTH ? [] : ['memory that grows'];
}

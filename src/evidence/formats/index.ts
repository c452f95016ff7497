import type { Format } from '../fragment.ts';
import { accessLines } from './access-lines.ts';
import { httpTranscript } from './http-transcript.ts';
import { keyValueLines } from './key-value-lines.ts';
import { labels } from './labels.ts';
import { objects } from './objects.ts';
import { providerStatus } from './provider-status.ts';
import { soapFaults } from './soap-faults.ts';
import { stackHeads } from './stack-heads.ts';
import { statusCues } from './status-cues.ts';
import { tables } from './tables.ts';
import { yamlDumps } from './yaml-dumps.ts';

/** By shape, not by tool. Each has its say; `calls.ts` makes calls of what they read. */
export const formats: readonly Format[] = [
  objects,
  yamlDumps,
  tables,
  soapFaults,
  httpTranscript,
  accessLines,
  keyValueLines,
  stackHeads,
  providerStatus,
  statusCues,
  labels,
];

import type { Format } from '../fragment.ts';
import { httpTranscript } from './http-transcript.ts';
import { labels } from './labels.ts';
import { objects } from './objects.ts';
import { statusCues } from './status-cues.ts';

/** By shape, not by tool. Each has its say; `calls.ts` makes calls of what they read. */
export const formats: readonly Format[] = [objects, httpTranscript, statusCues, labels];

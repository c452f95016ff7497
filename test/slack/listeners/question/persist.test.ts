import { expect, test } from 'vitest';
import { answer } from '../../../../src/answer.ts';
import { redactText } from '../../../../src/redaction/redact.ts';
import type { BotDeps } from '../../../../src/slack/deps.ts';
import { contentOf } from '../../../../src/slack/listeners/question/persist.ts';
import { knowledge } from '../../../helpers/knowledge.ts';

const KEY = `v1.eu1.${'aB3dE5fG7hJ9'.repeat(3)}`;
const deps = { answer: (text: string) => answer(text, { knowledge }), redactText } as BotDeps;

test('what waits in the store holds no secret, neither in words nor in the first lines of a snippet', () => {
  const kept = contentOf(deps, {
    text: `401 with ${KEY}`,
    files: [{ id: 'F1', name: 'a.log', preview: `authorization: Bearer ${KEY}\n412` }],
    links: [],
  });
  expect(JSON.stringify(kept)).not.toContain(KEY);
  expect(kept.files?.[0]?.preview).toContain('412');
});

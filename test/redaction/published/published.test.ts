import { expect, test } from 'vitest';
import { redactText } from '../../../src/redaction/redact.ts';
import { leftOf } from './fake.ts';
import { labelled, notations } from './labelled.ts';
import { texts } from './texts.ts';
import { tokens } from './tokens.ts';

/** What gitleaks' and secretlint's rules publish as examples; the tokens themselves are made here. */

const around = (token: string): readonly string[] => [
  token,
  `use ${token} here`,
  `(${token})`,
  `"${token}"`,
  `the_value: ${token};`,
  `line\\n${token}\\nline`,
  `x=${token}`,
  `https://example.com/x?y=${token}&z=1`,
  `<https://example.com/${token}|link>`,
  `<value>${token}</value>`,
  `Example= ${token}`,
];

test.each(tokens)('%s: %s never survives', (_, token) => {
  const left = around(token).filter((text) => leftOf(token, redactText(text)) !== undefined);
  expect(left).toEqual([]);
});

test.each(labelled)('%s: behind %s, %s never survives', (_, name, value) => {
  const left = notations(name, value).filter(
    (text) => leftOf(value, redactText(text)) !== undefined,
  );
  expect(left).toEqual([]);
});

test.each(texts)('%s: nothing of %j is left of %j', (_, secret, text) => {
  expect(leftOf(secret, redactText(text))).toBeUndefined();
});

test('covers as many rules as are published', () => {
  const rules = new Set([...tokens, ...labelled, ...texts].map(([rule]) => rule));
  expect(rules.size).toBeGreaterThan(200);
});

import { checkSync } from 'recheck';
import { expect, test } from 'vitest';
import { rules } from '../../src/redaction/rules.ts';

test.each(rules.map(({ kind, pattern }) => [kind, pattern] as const))(
  'the pattern of %s is safe: %s',
  (_, pattern) => {
    const result = checkSync(pattern.source, pattern.flags, {
      timeout: 4_000,
      params: { incubationTimeout: 3_000 },
    } as Parameters<typeof checkSync>[2]);
    expect(result.status === 'vulnerable' ? result.attack.pattern : null).toBeNull();
  },
);

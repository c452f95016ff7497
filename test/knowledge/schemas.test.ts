import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { generateSchemas } from '../../scripts/generate-schemas.ts';

const folder = resolve(import.meta.dirname, '../../knowledge');

test.each(Object.entries(generateSchemas()))(
  '%s is what `npm run generate` would write',
  (file, text) => {
    expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
  },
);

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generateOpenapiTypes, OPENAPI_TYPES } from '../../scripts/generate-openapi.ts';

test('the types in the tree are those of our OpenAPI document', async () => {
  expect(readFileSync(OPENAPI_TYPES, 'utf8')).toBe(await generateOpenapiTypes());
});

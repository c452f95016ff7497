import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

/** Makes the client's types from our description of StackOne's API; a test compares them with the file in the tree. */

const room = resolve(import.meta.dirname, '../src/enrichment');

/** Where the types are kept. */
export const OPENAPI_TYPES = join(room, 'stackone.generated.ts');

/** The text of the types, as made from `stackone.openapi.yaml` now. No network. */
export async function generateOpenapiTypes(): Promise<string> {
  const source = readFileSync(join(room, 'stackone.openapi.yaml'), 'utf8');
  const types = astToString(await openapiTS(source, { silent: true }));
  return `// Generated from stackone.openapi.yaml by scripts/generate-openapi.ts: change that file, not this one.\n\n${types}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(OPENAPI_TYPES, await generateOpenapiTypes());
}

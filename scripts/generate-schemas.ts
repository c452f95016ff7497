import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { subjectFileSchema, vendorFileSchema } from '../src/knowledge/schema.ts';

/** JSON Schemas of the tables, for editors, from the one definition in zod: file name to text. */
export function generateSchemas(): Readonly<Record<string, string>> {
  const text = (schema: z.ZodType): string =>
    `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', reused: 'ref' }), null, 2)}\n`;
  return {
    'vendor.schema.json': text(vendorFileSchema),
    'subject.schema.json': text(subjectFileSchema),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [file, text] of Object.entries(generateSchemas()))
    writeFileSync(join(resolve(import.meta.dirname, '../knowledge'), file), text);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this package, as `package.json` beside `src/` or `dist/` gives it. */
export function packageVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { readonly version: string };
  return version;
}

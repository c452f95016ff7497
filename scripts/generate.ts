import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Everything that is generated and kept in the repository. Tests fail when it is stale. */
for (const script of [
  'generate-schemas.ts',
  'generate-openapi.ts',
  'readme-cards.ts',
  'request-log-cards.ts',
]) {
  execFileSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, script)], {
    stdio: 'inherit',
  });
}

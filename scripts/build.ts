import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { compileKnowledge } from '../src/knowledge/load.ts';

/** Makes `dist/`: plain JavaScript by tsc, and the tables compiled to one file, so that nothing is parsed at start. */

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
  { cwd: root, stdio: 'inherit' },
);
writeFileSync(join(dist, 'knowledge.json'), compileKnowledge(join(root, 'knowledge')));

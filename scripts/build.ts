import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { compileKnowledge } from '../src/knowledge/load.ts';

/**
 * Makes `dist/`: plain JavaScript in as few files as what is loaded later allows (a start opens each of them), and the
 * tables compiled to one file, so that nothing is parsed at start.
 */

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/cli.ts', 'src/main.ts'],
  outdir: dist,
  bundle: true,
  splitting: true,
  // Beside the entry point: `import.meta.dirname` is the same folder for all of them.
  chunkNames: '[name]-[hash]',
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
});
writeFileSync(join(dist, 'knowledge.json'), compileKnowledge(join(root, 'knowledge')));

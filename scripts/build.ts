import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { compileKnowledge } from '../src/knowledge/load.ts';
import { licencesOf } from './licences.ts';

/**
 * Makes `dist/`: plain JavaScript with all that it needs in as few files as what is loaded later allows, since a start
 * opens each of them (stack.md's plain tsc took twice as long to start), and the tables compiled to one file, so that
 * nothing is parsed at start.
 */

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/cli.ts', 'src/main.ts'],
  outdir: dist,
  bundle: true,
  splitting: true,
  // Beside the entry points: `import.meta.dirname` is the same folder for all of them.
  chunkNames: '[name]-[hash]',
  external: [
    'libsql', // native
    'libphonenumber-js', // asked for by `createRequire`, when a number has to be looked at
  ],
  // CommonJS asks for Node's own modules by this name.
  banner: {
    js: "import { createRequire as createRequireHere } from 'node:module';\nconst require = createRequireHere(import.meta.url);",
  },
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  logLevel: 'warning',
});
writeFileSync(join(dist, 'knowledge.json'), compileKnowledge(join(root, 'knowledge')));
writeFileSync(join(dist, 'LICENCES.txt'), licencesOf(Object.keys(metafile.inputs), root));

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { medians, row } from './measure.ts';

/** From the start of the process to the first answer in the terminal, against a program that prints a line. */
export function benchStart(root: string): void {
  console.log('\n## Start to first answer (bar: 1.5 × the bare program + 150 ms)');
  const run = (args: readonly string[]) => () =>
    execFileSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
  const question = ['--offline', '412'];
  compare(
    'checkout, tsx',
    run(['--import', 'tsx', join(root, 'src/cli.ts'), ...question]),
    run(['--import', 'tsx', join(root, 'bench/bare.ts')]),
  );
  const built = join(root, 'dist/cli.js');
  if (existsSync(built))
    compare(
      'built, node',
      run([built, ...question]),
      run(['--input-type=module', '--eval', 'console.log(1)']),
    );
  else console.log('built: not measured, since there is no dist/ (npm run build)');
}

function compare(name: string, ours: () => unknown, bare: () => unknown): void {
  const [took, least] = medians(ours, bare, 9);
  const most = 1.5 * least + 150;
  row(
    name,
    `${took.toFixed(0)} ms`,
    `bare ${least.toFixed(0)} ms`,
    `bar ${most.toFixed(0)} ms${took <= most ? '' : ', ABOVE'}`,
  );
}

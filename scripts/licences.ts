import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licences of what was bundled, as each of them asks: with every copy. */
export function licencesOf(inputs: readonly string[], root: string): string {
  const packages = new Set(
    inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  );
  return [...packages]
    .toSorted()
    .map((folder) => licenceOf(join(root, folder)))
    .join(`\n\n${'-'.repeat(80)}\n\n`);
}

/** @throws Error when a package says nothing of its licence: it is not to be copied then */
function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as { readonly name: string; readonly version: string; readonly license?: string };
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.|$)/i.test(entry));
  if (file === undefined && license === undefined) throw new Error(`${name} has no licence`);
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version}, ${license ?? 'see below'}\n\n${text}`.trim();
}

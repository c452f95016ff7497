import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { KnowledgeError } from '../../src/errors.ts';
import { type LoadOptions, loadKnowledge } from '../../src/knowledge/load.ts';

/** A folder with these files, gone after the test. */
export function temporaryTables(files: Readonly<Record<string, string | Buffer>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'tables-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

/** An entry of 12 lines; the first of them is empty, the second has the id. */
export function entry(id: string, more = ''): string {
  return `
  - id: ${id}
    kind: error
    title: Acme rejects the key
    when: { providerStatus: 401 }
    actor: customer-admin
    retry: { verdict: after-change, advice: Send it again after that. }
    cause: The key was revoked.
    fix: [{ who: You, do: Make a new key. }]
    check: Listing one employee returns 200.
    escalate: never
    examples: { hits: [acme 401], misses: [acme 402] }
    sources: [{ url: 'https://acme.example/errors', seen: '2026-11-23' }]${more === '' ? '' : `\n    ${more}`}`;
}

export function tip(id: string): string {
  return `
  - id: ${id}
    kind: tip
    title: Look at the log
    cause: The log says more.
    fix: [{ who: You, do: Open the log. }]
    sources: [{ url: 'https://acme.example/logs', seen: '2026-11-23' }]`;
}

/** A vendor's file: the vendor stands on line 2, its name on 3, its keys on 4, `more` on 5. */
export function vendor(name: string, { more = 'hosts: []', entries = '' } = {}): string {
  return `version: 1
vendor: ${name}
name: ${name.toUpperCase()}
keys: [{ key: ${name}, name: ${name}, categories: [hris], source: test }]
${more}
entries:${entries === '' ? ' []' : entries}
`;
}

export function subject(name: string, entries: string): string {
  return `version: 1\nsubject: ${name}\nentries:${entries}\n`;
}

/** Every fault as one line: place, entry, field, what was expected. */
export function faultsOf(options: LoadOptions): readonly string[] {
  try {
    loadKnowledge(options);
    return [];
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return error.faults.map(({ file, line, entry: id, field, expected }) =>
      [line === null ? file : `${file}:${line}`, id, field, expected]
        .filter((part) => part !== null)
        .join(' · '),
    );
  }
}

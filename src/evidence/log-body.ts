import type { ProviderError } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import { indexLexicon } from './lexicon-index.ts';
import { findLooseValues } from './loose-value.ts';
import { readBody } from './provider-errors.ts';

/** Machine string and words of a provider's answer as a log keeps it: redacted JSON text, or any text. */
export function readLogBody(
  body: string | null,
  {
    host,
    vendor,
    lexicon,
  }: { readonly host: string | null; readonly vendor: string | null; readonly lexicon: Lexicon },
): Pick<ProviderError, 'code' | 'message' | 'marks'> {
  if (body === null || body.trim() === '') return { code: null, message: null, marks: [] };
  const index = indexLexicon(lexicon);
  const byHost = host === null ? [] : index.vendorsOfHost(host, '');
  const value = /^\s*[{[]/.test(body) ? (findLooseValues(body)[0]?.value ?? body) : body;
  return readBody(value, undefined, {
    provider: byHost.length === 1 ? (byHost[0] ?? null) : vendor,
    context: { index, redact: (text) => text },
  });
}

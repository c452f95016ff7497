import { expect, test } from 'vitest';
import { stackHeads } from '../../../src/evidence/formats/stack-heads.ts';
import { indexLexicon } from '../../../src/evidence/lexicon-index.ts';
import { lexicon } from '../../helpers/lexicon.ts';

const context = { index: indexLexicon(lexicon), redact: (text: string): string => text };

test.each([
  ['Error: Conflict\n    at Request.callback (/srv/app/index.js:404:17)', 409],
  ['Uncaught (in promise) HttpError: Bad Gateway', 502],
  ['Caused by: com.acme.StackOneException: Too Many Requests', 429],
  ['acme.errors.ApiError: Precondition failed', 412],
  ['** (Acme.HTTPError) Conflict', 409],
  ['Error: Conflict of opinions', undefined],
  ['Error: no conflict', undefined],
  ['an Error: Conflict in the middle', undefined],
  ['TypeError: x is not a function', undefined],
  ['Error: 502 rows', undefined],
])('reads %j', (text, status) => {
  expect(stackHeads.read(text, context)[0]?.platformStatus).toBe(status);
});

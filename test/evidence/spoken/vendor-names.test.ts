import { expect, test } from 'vitest';
import { readEvidence } from '../../../src/evidence/read-evidence.ts';
import { lexicon } from '../../helpers/lexicon.ts';

const providers = (text: string): readonly string[] =>
  readEvidence(text, { lexicon, redact: (part) => part }).providers;

test.each([
  ['lever 429', ['lever']],
  ['getting 4o1 from levr??', ['lever']],
  ['smart-recruiters gives 403', ['smartrecruiters']],
  ['HiBob: 403, Lever: 429', ['hibob', 'lever']],
  ['lvr 401', ['lever']],
  ['404 grnhs', ['greenhouse']],
  ['level 401', []],
  ['never 401', []],
  ['lover 401', []],
  ['lvl 401', []],
  ['cms 404', []],
  ['tbl 404', []],
  ['the lvr file has 401 lines in it', []],
  ['who fixes a lever 401, us or them?', ['lever']],
  ['the lever 401 keeps coming', ['lever']],
  ['the greenhouse 404 plants died', []],
  ['bob 403', ['hibob']],
  ['403 from Bob', ['hibob']],
  ['HB 401 since monday', ['hibob']],
  ['i hb 401 times now', []],
  ['Bob asked why stackone gives 403', []],
  ['bob got 403 votes', []],
  ['is bob in today', []],
  ['401 on both lever and hibob', ['lever', 'hibob']],
  ['pull the lever', []],
  ['404 tomatoes in the greenhouse', []],
  ['a workable solution', []],
  ['it worked, then the account had 401', []],
  ['import hibob.client; 403', []],
  ['{"success":false,"errors":[{"code":10000}]}', []],
])('finds the vendors of %j', (text, expected) => {
  expect(providers(text)).toEqual(expected);
});

import type { Rule } from '../rule.ts';
import { accessLog } from './access-log.ts';
import { anchoredShapes } from './anchored-shapes.ts';
import { card } from './card.ts';
import { columns } from './columns.ts';
import { credentialFlags } from './credential-flags.ts';
import { cutToken } from './cut-token.ts';
import { email } from './email.ts';
import { encodedValues } from './encoded-values.ts';
import { hexKeys } from './hex-keys.ts';
import { iban } from './iban.ts';
import { keyShapes } from './key-shapes.ts';
import { loosePairs } from './loose-pairs.ts';
import { namedValues } from './named-values.ts';
import { personBeside } from './person-beside.ts';
import { phone } from './phone.ts';
import { privateKey } from './private-key.ts';
import { recordRows } from './record-rows.ts';
import { schemeCredentials } from './scheme-credentials.ts';
import { urlCredentials } from './url-credentials.ts';
import { xmlValues } from './xml-values.ts';

/** In this order: what holds other secrets goes before what it holds, names before bare shapes, people last. */
export const rules: readonly Rule[] = [
  privateKey,
  urlCredentials,
  namedValues,
  columns,
  recordRows,
  loosePairs,
  personBeside,
  xmlValues,
  keyShapes,
  anchoredShapes,
  hexKeys,
  cutToken,
  schemeCredentials,
  credentialFlags,
  encodedValues,
  email,
  iban,
  card,
  phone,
  accessLog,
];

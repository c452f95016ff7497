import { isStackOneKey } from '../stackone-key.ts';
import { hasDigit, isCutOff, isMixed, type Place, type Shape } from './shape.ts';

const VERSIONS = ['v1.', 'V1.', 'v2.', 'V2.', 'v3.', 'v4.', 'v5.', 'v6.', 'v7.', 'v8.', 'v9.'];
/** Names that open the header of a JWT (RFC 7515, section 4.1), in base64 behind `{"`. */
const JWT_HEADER =
  /^eyJ(?:hbGci|0eXAi|raWQi|qa3Ui|qd2si|4NXQi|4NWMi|4NXUi|lbmMi|jdHki|hcHUi|hcHYi|lcGsi|6aXAi|iNjQi|jcml0I)/;

/** StackOne's own keys, JWTs, and the keys of the big clouds. */
export const platformShapes: readonly Shape[] = [
  {
    kind: 'stackone-key',
    heads: VERSIONS,
    tail: String.raw`[a-z]{2,4}\d{0,2}\.[\w+/=-]+`,
    accepts: isKey,
  },
  {
    // `v1.` in base64
    kind: 'stackone-key',
    heads: ['djEu', 'VjEu'],
    tail: String.raw`(?:[\w+=/-]|\\{1,7}\/|%[23][\dA-F])+`,
    accepts: (token) => token.length >= 12,
  },
  { kind: 'jwt', heads: ['eyJ'], tail: String.raw`[\w-]{5,}(?:\.[\w-]*)*=*`, accepts: isJwt },
  // a JWT in base64 once more: `eyJhbGciOi…` becomes `ZXlKaGJHY2lPaU…`
  { kind: 'jwt', heads: ['ZXlK'], tail: String.raw`[\w+/-]{16,}=*` },
  {
    kind: 'aws-key',
    heads: ['AKIA', 'ASIA', 'ABIA', 'ACCA', 'AGPA', 'AIDA', 'AROA', 'AIPA', 'ANPA', 'ANVA'],
    tail: '[A-Z0-9]{16}(?![A-Z0-9])',
  },
  { kind: 'aws-key', heads: ['A3T'], tail: '[A-Z0-9]{17}(?![A-Z0-9])', accepts: hasDigit },
  { kind: 'aws-key', heads: ['ABSK'], tail: '[A-Za-z0-9+/]{40,}={0,2}' },
  { kind: 'google-key', heads: ['AIza'], tail: String.raw`[\w-]{20,}` },
  { kind: 'google-key', heads: ['ya29.'], tail: String.raw`[\w.-]{10,}` },
  { kind: 'google-key', heads: ['GOCSPX-'], tail: String.raw`[\w-]{16,}` },
  { kind: 'google-key', heads: ['1//0'], tail: String.raw`[\w-]{20,}` },
  { kind: 'alibaba-key', heads: ['LTAI'], tail: String.raw`[A-Za-z\d]{12,}` },
  { kind: 'yandex-key', heads: ['AQVN'], tail: String.raw`[\w-]{30,}` },
  { kind: 'yandex-key', heads: ['YC'], tail: String.raw`[\w-]{38}(?![\w-])`, accepts: isMixed },
  { kind: 'yandex-key', heads: ['t1.'], tail: String.raw`[\w-]{4,400}={0,2}\.[\w-]{12,}={0,2}` },
  { kind: 'datafactory-key', heads: ['IR@'], tail: String.raw`[\w-]{30,40}@[^\s"']{20,400}` },
  { kind: 'private-key', heads: ['MII'], tail: '[BCEJ](?:[A-Za-z0-9+/]|\\\\{1,7}/){48,}={0,2}' },
  { kind: 'private-key', heads: ['AGE-SECRET-KEY-1'], tail: String.raw`[A-Z\d]{20,}` },
];

/** `v1.eu1.example.com` is a host: another label follows. */
function isKey(token: string, place: Place): boolean {
  const { text, end } = place;
  if (/^\.[a-z]/.test(text.slice(end, end + 2)) && !/[A-Z\d]/.test(token.slice(7))) return false;
  return isStackOneKey(token, isCutOff(place));
}

/**
 * Three parts, or the start of a header that only tokens have. Base64 of other JSON (`eyJ…` alone) is as often a
 * page cursor, which people need.
 */
function isJwt(token: string, place: Place): boolean {
  if (JWT_HEADER.test(token)) return true;
  const [, payload = '', signature] = token.split('.');
  if (payload.length < 4) return false;
  return payload.startsWith('ey') || signature !== undefined || isCutOff(place);
}

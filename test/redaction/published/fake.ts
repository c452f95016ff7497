/**
 * Obviously fake tokens, the same at every run. They are put together from parts here, so that no scanner and no code
 * host's push protection takes this repository for a leak.
 */

const SOURCES = {
  mixed: 'NOTREAL0aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX2yZ3',
  lower: 'notreal0a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9',
  upper: 'NOTREAL2A3B4C5D6E7F2G3H4I5J6K7L2M3N4O5P6Q7',
  letters: 'NotRealAbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIj',
  hex: 'deadbeef0123456789abcdef9876543210fedcba13579bdf',
  digits: '1234567890246813579013572468',
} as const;

type Alphabet = keyof typeof SOURCES;

export function fake(alphabet: Alphabet, length: number): string {
  const source = SOURCES[alphabet];
  return source.repeat(Math.ceil(length / source.length)).slice(0, length);
}

export const mixed = (length: number): string => fake('mixed', length);
export const lower = (length: number): string => fake('lower', length);
export const upper = (length: number): string => fake('upper', length);
export const letters = (length: number): string => fake('letters', length);
export const hex = (length: number): string => fake('hex', length);
export const digits = (length: number): string => fake('digits', length);
export const uuid = 'deadbeef-0123-4567-89ab-cdef98765432';
export const base64 = (text: string): string => Buffer.from(text).toString('base64');
export const base64url = (value: object): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** How many characters of a secret may stand together in an output: less than what anybody could use. */
const MAX_LEFT = 9;

/** The longest part of a secret that is left in a text, if it is long enough to matter. */
export function leftOf(secret: string, text: string): string | undefined {
  for (let at = 0; at + MAX_LEFT < secret.length; at += 1) {
    const part = secret.slice(at, at + MAX_LEFT + 1);
    if (text.includes(part)) return part;
  }
  return text.includes(secret) ? secret : undefined;
}

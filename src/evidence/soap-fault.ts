/** A SOAP fault's code and words (SOAP 1.1 and 1.2, W3C); `undefined` for anything else. */
export function readFault(
  xml: string,
): { readonly code: string | null; readonly words: string | null } | undefined {
  const code = said(xml, CODE);
  const words = said(xml, WORDS);
  return code === null && words === null ? undefined : { code, words };
}

const CODE = /<(?:[\w-]{1,40}:)?(?:faultcode|Value)>\s{0,20}([\w:.-]{1,120})\s{0,20}</;
const WORDS = /<(?:[\w-]{1,40}:)?(?:faultstring|Text)(?: [^<>]{0,80})?>([^<]{1,500})</;

function said(fault: string, pattern: RegExp): string | null {
  return pattern.exec(fault)?.[1]?.trim() ?? null;
}

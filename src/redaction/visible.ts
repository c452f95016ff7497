/**
 * What nobody sees between two letters (Unicode's own list: soft hyphens, zero-width, direction marks), and the same as
 * escapes of JSON or HTML. A token with one inside is still a token to the one who copies it from our answer.
 */
const HIDDEN = /\p{Default_Ignorable_Code_Point}/gu;
const ESCAPED = /\\{1,7}u(?:00ad|200[b-fB-F]|202[a-eA-E]|206[0-9a-fA-F]|[fF][eE][fF]{2})/g;
const ENTITY =
  /&(?:shy|ZeroWidthSpace|zwnj|zwj|lrm|rlm|NoBreak|#173|#820[3-7]|#8288|#65279|#x(?:ad|200[b-f]|2060|feff));/gi;
/** ECMA-48, section 5.4: colours, cursor moves; the escape as a character or as programs print it. */
const CONTROL = /(?:\x1b|\\{1,7}(?:u001[bB]|x1[bB]|033|e))\[[0-9;?]{0,16}[A-Za-z]/g;
/** What a viewer leaves of a colour that it does not draw; `[5m]` is a range in PromQL. */
const REST = /\[(?:\d{1,2};){0,4}\d{1,2}m(?:\[K)?(?!\])/g;

export const visiblePatterns: readonly RegExp[] = [HIDDEN, ESCAPED, ENTITY, CONTROL, REST];

const steps: readonly { readonly cue: RegExp; readonly pattern: RegExp }[] = [
  { cue: /[^\x00-\xac\xae-\u02ff]|\xad/, pattern: HIDDEN },
  { cue: /\\u[02f][0ef]/i, pattern: ESCAPED },
  { cue: /&[#szlrN]/i, pattern: ENTITY },
  { cue: /\x1b|\\(?:u001b|x1b|033|e\[)/i, pattern: CONTROL },
  { cue: /\dm/, pattern: REST },
];

/** The text as it is seen. */
export function visible(text: string): string {
  return steps.reduce(
    (rest, { cue, pattern }) => (cue.test(rest) ? rest.replace(pattern, '') : rest),
    text,
  );
}

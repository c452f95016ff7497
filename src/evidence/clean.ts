/** Takes off what terminals, chat and phones put around a text. Offsets in evidence refer to the cleaned text. */
export function clean(text: string): string {
  let cleaned = text;
  for (const { cue, pattern, to } of steps) {
    if (cue === undefined || cue.test(cleaned)) cleaned = cleaned.replace(pattern, to);
  }
  return isQuoted(cleaned) ? cleaned.replace(/^[ \t]{0,4}>[ \t]?/gm, '') : cleaned;
}

const steps: readonly {
  readonly cue?: RegExp;
  readonly pattern: RegExp;
  readonly to: string;
}[] = [
  { pattern: /\r\n?/g, to: '\n' },
  // Colours and cursor moves: ECMA-48, section 5.4; bare `[31m` is what is left when a log viewer drops the escape.
  { cue: /\x1b/, pattern: /\x1b\[[0-9;?]{0,16}[A-Za-z]/g, to: '' },
  { cue: /\[\d{1,3}m/, pattern: /(?<=^|\s|\[\d{1,2}m)\[(?:\d{1,2};)?\d{1,2}m/gm, to: '' },
  { pattern: /[\u200b-\u200d\u2060\ufeff\u00ad]/g, to: '' },
  { pattern: /[\u00a0\u2007\u202f]/g, to: ' ' },
  // repair: curly quotes, as phones and Slack's composer put them
  { pattern: /[\u201c\u201d\u201e\u201f\u2033\uff02]/g, to: '"' },
  { pattern: /[\u2018\u2019\u201a\u201b\uff07]/g, to: "'" },
  // Markdown links whose label is the address, and a link that Slack made inside an address
  {
    cue: /\]\(https?:/,
    pattern: /\[https?:\/\/[^\]\s]{1,1000}\]\((https?:\/\/[^)\s]{1,1000})\)/g,
    to: '$1',
  },
  {
    cue: /\/\/<https?:/,
    pattern: /(https?:\/\/)<https?:\/\/[^|<>\s]{1,300}\|([^<>\s]{1,300})>/g,
    to: '$1$2',
  },
  // Slack's own escapes and links, in text that was copied out of an export or an API answer
  { cue: /<https?:/, pattern: /<(https?:\/\/[^|<>\s]{1,2000})(?:\|[^<>]{0,2000})?>/g, to: '$1' },
  { cue: /&(?:amp|lt|gt|quot|#39);/, pattern: /&quot;/g, to: '"' },
  { cue: /&#39;/, pattern: /&#39;/g, to: "'" },
  { cue: /&lt;/, pattern: /&lt;/g, to: '<' },
  { cue: /&gt;/, pattern: /&gt;/g, to: '>' },
  { cue: /&amp;/, pattern: /&amp;/g, to: '&' },
];

/** A quoted mail or message: nearly every line begins with `>`. `curl -v` also prints `<` lines and is left alone. */
function isQuoted(text: string): boolean {
  if (!text.trimStart().startsWith('>')) return false;
  const lines = text
    .slice(0, 20_000)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const quoted = lines.filter((line) => line.trimStart().startsWith('>'));
  return quoted.length >= lines.length * 0.8 && !lines.some((line) => line.startsWith('< '));
}

/**
 * What Slack made of the person's text is undone: evidence sees what they typed.
 * Linear: each part of the pattern ends at the first `>`.
 *
 * @param botUserId - our own mention is dropped; others stay as `@U…`
 * @see https://docs.slack.dev/messaging/formatting-message-text — read 2026-11-23
 */
export function unmangle(
  text: string,
  { botUserId }: { readonly botUserId?: string } = {},
): string {
  return text
    .replace(/<([^<>]{1,4000})>/g, (_whole, inside: string) => undo(inside, botUserId))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&') // last, or `&amp;lt;` would be undone twice
    .trim();
}

function undo(inside: string, botUserId: string | undefined): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : inside.slice(bar + 1);
  switch (target[0]) {
    case '@':
      if (target.slice(1) === botUserId) return '';
      return `@${label ?? target.slice(1)}`;
    case '#':
      return `#${label === undefined || label === '' ? target.slice(1) : label}`;
    case '!':
      return special(target.slice(1), label);
    default:
      return link(target, label);
  }
}

/** `<!here>`, `<!subteam^S…|@team>`, `<!date^…|fallback>`: what the person saw. */
function special(target: string, label: string | undefined): string {
  const [name = ''] = target.split('^');
  if (label !== undefined && label !== '')
    return name === 'date' || label.startsWith('@') ? label : `@${label}`;
  return `@${name}`;
}

/** Slack makes links of what looks like one; a label of its own is kept beside the address. */
function link(target: string, label: string | undefined): string {
  if (target.startsWith('mailto:') || target.startsWith('tel:'))
    return label ?? target.slice(target.indexOf(':') + 1);
  if (label === undefined || label === '') return target;
  // `api.example.com/x` typed without a scheme arrives as <http://api.example.com/x|api.example.com/x>.
  return target === label || target.replace(/^https?:\/\//, '') === label
    ? label
    : `${label} (${target})`;
}

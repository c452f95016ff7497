import { isStandIn } from '../ordinary.ts';
import type { Rule } from '../rule.ts';
import { withoutPlaceholders } from '../rule.ts';

/** RFC 3986, section 3.2.1: what stands between `://` and `@`. Slashes may be escaped, as PHP writes JSON. */
const USERINFO = /(:\\{0,4}\/\\{0,4}\/)([^\s/\\"'`<>|?#]{1,400})@/g;
const ENCODED = /(%3A%2F%2F)((?:[\w.~!*+-]|%(?!40|2F)[\dA-F]{2}){1,300})(%40)/gi;

/** Oracle's thin driver and its shell take them without a scheme: `jdbc:oracle:thin:scott/tiger@//host`. */
const ORACLE =
  /(\bjdbc:oracle:\w{2,8}:|\bsqlplus[ \t]{1,4}(?:-\w{1,4}[ \t]{1,4})?)([^\s/@:"']{1,60}\/[^\s@"']{1,200})(?=@)/gi;

/** Names that are no secret: the account that Git hosts use for everyone. */
const PUBLIC_USERS = new Set(['git', 'hg', 'svn']);

/** `postgres://user:password@host`, `https://token@host`, and the same percent-encoded. */
export const urlCredentials: Rule = {
  name: 'url-credentials',
  patterns: [USERINFO, ENCODED, ORACLE],
  applies: (text) => text.includes('@') || text.includes('%40'),
  apply(text, mask) {
    const swap = (whole: string, before: string, userinfo: string, after = '@') =>
      isSecret(userinfo) ? before + mask('url-credentials', userinfo) + after : whole;
    return text
      .replace(USERINFO, (whole, before: string, userinfo: string) => swap(whole, before, userinfo))
      .replace(
        ORACLE,
        (_, before: string, userinfo: string) => before + mask('url-credentials', userinfo),
      )
      .replace(ENCODED, (whole, before: string, userinfo: string, after: string) =>
        /%3A/i.test(userinfo) ? swap(whole, before, userinfo, after) : whole,
      );
  },
};

function isSecret(userinfo: string): boolean {
  if (PUBLIC_USERS.has(userinfo)) return false;
  if (userinfo.split(':').every(isStandIn)) return false;
  return /[^:]/.test(withoutPlaceholders(userinfo));
}

import * as z from 'zod';

const list = z
  .string()
  .default('')
  .transform((value) => value.split(/[\s,]+/).filter((part) => part !== ''));
const channelIds = list.pipe(
  z.array(
    z.string().regex(/^[CGD][A-Z0-9]{2,20}$/, 'channel IDs such as C0123ABCD, separated by commas'),
  ),
);
const userIds = list.pipe(
  z.array(
    z.string().regex(/^[UW][A-Z0-9]{2,20}$/, 'user IDs such as U0123ABCD, separated by commas'),
  ),
);
const groupIds = list.pipe(
  z.array(
    z.string().regex(/^S[A-Z0-9]{2,20}$/, 'user group IDs such as S0123ABCD, separated by commas'),
  ),
);
const port = (fallback: number) =>
  z.coerce
    .number('a port number')
    .int('a port number')
    .min(0, 'a port number from 0 to 65535')
    .max(65_535, 'a port number from 0 to 65535')
    .default(fallback);
const httpUrl = z.url({ protocol: /^https?$/, error: 'an http(s) address' });

/** Every variable that is read, with what it must look like (contracts, section 5). */
export const settingsSchema = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xox[be]\S+$/, 'a bot token, beginning with xoxb-')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-\S+$/, 'an app-level token, beginning with xapp-')
    .optional(),
  SLACK_SIGNING_SECRET: z.string().min(8, 'the signing secret from Basic Information').optional(),
  SLACK_API_URL: httpUrl
    .default('https://slack.com/api/')
    .transform((url) => (url.endsWith('/') ? url : `${url}/`)),
  STACKONE_API_KEY: z.string().min(8, 'a StackOne API key, such as v1.eu1.…').optional(),
  STACKONE_API_URL: httpUrl
    .default('https://api.stackone.com')
    .transform((url) => url.replace(/\/+$/, '')),
  STACKONE_LOG_LINK: z
    .string()
    .refine(
      (link) => /^https:\/\/\S+$/.test(link),
      'an https address, with {requestId} or {accountId} in it',
    )
    .optional(),
  LOG_ACCESS_CHANNELS: channelIds,
  LOG_ACCESS_USERS: userIds,
  LOG_ACCESS_GROUPS: groupIds,
  SUPPORT_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,20}$/, 'a channel ID such as C0123ABCD')
    .optional(),
  SUPPORT_EMAIL: z.email('an e-mail address').optional(),
  DATABASE_URL: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  RETENTION_DAYS: z.coerce
    .number('a number of days')
    .int('a whole number of days')
    .min(1, 'from 1 to 3650 days')
    .max(3_650, 'from 1 to 3650 days')
    .default(30),
  KNOWLEDGE_DIR: z.string().optional(),
  PORT: port(3_000),
  OPS_PORT: port(3_001),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'one of trace, debug, info, warn, error, fatal, silent',
    )
    .default('info'),
});

export type Settings = z.infer<typeof settingsSchema>;

import { stringify } from 'yaml';
import { COMMAND, EVENTS, SHORTCUTS } from './names.ts';
import { optionalScopes, scopeNames } from './scopes.ts';

/** What Slack is told of the app: exactly what the code uses. `url`: HTTP mode; without it Socket Mode. */
export function manifest(url?: string): object {
  const requestUrl =
    url === undefined ? {} : { request_url: `${url.replace(/\/+$/, '')}/slack/events` };
  return {
    display_information: {
      name: 'StackOne errors',
      description: 'Says what a StackOne error means and what to do. Unofficial.',
      long_description:
        'Paste a StackOne error, a response, a log or a request ID: read what happened, whose move it is, what exactly to do and whether a retry is safe. Answers come from tables, with their sources. Secrets are removed before anything else happens. When that is not enough, it hands the case to StackOne support. Unofficial: not affiliated with, or endorsed by, StackOne.',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'StackOne errors', always_online: true },
      shortcuts: [
        {
          name: 'Diagnose this',
          type: 'message',
          callback_id: SHORTCUTS.message,
          description: 'What does the StackOne error in this message mean?',
        },
        {
          name: 'Diagnose an error',
          type: 'global',
          callback_id: SHORTCUTS.text,
          description: 'Paste a StackOne error, or attach it as a file',
        },
      ],
      slash_commands: [
        {
          command: COMMAND,
          ...(url === undefined ? {} : { url: requestUrl.request_url }),
          description: 'What does this StackOne error mean?',
          usage_hint: '412 | lever 429 | a request ID | a whole response',
          should_escape: true,
        },
      ],
    },
    // What is optional stands in both lists: github.com/slackapi/slack-cli/pull/517, read 2026-11-25.
    oauth_config: { scopes: { bot: [...scopeNames], bot_optional: [...optionalScopes] } },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: Object.values(EVENTS) },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** The manifest as YAML, as Slack's *From a manifest* takes it. */
export function manifestYaml(url?: string): string {
  return stringify(manifest(url), { lineWidth: 120 });
}

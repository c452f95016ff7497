import type { Channel, File, Message, Person } from './facts.ts';
import type { OpenView, PublishedHome } from './views.ts';
import type { World } from './world.ts';

/** Our nouns in Slack's words, as the Web API and the payloads carry them. */

export type Wire = Readonly<Record<string, unknown>>;

export function wireMessage(message: Message, world: World): Wire {
  const { bot, team } = world;
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: world.findPerson(message.user)?.teamId ?? team.id,
    ...(message.botId === null
      ? {}
      : {
          bot_id: message.botId,
          app_id: message.botId === bot.botId ? bot.appId : 'A0OTHER',
        }),
    ...(message.isTombstone ? { subtype: 'tombstone', hidden: true } : {}),
    ...(message.attachments.length === 0 ? {} : { attachments: message.attachments }),
    ...(message.files.length === 0
      ? {}
      : { files: message.files.flatMap((id) => wireFileWithId(id, world)) }),
    ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
    ...(message.reactions.length === 0
      ? {}
      : { reactions: message.reactions.map((name) => ({ name, count: 1, users: [bot.userId] })) }),
  };
}

export function wireFile(file: File, world: World): Wire {
  const text = typeof file.content === 'string' ? file.content : null;
  return {
    id: file.id,
    name: file.name,
    title: file.name,
    mimetype: file.mimetype,
    filetype: file.name.split('.').at(-1) ?? 'text',
    mode: file.isSnippet === true ? 'snippet' : 'hosted',
    is_external: false,
    size: text === null ? file.content.length : Buffer.byteLength(text),
    url_private: file.url ?? `${world.filesRoot}${file.id}`,
    ...(text !== null && file.isSnippet === true ? previewOf(text) : {}),
  };
}

/** The first lines of a text, for whoever is handed the message. */
function previewOf(text: string): Wire {
  const preview = text.split('\n').slice(0, 5).join('\n').slice(0, 1_000);
  return { preview, preview_is_truncated: preview.length < text.length };
}

function wireFileWithId(id: string, world: World): readonly Wire[] {
  const file = world.findFile(id);
  return file === undefined ? [] : [wireFile(file, world)];
}

/** The same with its metadata, where a method was asked for it. */
export function wireMessageWithMetadata(message: Message, world: World): Wire {
  const { metadata } = message;
  return { ...wireMessage(message, world), ...(metadata === null ? {} : { metadata }) };
}

export function wireChannel(channel: Channel, world: World): Wire {
  const shared = channel.sharedWith.length > 0;
  return {
    id: channel.id,
    ...(channel.kind === 'im'
      ? { user: channel.members.find((member) => member !== world.bot.userId) }
      : { name: channel.name, name_normalized: channel.name }),
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: channel.kind === 'im',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_member: world.hasBot(channel),
    is_shared: shared,
    is_ext_shared: shared,
    is_org_shared: false,
    context_team_id: world.team.id,
    shared_team_ids: [world.team.id, ...channel.sharedWith],
  };
}

export function wirePerson(person: Person, world: World): Wire {
  const own = person.teamId === world.team.id;
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    real_name: person.realName,
    deleted: person.deleted === true,
    is_bot: false,
    // Slack says neither of a closed account.
    ...(person.deleted === true ? {} : { is_restricted: person.guest, is_ultra_restricted: false }),
    is_stranger: !own,
    tz: 'Etc/UTC',
    tz_offset: 0,
    profile: { real_name: person.realName, display_name: person.name, team: person.teamId },
  };
}

/** A bot is a user too, and a member of the channels that it is in. */
export function wireBot({ bot, team }: World): Wire {
  return {
    id: bot.userId,
    team_id: team.id,
    name: bot.name,
    deleted: false,
    is_bot: true,
    is_restricted: false,
    is_ultra_restricted: false,
    profile: { bot_id: bot.botId, api_app_id: bot.appId },
  };
}

/** The app's Home as one person sees it. */
export function wireHome({ id, hash, view }: PublishedHome, world: World): Wire {
  return {
    id,
    hash,
    team_id: world.team.id,
    app_id: world.bot.appId,
    bot_id: world.bot.botId,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    ...view,
    state: { values: {} },
  };
}

/** `values`: what the person has entered, by block ID and action ID. */
export function wireView(open: OpenView, world: World, values: Wire = {}): Wire {
  const { view } = open;
  return {
    id: open.id,
    team_id: world.team.id,
    app_id: world.bot.appId,
    app_installed_team_id: world.team.id,
    bot_id: world.bot.botId,
    type: view.type,
    title: view.title,
    submit: view.submit ?? null,
    close: view.close ?? null,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    external_id: view.external_id ?? '',
    hash: open.hash,
    state: { values },
    root_view_id: open.rootId,
    previous_view_id: open.previousId,
    clear_on_close: view.clear_on_close ?? false,
    notify_on_close: view.notify_on_close ?? false,
  };
}

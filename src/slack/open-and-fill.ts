import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { slackErrorOf } from './slack-errors.ts';
import { loadingView } from './views/saying.ts';

/** Opens a modal at once, since a `trigger_id` lives three seconds, and fills it when its content is there. */
export async function openAndFill(
  client: WebClient,
  triggerId: string,
  {
    title,
    load,
    onTop = false,
  }: {
    readonly title: string;
    readonly load: () => Promise<ModalView>;
    /** Of the modal whose button was pressed. */
    readonly onTop?: boolean;
  },
): Promise<void> {
  const first = { trigger_id: triggerId, view: loadingView(title) };
  const opened = onTop ? await client.views.push(first) : await client.views.open(first);
  const view = await load();
  try {
    await client.views.update({ view_id: opened.view?.id ?? '', view });
  } catch (error) {
    // The person has closed it, or opened another in its place by pressing twice.
    if (slackErrorOf(error) !== 'not_found') throw error;
  }
}

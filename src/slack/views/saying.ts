import type { KnownBlock, ModalView } from '@slack/types';
import { literal } from '../literal.ts';

/** Opened at once, before any look-up: a `trigger_id` lives three seconds. */
export function loadingView(title: string): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title, emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [{ type: 'section', text: { type: 'plain_text', text: 'One moment…', emoji: false } }],
  };
}

/** A view that only says something. */
export function sayingView(title: string, text: string): ModalView {
  return { ...loadingView(title), blocks: [plain(text)] };
}

export function plain(text: string): KnownBlock {
  return { type: 'section', text: { type: 'plain_text', text: literal(text), emoji: false } };
}

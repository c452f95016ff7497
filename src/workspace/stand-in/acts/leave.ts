import type { Ack } from '../delivery.ts';
import type { Wire } from '../wire.ts';
import { type Acting, eventEnvelope } from './acting.ts';

/** The workspace removes the app, or takes tokens away; both are told without any scope. */
export function uninstall(acting: Acting): Promise<readonly Ack[]> {
  return tell(acting, { type: 'app_uninstalled' });
}

/** @param tokens - by user ID: of people who had authorised the app, and of its bot */
export function revokeTokens(
  tokens: { readonly oauth?: readonly string[]; readonly bot?: readonly string[] },
  acting: Acting,
): Promise<readonly Ack[]> {
  return tell(acting, {
    type: 'tokens_revoked',
    tokens: { oauth: tokens.oauth ?? [], bot: tokens.bot ?? [] },
  });
}

async function tell({ state, deliver }: Acting, event: Wire): Promise<readonly Ack[]> {
  if (!state.installation.subscriptions.has(String(event['type']))) return [];
  const at = state.now() / 1_000;
  const { id: teamId } = state.world.team;
  return [await deliver(eventEnvelope(state, { teamId, at, isShared: false, event }))];
}

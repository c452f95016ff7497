import type { EscalationPacket } from './packet.ts';

/** The packet as plain text, to be copied into a mail or another channel. */
export function packetText({ reference, title, facts, tried, note }: EscalationPacket): string {
  return [
    `${title} (reference ${reference})`,
    '',
    ...facts.map(({ label, value }) => `${label}: ${oneLine(value)}`),
    ...(tried === null ? [] : ['', 'What was tried:', tried]),
    ...(note === null ? [] : ['', 'Anything else:', note]),
  ].join('\n');
}

/** A value must not look like the next fact. */
function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ');
}

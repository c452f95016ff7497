import * as z from 'zod';
import { Refusal } from '../errors.ts';
import { wireFile } from '../wire.ts';
import { defineMethod, type Method } from './method.ts';

/** `files.*` — docs.slack.dev/reference/methods, read 2026-11-25 */

const info = defineMethod({
  scope: 'files:read',
  args: { file: z.string() },
  run(args, { state: { world } }) {
    const file = world.findFile(args.file);
    if (file === undefined || !world.showsFile(file)) throw new Refusal('file_not_found');
    return { file: wireFile(file, world) };
  },
});

export const fileMethods: Readonly<Record<string, Method>> = { 'files.info': info };

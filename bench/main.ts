import { resolve } from 'node:path';
import { loadShippedKnowledge } from '../src/engine.ts';
import { benchAccuracy } from './accuracy.ts';
import { benchCalibration } from './calibration.ts';
import { benchScale, benchTeamTables } from './scale.ts';
import { benchSlack } from './slack.ts';
import { benchHostile, benchSpeed } from './speed.ts';
import { benchStart } from './start.ts';

/** `npm run bench`: figures as ratios against a baseline that is measured in the same run. Times alone say little. */

// What is shipped: starts are measured as people have them.
await import('../scripts/build.ts');

const root = resolve(import.meta.dirname, '..');
const knowledge = await loadShippedKnowledge(undefined);
console.log(`node ${process.version}, ${knowledge.entries.size} entries\n`);
benchSpeed(knowledge);
benchHostile(knowledge);
benchScale(knowledge);
benchTeamTables();
benchStart(root);
await benchSlack();
benchAccuracy(knowledge);
benchCalibration(knowledge);

import { manifestYaml } from './slack/manifest.ts';

/** `npm run manifest -- --url https://…`: the manifest of the HTTP mode; `manifest.yml` is the one for Socket Mode. */

const args = process.argv.slice(2);
const url =
  args[0] === '--url' ? args[1] : args[0]?.startsWith('--url=') ? args[0].slice(6) : undefined;

if (url !== undefined && /^https:\/\/[^\s/]+/.test(url)) process.stdout.write(manifestYaml(url));
else {
  process.stderr.write(
    'Usage: npm run manifest -- --url https://bot.example.com\nThe address must be https and reach PORT of this bot. For Socket Mode use manifest.yml as it is.\n',
  );
  process.exitCode = 2;
}

/** Loaded before a bot that runs as a process of its own: its time is moved by what the parent sends. */
const systemNow = Date.now;
let aheadMs = 0;
Date.now = () => systemNow() + aheadMs;
process.on('message', (message: unknown) => {
  if (typeof message === 'number') aheadMs = message;
});

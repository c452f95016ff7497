/** Commands that the terminal knows or will know; here they come with later releases. */
export const LATER = new Set(['cases', 'gaps', 'stats', 'backup', 'doctor']);

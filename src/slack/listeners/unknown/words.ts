/** Title of what is said where there is only room for a modal. */
export const OLD_TITLE = 'No longer here';

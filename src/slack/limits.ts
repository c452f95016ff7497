/**
 * Slack's limits. Builders stay below them, `block-kit` checks by them, the stand-in refuses by them. Lengths are UTF-16
 * units, never fewer than Slack counts.
 *
 * @see https://docs.slack.dev/reference/block-kit — blocks, elements and composition objects, read 2026-11-23
 */

/** Blocks in a message: docs.slack.dev/reference/block-kit/blocks */
export const MAX_BLOCKS = 50;
/** Blocks in a modal or Home tab: same page. */
export const MAX_VIEW_BLOCKS = 100;
/** Top-level `text`; longer is cut: docs.slack.dev/reference/methods/chat.postMessage */
export const MAX_TEXT = 40_000;
/** What the same page advises for `text`. */
export const ADVISED_TEXT = 4_000;
/** Text of all blocks together; observed, not documented: github.com/slackapi/bolt-js/issues/2509 */
export const MAX_BLOCKS_TEXT = 13_200;
export const MAX_SECTION_TEXT = 3_000;
export const MAX_SECTION_FIELDS = 10;
export const MAX_FIELD_TEXT = 2_000;
export const MAX_HEADER_TEXT = 150;
export const MAX_CONTEXT_ELEMENTS = 10;
export const MAX_ACTIONS_ELEMENTS = 25;
export const MAX_CONTEXT_ACTIONS_ELEMENTS = 5;
/** One block, and all markdown blocks of a message together: …/blocks/markdown-block */
export const MAX_MARKDOWN_TEXT = 12_000;
export const MAX_TABLE_ROWS = 100;
export const MAX_TABLE_COLUMNS = 20;
/** Slack answers `only_one_table_allowed` for more. */
export const MAX_TABLES = 1;
export const MAX_ALT_TEXT = 2_000;
export const MAX_LABEL_TEXT = 2_000;
export const MAX_BLOCK_ID = 255;
export const MAX_ACTION_ID = 255;
export const MAX_CALLBACK_ID = 255;
export const MAX_BUTTON_TEXT = 75;
export const MAX_BUTTON_VALUE = 2_000;
export const MAX_URL = 3_000;
export const MAX_PLACEHOLDER = 150;
/** Text, value and description of an option: …/composition-objects/option-object */
export const MAX_OPTION_TEXT = 75;
export const MAX_OPTION_VALUE = 150;
export const MAX_OPTIONS = 100;
export const MAX_OVERFLOW_OPTIONS = 5;
export const MAX_CHOICES = 10;
export const MAX_INPUT_VALUE = 3_000;
export const MAX_VIEW_TITLE = 24;
export const MAX_VIEW_BUTTON = 24;
export const MAX_PRIVATE_METADATA = 3_000;
/** Posts to one `response_url`, and its life: docs.slack.dev/interactivity/handling-user-interaction */
export const MAX_RESPONSE_URL_POSTS = 5;
export const RESPONSE_URL_LIFE_MS = 30 * 60_000;
/** Life of a `trigger_id`, which also works only once: same page. */
export const TRIGGER_LIFE_MS = 3_000;
/** Within which everything is to be acknowledged: …/tools/bolt-js/concepts/acknowledge */
export const ACK_LIMIT_MS = 3_000;

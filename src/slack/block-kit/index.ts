/**
 * The shapes of all that we send to Slack, as schemas: tests check against them, the stand-in refuses by them. Unknown
 * fields are refused, as Slack does.
 */
export { blockSchema, type SlackBlock } from './blocks.ts';
export {
  countBlocksText,
  homeSchema,
  messageBlocksSchema,
  messageSchema,
  type SlackHome,
  type SlackModal,
  viewSchema,
} from './surfaces.ts';

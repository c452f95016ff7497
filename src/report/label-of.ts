/** For the surfaces, which know no room further in. */
export { labelOf } from '../knowledge/label-of.ts';

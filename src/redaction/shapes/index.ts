import { businessShapes } from './business.ts';
import { developerShapes } from './developer.ts';
import { platformShapes } from './platform.ts';
import type { Shape } from './shape.ts';

/** Where several shapes share a head, the first that fits names the kind: longer heads stand before shorter ones. */
export const shapes: readonly Shape[] = [...platformShapes, ...developerShapes, ...businessShapes];

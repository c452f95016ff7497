import { composeCard } from '../../src/report/compose-card.ts';
import type { Report } from '../../src/report/report.ts';
import { createPaint } from '../../src/terminal/paint.ts';
import { renderCard } from '../../src/terminal/render-card.ts';

/** The card as a terminal of 100 columns without colour shows it. */
export function draw(report: Report, audience: 'private' | 'shared' = 'shared'): string {
  return renderCard(composeCard(report, { audience }), { paint: createPaint(false), width: 100 });
}

import picocolors from 'picocolors';

/** How parts of a line look; without colour, code stands between backticks so that it can still be told apart. */
export interface Paint {
  strong(text: string): string;
  emphasis(text: string): string;
  code(text: string): string;
  label(text: string): string;
  faint(text: string): string;
  alert(text: string): string;
}

export function createPaint(hasColour: boolean): Paint {
  const colours = picocolors.createColors(hasColour);
  return {
    strong: (text) => colours.bold(text),
    emphasis: (text) => colours.italic(text),
    code: (text) => (hasColour ? colours.cyan(text) : `\`${text}\``),
    label: (text) => colours.bold(text),
    faint: (text) => colours.dim(text),
    alert: (text) => colours.yellow(text),
  };
}

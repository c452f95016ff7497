import { styleText } from 'node:util';

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
  // Whether there is colour has been decided: by the terminal, NO_COLOR and FORCE_COLOR.
  const styled = (style: Style) => (text: string) =>
    hasColour ? styleText(style, text, { validateStream: false }) : text;
  return {
    strong: styled('bold'),
    emphasis: styled('italic'),
    code: hasColour ? styled('cyan') : (text) => `\`${text}\``,
    label: styled('bold'),
    faint: styled('dim'),
    alert: styled('yellow'),
  };
}

type Style = 'bold' | 'italic' | 'cyan' | 'dim' | 'yellow';

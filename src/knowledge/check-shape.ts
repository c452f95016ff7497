import { CST, Lexer } from 'yaml';

/**
 * Bounds on a file before it is understood. `yaml` descends as deep as the file does, and on the way out of an
 * exhausted stack the whole process may end, which nothing can catch. So the tokens are looked at first, in one pass.
 */
export const SHAPE_LIMITS = {
  /** Our largest table has 8,000. */
  tokens: 50_000,
  /** Brackets within brackets. */
  brackets: 20,
  /** Characters before the first word of a line: indentation and the dashes of lists. */
  indent: 80,
  /** Each may stand for a whole list. */
  aliases: 50,
} as const;

export interface ShapeFault {
  /** 1-based. */
  readonly line: number;
  readonly expected: string;
}

/** The first thing about a YAML text that a table has no use for, or `undefined`. Reads no further than that. */
export function checkShape(text: string): ShapeFault | undefined {
  let line = 1;
  let indent: number | undefined = 0;
  let brackets = 0;
  let tokens = 0;
  let aliases = 0;
  for (const token of new Lexer().lex(text)) {
    const kind = CST.tokenType(token);
    tokens += 1;
    if (tokens > SHAPE_LIMITS.tokens) {
      return {
        line,
        expected: `expected a smaller file: at most ${SHAPE_LIMITS.tokens} words and signs`,
      };
    }
    switch (kind) {
      case 'flow-map-start':
      case 'flow-seq-start':
        brackets += 1;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        brackets = Math.max(0, brackets - 1);
        break;
      case 'alias':
        aliases += 1;
        break;
      case 'tag':
        return { line, expected: `expected no tag such as \`${token}\`: tables hold plain values` };
      case 'directive-line':
        return { line, expected: `expected no directive such as \`${token}\`` };
    }
    if (kind === 'newline') indent = 0;
    else if (indent !== undefined)
      indent = INDENTING.has(kind ?? '') ? indent + token.length : undefined;
    if (brackets > SHAPE_LIMITS.brackets || (indent ?? 0) > SHAPE_LIMITS.indent) {
      return { line, expected: 'expected lists and maps that are nested less deep' };
    }
    if (aliases > SHAPE_LIMITS.aliases) {
      return { line, expected: `expected at most ${SHAPE_LIMITS.aliases} aliases` };
    }
    line += token.split('\n').length - 1;
  }
  return undefined;
}

/** Every level of a block is opened by one of these at the beginning of a line. */
const INDENTING: ReadonlySet<string> = new Set([
  'byte-order-mark',
  'doc-mode',
  'doc-start',
  'space',
  'seq-item-ind',
  'explicit-key-ind',
  'map-value-ind',
  'anchor',
]);

import type { Fragment } from './fragment.ts';

/**
 * In a stack with causes the innermost one decides: what the outer exceptions say of a status is what our side made of
 * it. Java, Kotlin, Groovy: the last `Caused by:`; Python: the first traceback of a chain.
 */
export function withoutOuterCauses(
  text: string,
  fragments: readonly Fragment[],
): readonly Fragment[] {
  const outer = [...javaChains(text), ...pythonChains(text)];
  if (outer.length === 0) return fragments;
  const dropped = new Set<Fragment>();
  for (const { heads, inner } of outer) {
    const told = fragments.some((fragment) => saysStatus(fragment) && isIn(fragment, inner));
    if (!told) continue;
    for (const fragment of fragments) {
      const isBare = fragment.kind === 'response' && fragment.message === undefined;
      if (isBare && heads.some((head) => isIn(fragment, head))) dropped.add(fragment);
    }
  }
  return fragments.filter((fragment) => !dropped.has(fragment));
}

type Range = readonly [start: number, end: number];

interface Chain {
  readonly heads: readonly Range[];
  readonly inner: Range;
}

const MAX_CHAINS = 20;
const MAX_HEAD = 2_000;

const saysStatus = ({ kind, platformStatus }: Fragment): boolean =>
  kind !== 'context' && platformStatus !== undefined;
const isIn = ({ span }: Fragment, [start, end]: Range): boolean =>
  span[0] >= start && span[0] < end;

function javaChains(text: string): readonly Chain[] {
  if (!/^[ \t]*Caused by: /m.test(text)) return [];
  const chains: Chain[] = [];
  let heads: Range[] = [];
  let previous: Range | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const range: Range = [at, at + Math.min(line.length, MAX_HEAD)];
    at += line.length + 1;
    if (/^\s+(?:at |\.\.\. \d)/.test(line)) {
      if (heads.length === 0 && previous !== undefined) heads = [previous];
    } else if (/^[ \t]*Caused by: /.test(line)) {
      heads = [...(heads.length === 0 && previous !== undefined ? [previous] : heads), range];
    } else {
      chains.push(...toChain(heads));
      heads = [];
    }
    previous = range;
  }
  return [...chains, ...toChain(heads)].slice(0, MAX_CHAINS);
}

function toChain(heads: readonly Range[]): readonly Chain[] {
  const inner = heads.at(-1);
  return inner === undefined || heads.length < 2 ? [] : [{ heads: heads.slice(0, -1), inner }];
}

/** The sentences that Python prints between the tracebacks of a chain. */
const PYTHON_LINK =
  /^(?:The above exception was the direct cause of the following exception|During handling of the above exception, another exception occurred):[ \r]*$/gm;

function pythonChains(text: string): readonly Chain[] {
  return [...text.matchAll(PYTHON_LINK)].slice(0, MAX_CHAINS).flatMap((link) => {
    const from = link.index + link[0].length;
    // The outer exception's own line: the first behind the link that is neither indented nor the traceback's title.
    const head = /^(?!Traceback)[\w.]{1,200}(?:: |$)/m.exec(text.slice(from, from + 40_000));
    if (head === null) return [];
    const start = from + head.index;
    const inner: Range = [Math.max(0, link.index - MAX_HEAD), link.index];
    return [{ heads: [[start, start + 500] as const], inner }];
  });
}

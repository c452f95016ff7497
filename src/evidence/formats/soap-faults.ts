import { readAnswerWords } from '../answer-words.ts';
import type { Format, Fragment } from '../fragment.ts';
import { bounded } from '../provider-errors.ts';
import { readFault } from '../soap-fault.ts';

const MAX_FAULTS = 20;
/** A fault's own part of a message; what stands behind it is detail. */
const MAX_FAULT = 4_000;

/** A provider's SOAP answer without an envelope of StackOne's around it (SOAP 1.1 and 1.2, W3C). */
export const soapFaults: Format = {
  name: 'soap-faults',
  read(text, { index, redact }) {
    const faults: Fragment[] = [];
    const opening = /<(?:[\w-]{1,40}:)?Fault[\s>]/g;
    for (let at = opening.exec(text); at !== null; at = opening.exec(text)) {
      if (faults.length >= MAX_FAULTS) break;
      const fault = text.slice(at.index, at.index + MAX_FAULT);
      opening.lastIndex = at.index + 6;
      const told = readFault(fault);
      if (told === undefined) continue;
      const { code, words } = told;
      const message = words === null ? null : bounded(words, { index, redact });
      faults.push({
        kind: 'record',
        span: [
          at.index,
          at.index + (/<\/(?:[\w-]{1,40}:)?Fault>/.exec(fault)?.index ?? fault.length),
        ],
        ...(message === null ? {} : { message }),
        providerErrors: [
          {
            status: null,
            host: null,
            path: null,
            code,
            message,
            marks: index.marksIn(null, readAnswerWords(fault, undefined)),
            provider: null,
          },
        ],
        failed: true,
        certainty: 0.9,
        signals: [],
      });
    }
    return faults;
  },
};

import type { Lexicon, Vendor } from '../../src/evidence/lexicon.ts';

/** A few invented and real vendors, enough to read pastes without the shipped tables. */
export const lexicon: Lexicon = {
  vendors: [
    vendor('lever', 'Lever', {
      hosts: [{ host: 'api.lever.co' }],
      needsContext: true,
      errorPaths: { code: ['code'], message: ['message'] },
    }),
    vendor('greenhouse', 'Greenhouse', {
      hosts: [{ host: 'harvest.greenhouse.io' }],
      needsContext: true,
    }),
    vendor('smartrecruiters', 'SmartRecruiters', { hosts: [{ host: 'api.smartrecruiters.com' }] }),
    vendor('hibob', 'HiBob', {
      hosts: [{ host: 'api.hibob.com' }],
      aliases: ['Bob HR'],
      nicknames: ['Bob', 'HB'],
    }),
    vendor('workable', 'Workable', { hosts: [{ host: '*.workable.com' }], needsContext: true }),
    vendor('github', 'GitHub', {
      hosts: [{ host: 'api.github.com' }],
      needsContext: true,
      categories: ['iam'],
    }),
    vendor('acme-one', 'Acme One', {
      keys: ['acme_one'],
      hosts: [{ host: 'api.acme.example', path: '/one' }],
    }),
    vendor('acme-two', 'Acme Two', { hosts: [{ host: 'api.acme.example', path: '/two' }] }),
  ],
  statusNames: [
    ...[
      '400 Bad Request',
      '401 Unauthorized',
      '403 Forbidden',
      '404 Not Found',
      '409 Conflict',
      '412 Precondition Failed',
      '429 Too Many Requests',
      '502 Bad Gateway',
    ].map((name) => ({
      status: Number(name.slice(0, 3)),
      name: name.slice(4),
      kind: 'phrase' as const,
    })),
    { status: 502, name: 'BadGatewayResponse', kind: 'code' },
    { status: 403, name: 'ForbiddenResponse', kind: 'code' },
    { status: 412, name: 'AccountIntegrationInactiveError', kind: 'code' },
  ],
};

function vendor(name: string, label: string, more: Partial<Vendor>): Vendor {
  return {
    name,
    label,
    keys: [name],
    aliases: [],
    nicknames: [],
    hosts: [],
    categories: ['ats'],
    needsContext: false,
    errorPaths: { code: [], message: [] },
    marks: { codes: [], phrases: [] },
    ...more,
  };
}

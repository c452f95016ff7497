import { hasDigit, isCutOff, isMixed, type Shape } from './shape.ts';

const W = String.raw`[\w-]`;
const ALNUM = String.raw`[A-Za-z\d]`;
const HEX = String.raw`[a-fA-F\d]`;

/** Code hosts, registries, build and deployment, monitoring, models: shapes as gitleaks and secretlint publish them. */
export const developerShapes: readonly Shape[] = [
  {
    kind: 'github-token',
    heads: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
    tail: String.raw`\w{12,}`,
  },
  { kind: 'github-token', heads: ['github_pat_'], tail: String.raw`\w{12,}` },
  {
    kind: 'gitlab-token',
    heads: ['glpat-', 'gldt-', 'glrt-', 'glrtr-', 'glsoat-', 'glptt-', 'glft-', 'glimt-'],
    tail: String.raw`[\w.-]{12,}`,
  },
  {
    kind: 'gitlab-token',
    heads: ['glagent-', 'glcbt-', 'glffct-', 'gloas-', 'GR1348941'],
    tail: String.raw`[\w.-]{12,}`,
  },
  { kind: 'bitbucket-token', heads: ['ATCTT3', 'ATBB'], tail: String.raw`[\w=-]{20,}` },
  { kind: 'atlassian-token', heads: ['ATATT3', 'ATOA'], tail: String.raw`[\w=-]{20,}` },
  { kind: 'npm-token', heads: ['npm_'], tail: String.raw`\w{20,}` },
  { kind: 'pypi-token', heads: ['pypi-'], tail: `${W}{20,}` },
  { kind: 'rubygems-key', heads: ['rubygems_'], tail: `${HEX}{20,}` },
  { kind: 'clojars-token', heads: ['CLOJARS_', 'clojars_'], tail: `${ALNUM}{30,}` },
  { kind: 'nuget-key', heads: ['oy2'], tail: String.raw`[a-z\d]{43}(?![a-z\d])` },
  { kind: 'docker-token', heads: ['dckr_pat_', 'dckr_oat_'], tail: `${W}{20,}` },
  { kind: 'artifactory-key', heads: ['AKCp', 'cmVmd'], tail: `${ALNUM}{40,}` },
  { kind: 'digitalocean-token', heads: ['dop_v1_', 'doo_v1_', 'dor_v1_'], tail: `${HEX}{16,}` },
  { kind: 'heroku-key', heads: ['HRKU-'], tail: `${W}{30,}` },
  {
    kind: 'flyio-token',
    heads: ['fo1_', 'fm1a_', 'fm1r_', 'fm2_'],
    tail: String.raw`[\w+/=-]{40,}`,
  },
  { kind: 'scalingo-token', heads: ['tk-us-'], tail: `${W}{40,}` },
  { kind: 'cloudflare-token', heads: ['cfk_', 'cfut_', 'cfat_'], tail: `${ALNUM}{30,}` },
  { kind: 'cloudflare-token', heads: ['v1.0-'], tail: `${HEX}{24}-${HEX}{60,}` },
  { kind: 'vercel-token', heads: ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'], tail: `${ALNUM}{20,}` },
  { kind: 'netlify-token', heads: ['nfp_', 'nfo_', 'nfc_', 'nfu_', 'nfb_'], tail: `${ALNUM}{30,}` },
  { kind: 'supabase-key', heads: ['sbp_', 'sb_secret_', 'sb_publishable_'], tail: `${W}{20,}` },
  {
    kind: 'planetscale-token',
    heads: ['pscale_tkn_', 'pscale_oauth_', 'pscale_pw_'],
    tail: String.raw`[\w=.-]{20,}`,
  },
  { kind: 'clickhouse-key', heads: ['4b1d'], tail: `${ALNUM}{38}(?!${ALNUM})`, accepts: isMixed },
  { kind: 'databricks-token', heads: ['dapi', 'dose', 'dkea'], tail: `${HEX}{32}(?:-\\d)?` },
  { kind: 'pulumi-token', heads: ['pul-'], tail: `${HEX}{30,}` },
  { kind: 'vault-token', heads: ['hvs.', 'hvb.', 'hvr.'], tail: `${W}{20,}` },
  { kind: 'vault-token', heads: ['s.'], tail: `${ALNUM}{24}(?![\\w.])`, accepts: isMixed },
  {
    kind: 'doppler-token',
    heads: ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.scim.', 'dp.audit.', 'dp.sa.', 'dp.said.'],
    tail: String.raw`[\w.-]{20,}`,
  },
  { kind: '1password-token', heads: ['ops_'], tail: String.raw`ey[\w+/=-]{20,}` },
  {
    kind: '1password-key',
    heads: ['A3-'],
    tail: String.raw`[A-Z\d]{6}(?:-[A-Z\d]{1,11}){1,6}`,
    accepts: (token, place) => token.split('-').length > 5 || isCutOff(place),
  },
  { kind: 'infracost-key', heads: ['ico-'], tail: `${ALNUM}{32}(?!${ALNUM})` },
  {
    kind: 'octopus-key',
    heads: ['API-'],
    tail: String.raw`[A-Z\d]{25,}(?![A-Z\d])`,
    accepts: hasDigit,
  },
  {
    kind: 'harness-key',
    heads: ['pat.', 'sat.'],
    tail: String.raw`[\w-]{22}\.[A-Za-z\d]{24}\.[A-Za-z\d]{20}`,
  },
  { kind: 'castai-key', heads: ['castai_v1_'], tail: String.raw`\w{30,}` },
  { kind: 'prefect-key', heads: ['pnu_', 'pnb_'], tail: `${ALNUM}{30,}` },
  { kind: 'openshift-token', heads: ['sha256~'], tail: `${W}{30,}` },
  { kind: 'postman-key', heads: ['PMAK-'], tail: `${W}{16,}` },
  { kind: 'readme-key', heads: ['rdme_'], tail: String.raw`[a-z\d]{30,}` },
  { kind: 'sourcegraph-token', heads: ['sgp_'], tail: `(?:(?:${HEX}{16}|local)_)?${HEX}{30,}` },
  { kind: 'sonar-token', heads: ['squ_', 'sqp_', 'sqa_'], tail: `${HEX}{40}` },
  { kind: 'sentry-token', heads: ['sntrys_', 'sntryu_'], tail: String.raw`[\w+/=]{20,}` },
  { kind: 'grafana-token', heads: ['glc_', 'glsa_'], tail: String.raw`[\w+/=]{20,}` },
  { kind: 'grafana-key', heads: ['eyJrIjoi'], tail: String.raw`[\w+/-]{20,}={0,3}` },
  {
    kind: 'newrelic-key',
    heads: ['NRAK-', 'NRII-', 'NRJS-', 'NRRA-', 'NRSP-', 'NRIQ-'],
    tail: `${W}{16,}`,
  },
  {
    kind: 'dynatrace-token',
    heads: ['dt0c01.', 'dt0s01.', 'dt0s16.'],
    tail: String.raw`[A-Za-z\d.]{24,}`,
  },
  { kind: 'defined-key', heads: ['dnkey-'], tail: String.raw`[\w=-]{40,}` },
  {
    kind: 'authress-key',
    heads: ['sc_', 'ext_', 'scauth_', 'authress_'],
    tail: String.raw`[a-zA-Z\d]{5,30}\.[a-zA-Z\d]{4,6}\.acc[_-][\w-]{10,32}\.[\w+/=-]{20,}`,
  },
  { kind: 'settlemint-token', heads: ['sm_aat_', 'sm_pat_', 'sm_sat_'], tail: `${ALNUM}{16,}` },
  { kind: 'chieftools-token', heads: ['ctp_', 'cto_', 'ctr_'], tail: `${ALNUM}{30,}` },
  { kind: 'intra42-secret', heads: ['s-s4t2ud-', 's-s4t2af-'], tail: `${HEX}{30,}` },
  { kind: 'django-key', heads: ['django-insecure-'], tail: String.raw`[^\s"'\\]{12,250}` },
  { kind: 'anthropic-key', heads: ['sk-ant-'], tail: `${W}{12,}` },
  { kind: 'openai-key', heads: ['sk-'], tail: `(?:[a-z]{2,8}-)?${W}{16,}`, accepts: isKeyNotClass },
  { kind: 'huggingface-token', heads: ['hf_', 'api_org_'], tail: `${ALNUM}{20,}` },
  { kind: 'groq-key', heads: ['gsk_'], tail: `${ALNUM}{20,}` },
  { kind: 'xai-key', heads: ['xai-'], tail: `${ALNUM}{20,}` },
  { kind: 'perplexity-key', heads: ['pplx-'], tail: `${ALNUM}{30,}` },
  { kind: 'replicate-token', heads: ['r8_'], tail: `${ALNUM}{30,}` },
  {
    kind: 'langsmith-key',
    heads: ['lsv2_pt_', 'lsv2_sk_', 'ls__'],
    tail: String.raw`[a-zA-Z\d]{30,}(?:_[a-zA-Z\d]{6,})?`,
  },
];

/** `sk-` begins everyday class names too (`sk-button-primary-large`): a key has digits or both cases. */
function isKeyNotClass(token: string): boolean {
  return /\d/.test(token) && /[a-zA-Z]/.test(token.slice(3));
}

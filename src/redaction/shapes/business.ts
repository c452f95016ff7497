import { hasDigit, type Shape } from './shape.ts';

const W = String.raw`[\w-]`;
const ALNUM = String.raw`[A-Za-z\d]`;
const HEX = String.raw`[a-fA-F\d]`;

/** Chat, mail, payments, shops, design and content: shapes as gitleaks and secretlint publish them. */
export const businessShapes: readonly Shape[] = [
  {
    kind: 'slack-webhook',
    heads: ['hooks.slack.com', 'hooks.slack-gov.com'],
    tail: String.raw`(?:\\{0,7}\/)(?:services|workflows|triggers)(?:\\{0,7}\/[\w+-]+)+`,
  },
  {
    kind: 'teams-webhook',
    heads: ['webhook.office.com'],
    tail: String.raw`\\{0,7}\/webhookb2\\{0,7}\/[^\s"'<>|]{20,400}`,
  },
  {
    kind: 'discord-webhook',
    heads: ['discord.com', 'discordapp.com'],
    tail: String.raw`\\{0,7}\/api(?:\\{0,7}\/v\d{1,2})?\\{0,7}\/webhooks\\{0,7}\/\d{10,25}\\{0,7}\/[\w-]{20,}`,
  },
  {
    kind: 'slack-token',
    heads: ['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xoxo-', 'xoxe-', 'xoxc-', 'xoxd-'],
    tail: String.raw`[\w%+/=-]{6,}`,
    accepts: hasDigit,
  },
  {
    kind: 'slack-token',
    heads: ['xoxe.xoxp-', 'xoxe.xoxb-', 'XOXE.XOXP-', 'XOXE.XOXB-'],
    tail: `${W}{6,}`,
  },
  { kind: 'slack-token', heads: ['xapp-', 'XAPP-', 'xwfp-'], tail: String.raw`\d[\w-]{6,}` },
  {
    kind: 'telegram-webhook',
    heads: ['api.telegram.org'],
    tail: String.raw`\\{0,7}\/bot[\w:-]{20,}`,
  },
  {
    kind: 'stripe-key',
    heads: [
      'sk_live_',
      'sk_test_',
      'sk_prod_',
      'rk_live_',
      'rk_test_',
      'rk_prod_',
      'pk_live_',
      'pk_test_',
      'pk_prod_',
      'whsec_',
    ],
    tail: String.raw`[\w+/=]{8,}`,
  },
  {
    kind: 'freemius-key',
    heads: ['sk_'],
    tail: String.raw`[^\s"'\\]{29}(?=["'])`,
    accepts: hasDigit,
  },
  {
    kind: 'paystack-key',
    heads: ['FLWSECK_TEST-', 'FLWPUBK_TEST-', 'FLWSECK-', 'FLWPUBK-'],
    tail: String.raw`[a-zA-Z\d]{10,}(?:-X)?`,
  },
  { kind: 'square-token', heads: ['sq0atp-', 'sq0csp-', 'sq0idp-'], tail: `${W}{20,}` },
  { kind: 'square-token', heads: ['EAAA'], tail: `${W}{20,}` },
  { kind: 'facebook-token', heads: ['EAAC', 'EAAM'], tail: `${ALNUM}{20,}` },
  { kind: 'adyen-key', heads: ['AQE'], tail: String.raw`[a-z\d]{5,40}\.[\w=-]{40,}` },
  {
    kind: 'braintree-token',
    heads: ['access_token$production$', 'access_token$sandbox$'],
    tail: String.raw`[a-z\d]{16}(?:\$[a-f\d]{20,})?`,
  },
  {
    kind: 'braintree-key',
    heads: ['production_', 'sandbox_'],
    tail: `${ALNUM}{8}_${ALNUM}{16}(?!${ALNUM})`,
    accepts: hasDigit,
  },
  {
    kind: 'plaid-token',
    heads: ['access-sandbox-', 'access-development-', 'access-production-'],
    tail: String.raw`[a-f\d]{8}(?:-[a-f\d]{4}){3}-[a-f\d]{12}`,
  },
  // Lob, Chargebee, GoCardless, Adyen's client keys
  {
    kind: 'payment-key',
    heads: ['live_pub_', 'test_pub_', 'live_', 'test_'],
    tail: `${ALNUM}{30,44}(?!\\w)`,
    accepts: hasDigit,
  },
  { kind: 'easypost-key', heads: ['EZAK', 'EZTK'], tail: `${ALNUM}{40,}` },
  { kind: 'shippo-token', heads: ['shippo_live_', 'shippo_test_'], tail: `${HEX}{20,}` },
  { kind: 'duffel-token', heads: ['duffel_live_', 'duffel_test_'], tail: String.raw`[\w=-]{20,}` },
  {
    kind: 'shopify-token',
    heads: ['shpat_', 'shpca_', 'shppa_', 'shpss_', 'shpua_', 'shptka_'],
    tail: `${HEX}{16,}`,
  },
  { kind: 'sendgrid-key', heads: ['SG.'], tail: String.raw`[\w=-]{16,}(?:\.[\w=-]*)*` },
  { kind: 'twilio-key', heads: ['SK'], tail: `${HEX}{32}(?!${HEX})` },
  { kind: 'mailgun-key', heads: ['key-', 'pubkey-'], tail: `${HEX}{32}(?!${HEX})` },
  { kind: 'brevo-key', heads: ['xkeysib-', 'xsmtpsib-'], tail: `${W}{20,}` },
  { kind: 'dropbox-token', heads: ['sl.'], tail: String.raw`[\w=-]{100,}` },
  { kind: 'linear-key', heads: ['lin_api_', 'lin_oauth_'], tail: String.raw`\w{16,}` },
  { kind: 'notion-token', heads: ['secret_', 'ntn_'], tail: `${ALNUM}{40,}` },
  { kind: 'airtable-token', heads: ['pat'], tail: String.raw`[A-Za-z\d]{14}\.[a-f\d]{20,}` },
  { kind: 'figma-token', heads: ['figd_', 'figu_', 'figo_', 'figr_'], tail: `${W}{20,}` },
  { kind: 'frameio-token', heads: ['fio-u-'], tail: String.raw`[\w=-]{40,}` },
  { kind: 'typeform-token', heads: ['tfp_'], tail: String.raw`[\w.=-]{30,}` },
  { kind: 'contentful-token', heads: ['CFPAT-'], tail: `${W}{30,}` },
  {
    kind: 'hubspot-token',
    heads: ['pat-na', 'pat-eu', 'pat-ap'],
    tail: String.raw`\d{0,2}-[a-f\d]{8}(?:-[a-f\d]{4}){3}-[a-f\d]{12}`,
  },
  {
    kind: 'mapbox-token',
    heads: ['pk.eyJ', 'sk.eyJ', 'tk.eyJ'],
    tail: String.raw`[\w-]{20,}(?:\.[\w-]*)?`,
  },
  { kind: 'mapbox-token', heads: ['pk.'], tail: String.raw`[a-zA-Z\d]{60}\.[a-zA-Z\d]{22}` },
  { kind: 'adobe-secret', heads: ['p8e-', 'p8-'], tail: `${ALNUM}{32}(?!${ALNUM})` },
  { kind: 'intercom-token', heads: ['dG9rO'], tail: String.raw`[\w+/=-]{30,}` },
  { kind: 'okta-token', heads: ['SSWS 00'], tail: `${W}{30,}` },
  { kind: 'twitter-token', heads: ['AAAAAAAAAAAAAAAAAAAAAA'], tail: String.raw`[a-zA-Z\d%]{40,}` },
];

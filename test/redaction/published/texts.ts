import { base64, digits, hex, lower, mixed, uuid } from './fake.ts';

const PASSWORD = 'n0tR3al-pW';
const pair = base64(`browser:${PASSWORD}`);
const armour = (edge: string, kind = ''): string => `-----${edge} ${kind}PRIVATE KEY-----`;
const BODY = `MII${mixed(61)}\n${mixed(64)}\n${mixed(30)}==`;

/** Examples whose notation is what matters: rule, secret, the text around it. */
export const texts: readonly (readonly [rule: string, secret: string, text: string])[] = [
  [
    'curl-auth-user',
    PASSWORD,
    `curl --cacert ca.crt -u elastic:${PASSWORD} https://localhost:9200`,
  ],
  [
    'curl-auth-user',
    PASSWORD,
    `curl -k -X POST https://h/x \\\n  -d 'world' \\\n  -u developer:${PASSWORD}`,
  ],
  ['curl-auth-user', PASSWORD, `curl -u ":${PASSWORD}" https://localhost:9200`],
  ['curl-auth-user', PASSWORD, `curl -u "${PASSWORD}:" https://localhost:9200`],
  ['curl-auth-user', PASSWORD, `curl -sw '%{http_code}' --user  'johns:${PASSWORD}' $URL --data`],
  [
    'curl-auth-user',
    PASSWORD,
    `curl --user roger23@example.com:${PASSWORD} https://h.example.com/x -v`,
  ],
  [
    'curl-auth-user',
    PASSWORD,
    `curl -s -v --user "j.smith:${PASSWORD}#4J" "https://h.example.com"`,
  ],
  [
    'curl-auth-user',
    PASSWORD,
    `curl --user "{${uuid}}":"{${PASSWORD}}" --header "Accept: x" https://h`,
  ],
  ['curl-auth-user', PASSWORD, `curl --user kevin:'${PASSWORD}' -iX PATCH -H "Content-Type: x" -d`],
  ['curl-auth-user', PASSWORD, `curl -su kevin:${PASSWORD} https://h`],
  ['curl-auth-user', PASSWORD, `curl --user=kevin:${PASSWORD} https://h`],
  ['curl-auth-user', PASSWORD, `curl --user \\\n  kevin:${PASSWORD} https://h`],
  ['curl-auth-header', uuid, `curl --header  'Authorization:  ${uuid}'`],
  ['curl-auth-header', pair, `curl -H 'Authorization: Basic ${pair}' \\`],
  [
    'curl-auth-header',
    pair,
    `curl -X POST -H "Accept: x" \\\n -H "Authorization: Basic ${pair}" \\\n -d '{}'`,
  ],
  ['curl-auth-header', mixed(43), `curl -H "Authorization: Bearer sha256~${mixed(43)}"`],
  ['curl-auth-header', hex(32), `# curl "http://h/x" -H "Authorization: Bearer ${hex(32)}"`],
  [
    'curl-auth-header',
    hex(40),
    `curl -H "Authorization: Api-Token ${hex(40)} --request PUT https://h`,
  ],
  [
    'curl-auth-header',
    hex(40),
    `curl -H "Authorization: Token ${hex(40)}" --request PUT https://h`,
  ],
  [
    'curl-auth-header',
    `${mixed(11)}@=-.a+/hgdS`,
    `curl -L -H "Authorization: sha256~${mixed(11)}@=-.a+/hgdS"`,
  ],
  ['curl-auth-header', uuid, `curl -X GET \\\n -H "apikey: ${uuid}" \\\n -H "Accept: x"`],
  ['curl-auth-header', 'Sk94HG7f6KB', 'curl -X POST --header "Api-Token: Sk94HG7f6KB"'],
  ['curl-auth-header', hex(16), `curl http://h -H "Token: ${hex(16)}" -d "content=hello"`],
  ['curl-auth-header', uuid, `curl https://h\n -H "X-Octopus-ApiKey: ${uuid}" \\`],
  [
    'azure-ad-client-secret',
    `aB38Q~${mixed(34)}`,
    `"line": "client_srt = \\"aB38Q~${mixed(34)}\\";",`,
  ],
  ['database-password', 'aB3:;<@=},!$', 'pwd = "aB3:;<@=},!$"'],
  ['database-password', 'aB3dE5gH7j', 'DB_PASSWD=aB3dE5gH7j'],
  ['freemius-secret-key', `sk_${mixed(29)}`, `'secret_key' => 'sk_${mixed(29)}'`],
  ['generic-api-key', hex(64), `"client_id" : "${hex(64)}"`],
  ['generic-api-key', hex(64), `"client_secret" : "${hex(64)}",`],
  ['generic-api-key', mixed(32), `generic_api_token = "${mixed(32)}"`],
  ['generic-api-key', mixed(20), `my_creds: ${mixed(20)}`],
  ['generic-api-key', mixed(20), `access = "${mixed(20)}"`],
  ['gitlab-session-cookie', lower(32), `_gitlab_session=${lower(32)}`],
  [
    'kubernetes-secret-yaml',
    base64('mypassword-1'),
    `apiVersion: v1\nkind: Secret\nmetadata:\n  name: x\ndata:\n  # base64\n  key: ${base64('mypassword-1')}`,
  ],
  [
    'kubernetes-secret-yaml',
    base64('admin:password-1'),
    `data:\n  extra: '${base64('admin:password-1')}'\nkind: 'Secret'\n`,
  ],
  [
    'kubernetes-secret-yaml',
    base64(`{"auths":{"x":"${mixed(20)}"}}`),
    `kind: Secret\ndata:\n  .dockercfg: |\n    ${base64(`{"auths":{"x":"${mixed(20)}"}}`)}\n`,
  ],
  [
    'nuget-config-password',
    'n0tR3alCl3arText1',
    '<add key="ClearTextPassword" value="n0tR3alCl3arText1" />',
  ],
  ['nuget-config-password', 'n0tR3al%Source', '<add key="Password" value="n0tR3al%Source" />'],
  ['sidekiq-secret', 'cafebabe:deadbeef', 'BUNDLE_ENTERPRISE__CONTRIBSYS__COM: cafebabe:deadbeef'],
  [
    'sidekiq-secret',
    'cafebabe:deadbeef',
    'export BUNDLE_GEMS__CONTRIBSYS__COM="cafebabe:deadbeef"',
  ],
  [
    'sidekiq-sensitive-url',
    'cafeb4b3:d3adb33f',
    'http://cafeb4b3:d3adb33f@enterprise.contribsys.com:80/p?a=b#c',
  ],
  ['sonar-api-token', lower(40), `-Dsonar.login=${lower(40)}`],
  ['mailchimp-api-key', `${hex(32)}-us20`, `MailchimpSDK.initialize(token: "${hex(32)}-us20")`],
  ['sumologic-access-id', 'su9OL59biWiJu7', 'sumologic.accessId = "su9OL59biWiJu7"'],
  ['sumologic-access-id', 'su9OL59biWiJu7', 'export SUMOLOGIC_ACCESSID="su9OL59biWiJu7"'],
  ['private-key', BODY.slice(10, 60), `${armour('BEGIN')}\n${BODY}\n${armour('END')}`],
  [
    'private-key',
    BODY.slice(10, 60),
    `${armour('BEGIN', 'RSA ')}\n${BODY}\n${armour('END', 'RSA ')}`,
  ],
  [
    'private-key',
    BODY.slice(10, 60),
    JSON.stringify({ key: `${armour('BEGIN', 'EC ')}\n${BODY}\n${armour('END', 'EC ')}` }),
  ],
  ['private-key', BODY.slice(10, 60), `${armour('BEGIN', 'OPENSSH ')}\n${BODY}`],
  [
    'private-key',
    BODY.slice(70, 120),
    `${armour('BEGIN')} ${BODY.replaceAll('\n', ' ')} ${armour('END')}`,
  ],
  ['ansible-vault-token', hex(80), `$ANSIBLE_VAULT;1.1;AES256\n${hex(80)}\n`],
  [
    'slack-user-token',
    hex(32),
    `"url_private": "https:\\/\\/files.slack.com\\/x.png?t=xoxe-${digits(13)}-${digits(13)}-${digits(13)}-${hex(32)}"`,
  ],
  // secretlint
  ['@aws', mixed(40), `AWS_SECRET_ACCESS_KEY=${mixed(40)}`],
  ['@aws', '1234-5678-9012', 'aws_account_id: 1234-5678-9012'],
  ['@azure', uuid, `AZURE_CLIENT_ID=${uuid}`],
  ['@azure', uuid, `"azure_tenant_id": "${uuid}"`],
  ['@azure', mixed(40), `azure_client_secret => '${mixed(40)}'`],
  ['@basicauth', 'r3alP4ssw0rd', 'const A = "https://apiuser:r3alP4ssw0rd@api.example.com/v2";'],
  ['@basicauth', 'myC0mpl3xP@ss', 'https://svcaccount:myC0mpl3xP@ss@service.example.com'],
  ['@basicauth', 's3cur3K3y2024', 'ftps://deployment:s3cur3K3y2024@files.example.com/uploads'],
  ['@basicauth', 'm0n1t0r!ng', 'see [link](https://monitor:m0n1t0r!ng@metrics.example.com/api)'],
  ['@database-connection-string', 'S3cr3t', 'mongodb+srv://u:S3cr3t@cluster0.example.com/db?w=1'],
  ['@database-connection-string', 'S3cr3t', 'jdbc:mysql://u:S3cr3t@db.example.com:3306/x'],
  [
    '@database-connection-string',
    'S3cr3t',
    'jdbc:mysql://db.example.com/x?user=u&password=S3cr3t&ssl=1',
  ],
  [
    '@database-connection-string',
    'S3cr3t',
    'jdbc:sqlserver://db.example.com;user=u;password=S3cr3t;',
  ],
  ['@npm', mixed(36), `//registry.example.com/:_authToken=${mixed(36)}`],
  ['@npm', hex(40), `"x": "git+https://${hex(40)}:x-oauth-basic@github.com/o/r.git"`],
  [
    '@gcp',
    BODY.slice(10, 60),
    JSON.stringify(
      { type: 'service_account', private_key: `${armour('BEGIN')}\n${BODY}\n${armour('END')}\n` },
      null,
      2,
    ),
  ],
];

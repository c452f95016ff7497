/** Words that decide whether a number is a status and a name is a vendor's. Ours, from reading pastes; several languages. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** A number with one of these behind it counts or measures something. */
const UNITS = set(`
  meters metres meter metre miles feet ft ms s sec secs second seconds min mins minute minutes h hr hrs hour hours day days week weeks month months year years
  kb mb gb tb kib mib gib b byte bytes px pt em rem km m cm mm kg g % percent prozent € eur euro euros $ usd dollar dollars £ gbp pound pounds
  times time x mal fois veces vezes volte rows records items entries employees candidates users people persons customers accounts jobs
  lines pages files tickets calls tests applications interviews requests sekunden stunden tage zeilen mitarbeiter personnes lignes
  variants variations options slides samples sales likes views clicks retries versions points total skipped pending warnings stars votes stimmen
  departments locations teams groups companies contacts notes offers courses completions documents objects results events messages tools actions
  changes packages modules keys connections workers nodes pods threads attempts seats licences licenses shifts invoices orders invitations
  participants branches sign-ups downloads visitors stück plätze einträge datensätze pièces unités unidades sztuk osób stuks 件 人 円 個 元 개
  mails emails e-mails nachrichten dateien mitglieder smells warnings commits followers subscribers downloads
  registros filas usuarios k rpm rps qps tps tokens steps commits stars points passed series characters chars words degrees °c °f am pm uhr
`);

/** The same where languages put an ending to the word: `500 Mitarbeitern`, `412 empleados`. */
const UNIT_STEMS =
  /^(?:mitarbeit|beschäftigt|angestellt|person|kund|datens|zeile|seiten|eintr|sätze|stund|tage|minut|sekund|monat|jahr|woche|bewerb|kandidat|nutzer|empleado|trabajador|candidat|usuario|empregad|funcionári|colaborador|employé|salarié|collaborat|utilisat|lign|jour|semaine|heure|mois|dipendent|utent|righe|giorn|pracowni|kandydat|wiersz|rekord|medewerker|gebruiker|sollicit|regels|medarbejd|anställd|ansatt|työntek|сотрудник|запис|çalışan)/;

/** What may stand between a number and what it counts: `500 paying customers`. */
export const COUNT_ADJECTIVES = set(`
  new paying open active inactive more other different unique existing total first last free old internal external neue aktive offene
`);

/** A number with one of these before it is a name for something else. */
export const LABELS = set(`
  port line zeile ligne linea ticket issue pr mr bug page seite room raum zimmer floor version v build release step chapter section
  top route rt hwy highway flight gate bus track model no nr num number nummer id pid invoice order rechnung case sprint
  build job version chapter seat apartment apt suite iso rfc article art paragraph para time took takes dauer duration latency cost costs sala salle pokój kamer telefon tel phone ext extension durchwahl fax limit offset batch team employee week kw area codepage character char position column col spalte colonne byte length index size count attempt
`);

/** Words in -s that are no plural of a thing: what a status does. */
export const VERBS = set(`
  keeps comes happens appears goes means persists shows starts stops occurs says looks seems stays turns pops makes causes
  breaks blocks kills refers points always sometimes perhaps sets lets ends errs
`);

/** Somebody says that a call failed, or asks what an answer means. */
export const FAILURE_CUES = set(`
  error errors err fehler fehlercode erreur errore erro foutmelding fout fel fejl błąd virhe エラー 错误 오류 ошибка ошибку
  status statuscode http https api endpoint response request requests call code codes returns return returned returning responds responded
  see sees saw seeing hit hits hitting get gets got getting gotten receive receives received receiving give gives giving gave throws throwing threw thrown throw
  fail fails failed failing failure failures sync syncing bekommen bekomme bekommt kriege kriegen liefert erhalten erhalte meldet wirft
  retornando devolvendo devolviendo recebendo recibiendo krieg kriegt obtenons obtiens reçois recevons renvoie retourne recibo recibimos obtengo devuelve recebo recebemos retorna riceviamo ricevo restituisce
  krijgen krijg krijgt kommt kommen avons avez tenemos sale salen dostaję dostajemy mam mamy wyskakuje máme dostáváme får fått fick saamme saan alıyoruz alıyor получаем получаю ошибка mean means meaning bedeutet significa signifie stackone unified integration connector provider
  gibt geben gab antwortet antworten répond renvoient donne affiche responde responden dando deu dá dão retornou risponde restituiscono ottengo ottiene
  geeft geven gaf zwraca zwracają zwrócił zwróciło wywala ger ger svarar returnerar erreurs errores erros errori fouten fehlern błędy
  page_size per_page pagesize
  hris ats lms iam webhook curl sdk axios fetch exception stacktrace retry retrying wrap wrapped upstream downstream gateway
`);

/** The same in languages that write without blanks, as a part of a run. */
export const FAILURE_SIGNS =
  /エラー|失敗|返って|返し|错误|錯誤|报错|失败|返回|接口|오류|에러|실패|응답/;

/** StackOne is meant, also where people's own tools are named. */
export const PLATFORM_CUES = set(`
  stackone unified linked account accounts integration connector connection provider re-link relink
  verknüpfte verknüpften verknüpftes verknüpft lié liée liés vinculada vinculado vinculadas collegato collegati gekoppeld gekoppelde
  koppelen połączone połączonego länkat länkade kopplat intégration integración integração integrazione integratie integracja integrationen
  connecteur conector connettore konnektor koppeling konektor
`);

/** Words around a vendor whose name is also an everyday word, when the vendor is meant. */
export const VENDOR_CUES = set(`
  api apis account accounts integration integrations connector connectors connection connect provider sync syncing synced
  candidate candidates applicant applicants employee employees job jobs application applications interview interviews posting postings
  opportunity opportunities note notes user users field fields webhook webhooks endpoint endpoints token scope scopes credentials
  oauth ats hris lms crm hr stackone error errors status response request rate limit limits ratelimit ratelimited record records filter filters
  ticket tickets contact contacts document documents course courses completion completions time-off timeoff absence absences leave leaves
  updated_after updated_at hired_at created_at termination_date employment_status pay_rate candidate_id author_id content_id
`);

/** When and how often something happens. */
export const TIME_WORDS = set(`
  today yesterday tonight morning noon evening night now since always constantly often sometimes randomly intermittently suddenly daily hourly
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  heute gestern morgen früh jetzt seit immer ständig dauernd manchmal plötzlich montag dienstag mittwoch donnerstag freitag samstag sonntag
  aujourd'hui hier matin maintenant depuis toujours parfois soudain lundi mardi mercredi jeudi vendredi hoy ayer mañana ahora desde siempre
  lunes martes miércoles jueves viernes hoje ontem agora sempre oggi ieri adesso sempre lunedì vandaag gisteren nu sinds steeds altijd
  dzisiaj dziś wczoraj teraz od ciągle zawsze idag igår nu sedan alltid hela tiden
`);

/** Words that say nothing about what went wrong. */
export const STOP_WORDS = set(`
a an the this that these those it its is are was were be been being am do does did doing have has had having i we you they he she my our your their
  me us them of in on at to from for with by as into over under about and or but if then than so not no nor only just very too also any some all each every
  what when where which who why how can could will would should may might must shall there here up down out off again once still yet already
  please help hi hello hey thanks thank need want know tell say says said get gets got getting see seems seem seen
  does doesn't don't didn't isn't aren't wasn't can't cannot won't couldn't shouldn't haven't hasn't i'm we're it's
  everyone everybody like looks really basically actually kinda super totally
  sorry oops meant pls plz ok okay thx ty btw lol wtf ugh argh hmm guys folks anyone anybody someone somebody help
  call calls api stackone via using use used after before during while when because same one two
`);

/** Small words of other languages: they say nothing beside a status. */
export const SMALL_WORDS_ABROAD = set(`
  nicht sondern der die das den dem ein eine einen ist sind es wir ich bei mit von und oder aber was wie warum wer wo kann denn noch auch schon nur wieder
  beim zum zur im am für auf nun hilfe bitte danke moin hallo le la les un une des du et ou pas mais que qui quoi pourquoi comment sur avec dans je on nous
  c'est est ça svp merci bonjour el los las una del y no sino qué por porque cómo con en se me nos os um uma do da e não mas como com em é isso isto ajuda
  obrigado ola olá hola gracias il lo gli di della non ma che perché come è ciao grazie aiuto de het een van en of niet maar wat waarom hoe met is we ik hoi
  hulp i lub nie ale co dlaczego jak z w na jest to się cześć pomocy och eller inte men vad varför hur med är det vi jag på hej hjälp tack
`);

/** Not a misspelt vendor: `level`, `never`, `workable`. */
export const ORDINARY_WORDS = set(`
  level levels never ever clever fever lover liver leave leaves leaver lever's river over later letter server servers serve
  house green person personal persona people works worker workday's team tailor smart recruiter recruiters bull horn factor factory factual
  success successful failed hello forbidden conflict gateway request requests notion motion zoo boxes fox slacks black
  remove removed remotes makes maker frontend fronts linearly linen render renders rendered reader sender senders
  domain demo domains gone gong's hung song cloud clouds cloudy sages saga page pages stage usage image message calendar calendars
  clock clocks clicks clicked click closed asked after other others where there these those which while would could should
  count country counter county account accounts accents absorbs absorbed harvested planned planning plays player played
  contact content contents context contract contentful's oneself workspace web webs flows float figure figures frame frames
  paid layout layouts pilot pivot drawer driver drivers drive driven drift draft drafts data date dates dated update updated
  customer customers expense expenses person persons table tables employee employees come comes
  fast fasting spring springs basic basics bases based base care case cases cafe safe sale sales salary force forces
  intern interns internal interface intercept integer integral tempo temple template teams steam stream streams dream
  apply applied supply tries trial trail trails train trains sharp share shares shared point points pointer joint
  drop drops dropped box boxed inbox sandbox toolbox mailbox checkbox slack docks docker deck decks duck duke deals dealt dealer
  hires hired higher hiring hiring wired tired bobs bob job jobs jobber adder ladder header headers
  datei dateien daten datum data
  sprint print prints printing splint paint fourth forth forum humans human lattices latter matter gst
`);

/** A vendor's name that is only the first word of something of every day: `the remote server`, `make sure`. */
export const EVERYDAY_PAIRS =
  /^(?:remote (?:server|host|end|party|peer|work\w*|repo\w*|branch|machine|access|desktop|address|team)|front (?:desk|end|office|door|page|row|line|of)|linear (?:growth|time|scale|regression|search)|make (?:sure|it|the|an?|this)|render (?:time|target|loop|function)|close to|box office)$/;

/** Systems that StackOne does not stand in front of, or that people use without it. */
export const OTHER_SYSTEMS =
  /\b(?:npm|yarn|pnpm|pip|pypi|maven|gradle|webpack|vite|eslint|postgres(?:ql)?|psql|mysql|mariadb|sqlite|mongo(?:db)?|redis|kafka|rabbitmq|elasticsearch|stripe|paypal|aws|s3|ec2|lambda|azure|gcp|docker|kubernetes|k8s|kubectl|terraform|ansible|jenkins|nginx|apache|cloudfront|vercel|heroku|firebase|supabase|wordpress|shopify|spotify|youtube|wikipedia|google\.com|dockerhub|ghcr|rubygems|crates\.io|sentry|googleapi|openai|pythonhosted|win32|botocore|boto3|google\.api_core|twilio|sendgrid|mailgun|cloudflare|netlify|fastly|akamai|google maps|algolia|grafana|prometheus|pytest|SIP\/2\.0|readiness probe|liveness probe|git (?:push|pull|clone|fetch)|fatal: unable to access|remote: (?:error|fatal|permission|repository|invalid)|RPC failed; HTTP|Error from server \((?:Forbidden|NotFound|Conflict|BadRequest)|Could not transfer artifact|sonarqube|favicon\.ico|our (?:own|public) (?:api|app|service|backend|server|endpoint)|prisma|typeorm|sequelize|hibernate)\b|\bStripe[A-Z]|\$metadata\b|\bResponseMetadata\b|"root_cause"|\bSQLSTATE\b|\bERROR: {1,2}(?:relation|column|syntax error|duplicate key|permission denied for)\b|\bORA-\d{5}\b|\b(?:our|my|the|unsere?|notre|nuestra) (?:web ?site|shop|blog|home ?page|landing page|webseite|site web|tienda)\b|\bERROR \d{4} \([0-9A-Z]{5}\)|\bSELECT\b.{1,200}\bWHERE\b/i;

/** A length of time: `60000 ms`, `5 minutes`. */
export function isTimeUnit(word: string): boolean {
  return /^(?:ms|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|weeks?|times|x|sekunden?|minuten?|stunden?|tagen?|mal|secondes?|heures?|jours?|fois|segundos?|minutos?|horas?|días?|veces|dias|vezes|secondi|minuti|ore|giorni|volte|seconden|uur|dagen|keer|sekund|minut|godzin|dni|razy|sekunder|minuter|timmar|dagar|gånger)$/.test(
    word,
  );
}

/** The word behind a number says that it counts or measures. */
export function isUnit(word: string): boolean {
  return UNITS.has(word) || UNIT_STEMS.test(word);
}

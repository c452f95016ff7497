export const HELP = `Usage: stackone-error [options] [text …]

Says what a StackOne error means: what happened, whose move it is, what to do, whether a retry is safe.

  text             what you saw: a code, a request ID, a response, a log; left out: standard input

Options:
  --json           one report as JSON
  --batch          JSON Lines in ({"id","text"}), JSON Lines out
  --offline        no network at all
  --knowledge DIR  an extra folder of tables, laid over the shipped ones
  -h, --help       this text

Commands:
  recent [provider|account|status]
           recent failures from StackOne's request logs, grouped by cause
  doctor   checks the set-up: tokens, scopes, StackOne key, store; one line each, with the next step
  help     this text

Examples:
  stackone-error 412
  stackone-error "lever 429"
  curl -i https://api.stackone.com/unified/ats/jobs … | stackone-error

Exit status: 0 a diagnosis was found, 1 none was, 2 wrong use, 3 a fault of mine.
Unofficial; not affiliated with StackOne.`;

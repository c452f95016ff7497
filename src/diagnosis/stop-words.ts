/** English words that say nothing about what went wrong. Ours. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those it its is are was were be been being am do does did doing have has had having i we you they he she my our your their
  me us them of in on at to from for with by as into over under about and or but if then than so not no nor only just very too also any some all each every
  what when where which who why how can could will would should may might must shall there here up down out off again once still yet already
  please help hi hello hey thanks thank need want know tell say says said get gets got getting see seems seem seen
  does doesn't don't didn't isn't aren't wasn't can't cannot won't couldn't shouldn't haven't hasn't i'm we're it's
  call calls api stackone via using use used after before during while when because same one two`.split(
    /\s+/,
  ),
);

/**
 * Statements that look at all campuses, each with its reason; every other one asks one campus. On a distributed engine each
 * of these is sent to every machine. None stands between a student's tap and the answer, but for those of `gateway`.
 */
export type Across = {
  /** How the statement begins, or what stands in it. */
  readonly part: string;
  readonly why: string;
  /** Does not happen in every lunch; other tests see to it that it works. */
  readonly rare?: true;
};

const relay = "one relay serves all campuses, in the order of writing";
const due =
  "one worker looks for what is due in all campuses, oldest first; what it then changes is of one campus";
const old = "what is past its time goes, hourly, wherever it is";
const gateway =
  "a platform's gateway speaks of a payment by its id alone, which an index of each machine finds";

export const acrossCampuses: readonly Across[] = [
  { part: "from outbox where not published order by position", why: relay },
  {
    part: "insert into inbox (campus_id, consumer, event_id, position, type, key, next_at) select",
    why: relay,
  },
  { part: "update inbox i set next_at", why: "a consumer takes what waits longest, of whatever campus" },
  {
    part: "select exists (select 1 from outbox where not published)",
    why: "asked when a process stops, and in tests",
  },
  { part: "from payment where ask_at <=", why: due },
  { part: "from refund r join payment p on p.campus_id = r.campus_id", why: due },
  { part: "from orders where fulfilment = 'placed' and payment = 'unpaid' and pay_by <=", why: due },
  { part: "from orders where fulfilment = 'placed' and payment = 'paid' and accept_by <=", why: due },
  { part: "from orders where fulfilment = 'delivered' and delivered_at", why: due },
  { part: "from share where ask_at <=", why: due },
  { part: "from shipping_upload u join payment p", why: due },
  { part: "with old as ( select o.campus_id, o.event_id from outbox o", why: old },
  { part: "delete from session", why: old },
  { part: "delete from login_attempt", why: old },
  { part: "delete from picture_try", why: old },
  { part: "from picture where kept_until_at <", why: old },
  { part: "update message_delivery set state = 'unknown'", why: due },
  { part: "from share where payment_id =", why: gateway },
  {
    part: "select payment_id from payment where channel =",
    why: "any payment will do to ask whether a platform answers",
    rare: true,
  },
  {
    part: "from payment where payment_id = any($1::text[]) and campus_id <>",
    why: "several campuses may share one account at a platform, whose bill names the payments of all",
    rare: true,
  },
];

export const crosses = (statement: string): Across | undefined =>
  acrossCampuses.find(({ part }) => statement.includes(part));

-- Places orders of one campus together: all that are accepted are committed at once, and one that is refused takes
-- nothing and does not hold up its neighbours. Locks are taken in one fixed order (accounts, portions, choices, slots, coupons), so
-- callers never wait for each other in a circle, and no lock ever waits for a caller's next statement.
--
-- Each account stands in a group once; the arrays have one entry for each order, and `n` (from 1) in the other arguments
-- counts them. Texts in JSON are camelCase as the caller has them. Returned are the refused orders only.
create function place_orders(
  p_campus text,
  p_accounts text[],
  p_keys text[],
  -- So many unpaid orders an account may have before this one; null: any number.
  p_unpaid integer[],
  -- Takes an offer for newcomers.
  p_first boolean[],
  p_portion_n integer[], p_dishes text[], p_days text[], p_quantities integer[], p_daily integer[],
  -- Null where no order of the group wants any.
  p_choices jsonb, p_slots jsonb, p_coupons jsonb,
  p_orders json, p_lines json, p_steps json, p_events json,
  -- Jobs that look after the orders' deadlines; null where they are all there.
  p_jobs json,
  -- Whether to look for the keys before anything else. Without it, a key that is taken raises SQ001 and nothing is done: most
  -- keys are new, and each look costs as much as a line of the order.
  p_look_for_keys boolean
) returns table (n integer, outcome text, detail jsonb)
language plpgsql
-- Connections keep their plans: one that was made while the tables were nearly empty would read them whole all lunch long.
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
declare
  outcomes text[];
  details jsonb[];
  fits boolean := true;
  shelf record;
  portions_left integer;
  short record;
  accepted integer;
begin
  -- Orders of one account take turns: sent at once, none of them would see the others.
  perform pg_advisory_xact_lock(7317003, turn.lock) from (
    select distinct hashtext(p_campus || '/' || account) as lock from unnest(p_accounts) account order by 1) turn;

  -- Not by EXISTS, for which a plan may gather all orders of the campus first.
  select array_agg(case
      when p_look_for_keys and (select true from orders o where o.campus_id = p_campus and o.account_id = a.account
        and o.idempotency_key = a.key limit 1) then 'repeated'
      when (select count(*) from (select 1 from orders o where o.campus_id = p_campus and o.account_id = a.account
        and o.payment = 'unpaid' limit a.unpaid) mine) >= a.unpaid then 'tooManyUnpaid'
      when a.first and (select true from orders o where o.campus_id = p_campus and o.account_id = a.account
        and o.fulfilment not in ('refused', 'cancelled', 'expired') order by o.placed_at desc limit 1) then 'notFirst'
    end order by a.n)
  into outcomes
  from unnest(p_accounts, p_keys, p_unpaid, p_first) with ordinality as a (account, key, unpaid, first, n);
  details := array_fill(null::jsonb, array[cardinality(outcomes)]);

  -- Dish by dish and by the whole key: with one statement for all, a plan from an empty table reads every dish of the campus.
  for shelf in
    select w.dish_id, w.day, min(w.daily) as daily, min(w.quantity) as least,
      coalesce(sum(w.quantity) filter (where outcomes[w.n] is null), 0) as wanted
    from unnest(p_portion_n, p_dishes, p_days, p_quantities, p_daily) as w (n, dish_id, day, quantity, daily)
    group by w.dish_id, w.day order by w.dish_id collate "C", w.day
  loop
    select s.left_count into portions_left from dish_stock s
    where s.campus_id = p_campus and s.dish_id = shelf.dish_id and s.day = shelf.day for update;
    if not found and shelf.least <= shelf.daily then
      -- The first of the day; who comes second at the same moment waits here.
      insert into dish_stock as s (campus_id, dish_id, day, left_count)
      values (p_campus, shelf.dish_id, shelf.day, shelf.daily)
      on conflict (campus_id, dish_id, day) do update set left_count = s.left_count
      returning s.left_count into portions_left;
    end if;
    fits := fits and coalesce(portions_left >= shelf.wanted, false);
  end loop;

  if fits and p_choices is null and p_slots is null and p_coupons is null then
    for shelf in
      select w.dish_id, w.day, sum(w.quantity) as wanted
      from unnest(p_portion_n, p_dishes, p_days, p_quantities) as w (n, dish_id, day, quantity)
      where outcomes[w.n] is null group by w.dish_id, w.day
    loop
      update dish_stock s set left_count = s.left_count - shelf.wanted
      where s.campus_id = p_campus and s.dish_id = shelf.dish_id and s.day = shelf.day;
    end loop;
  else
    insert into choice_stock as s (campus_id, dish_id, choice, day, left_count)
    select p_campus, w."dishId", w.choice, w.day, min(w.daily)
    from jsonb_to_recordset(p_choices) as w ("dishId" text, choice text, day text, quantity integer, daily integer)
    where w.quantity <= w.daily or exists (
      select 1 from choice_stock s where s.campus_id = p_campus and s.dish_id = w."dishId" and s.choice = w.choice
        and s.day = w.day)
    group by w."dishId", w.choice, w.day order by (w."dishId" || ' ' || w.choice) collate "C", w.day
    on conflict (campus_id, dish_id, choice, day) do update set left_count = s.left_count;

    insert into slot_load as s (campus_id, shop_id, slot_from_at, taken)
    select distinct p_campus, w."shopId", w."from", 0 from jsonb_to_recordset(p_slots) as w ("shopId" text, "from" bigint)
    order by 2, 3
    on conflict (campus_id, shop_id, slot_from_at) do update set taken = s.taken;

    perform 1 from coupon c where c.campus_id = p_campus
      and c.coupon_id in (select w."couponId" from jsonb_to_recordset(p_coupons) as w ("couponId" text))
    order by c.coupon_id collate "C" for update;

    -- Whoever came first gets the last portion. All rows are locked: what is found here stays true.
    for i in 1 .. cardinality(outcomes) loop
      continue when outcomes[i] is not null;

      select w.dish_id, coalesce(s.left_count, w.daily) as left_count into short
      from unnest(p_portion_n, p_dishes, p_days, p_quantities, p_daily)
        with ordinality as w (n, dish_id, day, quantity, daily, place)
      left join dish_stock s on s.campus_id = p_campus and s.dish_id = w.dish_id and s.day = w.day
      where w.n = i and coalesce(s.left_count, w.daily) < w.quantity order by w.place limit 1;
      if found then
        outcomes[i] := 'soldOut';
        details[i] := jsonb_build_object('dishId', short.dish_id, 'choice', null, 'left', short.left_count);
        continue;
      end if;

      select w."dishId" as dish_id, w.choice, coalesce(s.left_count, w.daily) as left_count into short
      from jsonb_to_recordset(p_choices)
        as w (n integer, "dishId" text, choice text, day text, quantity integer, daily integer)
      left join choice_stock s
        on s.campus_id = p_campus and s.dish_id = w."dishId" and s.choice = w.choice and s.day = w.day
      where w.n = i and coalesce(s.left_count, w.daily) < w.quantity order by (w."dishId" || ' ' || w.choice) collate "C" limit 1;
      if found then
        outcomes[i] := 'soldOut';
        details[i] := jsonb_build_object('dishId', short.dish_id, 'choice', short.choice, 'left', short.left_count);
        continue;
      end if;

      if exists (
        select 1 from jsonb_to_recordset(p_slots) as w (n integer, "shopId" text, "from" bigint, capacity integer)
        join slot_load s on s.campus_id = p_campus and s.shop_id = w."shopId" and s.slot_from_at = w."from"
        where w.n = i and s.taken >= w.capacity) then
        outcomes[i] := 'slotFull';
        continue;
      end if;

      if exists (
        select 1 from jsonb_to_recordset(p_coupons) as w (n integer, "couponId" text, now bigint)
        where w.n = i and not exists (
          select 1 from coupon c where c.campus_id = p_campus and c.coupon_id = w."couponId"
            and c.account_id = p_accounts[i] and c.used_by is null and c.valid_until_at > w.now)) then
        outcomes[i] := 'couponNotUsable';
        continue;
      end if;

      update dish_stock s set left_count = s.left_count - w.quantity
      from unnest(p_portion_n, p_dishes, p_days, p_quantities) as w (n, dish_id, day, quantity)
      where w.n = i and s.campus_id = p_campus and s.dish_id = w.dish_id and s.day = w.day;
      update choice_stock s set left_count = s.left_count - w.quantity
      from jsonb_to_recordset(p_choices) as w (n integer, "dishId" text, choice text, day text, quantity integer)
      where w.n = i and s.campus_id = p_campus and s.dish_id = w."dishId" and s.choice = w.choice and s.day = w.day;
      update slot_load s set taken = s.taken + 1
      from jsonb_to_recordset(p_slots) as w (n integer, "shopId" text, "from" bigint)
      where w.n = i and s.campus_id = p_campus and s.shop_id = w."shopId" and s.slot_from_at = w."from";
    end loop;
  end if;

  insert into orders (
    campus_id, order_id, order_no, version, day, account_id, host, shop_id, shop_name, shop_name_en, shop_lon, shop_lat,
    place_id, place_name, place_name_en, place_lon, place_lat, goods_fen, packing_fen, delivery_fee_fen, discount_fen,
    total_fen, handover, table_id, slot_from_at, slot_to_at, by_phone, discounts, coupon_ids, note, cutlery, contact_phone,
    pickup_code, fulfilment, payment, promise_earliest, promise_latest, placed_at, pay_by, idempotency_key, fingerprint)
  select
    p_campus, o."orderId", o."orderNo", o.version, o.day, o."accountId", o.host, o."shopId", o."shopName", o."shopNameEn",
    o."shopLon", o."shopLat", o."placeId", o."placeName", o."placeNameEn", o."placeLon", o."placeLat", o."goodsFen",
    o."packingFen", o."deliveryFeeFen", o."discountFen", o."totalFen", o.handover, o."tableId", o."slotFromAt",
    o."slotToAt", o."byPhone", o.discounts, o."couponIds", o.note, o.cutlery, o."contactPhone", o."pickupCode",
    o.fulfilment, o.payment, o."promiseEarliest", o."promiseLatest", o."placedAt", o."payBy", p_keys[o.n], o.fingerprint
  from json_to_recordset(p_orders) as o (
    n integer, "orderId" text, "orderNo" text, version integer, day text, "accountId" text, host text, "shopId" text,
    "shopName" text, "shopNameEn" text, "shopLon" double precision, "shopLat" double precision, "placeId" text,
    "placeName" text, "placeNameEn" text, "placeLon" double precision, "placeLat" double precision, "goodsFen" bigint,
    "packingFen" bigint, "deliveryFeeFen" bigint, "discountFen" bigint, "totalFen" bigint, handover text, "tableId" text,
    "slotFromAt" bigint, "slotToAt" bigint, "byPhone" boolean, discounts jsonb, "couponIds" jsonb, note text,
    cutlery integer, "contactPhone" text, "pickupCode" text, fulfilment text, payment text, "promiseEarliest" bigint,
    "promiseLatest" bigint, "placedAt" bigint, "payBy" bigint, fingerprint text)
  where outcomes[o.n] is null
  on conflict (campus_id, account_id, idempotency_key) do nothing;
  get diagnostics accepted = row_count;
  if accepted < (select count(*) from unnest(outcomes) as r (outcome) where r.outcome is null) then
    raise exception 'a key is taken' using errcode = 'SQ001';
  end if;

  insert into order_line (
    campus_id, order_id, line_no, dish_id, name, name_en, art, choices, quantity, unit_fen, total_fen)
  select p_campus, l."orderId", l."lineNo", l."dishId", l.name, l."nameEn", l.art, l.choices, l.quantity, l."unitFen",
    l."totalFen"
  from json_to_recordset(p_lines) as l (
    n integer, "orderId" text, "lineNo" integer, "dishId" text, name text, "nameEn" text, art text, choices jsonb,
    quantity integer, "unitFen" bigint, "totalFen" bigint)
  where outcomes[l.n] is null;

  insert into order_step (
    campus_id, order_id, version, command, from_state, to_state, actor_kind, actor_id, actor_name, reason, at, trace_id)
  select p_campus, s."orderId", s.version, s.command, s."fromState", s."toState", s."actorKind", s."actorId",
    s."actorName", s.reason, s.at, s."traceId"
  from json_to_recordset(p_steps) as s (
    n integer, "orderId" text, version integer, command text, "fromState" text, "toState" text, "actorKind" text,
    "actorId" text, "actorName" text, reason text, at bigint, "traceId" text)
  where outcomes[s.n] is null;

  insert into outbox (campus_id, event_id, type, key, payload, trace_id, occurred_at)
  select p_campus, e."eventId", e.type, e.key, e.payload, e."traceId", e."occurredAt"
  from json_to_recordset(p_events) as e (
    n integer, "eventId" text, type text, key text, payload jsonb, "traceId" text, "occurredAt" bigint)
  where outcomes[e.n] is null;

  if p_jobs is not null then
    perform jobs.enqueue(array_agg(job.task), array_agg(job.payload), array_agg(job."runAt"), array_agg(job.key))
    from json_to_recordset(p_jobs) as job (task text, key text, payload json, "runAt" bigint);
  end if;

  -- After the orders, because a used coupon names one.
  if p_coupons is not null then
    update coupon c set used_by = w."orderId", used_at = w.now
    from jsonb_to_recordset(p_coupons) as w (n integer, "couponId" text, "orderId" text, now bigint)
    where outcomes[w.n] is null and c.campus_id = p_campus and c.coupon_id = w."couponId";
  end if;

  return query select r.n::integer, r.outcome, r.detail
    from unnest(outcomes, details) with ordinality as r (outcome, detail, n) where r.outcome is not null;
end $$;

import { err, ok, type Result } from "@sanqi/kernel";
import { reach } from "@sanqi/resilience";
import { returnNo } from "../domain/sharing.ts";
import type { GatewayError, Gateways, PaymentGateway, PaymentStore, RefundRequest } from "./ports.ts";
import type { SharingDeps, SharingUseCases } from "./sharing.ts";
import type { PlannedReturn } from "./sharing-ports.ts";

type Planned = Awaited<ReturnType<SharingDeps["store"]["planReturns"]>>;
type Shared = Exclude<Planned, null | "underWay">;

/** Plans the sharing of a payment when it is first stored, before the platform hears of it; never again. */
export const planningShares = (
  store: PaymentStore,
  sharing: Pick<SharingUseCases, "planSharing">,
): PaymentStore => ({
  ...store,
  async open(payment, key) {
    const opened = await store.open(payment, key);
    if (opened.kind === "opened") await sharing.planSharing(opened.payment);
    return opened;
  },
});

/**
 * The gateways with sharing around them: payments that are to be shared are prepared so that the platform holds their money,
 * and before a refund goes out, the shares that it takes along come back.
 */
export const sharingGateways = (gateways: Gateways, deps: SharingDeps): Gateways => ({
  wechatPay: around(gateways.wechatPay, deps),
  alipay: around(gateways.alipay, deps),
});

function around(gateway: PaymentGateway, deps: SharingDeps): PaymentGateway {
  const { store } = deps;
  const withRefund = deps.gateways[gateway.channel].returnShare === null;
  const settled = (planned: Shared, refundId: RefundRequest["refundId"], failure: string | null) =>
    settleOpen(deps, planned, { refundId, failure });

  return {
    ...gateway,
    async prepare(request) {
      return gateway.prepare(
        (await store.isPlanned(request.paymentId)) ? { ...request, sharing: true } : request,
      );
    },

    async refund(request) {
      const { refundId, paymentId } = request;
      const planned = await store.planReturns({ refundId, paymentId, now: deps.clock.now() });
      if (planned === "underWay") throw new RefundWaits(refundId);
      if (!planned) return gateway.refund(request);
      reach("return.planned");
      if (!withRefund) {
        const back = await takeBack(deps, planned, request);
        return back.ok ? gateway.refund(request) : back;
      }
      const sharesBack = openReturns(planned).map(({ from, amountFen }) => ({ ...from, amount: amountFen }));
      if (sharesBack.length === 0) return gateway.refund(request);
      const answer = await gateway.refund({ ...request, sharesBack });
      if (answer.ok) {
        if (answer.value.state === "succeeded") await settled(planned, refundId, null);
        return answer;
      }
      // The receiver never agreed to give back: the student's money must not wait for that.
      if (answer.error.kind !== "gatewayRefused" || !answer.error.code.includes("REFUNDALLOC")) return answer;
      await settled(planned, refundId, answer.error.code);
      return gateway.refund(request);
    },

    async queryRefund(refund) {
      const answer = await gateway.queryRefund(refund);
      if (withRefund && answer.ok && answer.value?.state === "succeeded") {
        const planned = await store.planReturns({ ...refund, now: deps.clock.now() });
        if (planned && planned !== "underWay") await settled(planned, refund.refundId, null);
      }
      return answer;
    },
  };
}

/** Every share that the refund takes along has come back, or never will; unknown while the platform has not said. */
async function takeBack(
  deps: SharingDeps,
  planned: Shared,
  { refundId, paymentId, reason }: RefundRequest,
): Promise<Result<null, GatewayError>> {
  const { share } = planned;
  const gateway = deps.gateways[share.channel];
  for (const { party, from, amountFen } of openReturns(planned)) {
    const transactionId = share.transactionId ?? "";
    const back = { refundId, paymentId, transactionId, party, from, amount: amountFen, reason };
    const answer = await gateway.returnShare?.(back);
    reach("return.sent");
    if (!answer || (answer.ok && answer.value === "processing")) throw new RefundWaits(refundId);
    const error = answer.ok ? null : answer.error;
    if (error?.kind === "gatewayUnknown") return err(error);
    const failure = error?.code ?? null;
    await settleOne(deps, share, { refundId, party, failure });
  }
  return ok(null);
}

async function settleOpen(
  deps: SharingDeps,
  planned: Shared,
  { refundId, failure }: { refundId: RefundRequest["refundId"]; failure: string | null },
): Promise<void> {
  for (const { party } of openReturns(planned))
    await settleOne(deps, planned.share, { refundId, party, failure });
}

async function settleOne(
  deps: SharingDeps,
  share: Shared["share"],
  end: { refundId: RefundRequest["refundId"]; party: PlannedReturn["party"]; failure: string | null },
): Promise<void> {
  await deps.store.settleReturn({ share, ...end, now: deps.clock.now(), traceId: deps.newTraceId() });
  reach("return.recorded");
  if (end.failure)
    deps.alarms.raise("shareReturnFailed", {
      paymentId: share.paymentId,
      number: returnNo(end.refundId, end.party),
      platformCode: end.failure,
    });
}

const openReturns = ({ returns }: Shared) => returns.filter(({ state }) => state === "requested");

/** Thrown, so that the refund is tried again: no answer of the platform, which would count as one of its failures. */
class RefundWaits extends Error {
  constructor(refundId: RefundRequest["refundId"]) {
    super(`refund ${refundId} waits until the payment's share is settled`);
  }
}

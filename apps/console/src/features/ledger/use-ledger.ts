import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

export type Payout = Outputs["payouts"][number];
export type PayoutState = Payout["state"];
export type Terms = Outputs["terms"];
export type Statement = Outputs["statement"];
export type Receiver = Outputs["shareReceivers"][number];

export const useBooks = () => useQuery({ queryKey: keys.ledger, queryFn: () => rpc.console.ledger.query() });

/** `wanted` null: nobody is chosen yet. */
export const useStatement = (wanted: Inputs["statement"] | null) =>
  useQuery({
    queryKey: keys.statement(wanted),
    enabled: wanted !== null,
    queryFn: () => (wanted ? rpc.console.statement.query(wanted) : null),
  });

/** The most that is shown at once; the file has up to 2000. */
export const payoutLimit = 500;
export const usePayouts = (state: PayoutState | null) =>
  useQuery({
    queryKey: keys.payouts(state),
    queryFn: () => rpc.console.payouts.query({ state, limit: payoutLimit }),
  });
export const useTerms = () => useQuery({ queryKey: keys.terms, queryFn: () => rpc.console.terms.query() });
export const useReceivers = () =>
  useQuery({ queryKey: keys.shareReceivers, queryFn: () => rpc.console.shareReceivers.query() });

function useChange<Input, Output>(
  change: (input: Input) => Promise<Output>,
  stale: readonly (readonly string[])[],
) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => Promise.all(stale.map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}

const money = [keys.ledger, keys.allPayouts];
export const usePreparePayouts = () =>
  useChange((_: undefined) => rpc.console.preparePayouts.mutate(), money);
export const useChangePayout = () =>
  useChange((input: Inputs["changePayout"]) => rpc.console.changePayout.mutate(input), money);
export const useRecordTransfer = () =>
  useChange((input: Inputs["recordTransfer"]) => rpc.console.recordTransfer.mutate(input), money);
export const useSetCampusTerms = () =>
  useChange((input: Inputs["setCampusTerms"]) => rpc.console.setCampusTerms.mutate(input), [keys.terms]);
export const useSetShopTerms = () =>
  useChange((input: Inputs["setShopTerms"]) => rpc.console.setShopTerms.mutate(input), [keys.terms]);
export const useSaveReceiver = () =>
  useChange(
    (input: Inputs["saveShareReceiver"]) => rpc.console.saveShareReceiver.mutate(input),
    [keys.shareReceivers],
  );

export type StuckShare = Outputs["stuckShares"][number];
export const useStuckShares = () =>
  useQuery({ queryKey: keys.stuckShares, queryFn: () => rpc.console.stuckShares.query() });
export const useSettleShare = () =>
  useChange(
    (input: Inputs["settleShare"]) => rpc.console.settleShare.mutate(input),
    [keys.stuckShares, keys.attention],
  );

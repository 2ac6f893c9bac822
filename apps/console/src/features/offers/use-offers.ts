import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

export type Offer = Outputs["offers"][number];

export const useOffers = () => useQuery({ queryKey: keys.offers, queryFn: () => rpc.console.offers.query() });

function useOfferChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => cache.invalidateQueries({ queryKey: keys.offers }),
  });
}

export const useSaveOffer = () =>
  useOfferChange((input: Inputs["saveOffer"]) => rpc.console.saveOffer.mutate(input));
export const useEndOffer = () =>
  useOfferChange((input: Inputs["endOffer"]) => rpc.console.endOffer.mutate(input));
export const useGiveCoupons = () =>
  useOfferChange((input: Inputs["giveCoupons"]) => rpc.console.giveCoupons.mutate(input));

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

export type Review = Outputs["reviews"]["reviews"][number];

/** The newest reviews of all shops, page by page. */
export function useReviews() {
  return useInfiniteQuery({
    queryKey: keys.reviews,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => rpc.console.reviews.query({ before: pageParam }),
    getNextPageParam: (page) => page.before,
  });
}

export function useHideReview() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Inputs["hideReview"]) => rpc.console.hideReview.mutate(input),
    onSettled: () =>
      Promise.all([keys.reviews, keys.shops].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}

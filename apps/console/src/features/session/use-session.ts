import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";

export type Session = Outputs["me"]["session"];

/** Who is logged in here; an error with code SESSION_INVALID means nobody. */
export function useMe() {
  return useQuery({
    queryKey: keys.me,
    queryFn: () => rpc.console.me.query(),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useLogin() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Inputs["login"]) => rpc.console.login.mutate(input),
    onSuccess: ({ session }) => cache.setQueryData(keys.me, { session }),
  });
}

/** Redeems an operator's invitation; who joins is logged in. */
export function useJoin() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Inputs["join"]) => rpc.console.join.mutate(input),
    onSuccess: ({ session }) => cache.setQueryData(keys.me, { session }),
  });
}

/** Ends the session at the server and forgets everything that was read with it. */
export function useLogout() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => rpc.console.logout.mutate(),
    onSettled: () => {
      cache.clear();
      // A full load also closes the socket that the old session opened.
      window.location.assign(`${import.meta.env.BASE_URL}login`);
    },
  });
}

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Inputs, type Outputs, rpc } from "../../rpc/client.ts";
import { keys } from "../../rpc/keys.ts";
import type { Role } from "./roles.ts";

export type Person = Outputs["people"][number];
export type Grant = Person["roles"][number];

export const peopleLimit = 300;

export function usePeople(text: string, role: Role | null) {
  return useQuery({
    queryKey: [...keys.people, text, role],
    queryFn: () => rpc.console.people.query({ text, role, limit: peopleLimit }),
    placeholderData: keepPreviousData,
  });
}

export function useDepartments(enabled: boolean) {
  return useQuery({ queryKey: keys.departments, enabled, queryFn: () => rpc.console.departments.query() });
}

export function useInvite() {
  return useMutation({ mutationFn: (input: Inputs["invite"]) => rpc.console.invite.mutate(input) });
}

export function useRevokeRole() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Inputs["revokeRole"]) => rpc.console.revokeRole.mutate(input),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.people }),
  });
}

import type { AccountId } from "@sanqi/kernel";

/** What is already known about a proved identity. */
export type Known = {
  readonly bySubject: { readonly accountId: AccountId; readonly union: string | null } | null;
  /** The oldest account of the same platform and campus that carries the proved union. */
  readonly byUnion: AccountId | null;
};

export type Recognition =
  /** `learnUnion`: the platform tells a union that was not known; `sharedWith`: another account carries it as well. */
  | {
      readonly kind: "known";
      readonly accountId: AccountId;
      readonly learnUnion: boolean;
      readonly sharedWith: AccountId | null;
    }
  /** New to this app, but the union says who it is. */
  | { readonly kind: "knownByUnion"; readonly accountId: AccountId }
  | { readonly kind: "new" };

/**
 * Whose log-in is this? The subject of the app decides first: what a person reached yesterday is reached today, whatever
 * union appears. Two accounts that turn out to share a union are not joined here; that needs the person.
 */
export function recognise(union: string | null, known: Known): Recognition {
  const { bySubject, byUnion } = known;
  if (bySubject) {
    const { accountId } = bySubject;
    const learnUnion = union !== null && union !== bySubject.union;
    return {
      kind: "known",
      accountId,
      learnUnion,
      sharedWith: learnUnion && byUnion !== accountId ? byUnion : null,
    };
  }
  if (union !== null && byUnion) return { kind: "knownByUnion", accountId: byUnion };
  return { kind: "new" };
}

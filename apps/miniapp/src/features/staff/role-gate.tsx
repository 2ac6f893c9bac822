import Taro from "@tarojs/taro";
import type { ReactNode } from "react";
import { useWords } from "@/features/i18n";
import { hasRole, SessionGate, useSession } from "@/features/session";
import { type EmptyArt, EmptyState } from "@/ui";
import { staffWords } from "./staff-words";

type StaffRole = "merchant" | "rider" | "counselor";
const strangers = { merchant: "merchantOnly", rider: "riderOnly", counselor: "counselorOnly" } as const;
const arts: Record<StaffRole, EmptyArt> = { merchant: "bowl", rider: "road", counselor: "calm" };

function Door({ of: role, children }: { of: StaffRole; children: ReactNode }) {
  const t = useWords(staffWords);
  const person = useSession((state) => state.person);
  if (hasRole(person, role)) return <>{children}</>;
  return (
    <EmptyState
      art={arts[role]}
      title={t(strangers[role])}
      text={t("byInvitation")}
      action={{
        label: t("enterCode"),
        onTap: () => void Taro.navigateTo({ url: "/pages/staff/invite/index" }),
      }}
    />
  );
}

/** Logs in, then shows the page to people with the role and a friendly way in to everybody else. */
export function RoleGate(props: { of: StaffRole; skeleton?: ReactNode; children: ReactNode }) {
  return (
    <SessionGate skeleton={props.skeleton}>
      <Door of={props.of}>{props.children}</Door>
    </SessionGate>
  );
}

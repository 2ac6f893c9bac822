import Taro from "@tarojs/taro";
import { useWords } from "@/features/i18n";
import { hasRole, type Role, useSession } from "@/features/session";
import { Card, type IconName, ListRow } from "@/ui";
import { meWords } from "./me-words";

const places = [
  { role: "merchant", icon: "shop", page: "merchant/board" },
  { role: "rider", icon: "bike", page: "rider/tasks" },
  { role: "counselor", icon: "heart", page: "counselor/alerts" },
] as const satisfies readonly { role: Role; icon: IconName; page: string }[];

/** Doors to the work places of this person's roles, and the way in for whoever was invited. */
export function WorkCard() {
  const t = useWords(meWords);
  const person = useSession((state) => state.person);
  const scopes = (role: Role) =>
    [
      ...new Set(
        (person?.roles ?? []).filter((grant) => grant.role === role).map((grant) => grant.scopeName),
      ),
    ].join("、");
  const go = (page: string) => void Taro.navigateTo({ url: `/pages/${page}/index` });
  return (
    <Card flush>
      {places
        .filter(({ role }) => hasRole(person, role))
        .map(({ role, icon, page }) => (
          <ListRow
            key={role}
            id={`work-${role}`}
            icon={icon}
            title={t(role)}
            text={scopes(role)}
            onTap={() => go(page)}
          />
        ))}
      <ListRow
        id="invitation"
        icon="scan"
        title={t("invitation")}
        text={t("invitationText")}
        onTap={() => go("staff/invite")}
      />
    </Card>
  );
}

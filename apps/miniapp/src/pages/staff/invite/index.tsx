import { View } from "@tarojs/components";
import { useState } from "react";
import { useSay, useWords } from "@/features/i18n";
import { useAction } from "@/features/loading";
import { type Person, SessionGate, useSession } from "@/features/session";
import { codeLength, groupedCode, readCode } from "@/features/staff/invitation-code";
import { staffWords } from "@/features/staff/staff-words";
import { enterWorkplace, newGrants, workplaces } from "@/features/staff/workplaces";
import { type AppFailure, api } from "@/rpc";
import { Button, Card, Icon, ListRow, Page, SectionTitle, TextField } from "@/ui";
import "./index.scss";

type Grants = readonly Person["roles"][number][];
const doors = { merchant: "toMerchant", rider: "toRider", counselor: "toCounselor" } as const;

function Welcome({ person, grants }: { person: Person; grants: Grants }) {
  const t = useWords(staffWords);
  return (
    <Card className="invite__card">
      <View className="invite__sign">
        <Icon name="check" size={32} />
      </View>
      <View className="invite__welcome">{t("joined", { name: person.displayName })}</View>
      <View className="invite__as">{t("joinedAs")}</View>
      {grants.map((grant) => (
        <View key={`${grant.role} ${grant.scopeId}`}>
          <View className="invite__where">{`${t(grant.role)} · ${grant.scopeName}`}</View>
          {grant.role === "operator" ? (
            <View className="invite__where">{t("operatorWhere")}</View>
          ) : (
            <Button id={`enter-${grant.role}`} size="l" onTap={() => enterWorkplace(grant.role)}>
              {t(doors[grant.role])}
            </Button>
          )}
        </View>
      ))}
    </Card>
  );
}

function Invite() {
  const t = useWords(staffWords);
  const say = useSay();
  const person = useSession((state) => state.person);
  const [typed, setTyped] = useState("");
  const [failure, setFailure] = useState<AppFailure | null>(null);
  const [joined, setJoined] = useState<Grants | null>(null);
  const read = readCode(typed);
  const join = useAction(
    async () => {
      const before = person?.roles ?? [];
      const account = await api.identity.redeemInvitation.mutate({ code: read.code });
      await useSession.getState().refresh();
      setJoined(newGrants(before, account.roles));
    },
    (why) => {
      setFailure(why);
      return true;
    },
  );
  if (!person) return null;
  if (joined) return <Welcome person={person} grants={joined.length > 0 ? joined : person.roles} />;
  const problem = {
    none: "",
    short: "",
    long: t("codeLong", { count: read.code.length - codeLength }),
    stray: t("codeStray", { sign: read.stray }),
  }[read.problem];
  const missing = read.code.length > 0 ? t("codeShort", { count: codeLength - read.code.length }) : "";
  return (
    <>
      <Card className="invite__card">
        <View className="invite__title">{t("codeTitle")}</View>
        <View className="invite__text">{t("codeText")}</View>
        <TextField
          id="invite-code"
          label={t("codeLabel")}
          value={typed}
          maxLength={24}
          placeholder="K7P2M 9XW4D"
          error={failure ? say(failure.words) : problem}
          hint={read.problem === "short" && missing ? missing : t("codeHint")}
          onChange={(text) => {
            setFailure(null);
            const next = readCode(text);
            // only a whole code is rewritten: changing half-typed text would move the cursor
            setTyped(next.problem === "none" ? groupedCode(next.code) : text);
          }}
          onConfirm={() => void (read.problem === "none" && join.run())}
        />
        <View className="invite__go">
          <Button
            id="invite-join"
            size="l"
            loading={join.busy}
            disabled={read.problem !== "none"}
            onTap={() => void join.run()}
          >
            {t("join")}
          </Button>
        </View>
      </Card>
      {person.roles.length > 0 ? (
        <>
          <SectionTitle>{t("alreadyTitle")}</SectionTitle>
          <Card flush>
            {person.roles.map((grant) => (
              <ListRow
                key={`${grant.role} ${grant.scopeId}`}
                id={`enter-${grant.role}`}
                title={t(grant.role)}
                text={grant.scopeName}
                {...(workplaces[grant.role] ? { onTap: () => enterWorkplace(grant.role) } : {})}
              />
            ))}
          </Card>
        </>
      ) : null}
    </>
  );
}

export default function StaffInvitePage() {
  const t = useWords(staffWords);
  return (
    <Page title={t("title")}>
      <SessionGate>
        <Invite />
      </SessionGate>
    </Page>
  );
}

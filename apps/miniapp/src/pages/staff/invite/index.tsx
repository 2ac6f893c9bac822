import { EmptyState, Page } from "@/ui";

export default function StaffInvitePage() {
  return (
    <Page title="员工加入">
      <EmptyState art="bowl" title="员工加入" />
    </Page>
  );
}
